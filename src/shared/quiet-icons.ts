import { svg } from 'lit';
import type { Drawing } from './first-icons.js';

/* What the board draws first and the inbox does not: a page with the inbox alone fetches it later, with icons.ts. */

export const clock: Drawing = () => svg`<circle cx="8" cy="8" r="5.75"/><path d="M8 4.75V8l2.25 1.5"/>`;
export const pause: Drawing = () => svg`<path d="M5.75 3.5v9M10.25 3.5v9"/>`;
