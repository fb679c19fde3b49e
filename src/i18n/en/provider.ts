/** What the provider says while there is nothing to show. */
export const provider = {
  waiting: 'Not connected yet.',
  waitingHow: 'Give <crm-provider> a database name, an adapter or a store.',
  failed: 'The records could not be opened. Nothing is lost.',
  retry: 'Try again',

  // What an empty database begins with; a person may rename it.
  pipeline: 'New business',
  stage1: 'Qualified',
  stage2: 'Contact made',
  stage3: 'Demo scheduled',
  stage4: 'Proposal sent',
  stage5: 'Negotiation',
  stage6: 'Contract out',
};
