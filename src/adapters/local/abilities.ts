import type { Abilities } from '../adapter.js';

/** What memory and the browser's own database can: all but the visitors' tools. */
export const abilities: Abilities = {
  atomic: true,
  guarded: true,
  seek: true,
  summarize: true,
  watch: true,
  blobs: true,
  capture: false,
  formulas: true,
  erase: true,
};
