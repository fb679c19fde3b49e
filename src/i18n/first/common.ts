import { plural } from '../plural.js';

/** What is read at the first paint; all others of the area are in ../en/common.ts and come with what says them. */
export const common = {
  selectAll: 'Select all',
  lead: 'Lead',
  owner: 'Owner',
  labels: 'Labels',
  value: 'Value',
  source: 'Source',
  age: 'Age',
  nextActivity: 'Next activity',
  noActivity: 'No activity',
  noDate: 'No date',
  overdueDays: (n: number) => plural(n, { one: '# day overdue', other: '# days overdue' }),
  you: 'You',
};
