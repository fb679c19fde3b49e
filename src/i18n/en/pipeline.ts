import { ended } from '../ended.js';
import { pipeline as first } from '../first/pipeline.js';
import { formats, plural } from '../plural.js';

/** The board of deals. */
export const pipeline = {
  ...first,
  newDeals: (n: number) => plural(n, { one: '# new deal', other: '# new deals' }),
  showThem: (count: number): string => (count === 1 ? 'Show it' : 'Show them'),
  clearSearch: 'Clear search',
  sortHead: 'Sort cards by',
  ascending: 'Ascending',
  descending: 'Descending',
  sortedSo: (name: string, descending: boolean) => `${name}, ${descending ? 'descending' : 'ascending'}`,
  handHasNoWay: 'By hand cards stand as they were put.',

  // Totals
  weighted: 'Weighted',
  weightedWord: 'weighted',
  moreSums: (n: number) => plural(n, { one: '# more currency', other: '# more currencies' }),
  fewerSums: 'Fewer currencies',
  weightedHow: 'Each value times its chance to be won.',
  converted: 'How the totals were converted',
  convertedOn: (day: string) => `Converted at the rates of ${day}`,
  inCurrency: (currency: string) => `In ${currency}`,
  atRate: (currency: string, rate: string) => `${currency} at ${rate}`,
  noRate: 'No rate',
  together: 'Together',
  ratesOf: (day: string) => `Rates of ${day}.`,
  leftOut: (sums: string) => `Not in the sum: ${sums}.`,
  noRateFor: (currencies: string) => `There is no rate for ${currencies} among them.`,
  wrongRateFor: (currencies: string) => `The rate for ${currencies} is not a number above zero.`,
  byCurrency: 'Totals by currency',
  noRates: 'This page gives no exchange rates: each currency is added up by itself.',

  // Empty and wrong
  noneMatchTitle: 'No deals match',
  noneMatchText: 'No open deal of this pipeline fits what you asked for.',
  clearFilters: 'Clear filters',
  emptyTitle: 'No deals yet',
  emptyText: 'Convert a lead in the inbox, and it becomes a deal here. Or add a deal by hand.',
  noPipelineTitle: 'No pipeline yet',
  noPipelineText: 'Deals stand in the stages of a pipeline, and this storage has none.',
  errorTitle: 'Deals could not be loaded',
  errorUnavailable: 'The storage does not answer. Nothing is lost.',
  errorDenied: 'You are not allowed to see these deals.',
  errorAuth: 'Your session has ended. Sign in, then try again.',
  errorOther: (reason: string) => `${ended(reason)} Nothing is lost.`,
  notLoaded: 'This part could not be loaded. Check the connection, then try again.',

  // Card menu
  open: 'Open',
  moveTo: 'Move to',
  markWon: 'Mark as won',
  markLost: 'Mark as lost',
  moveHead: (title: string) => `Move “${title}” to`,
  now: 'now',
  anotherPipeline: (pipeline: string) => `In ${pipeline}`,

  // Moving, said aloud
  lifted: (title: string, place: string) =>
    `${title} lifted. ${ended(place)} Arrows move it, Space drops it, Escape puts it back.`,
  place: (at: number, of: number, stage: string) => `${formats().number(at)} of ${formats().number(of)} in ${stage}`,
  sortedPlace: (of: number, stage: string) =>
    plural(of, { one: `In ${stage}, # deal`, other: `In ${stage}, # deals, at its sorted place` }),
  movedTo: (title: string, place: string) => `${title}: ${place}`,
  putBack: (title: string) => `${title} was put back.`,
  putBackChanged: (title: string) => `${title} was put back: it was changed meanwhile.`,
  putBackGone: (title: string) => `${title} is no longer here.`,
  stageStart: 'This is the first stage.',
  stageEnd: 'This is the last stage.',
  onlyByHand: (order: string) => `Cards are sorted by ${ended(order)} Sort by hand to choose the place.`,
  viewNow: (view: string) => `View: ${view}`,
  sortedNow: (order: string) => `Sorted by ${order}`,
  moving: (title: string) => `Moving ${title}`,
  theseDeals: (n: number) => plural(n, { one: '# deal', other: '# deals' }),
  placeOf: (n: number, stage: string) => plural(n, { one: `# deal to ${stage}`, other: `# deals to ${stage}` }),
  movedAll: (n: number, stage: string) =>
    plural(n, { one: `# deal moved to ${stage}`, other: `# deals moved to ${stage}` }),
  putBackAll: (n: number) => plural(n, { one: '# deal was put back.', other: '# deals were put back.' }),
  moveHeadOf: (n: number) => plural(n, { one: 'Move # deal to', other: 'Move # deals to' }),
  moveZoneText: 'to another pipeline, or back to the leads',
  moveZoneLeads: 'back to the leads',

  // Chosen cards
  choose: (title: string) => `Select ${title}`,
  chooseIt: 'Select',
  unchooseIt: 'Clear from selection',
  chosenSaid: (n: number) => plural(n, { zero: 'Nothing selected', one: '# deal selected', other: '# deals selected' }),
  chosenDeals: 'Selected deals',
  clearChosen: 'Clear selection',
  keyClear: 'clear',
  keyStage: 'stage',
  keyPlace: 'place',
  keyDrop: 'drop',
  keyBack: 'put back',
  wonZone: 'Won',
  wonSaid: (title: string, worth: string) => `Won: ${title}${worth && `, ${worth}`}`,
  lostZone: 'Lost',
  deleteZone: 'Delete',

  // Answers that a stage asks for
  answersTitle: (stage: string) => `${stage} asks for more`,
  answersText: (title: string, n: number) =>
    plural(n, { one: `${title} needs one more answer.`, other: `${title} needs # more answers.` }),
  answersOf: (n: number, of: number) =>
    plural(of, {
      one: `# deal needs more answers.`,
      other: `${formats().number(n)} of # deals need more answers.`,
    }),
  answersRest: (n: number) =>
    plural(n, {
      one: '# more deal needs answers and stays where it is: open it to give them.',
      other: '# more deals need answers and stay where they are: open them to give them.',
    }),
  move: 'Move',
  moveAll: (n: number) => plural(n, { one: 'Move # deal', other: 'Move # deals' }),
  moveOthers: 'Move the others',
  wonAsks: 'A won deal needs more',
  winAll: (n: number) => plural(n, { one: 'Mark # deal as won', other: 'Mark # deals as won' }),
  winOthers: 'Win the others',

  // Lost
  lostTitle: 'Why was this deal lost?',
  lostTitleOf: (n: number) => plural(n, { one: 'Why was # deal lost?', other: 'Why were these # deals lost?' }),
  lostAsks: 'A lost deal also needs',
  lostAsksOf: (n: number, of: number) =>
    `${formats().number(n)} of ${formats().number(of)} need more answers to be lost`,
  loseOthers: 'Lose the others',
  reasonMissing: 'Choose a reason.',
  lostReason: 'Reason',
  reasonPrice: 'Price too high',
  reasonCompetitor: 'Chose a competitor',
  reasonBudget: 'No budget this year',
  reasonSilent: 'No answer',
  reasonOther: 'Another reason',
  comment: 'Comment',
  optional: 'optional',

  // Wait until, because
  wait: 'Wait until, because',
  waitUntil: 'Until',
  waitTomorrow: 'Tomorrow',
  waitNextWeek: 'Next week',
  waitNextMonth: 'In a month',
  waitOn: 'On a day of your choice',
  waitDay: 'Day',
  waitPast: 'Choose a day to come.',
  waitBecause: 'Because',
  waitNote: 'It stands on the card. Until then the deal does not count as quiet.',
  waitAction: 'Wait',
  waitEnd: 'Stop waiting',
  waitEnded: (title: string) => `${title} waits no longer`,

  // Delete
  deleteTitle: (n: number) => plural(n, { one: 'Delete # deal?', other: 'Delete # deals?' }),
  deleteText: (title: string, days: number) =>
    plural(days, {
      one: `“${title}” moves to the trash with its notes and activities, and can be restored for # day.`,
      other: `“${title}” moves to the trash with its notes and activities, and can be restored for # days.`,
    }),
  deleteTextOf: (days: number) =>
    plural(days, {
      one: 'They move to the trash with their notes and activities, and can be restored for # day.',
      other: 'They move to the trash with their notes and activities, and can be restored for # days.',
    }),

  // Closed deals
  wonDeals: 'Won deals',
  lostDeals: 'Lost deals',

  // Trash
  trashTitle: 'Deleted deals',
  trashText: (days: number) =>
    plural(days, { one: 'They can be restored for # day.', other: 'They can be restored for # days.' }),
  trashEmpty: 'There are none.',
  trashWhen: (ago: string) => `deleted ${ago}`,
  trashMore: (n: number) => plural(n, { one: 'Show # more', other: 'Show # more' }),
  restore: 'Restore',
  restoreOf: (title: string) => `Restore ${title}`,
  restoredTo: (title: string, stage: string) => `${title} is back${stage && ` in ${stage}`}.`,
  mayNotRestore: 'You may not restore deals.',

  // Add
  addTitle: 'Add deal',
  addText: 'Name a person, an organization, or both.',
  findOrAdd: 'Find or add',
  titleHint: 'Left empty, it is called as the organization or the person.',
  nobody: 'Name a person or an organization.',
  discard: 'Discard what you typed?',
  discardText: 'The deal has not been added.',
  discardAction: 'Discard',
  keepTyping: 'Go on',

  // Keys
  keysTitle: 'Keys of the board',
  keysText: 'They work while the focus is inside the board and nobody types.',
  keyMoveFocus: 'Go to another card or stage',
  keyEnds: 'First and last card of the stage',
  keyOpen: 'Open the deal',
  keyLift: 'Lift the card, drop it again',
  keyLiftBack: 'Put the lifted card back',
  keyAlt: 'Move the card at once',
  keyMenu: 'Move to',
  keyWait: 'Wait until, because',
  keyChoose: 'Select the card; with Shift and an arrow the next one, too',
  keyView: 'Board, list, forecast',
  keySearch: 'Search',
  keyNew: 'Add a deal to this stage',
  keyUndo: 'Take the last change back',
  keyRedo: 'Do again what was taken back',
  keyHelp: 'This list',
};
