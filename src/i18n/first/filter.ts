/** What is read at the first paint; all others of the area are in ../en/filter.ts and come with what says them. */
export const filter = {
  label: 'Label',
  owner: 'Owner',
  source: 'Source',
  activity: 'Activity',
  add: 'Filter',
};
