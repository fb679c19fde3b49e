import { formats, plural } from '../plural.js';

/** The convert dialog. */
export const convert = {
  title: 'Convert to deal',
  titleMany: (n: number) => plural(n, { one: 'Convert # lead', other: 'Convert # leads' }),
  eachBecomes: 'Each lead becomes a deal of its own.',

  // One lead: a new deal or an open one
  target: 'New or existing deal',
  newDeal: 'New deal',
  newDealHow: 'In a pipeline of your choice',
  existing: 'Existing deal',
  existingHow: (n: number, who: string) =>
    plural(n, { one: `# open deal with ${who}`, other: `# open deals with ${who}` }),
  noPipeline: 'There is no pipeline to put a deal into.',
  nobody: 'Nobody',
  needs: (n: number) => plural(n, { one: 'needs one more answer.', other: 'needs # more answers.' }),
  missing: 'Missing answers',
  undoDays: (n: number) => plural(n, { one: 'You can undo this for # day', other: 'You can undo this for # days' }),
  convert: 'Convert',
  converting: 'Converting',

  // What moves
  moves: 'Moves to the deal',
  stays: 'Does not move',
  personAndOrganization: 'Person and organization',
  ownFields: (n: number) =>
    plural(n, {
      zero: 'Source and channel',
      one: '# own field, source and channel',
      other: '# own fields, source and channel',
    }),
  labels: (n: number) => plural(n, { one: '# label', other: '# labels' }),
  archivedAt: 'That it was archived',
  leadLeaves: 'The lead leaves the inbox; the deal keeps a receipt of it',

  // Into an existing deal
  field: 'Field',
  fromLead: 'From the lead',
  inDeal: 'In the deal',
  same: (value: string) => `${value}, the same in both`,
  empty: 'empty',
  added: (what: string) => `${what} are added to the deal. Nothing of the deal is removed.`,
  addedNothing: 'Nothing of the deal is removed.',
  stageStays: (stage: string) => `Stage stays ${stage}`,
  addToDeal: 'Add to deal',
  updated: (when: string) => `updated ${when}`,

  // Many leads
  ready: (n: number) => plural(n, { other: '# ready' }),
  needAnswer: (n: number) => plural(n, { one: '# needs an answer', other: '# need an answer' }),
  cannot: (n: number) => plural(n, { other: '# cannot be converted' }),
  isEmpty: (field: string) => `${field} is empty`,
  answerFor: (field: string, lead: string) => `${field} of ${lead}`,
  hasOpen: (deal: string) => `Has an open deal: ${deal}`,
  hasOpenMany: (n: number) => plural(n, { one: 'Has # open deal', other: 'Has # open deals' }),
  chooseDeal: 'New or existing deal?',
  addTo: (deal: string) => `Add to “${deal}”`,
  makeNew: 'Make a new deal',
  allNew: (n: number) => plural(n, { other: 'Make new deals for all #' }),
  moreReady: (n: number) => plural(n, { one: 'and # more that is ready.', other: 'and # more that are ready.' }),
  moreAsked: (n: number) =>
    plural(n, { one: 'and # more that needs an answer.', other: 'and # more that need an answer.' }),
  showAll: 'Show all',
  showMore: 'Show more',
  allMove: 'Notes, activities, labels, people and own fields move along.',
  sumsMore: (sums: string, n: number) => `${sums} ${plural(n, { other: 'and # more' })}`,
  convertReady: (n: number) => plural(n, { one: 'Convert the one that is ready', other: 'Convert the # ready' }),
  convertN: (n: number) => `Convert ${formats().number(n)}`,
  answerFirst: (n: number) => plural(n, { one: '# lead needs an answer first', other: '# leads need an answer first' }),
  leftOut: 'It was left out, because it needs an answer.',
  nothingReady: 'None of these leads can be converted.',

  // Under way
  convertingMany: (n: number) => plural(n, { one: 'Converting # lead', other: 'Converting # leads' }),
  goesOn: 'You can close this. It goes on in the background.',
  doneOf: (done: number, of: number) => `${formats().number(done)} of ${formats().number(of)}`,
  progress: 'Leads converted',
  waits: 'Waiting',
  moving: (what: string) => `Moving ${what}`,
  moreDone: (n: number) => plural(n, { one: '# more is done.', other: '# more are done.' }),
  moreWaiting: (n: number) => plural(n, { one: 'and # more that waits.', other: 'and # more that wait.' }),
  stop: 'Stop',
  stopping: 'Stopping',
  stopKeeps: 'Stop keeps what is already converted',
  waiting: 'Waiting for approval.',
  waitingHow: (n: number) =>
    plural(n, {
      one: 'This page checks the lead before it becomes a deal.',
      other: 'This page checks the leads before they become deals.',
    }),

  // What became of it
  made: (n: number) => plural(n, { zero: 'No deal made', one: '# deal made', other: '# deals made' }),
  stayed: (n: number) => plural(n, { one: '# lead stayed in the inbox.', other: '# leads stayed in the inbox.' }),
  inStage: (pipeline: string, stage: string) => `in ${pipeline}, ${stage}`,
  each: 'What was done, lead by lead',
  dealMade: 'Deal made',
  dealJoined: 'Added to an existing deal',
  toastMade: (title: string) => `${title} is a deal now`,
  toastJoined: (title: string) => `${title} was added to the deal`,
  openDeal: 'Open deal',
  // Begins with the words that are seen: who speaks to the machine says those.
  openDealOf: (lead: string) => `Open deal: ${lead}`,
  undoAll: (n: number) => plural(n, { one: 'Undo', other: 'Undo all #' }),
  until: (day: string) => `until ${day}`,
  tryAgain: (n: number) => plural(n, { one: 'Try # again', other: 'Try # again' }),
  done: 'Done',

  // Why not
  notConverted: 'Not converted.',
  already: 'Already a deal.',
  alreadyBy: (who: string, when: string) => `${who} converted this lead ${when}.`,
  alreadyYou: (when: string) => `You converted this lead ${when}.`,
  alreadyHow: 'This lead was converted before.',
  gone: 'This lead is gone.',
  goneHow: 'Someone else deleted it. It may be in the trash.',
};
