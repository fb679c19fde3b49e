import { svg } from 'lit';
import type { Drawing } from './first-icons.js';

/*
 * The drawings: a 16 px grid, stroke 1.5, round caps, in the colour of the text. One function each, so that a bundler
 * drops those that nobody uses. Import them as a namespace and draw them with `icon` of ./icon.js:
 *
 *   import * as icons from '../shared/icons.js';
 *   icon(icons.search)
 */

export * from './first-icons.js';
export * from './quiet-icons.js';

export const x: Drawing = () => svg`<path d="m4 4 8 8M12 4l-8 8"/>`;
export const up: Drawing = () => svg`<path d="m4.5 9.75 3.5-3.5 3.5 3.5"/>`;
export const left: Drawing = () => svg`<path d="M9.75 4.5 6.25 8l3.5 3.5"/>`;
export const right: Drawing = () => svg`<path d="m6.25 4.5 3.5 3.5-3.5 3.5"/>`;
export const back: Drawing = () => svg`<path d="M13 8H3M7 4 3 8l4 4"/>`;
export const check: Drawing = () => svg`<path d="m3 8.5 3.25 3.25L13 5"/>`;
export const archive: Drawing = () =>
  svg`<rect x="2" y="2.75" width="12" height="3" rx="1"/><path d="M3 5.75v6A1.5 1.5 0 0 0 4.5 13.25h7a1.5 1.5 0 0 0 1.5-1.5v-6M6.5 8.5h3"/>`;
export const org: Drawing = () =>
  svg`<path d="M3 13.5v-10A1 1 0 0 1 4 2.5h5a1 1 0 0 1 1 1v10M10 6.5h2a1 1 0 0 1 1 1v6M1.75 13.5h12.5M5.5 5.25h2M5.5 7.75h2M5.5 10.25h2"/>`;
export const convert: Drawing = () =>
  svg`<path d="M2.5 9.5v2.75a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V9.5M8 10V2.75M8 2.75 5 5.75M8 2.75l3 3"/>`;
export const merge: Drawing = () =>
  svg`<path d="M3 3.25V5a3 3 0 0 0 3 3h7M3 12.75V11a3 3 0 0 1 3-3M10.5 5.5 13 8l-2.5 2.5"/>`;
export const note: Drawing = () =>
  svg`<path d="M3 3.5a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1V10l-3.5 3.5H4a1 1 0 0 1-1-1ZM13 10H9.5v3.5M5.5 5.5h5M5.5 8h3"/>`;
export const file: Drawing = () =>
  svg`<path d="M9.25 2.25H4.5a1 1 0 0 0-1 1v9.5a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V5.5ZM9.25 2.25V5.5h3.25"/>`;
export const phone: Drawing = () =>
  svg`<path d="M5.6 2.5H3.5a1 1 0 0 0-1 1.1c.4 5 4.9 9.5 9.9 9.9a1 1 0 0 0 1.1-1v-2.1l-3-1.2-1.3 1.5C7.5 9.8 6.2 8.5 5.3 6.8l1.5-1.3Z"/>`;
export const mail: Drawing = () =>
  svg`<rect x="2" y="3.5" width="12" height="9" rx="1.5"/><path d="m2.5 4.75 5.5 4 5.5-4"/>`;
export const history: Drawing = () =>
  svg`<path d="M2.75 8a5.25 5.25 0 1 0 1.6-3.77L2.5 6M2.5 2.75V6h3.25M8 5.25V8l2 1.5"/>`;
/** A lead: it waits to be taken out. */
export const tray: Drawing = () =>
  svg`<path d="M2.5 9.5h3l1 1.75h3l1-1.75h3M2.5 9.5v2.75a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V9.5L11.5 3h-7Z"/>`;
export const trash: Drawing = () =>
  svg`<path d="M2.75 4.25h10.5M6 4.25V2.75h4v1.5M4 4.25l.6 8.6a1 1 0 0 0 1 .9h4.8a1 1 0 0 0 1-.9l.6-8.6M6.75 7v4M9.25 7v4"/>`;
export const download: Drawing = () => svg`<path d="M8 2.5v7.25M5 6.9l3 3 3-3M2.75 12.75h10.5"/>`;
export const upload: Drawing = () => svg`<path d="M8 9.75V2.5M5 5.4l3-3 3 3M2.75 12.75h10.5"/>`;
/** The other way round than {@link undo}. */
export const redo: Drawing = () =>
  svg`<path d="M10.5 3 13.25 5.75 10.5 8.5M13.25 5.75h-6.5a3.75 3.75 0 0 0 0 7.5H10"/>`;
