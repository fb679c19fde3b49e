import type { FieldWriting } from '../../shared/field-text.js';
import type { Writing } from './columns.js';

/** What custom fields are written with in rows and filters: their records bring no others, so only users have names. */
export function fieldWriting({ t, format, store }: Writing): FieldWriting {
  return {
    format,
    words: t.common,
    nameOf: (id, kind) => (kind === 'user' && store?.directory.user(id)?.name) || id,
  };
}
