/** What an empty database begins with; a person may rename it. All others of the area are in ../en/provider.ts. */
export const provider = {
  pipeline: 'New business',
  stage1: 'Qualified',
  stage2: 'Contact made',
  stage3: 'Demo scheduled',
  stage4: 'Proposal sent',
  stage5: 'Negotiation',
  stage6: 'Contract out',
};
