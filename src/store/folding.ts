/**
 * How changes are folded into what is shown. It comes with the commands: nothing is folded before somebody has changed
 * something, and what is read first is shown as it was read.
 */
export { foldSummaries } from '../domain/totals.js';
export { cares, drawOver, foldRows, foldSince, touches } from './fold-rows.js';
export { locate } from './locate.js';
export { Missed } from './missed.js';
export { Overlay } from './overlay.js';
export { pairsOf, replay } from './pairs.js';
export { lensOf } from './span.js';
