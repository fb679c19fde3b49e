import { fieldName } from './columns.js';
import type { InboxModel } from './model.js';

/** The name of the field a condition is about; undefined where the field is gone. */
export function conditionName(field: string, model: InboxModel): string {
  const { filter } = model.t;
  switch (field) {
    case 'labelIds':
      return filter.label;
    case 'ownerId':
      return filter.owner;
    case 'sourceName':
      return filter.source;
    case 'nextActivity':
      return filter.activity;
    case 'createdAt':
      return model.t.common.created;
    case 'title':
      return model.t.common.title;
    default:
      return fieldName(field, model.t) ?? customField(field, model)?.name ?? field;
  }
}

export function customField(field: string, model: InboxModel) {
  return model.store?.directory.fields.find((one) => `custom.${one.id}` === field);
}
