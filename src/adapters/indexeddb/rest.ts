/**
 * All but the first windows: columns, commits, and what is seldom needed. It is fetched apart, so that a page which has only
 * begun to show its records does not pay for it.
 */
export { cleanChanges } from '../local/clean.js';
export { memoryAdapter } from '../memory/memory.js';
export { Answers } from './answers.js';
export { getBlob, hasBlobs, putBlob } from './blobs.js';
export { erase } from './erase.js';
export { erasePerson, lastErased } from './erase-person.js';
export { forgetAll, forgetMemory } from './forget.js';
export { sweep } from './sweep.js';
export { Commit } from './write.js';
