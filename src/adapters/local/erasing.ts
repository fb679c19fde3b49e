/** How a storage drives the rule by which a person is erased (`domain/erasing/`): what memory and IndexedDB do alike. */
import { asCrmError } from '../../domain/errors.js';
import { Erasing } from '../../domain/erasing/erasing.js';
import { erasedField, type Erasure, type ErasureReport } from '../../domain/erasing/erasure.js';
import { isWritten } from '../../domain/files/types.js';
import type { AnyRecord, AttachedFile, ChangelogRow, Kind } from '../../domain/records.js';

/** Bytes of the longest text that is looked into. */
const longest = 4 * 1024 * 1024;

/** Is it a file that is to be looked into? */
export function isLookedInto({ type, size }: AttachedFile): boolean {
  return isWritten(type) && size <= longest;
}

/** All records of a kind are to be handed to `each`, files with what is written in them. */
export interface Look {
  readonly kind: Kind;
  readonly each: (record: AnyRecord, inside?: string) => void;
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
      for (const kind of erasing.looking) yield { kind, each: (record, inside) => erasing.look(kind, record, inside) };
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
