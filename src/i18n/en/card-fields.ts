import { formats, plural } from '../plural.js';

/** The fields that cards of the board show. */
export const cardFields = {
  title: 'Card fields',
  most: (n: number, of: number) => `${formats().number(n)} of at most ${formats().number(of)} are shown.`,
  full: (most: number) =>
    plural(most, { one: 'A card shows # field at most.', other: 'A card shows # fields at most. Clear one first.' }),
  reset: 'Reset card fields',
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  movedTo: (name: string, place: number, of: number) =>
    `${name} is now ${formats().number(place)} of ${formats().number(of)}`,
  chance: 'Chance',
  inStage: 'In this stage',
  days: (n: number) => plural(n, { zero: 'less than a day', one: '# day', other: '# days' }),
};
