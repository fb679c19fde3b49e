import { FieldsDialog } from './dialog.js';
import type { FieldsPlace } from './place.js';

/** One dialog of fields for each of the view's dialogs: menus and drags of it live as long as the view. */
const opened = new WeakMap<object, FieldsDialog>();

/** @param add true = the form of a new field, and nothing else */
export function openFields(place: FieldsPlace, add = false): void {
  let fields = opened.get(place.dialog);
  if (!fields) opened.set(place.dialog, (fields = new FieldsDialog(place)));
  fields.open(add);
}

export { partStyles } from './fields.styles.js';
