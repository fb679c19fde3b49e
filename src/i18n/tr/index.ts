/** Every area in Turkish; one line an area. test/i18n holds this list to the files of ../en. */
export { common } from './common.js';
