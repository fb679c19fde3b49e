export { memoryAdapter, type MemoryOptions } from './memory/memory.js';
