import type { MergeKind } from '../domain/plan.js';
import type { Id } from '../domain/records.js';
import { openContact } from './open-contact.js';
import { openRecord } from './open-record.js';
import type { Opening } from './open-record.js';

/** Opens a record of whichever kind in the place of its kind. @returns false where the page cancelled it */
export function openAny(opening: Opening, kind: MergeKind, id: Id): boolean {
  return kind === 'person' || kind === 'organization' ? openContact(opening, kind, id) : openRecord(opening, kind, id);
}
