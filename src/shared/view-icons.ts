import { svg } from 'lit';
import type { Drawing } from './first-icons.js';

const drawn =
  (path: string): Drawing =>
  () =>
    svg`<path d=${path}/>`;

/** The ways to show deals: they stand in the head of the board, which is painted first, and in no other. */
export const viewIcons = {
  board: drawn('M2.25 2.5h3v11h-3zM6.5 2.5h3v7h-3zM10.75 2.5h3v9h-3z'),
  list: drawn('M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.5M2.5 8h.5M2.5 12h.5'),
  forecast: drawn('M2.5 13.25h11M3.5 10.5l3-3.5 2.5 2 4-5M10.25 4H13v2.75'),
};