export const undo: Drawing = () => svg`<path d="M5.5 3 2.75 5.75 5.5 8.5M2.75 5.75h6.5a3.75 3.75 0 0 1 0 7.5H6"/>`;
export const warning: Drawing = () =>
  svg`<path d="M8 2.25 14.25 13.25H1.75ZM8 6.25v3.25"/><circle cx="8" cy="11.4" r=".5" fill="currentColor"/>`;
export const info: Drawing = () =>
  svg`<circle cx="8" cy="8" r="5.75"/><path d="M8 7.25v3.75"/><circle cx="8" cy="5" r=".5" fill="currentColor"/>`;
export const formula: Drawing = () =>
  svg`<path d="M11 3.25c-1.9-.6-2.7.3-3 2L6.6 11c-.3 1.6-1 2.4-2.6 1.9M5.25 7h4.5M10.5 9.5l3 3.5M13.5 9.5l-3 3.5"/>`;
export const lock: Drawing = () =>
  svg`<rect x="3.25" y="7" width="9.5" height="6.5" rx="1.25"/><path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2"/>`;
export const won: Drawing = () => svg`<path d="M3.5 14V2.5M3.5 3h8.25l-1.75 3 1.75 3H3.5"/>`;
export const lost: Drawing = () =>
  svg`<circle cx="8" cy="8" r="5.75"/><path d="m5.75 5.75 4.5 4.5M10.25 5.75l-4.5 4.5"/>`;
export const scales: Drawing = () =>
  svg`<path d="M8 2.5v10.75M4.75 13.25h6.5M3.5 4.25h9M3.5 4.25 1.5 9h4ZM12.5 4.25l-2 4.75h4Z"/>`;
export const pin: Drawing = () => svg`<path d="M6 2.5h4l-.5 4 2.25 2.25h-7.5L6.5 6.5ZM8 8.75v5"/>`;
export const copy: Drawing = () =>
  svg`<rect x="5.75" y="5.75" width="7.5" height="7.5" rx="1.25"/><path d="M10.25 5.75V4A1.25 1.25 0 0 0 9 2.75H4A1.25 1.25 0 0 0 2.75 4v5A1.25 1.25 0 0 0 4 10.25h1.75"/>`;
export const people: Drawing = () =>
  svg`<circle cx="6" cy="5.5" r="2.25"/><path d="M1.75 13c.4-2.3 2.1-3.4 4.25-3.4s3.85 1.1 4.25 3.4M10.5 3.5a2.25 2.25 0 0 1 0 4M12 9.9c1.25.5 2 1.5 2.25 3.1"/>`;
export const offline: Drawing = () =>
  svg`<path d="m2.5 2.5 11 11M4.4 5.2C3 5.6 2 6.7 2 8.25a3 3 0 0 0 3 3h5.25M7 3.9c.3-.1.7-.15 1-.15a4 4 0 0 1 3.9 3.2 2.2 2.2 0 0 1 1.4 3.6"/>`;
export const refresh: Drawing = () => svg`<path d="M13.25 8a5.25 5.25 0 1 1-1.6-3.77L13.5 6M13.5 2.75V6h-3.25"/>`;
export const lunch: Drawing = () =>
  svg`<path d="M5 2.25v11.5M3 2.25v3a2 2 0 0 0 4 0v-3M11 13.75v-5M11 8.75c-1.4 0-1.9-1.3-1.9-3.1 0-2 .8-3.4 1.9-3.4Z"/>`;
export const task: Drawing = () => svg`<circle cx="8" cy="8" r="5.75"/><path d="m5.5 8.25 1.75 1.75 3.25-3.75"/>`;
export const external: Drawing = () =>
  svg`<path d="M6.5 3.5H4A1.25 1.25 0 0 0 2.75 4.75V12A1.25 1.25 0 0 0 4 13.25h7.25A1.25 1.25 0 0 0 12.5 12V9.5M9.25 2.75h4v4M13 3 7.75 8.25"/>`;
export const project: Drawing = () =>
  svg`<path d="M2.25 4.25a1 1 0 0 1 1-1h3l1.5 1.75h5a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-9.5a1 1 0 0 1-1-1Z"/>`;
