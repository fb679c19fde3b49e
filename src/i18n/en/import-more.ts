import { formats } from '../plural.js';

/** `<lead-import>`: how lines end, mappings that are kept, choices that would be lost, how far it has come. */
const words = {
  keepAs: (name: string) => `Keep this mapping as “${name}”`,
  keptAs: (name: string) => `The columns are mapped as kept under “${name}”.`,
  guessInstead: 'Guess them instead',
  kept: 'Kept mappings',
  forget: (name: string) => `Forget the mapping “${name}”`,
  discard: 'Close the import?',
  discardText: 'Nothing has been written yet. What you have chosen for this file is lost.',
  discardAction: 'Close',
  discardCancel: 'Go on importing',
  lineEnds: (ends: string) => `Lines end with ${ends}`,
  badTooWide: (n: number) =>
    `It has more than ${formats().number(n)} columns. Leave out those that are not needed, and choose it again.`,
  importedOf: (done: number, of: number) => `${formats().number(done)} of ${formats().number(of)} rows imported`,
};
export { words as importMore };
