/** How a storage drives the rule by which a person is erased (`domain/erasing/`): what memory and IndexedDB do alike. */
import { asCrmError } from '../../domain/errors.js';
import { Erasing } from '../../domain/erasing/erasing.js';
import { erasedField, type Erasure, type ErasureReport } from '../../domain/erasing/erasure.js';
import type { AnyRecord, ChangelogRow, Kind } from '../../domain/records.js';

/** All records of a kind are to be handed to `each`. */
export interface Look {
  readonly kind: Kind;
  readonly each: (record: AnyRecord) => void;
}

/**
 * What has to be looked at before anything can be erased.
 * @returns the rule, ready to say what becomes of every record; null = this command has been carried out already
 * @throws CrmError `not-found`
 */
export function* lookThrough(erasure: Erasure): Generator<Look, Erasing | null> {
  const erasing = new Erasing(erasure);
  try {
    while (erasing.looking.length > 0) {
      for (const kind of erasing.looking) yield { kind, each: (record) => erasing.look(kind, record) };
      erasing.next();
    }
    return erasing;
  } catch (thrown) {
    if (asCrmError(thrown).code !== 'not-found') throw thrown;
    let done = false;
    const each = (record: AnyRecord): void => {
      const { field, recordId } = record as ChangelogRow;
      if (field === erasedField && recordId === erasure.command) done = true;
    };
    yield { kind: 'changelog', each };
    if (!done) throw thrown;
    return null;
  }
}

/** Answered where the command has been carried out before: by an attempt whose end was not heard of. */
export const nothingLeft: ErasureReport = {
  ...{ names: [], deleted: {}, changed: {}, retitled: [], texts: [], textCount: 0, remaining: [] },
};
