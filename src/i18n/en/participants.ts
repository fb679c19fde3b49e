/** The persons who take part in a deal. */
export const participants = {
  participants: 'Participants',
  participant: 'Participant',
  add: 'Add participant',
  role: 'Role',
  addRole: 'Add role',
  roleOf: (name: string) => `${name}, role`,
  actionsFor: (name: string) => `Actions for ${name}`,
  promote: 'Make primary person',
  promoted: (name: string) => `${name} is the primary person now`,
  remove: 'Remove from the deal',
  failed: 'The participants could not be read.',
};
