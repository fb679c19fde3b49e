import { firstName } from './columns.js';
import type { InboxModel } from './model.js';

/** The name of the field a condition is about; the field's own where it is gone, or what knows it is on its way. */
export function conditionName(field: string, model: InboxModel): string {
  const { common, filter } = model.t;
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
      return common.created;
    case 'title':
      return common.title;
    default:
      return firstName(field, model.t) ?? model.column(field)?.name?.(model.t) ?? field;
  }
}
