import type { FieldWriting } from '../../shared/field-text.js';
import { nameInRow } from '../../shared/record-names.js';
import type { Writing } from './columns.js';

/** What custom fields are written with in rows, filters and files. */
export function fieldWriting(writing: Writing): FieldWriting {
  const { t, format } = writing;
  return { format, words: t.common, nameOf: (id, kind) => nameInRow(writing, id, kind) };
}
