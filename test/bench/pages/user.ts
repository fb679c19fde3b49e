/** Who works in the pages of the bench. */
export const user = { id: 'bench-user', name: 'Bench' };
