import type { Writing } from './columns.js';
import { columnOf } from './more-columns.js';

/** The name of the field a condition is about; the field's own where it is gone. */
export function conditionName(field: string, { t, store }: Pick<Writing, 't' | 'store'>): string {
  const { common, filter } = t;
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
      return columnOf(field, store, store?.directory.fields)?.name(t) ?? field;
  }
}
