/**
 * What a person is told of the changelog of a lead or deal, and how a value of it is given back. The rows themselves are
 * written by the adapters with every commit; the shape of a row, and that an old value can be restored from it, is that of
 * the field's own changelogs (`domain.md` 1.4).
 */
import { valueOf } from './field-value.js';
import type { Given, NotGiven } from './changelog-beside.js';
import { hasLines } from './products/deal-value.js';
import type { Where } from './query.js';
import type { ChangelogRow, Deal, DealDiscount, Field, Id, Lead, Taxing } from './records.js';
import { same } from './same.js';
import { toldKinds } from './told-to.js';
import { customReason } from './values.js';

/** Fields that follow from another one of the same change, or that nobody reads: their rows would tell the same twice. */
export const untoldFields: readonly string[] = [
  'rank',
  'stageHistory',
  'stageChangedAt',
  'closedAt',
  'wonAt',
  'lostAt',
  'firstWonAt',
  'origin',
  'originId',
  'sourceDealId',
  'mergedIds',
  'notDuplicateOf',
  'lines',
  'productId',
  'variationId',
  'leadId',
];

/** What a view of the changelog is narrowed by; '' = not. */
export interface ChangelogFilter {
  /**
   * A field of the record; of what is told beside it with its kind, such as `dealProduct.quantity`, and `dealProduct.` for that it
   * came or went.
   */
  readonly field: string;
  readonly userId: Id;
}

/** Came, went, and from one deal to another. */
const whereabouts = ['', 'dealId', 'dealIds'] as const;

/**
 * The rows that tell of one record; of a deal also those of its products, participants, files and projects, as long as they were its own
 * or those of a deal that was merged into it.
 */
export function changelogWhere(record: Pick<Lead | Deal, 'id' | 'mergedIds'>, filter: ChangelogFilter): Where {
  const { field, userId } = filter;
  const own: Where = { field: 'recordId', op: 'is', value: record.id };
  const beside: Where = { field: 'dealIds', op: 'has', value: dealIdsOf(record) };
  const all: Where[] =
    field === ''
      ? [{ any: [own, beside] }, { field: 'field', op: 'notIn', value: untoldFields }]
      : narrowed(field, own, beside);
  return { all: [...all, ...(userId === '' ? [] : [{ field: 'userId', op: 'is', value: userId } as const])] };
}

function narrowed(field: string, own: Where, beside: Where): Where[] {
  const [of = '', name = ''] = field.split('.');
  if (!toldKinds.some((kind) => kind === of)) return [own, { field: 'field', op: 'is', value: field }];
  return [
    beside,
    { field: 'of', op: 'is', value: of },
    name === '' ? { field: 'field', op: 'in', value: whereabouts } : { field: 'field', op: 'is', value: name },
  ];
}

/** Under which ids rows tell of the deal. */
export function dealIdsOf({ id, mergedIds }: Pick<Lead | Deal, 'id' | 'mergedIds'>): readonly Id[] {
  return [id, ...(mergedIds ?? [])];
}

/** Edited like any other field. The rest has commands with rules of their own, or is set by rules only. */
const plain: ReadonlySet<string> = new Set([
  'title',
  'value',
  'expectedClose',
  'probability',
  'personId',
  'organizationId',
  'sourceName',
  'channel',
  'channelId',
  'lostReason',
  'lostComment',
]);

type Names =
  | 'lead-edit'
  | 'deal-edit'
  | 'leads-assign'
  | 'deals-assign'
  | 'leads-label'
  | 'deals-label'
  | 'deals-move'
  | 'deal-pricing'
  | 'leads-archive'
  | 'leads-restore';

export type Restoring = Given<Names>;

/**
 * What gives the value back that the field had before this row.
 * @param row a change of the lead or deal
 * @param record as it is now
 * @param labelIds those there are: one that was deleted does not come back
 * @returns null where nothing can be given back: it has that value, the row tells of a record that was made or deleted, or
 * the field is kept by rules (won, lost and waiting have commands that know more than one field)
 */
export function restoring(
  row: Pick<ChangelogRow, 'op' | 'field' | 'before'>,
  record: Lead | Deal,
  kind: 'lead' | 'deal',
  labelIds: ReadonlySet<Id>,
): Restoring | null {
  const { op, field, before } = row;
  const { id } = record;
  if (op !== 'patch' || same(valueOf(record, field) ?? null, before ?? null)) return null;
  // It is worth what its products come to, not what it was.
  if (field === 'value' && 'lines' in record && hasLines(record)) return null;
  if (plain.has(field) || field.startsWith('custom.'))
    return { name: `${kind}-edit`, input: { id, fields: { [field]: before } } };
  const ids = [id];
  switch (field) {
    case 'ownerId':
      return { name: `${kind}s-assign`, input: { ids, ownerId: before as Id | null } };
    case 'labelIds': {
      const had = (before as readonly Id[]).filter((label) => labelIds.has(label));
      const add = had.filter((label) => !record.labelIds.includes(label));
      const remove = record.labelIds.filter((label) => !had.includes(label));
      return add.length + remove.length === 0 ? null : { name: `${kind}s-label`, input: { ids, add, remove } };
    }
    case 'taxing':
      return { name: 'deal-pricing', input: { id, taxing: (before as Taxing | null) ?? 'exclusive' } };
    case 'discounts':
      return { name: 'deal-pricing', input: { id, discounts: (before as readonly DealDiscount[] | null) ?? [] } };
    case 'archivedAt':
      return kind === 'deal' ? null : { name: before === null ? 'leads-restore' : 'leads-archive', input: { ids } };
    case 'stageId':
      // A won or lost deal does not move; its own buttons say so.
      return (record as Deal).status === 'open' ? { name: 'deals-move', input: { ids, stageId: before as Id } } : null;
    default:
      return null;
  }
}

/**
 * Why the value would be refused: its stage or custom field was deleted since, or the field takes other values by now.
 * @returns null where it would not
 */
export function whyNotRestored(
  { field, before }: Pick<ChangelogRow, 'field' | 'before'>,
  fields: readonly Field[],
  stageIds: ReadonlySet<Id>,
): NotGiven | null {
  if (field === 'stageId') return stageIds.has(before as Id) ? null : 'gone';
  if (!field.startsWith('custom.')) return null;
  const own = fields.find(({ id }) => `custom.${id}` === field);
  if (own === undefined) return 'gone';
  return customReason(own, before ?? null) === null ? null : 'values';
}
