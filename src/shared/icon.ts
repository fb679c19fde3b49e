/* In one file with the drawings of the first paint: a bundler keeps them together, and with the elements. */
export { icon } from './first-icons.js';
export type { IconOptions } from './first-icons.js';
