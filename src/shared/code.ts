export * from '../code.js';
