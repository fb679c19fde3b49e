import { plural } from '../plural.js';

/** Persons and organizations that may be there twice, as proposals. */
export const duplicates = {
  open: 'Possible duplicates',
  short: 'Duplicates',
  openCount: (n: number) => plural(n, { one: '# possible duplicate', other: '# possible duplicates' }),
  title: 'Possible duplicates',
  textPersons:
    'Persons with the same e-mail address or phone number, or with the same name where nothing tells them apart.',
  textOrganizations: 'Organizations with the same website, or the same name and address.',
  looking: 'Comparing all of them',
  compared: (at: string, of: string) => `Compared ${at} of ${of}`,
  soFar: (n: number) => plural(n, { one: '# proposal so far', other: '# proposals so far' }),
  failed: 'They could not be looked through. Nothing is lost.',
  again: 'Try again',
  nonePersons: 'No two persons look like the same one.',
  noneOrganizations: 'No two organizations have a website, or a name and an address, in common.',
  count: (n: number) => plural(n, { one: '# proposal', other: '# proposals' }),
  more: (n: number) => plural(n, { one: 'Show # more', other: 'Show # more' }),
  merge: 'Merge…',
  mergeOf: (names: string) => `Merge ${names}`,
  apart: 'Not duplicates',
  apartOf: (names: string) => `Not duplicates: ${names}`,
  twoAtLeast: 'Choose 2 or more.',
  apartSaid: 'Noted: not duplicates',
  notSaid: 'It was not noted.',
  undone: 'Taken back',
  notUndone: 'It could not be taken back: something else was changed since.',
};
