import { ended } from '../ended.js';
import { common as first } from '../first/common.js';
import { kinds } from '../first/kinds.js';
import { ownCommon } from '../first/own.js';
import { formats, plural } from '../plural.js';

/** Words that several elements share. */
export const common = {
  ...first,
  ...kinds,
  ...ownCommon,
  // Buttons
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  add: 'Add',
  edit: 'Edit',
  delete: 'Delete',
  remove: 'Remove',
  undo: 'Undo',
  redo: 'Redo',
  back: 'Back',
  next: 'Next',
  previous: 'Previous',
  more: 'More',
  retry: 'Try again',
  reset: 'Reset',
  clear: 'Clear',
  dismiss: 'Dismiss',

  done: 'Done',
  create: 'Create',
  open: 'Open',
  all: 'All',

  // The records of the field
  leads: 'Leads',
  deal: 'Deal',
  deals: 'Deals',
  pipeline: 'Pipeline',
  stage: 'Stage',
  label: 'Label',
  note: 'Note',
  notes: 'Notes',
  activity: 'Activity',
  activities: 'Activities',
  countLeads: (n: number) => plural(n, { one: '# lead', other: '# leads' }),
  countDeals: (n: number) => plural(n, { one: '# deal', other: '# deals' }),
  countNotes: (n: number) => plural(n, { one: '# note', other: '# notes' }),
  countActivities: (n: number) => plural(n, { one: '# activity', other: '# activities' }),
  countFiles: (n: number) => plural(n, { one: '# file', other: '# files' }),

  // Fields of a lead and a deal
  currency: 'Currency',
  lostReason: 'Reason it was lost',
  lostComment: 'Comment on the loss',
  email: 'E-mail',
  phone: 'Phone',
  website: 'Website',
  name: 'Name',

  fields: 'Fields',
  addField: 'Add a field',
  manageFields: 'Manage fields',

  // Next activity: the words beside the shapes
  overdue: 'Overdue',
  dueToday: 'Due today',
  planned: 'Planned',
  nonePlanned: 'None planned',

  // The ten colours of labels
  blue: 'Blue',
  brown: 'Brown',
  darkGray: 'Dark gray',
  gray: 'Gray',
  green: 'Green',
  orange: 'Orange',
  pink: 'Pink',
  purple: 'Purple',
  red: 'Red',
  yellow: 'Yellow',

  // States
  loading: 'Loading',
  waiting: 'Still waiting for an answer',
  none: 'None',
  notices: 'Notices',
  nothingFound: 'Nothing found',
  loadFailed: 'This could not be loaded. Nothing is lost.',

  // Pickers and menus
  find: 'Find',
  findOf: (what: string) => `Find ${what}`,
  addNew: (text: string, kind: string) => `Add “${text}” as a new ${kind}`,
  newRecord: 'New',
  choose: 'Choose',
  from: 'From',
  until: 'Until',
  results: (n: number) => plural(n, { zero: 'No results', one: '# result', other: '# results' }),
  selected: (n: number) => `${formats().number(n)} selected`,
  clearChoice: (what: string) => `Clear ${what}`,
  removeChoice: (what: string) => `Remove ${what}`,

  // What is wrong with an answer, and what to do
  required: 'Needs an answer',
  notNumber: (example: string) => `Write a number, for example ${example}`,
  notDay: 'Choose a day, or write it in full',
  notTime: 'Write the whole time',
  bothDays: 'Choose both days',
  formulasLost: 'The filter goes by a formula, and what works formulas out could not be loaded. Nothing is lost.',
  rangeOrder: 'The first day comes before the last one',
  noOptions: 'This field has no options yet',
  notEmail: 'Write an address like name@example.com',
  tooLong: (limit: number) => `Keep it under ${formats().number(limit)} characters`,
  addValue: 'Add value',
  /** @param shown what stands on the button */
  emptyValue: (shown: string, name: string) => `${shown}: ${name}`,
  editOf: (name: string, value: string) => `${name}: ${ended(value)} Edit`,
  notSaved: (reason: string) => `Not saved. ${reason}`,
  couldNotSave: 'Not saved. Try again, or press Escape to go back to the earlier text.',
};
