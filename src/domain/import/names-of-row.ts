import type { Money } from '../records.js';
import { fillPattern } from './pattern.js';
import type { RowValues } from './read-row.js';
import { personNameOf, readColumns, readRow } from './read-row.js';
import type { ImportSettings } from './settings.js';

/** Whom a row names; both empty = nobody. A pattern names where nothing else does. */
export function whoOf(
  texts: RowValues['texts'],
  cells: readonly string[],
  { nobody }: Pick<ImportSettings, 'nobody'>,
): { readonly person: string; readonly organization: string; readonly byPattern: boolean } {
  const person = personNameOf(texts);
  const organization = texts['organization.name'] ?? '';
  if (person !== '' || organization !== '' || nobody === null) return { person, organization, byPattern: false };
  const filled = fillPattern(nobody, cells);
  return { person: filled, organization, byPattern: filled !== '' };
}

/** The title of its own, else one made of the name. */
export function titleOf(
  texts: RowValues['texts'],
  person: string,
  organization: string,
  { defaultTitle }: Pick<ImportSettings, 'defaultTitle'>,
): string {
  return texts.title ?? defaultTitle(person !== '' ? person : organization);
}

/** What a row says, for showing. */
export interface Said {
  readonly title: string;
  readonly person: string;
  readonly organization: string;
  readonly value: Money | null;
}

/** Reads single rows once more: a table shows a few dozen of a hundred thousand, and nobody has to keep the others. */
export function sayer(settings: ImportSettings): (cells: readonly string[]) => Said {
  // Nothing of custom fields is shown, and whom they name is not looked up again.
  const columns = readColumns(settings.columns.filter(({ target }) => target !== 'custom'));
  return (cells) => {
    const { values } = readRow(cells, columns, settings);
    const { person, organization } = whoOf(values.texts, cells, settings);
    return { title: titleOf(values.texts, person, organization, settings), person, organization, value: values.value };
  };
}
