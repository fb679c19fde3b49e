import { plural } from '../plural.js';

/** `<contact-list>`: persons and organizations as a table, and the dialogs that it shares with `<contact-detail>`. */
export const contacts = {
  title: 'Contacts',
  persons: 'Persons',
  organizations: 'Organizations',
  segments: 'Persons or organizations',
  toolbar: 'Segments, order, export',
  search: 'Search contacts',
  clearSearch: 'Clear search',
  nameless: 'Without a name',
  personsWord: (n: number) => plural(n, { one: 'person', other: 'persons' }),
  organizationsWord: (n: number) => plural(n, { one: 'organization', other: 'organizations' }),

  // Columns
  busy: 'Under way',
  updated: 'Changed',
  updatedAgo: (when: string) => `Changed ${when}`,
  morePoints: (n: number) => plural(n, { one: '# more', other: '# more' }),

  // Chosen rows
  selectRow: (name: string) => `Select ${name}`,
  selectedOnes: 'What is selected',
  selectionSaid: (n: number) => plural(n, { zero: 'Nothing selected', one: '# selected', other: '# selected' }),
  selectedHere: (n: number) => plural(n, { one: '# is selected.', other: '# are selected.' }),
  allSelected: (n: number) =>
    plural(n, { one: 'The one that matches is selected.', other: 'All # that match are selected.' }),
  selectAllMatching: (n: number) => plural(n, { one: 'Select the one', other: 'Select all #' }),
  readFailed: 'The storage did not say which ones these are. Nothing was changed. Try again.',
  deleteOne: (name: string) => `Delete “${name}”?`,
  deletePersons: (n: number) => plural(n, { one: 'Delete # person?', other: 'Delete # persons?' }),
  deleteOrganizations: (n: number) => plural(n, { one: 'Delete # organization?', other: 'Delete # organizations?' }),
  deleteText: (days: number) =>
    plural(days, {
      one: 'Their own notes and activities go along. Leads and deals stay, as long as they name somebody else. They can be restored for # day.',
      other:
        'Their own notes and activities go along. Leads and deals stay, as long as they name somebody else. They can be restored for # days.',
    }),

  // Adding
  addPerson: 'Add person',
  addOrganization: 'Add organization',
  addAnother: 'Add another one',
  alike: (n: number) => plural(n, { one: 'This one is there already:', other: 'These are there already:' }),
  discard: 'Discard what you typed?',
  discardText: 'It has not been stored.',
  discardAction: 'Discard',
  keepTyping: 'Keep typing',
  nothingLost: 'What you typed is still here.',

  // Instead of a list
  noPersons: 'No persons yet',
  noPersonsText: 'Persons come with leads and deals, by an import, or are added here.',
  noOrganizations: 'No organizations yet',
  noOrganizationsText: 'Organizations come with leads and deals, by an import, or are added here.',
  nonePersons: 'No person matches',
  noneOrganizations: 'No organization matches',
  showPersons: (n: number) => plural(n, { one: 'Show # person that does', other: 'Show # persons that do' }),
  showOrganizations: (n: number) =>
    plural(n, { one: 'Show # organization that does', other: 'Show # organizations that do' }),
  waiting: (n: number) => plural(n, { one: '# new contact', other: '# new contacts' }),

  // Export
  exportPersons: 'persons',
  exportOrganizations: 'organizations',
  exportDeals: 'Open deals',
  exportedPersons: (n: number) => plural(n, { one: '# person exported', other: '# persons exported' }),
  exportedOrganizations: (n: number) =>
    plural(n, { one: '# organization exported', other: '# organizations exported' }),
  exportFailed: 'The contacts could not be read. No file was made.',

  // Keys
  keyAdd: 'Add a person or an organization',
};
