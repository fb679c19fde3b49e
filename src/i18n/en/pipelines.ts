import { formats, plural } from '../plural.js';

/** Making and changing pipelines. */
export const pipelines = {
  // All of them
  title: 'Pipelines',
  text: 'The first one is where new deals go unless another is chosen.',
  first: 'Default',
  countStages: (n: number) => plural(n, { one: '# stage', other: '# stages' }),
  editThis: 'Edit this pipeline',
  all: 'Pipelines',
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  nowAt: (name: string, at: number, of: number) => `${name}: ${formats().number(at)} of ${formats().number(of)}`,
  edit: (name: string) => `Edit ${name}`,
  add: 'Add pipeline',

  // One
  editTitle: 'Edit pipeline',
  addTitle: 'Add pipeline',
  addText: 'It begins with the stages of the one you were looking at.',
  name: 'Name',
  nameMissing: 'Give the pipeline a name.',
  nameTaken: 'Another pipeline has this name.',
  stages: 'Stages',
  stage: (n: number) => `Stage ${formats().number(n)}`,
  stageName: 'Stage',
  stageNameMissing: 'Give the stage a name.',
  stageNameTaken: 'Another stage has this name.',
  chance: 'Chance, %',
  chanceWrong: 'A number from 0 to 100.',
  quiet: 'Quiet after, days',
  never: 'never',
  quietWrong: 'Whole days, 1 or more; empty means never.',
  asks: (n: number) => plural(n, { zero: 'Asks for nothing', one: 'Asks for # answer', other: 'Asks for # answers' }),
  asksText: 'A deal that comes here needs',
  addStage: 'Add stage',
  removeStage: (name: string) => `Delete stage ${name}`,
  keepStage: (name: string) => `Keep it: ${name}`,
  keep: 'Keep it',
  goes: 'is deleted when you save.',
  counting: 'Counting its deals',
  goTo: (n: number) => plural(n, { one: 'Its # deal goes to', other: 'Its # deals go to' }),
  goToMissing: 'Choose where they go.',
  lastStage: 'A pipeline needs at least one stage.',

  // Lost reasons
  reasons: 'When a deal is lost, ask for',
  reasonsKit: (reasons: string) => `one of the usual reasons: ${reasons}`,
  reasonsOwn: 'one of these reasons',
  reasonsFree: 'a reason in one’s own words',
  reasonsList: 'Reasons, one a line',
  reasonsMissing: 'Write at least one reason.',

  // What a deal needs to end
  ends: 'Won and lost',
  wonAsks: (n: number) =>
    plural(n, {
      zero: 'To be won it needs nothing',
      one: 'To be won it needs # answer',
      other: 'To be won it needs # answers',
    }),
  wonAsksText: 'A deal that is won needs',
  lostAsks: (n: number) =>
    plural(n, {
      zero: 'To be lost it needs nothing',
      one: 'To be lost it needs # answer',
      other: 'To be lost it needs # answers',
    }),
  lostAsksText: 'A deal that is lost needs',

  // Saving, deleting
  moving: (done: number, of: number) => `Moving deals: ${formats().number(done)} of ${formats().number(of)}`,
  someStayed: (n: number, why: string) =>
    `${plural(n, { one: '# deal could not be moved', other: '# deals could not be moved' })}. ${why} The pipeline is as it was.`,
  discard: 'Discard what you changed?',
  discardText: 'The pipeline has not been saved.',
  deletePipeline: 'Delete pipeline',
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleteText: 'Its stages go with it. Deals that stand in it move to another pipeline, won and lost ones too.',
  deleteEmpty: 'Its stages go with it. No deal stands in it.',
  place: (pipeline: string, stage: string) => `${pipeline}: ${stage}`,
};
