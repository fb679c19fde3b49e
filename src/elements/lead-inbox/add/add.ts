/** What "Add lead" fetches: the dialog, how it looks, and the styles of both. */
export { AddDialog } from './add-dialog.js';
export { addForm } from './add-form.js';
export { partStyles } from '../parts.styles.js';
