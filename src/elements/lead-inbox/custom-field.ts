import type { Field } from '../../domain/records.js';
import type { InboxModel } from './model.js';

/** The definition of a custom field, by `custom.<id>`. */
export function customField(field: string, model: InboxModel): Field | undefined {
  return model.store?.directory.fields.find((one) => `custom.${one.id}` === field);
}
