import type { Abilities } from '../adapter.js';

export const abilities: Abilities = {
  atomic: true,
  guarded: true,
  seek: true,
  summarize: true,
  watch: true,
  blobs: false,
  capture: false,
};
