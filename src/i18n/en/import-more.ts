import { formats, plural } from '../plural.js';

/** `<lead-import>`: how lines end, mappings that are kept, choices that would be lost, how far it has come, required fields. */
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
  earlier: 'Earlier imports',
  earlierText: (n: number, when: string) => plural(n, { one: `# lead, ${when}`, other: `# leads, ${when}` }),
  undoOf: (file: string) => `Undo import of ${file}`,
  undoAsk: (file: string) => `Undo the import of “${file}”?`,
  undoAskText: (n: number) =>
    plural(n, {
      one: 'The lead leaves the inbox. If it was edited since, it is kept.',
      other: '# leads leave the inbox. Those that were edited since are kept.',
    }),
  takenBack: (file: string) => `“${file}” was taken back.`,
  mayNot: 'You may not undo imports.',
  importedOf: (done: number, of: number) => `${formats().number(done)} of ${formats().number(of)} rows imported`,
  requiredCell: (field: string) => `“${field}” is required, and its cell is empty. Fill it in.`,
  requiredColumn: (field: string) =>
    `“${field}” is required, and no column becomes it. Choose its column, or add one to the file.`,
  requiredNever: (field: string) =>
    `“${field}” is required, and a file cannot fill it. Under Fields, let leads be without it until these are in.`,
  requiredRows: (n: number, field: string) =>
    plural(n, {
      one: `# row is skipped: it has no value for “${field}”, which is required.`,
      other: `# rows are skipped: they have no value for “${field}”, which is required.`,
    }),
  requiredChoose: 'Choose its column',
  requiredFirst: (field: string) =>
    `“${field}” is required, and no column becomes it yet. New leads need a value for it.`,
  requiredNow: (fields: string) => `Required by now, and without a value in this row: ${fields}.`,
};
export { words as importMore };
