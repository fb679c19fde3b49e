import { AddContact } from './add-dialog.js';
import type { AddOptions } from './add-dialog.js';
import { addForm } from './add-form.js';
import type { ContactDialogs, ContactPlace } from './place.js';

export { addStyles as partStyles } from './add-form.js';

const dialogs = new WeakMap<ContactPlace, AddContact>();

/** "Add person", "Add organization". */
export function openAdd(place: ContactPlace, opened: ContactDialogs, options: AddOptions): void {
  let add = dialogs.get(place);
  if (!add) dialogs.set(place, (add = new AddContact(place, opened, addForm)));
  add.open(options);
}
