/** Records as they lie in the database, and back. */
import type {
  Activity,
  AnyRecord,
  ChangelogRow,
  Conversion,
  Deal,
  Id,
  Kind,
  Lead,
  Note,
} from '../../domain/records.js';
import { toJson } from '../../domain/json.js';
import { same } from '../../domain/same.js';
import { isFew } from '../../domain/few.js';
import { dueKey } from '../local/due.js';
import { normaliseAny } from '../local/schema.js';
import { alone, aloneRow } from './log.js';
import { bare, written, type Kept, type Row, type RowColumns } from './bare.js';

/** The record of a row: private columns left off, missing fields filled in. */
export function fromRow<R extends AnyRecord>(kind: Kind, row: Row<R>): R {
  if (kind === 'changelog') return aloneRow(row as unknown as ChangelogRow) as unknown as R;
  const record = typeof row._ === 'string' ? { ...bare(row), ...unkept(row._) } : bare(row);
  return normaliseAny(kind, record) as R;
}

export function toRow(kind: Kind, record: AnyRecord): Row {
  if (kind === 'lead' || kind === 'deal') return { ...record, _: columnsOf(record as Lead | Deal) };
  if (isFew(kind)) return { ...record, _: { written } };
  if (kind === 'changelog') return alone(record as ChangelogRow);
  if (kind === 'note' || kind === 'activity') {
    const apart = apartOf(record as Note | Activity);
    return apart === null ? record : { ...record, _: { apart } };
  }
  if (kind !== 'conversion') return record;
  const { lead, deal, kept, expiresAt, ...receipt } = record as Conversion;
  const more = kept === null ? {} : { kept };
  const text = toJson({ lead, ...(deal === null ? { deal } : unlike(deal, lead)), ...more, expiresAt });
  return { ...receipt, _: text } as unknown as Row;
}

type Values = Readonly<Record<string, unknown>>;
/** A deal that was made of the lead says mostly the same: what it says otherwise, and which of the lead's fields it has not. */
interface Unlike {
  readonly made: Values;
  readonly not: readonly string[];
}

function unlike(deal: Deal, lead: Lead): Unlike {
  const [own, like] = [deal, lead] as readonly unknown[] as readonly [Values, Values];
  const made: [field: string, value: unknown][] = [];
  for (const field of Object.keys(own)) {
    const value = own[field];
    // Nearly all that a lead has is the very same; what it does not have is undefined there, or of no record at all.
    if (value === like[field] && value !== undefined) continue;
    if (!Object.hasOwn(like, field) || !same(value, like[field])) made.push([field, value]);
  }
  // Not filled field by field: the name of one may be `__proto__`.
  return { made: Object.fromEntries(made), not: Object.keys(like).filter((field) => !Object.hasOwn(own, field)) };
}

/** One of an earlier version has `expiresAt` outside, or the whole deal. */
function unkept(text: Kept): Partial<Conversion> {
  const { made, not, ...kept } = JSON.parse(text) as Partial<Conversion & Unlike>;
  if (made === undefined) return kept;
  const left = new Set(not);
  const like = Object.entries(kept.lead!).filter(([field]) => !left.has(field));
  return { ...kept, deal: { ...Object.fromEntries(like), ...made } as unknown as Deal };
}

function columnsOf(record: Lead | Deal): RowColumns {
  return {
    written,
    archived: record.archivedAt === null ? 0 : 1,
    due: dueKey(record.nextActivity),
    newest: -Date.parse(record.createdAt),
  };
}

/** @returns null = it is told with all the others, in the order of time */
function apartOf(record: Note | Activity): readonly Id[] | null {
  if ('done' in record ? record.done && record.doneAt : !record.pinned) return null;
  const { leadId, dealId, personId, organizationId } = record;
  const ids = new Set([leadId, dealId, personId, organizationId].flatMap((id) => id || []));
  return ids.size === 0 ? null : [...ids];
}
