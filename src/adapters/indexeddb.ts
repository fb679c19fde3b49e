export { indexeddbAdapter, type IndexedDbAdapter, type IndexedDbOptions } from './indexeddb/indexeddb.js';
