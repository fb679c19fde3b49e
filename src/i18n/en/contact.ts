/** `<contact-detail>`: one person or one organization. */
export const contact = {
  back: 'Back to contacts',
  tabs: 'Parts',
  tabAbout: 'About',
  tabWork: 'Work',
  reach: 'Contact',
  noReach: 'No address and no number yet.',
  addField: 'Add field',
  openOrganization: (name: string) => `Open ${name}`,

  // What is linked
  deals: 'Deals',
  noDeals: 'No deals.',
  takesPart: 'Takes part in',
  projects: 'Projects',
  leads: 'Leads',
  noLeads: 'No leads.',
  persons: 'Persons',
  noPersons: 'Nobody belongs to it yet.',
  addPerson: 'Add person',
  won: 'Won',
  lost: 'Lost',

  // States
  loading: 'Loading contact',
  nothingOpen: 'Nobody is open',
  nothingOpenText: 'Choose a person or an organization in the list, and it is shown here.',
  goneText: 'It was deleted, or you may not see it.',
};
