/** The file for a script tag: registers every element and exports the public API. */
export * from '../src/index.js';
import '../src/define.js';
