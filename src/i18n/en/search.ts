import { plural } from '../plural.js';

/** One search over leads, deals, persons and organizations. */
export const search = {
  everywhere: 'Search everywhere',
  keySearchAll: 'Search leads, deals, persons and organizations',
  placeholder: 'Title, name, e-mail or phone',
  placeholderOf: 'Narrow them down',
  results: 'Results',
  hint: 'Leads, deals, persons and organizations, also closed and archived ones.',

  persons: 'Persons',
  organizations: 'Organizations',
  countPersons: (n: number) => plural(n, { one: '# person', other: '# persons' }),
  countOrganizations: (n: number) => plural(n, { one: '# organization', other: '# organizations' }),
  atLeast: (counted: string) => `at least ${counted}`,
  moreLeads: 'More leads',
  moreDeals: 'More deals',
  morePersons: 'More persons',
  moreOrganizations: 'More organizations',
  stillMore: 'There are more. Another word narrows them down.',

  archived: 'Archived',
  won: 'Won',
  lost: 'Lost',
  untitledLead: 'Lead without a title',
  untitledDeal: 'Deal without a title',
  of: (name: string) => `Leads and deals of ${name}`,
  openPerson: 'Open person',
  openOrganization: 'Open organization',
  back: 'Back to what was found',

  searching: 'Searching',
  nothing: (what: string) => `Nothing found for “${what}”`,
  nothingHow: 'Titles, names, e-mail addresses and phone numbers were searched. The beginning of a word is enough.',
  nothingOf: (name: string) => `${name} has no leads and no deals`,
  clear: 'Clear the search',
  failed: 'The search got no answer. Nothing is lost.',
};
