import { svg } from 'lit';
import type { Drawing } from '../first-icons.js';

/** Six dots: it can be dragged. */
export const grip: Drawing = () =>
  svg`<g fill="currentColor" stroke="none"><circle cx="6" cy="4" r="1.1"/><circle cx="10" cy="4" r="1.1"/><circle cx="6" cy="8" r="1.1"/><circle cx="10" cy="8" r="1.1"/><circle cx="6" cy="12" r="1.1"/><circle cx="10" cy="12" r="1.1"/></g>`;
