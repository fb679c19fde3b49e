import { ended } from '../ended.js';
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
  requiredRows: (n: number, field: string) =>
    plural(n, {
      one: `# row is skipped: it has no value for “${field}”, which is required.`,
      other: `# rows are skipped: they have no value for “${field}”, which is required.`,
    }),
  requiredChoose: 'Choose its column',
  requiredFirst: (field: string) =>
    `“${field}” is required, and no column becomes it yet. New leads need a value for it.`,
  typePerson: 'Person',
  typeOrganization: 'Organization',
  typeUser: 'User',
  typeDateRange: 'Date range',
  firstDay: (field: string) => `${field}, first day`,
  lastDay: (field: string) => `${field}, last day`,
  halfRange: (field: string) => `“${field}” has a first and a last day, and only one of them has a column.`,
  halfRangeFirst: 'Choose a column for the first day, or let this one be both.',
  halfRangeLast: 'Choose a column for the last day, or let this one be both.',
  noSuchPerson: (column: string) => `Unknown person in ${ended(column)} Add the person first.`,
  severalPersons: (column: string) => `Several people fit ${ended(column)} Write an e-mail address.`,
  noSuchOrganization: (column: string) => `Unknown organization in ${ended(column)} Add it first.`,
  severalOrganizations: (column: string) => `Several organizations fit ${ended(column)} Merge them first.`,
  notARange: (column: string) => `${column} is not a first and a last day, such as 2026-01-01 – 2026-03-31.`,
  endsBefore: (column: string) => `${column} says a last day before the first one.`,
  halfARange: (column: string) => `${column} is empty, and the other day of the two is not.`,
  halfLeftEmpty: (column: string) => `${column} is empty, so the other day is left out, too.`,
  requiredNow: (fields: string) => `Required by now, and without a value in this row: ${ended(fields)}`,
  thereAlready: 'It is there already.',
  keptValues: (fields: string) => `Empty cells take nothing away. Kept: ${ended(fields)}`,
};
export { words as importMore };
