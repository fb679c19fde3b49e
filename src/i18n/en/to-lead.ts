import { formats, plural } from '../plural.js';

/** Deals on their way back to the leads. */
export const toLead = {
  action: 'Convert to lead',
  actions: (n: number) => plural(n, { one: 'Convert to lead', other: 'Convert to leads' }),
  back: 'Back to leads',
  title: (n: number) => plural(n, { one: 'Back to the leads?', other: 'Move # deals back to the leads?' }),
  goesAlong: 'Goes along',
  values: 'What leads and deals have in common, as it stands now',
  notes: (n: number) => plural(n, { one: '# note', other: '# notes' }),
  activities: (n: number) => plural(n, { one: '# activity', other: '# activities' }),
  files: (n: number) => plural(n, { one: '# file', other: '# files' }),
  waits: 'Waits for the next conversion',
  stage: 'Stage and days in it',
  chance: 'Chance',
  wait: 'Wait until, because',
  products: (n: number) => plural(n, { one: '# product', other: '# products' }),
  projects: (n: number) => plural(n, { one: 'its link to # project', other: 'its links to # projects' }),
  participants: (n: number) => plural(n, { one: '# participant', other: '# participants' }),
  followers: 'Followers',
  again: 'It is there again, in the same deal, when the lead is converted again.',
  left: (n: number) =>
    plural(n, { one: '# of them stays: it is won or lost.', other: '# of them stay: they are won or lost.' }),
  moving: (n: number) => plural(n, { one: 'Moving # deal to the leads', other: 'Moving # deals to the leads' }),
  moved: 'Deals moved',
  movedOf: (done: number, of: number) => `${formats().number(done)} of ${formats().number(of)}`,
  stop: 'Stop',
  stopping: 'Stopping',
  stopKeeps: 'Stop keeps what has been moved.',
  closed: 'Reopen the deal first: a won or lost one does not go back to the leads.',
};
