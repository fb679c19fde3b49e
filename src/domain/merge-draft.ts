import { same, valueOf } from './change.js';
import { compareIds } from './compare.js';
import { CUSTOM } from './field-value.js';
import { sumOfCounts } from './hanging.js';
import type { HangingCounts } from './hanging.js';
import { isEmpty } from './matches.js';
import { hasLines } from './products/deal-value.js';
import type { MergeDifference, MergeDraft, MergeInput, Problem } from './plan.js';
import type { Deal, Field, Id, Lead } from './records.js';

type Values = Record<string, unknown>;
type Mergeable = Lead | Deal;

/** What one may choose, beside custom fields. What a stage, a close or a wait says stays as the survivor has it. */
const CHOOSABLE = [
  'title',
  'value',
  'expectedClose',
  'ownerId',
  'personId',
  'organizationId',
  'sourceName',
  'channel',
] as const;
/** A chance that was never set is the stage's, and not a gap that another's chance belongs in. */
const UNFILLED: ReadonlySet<string> = new Set(['probability']);
/** What goes with a field, wherever its value comes from. */
const WITH: Readonly<Record<string, string>> = { channel: 'channelId' };

/** Leads, or deals, about to become one. */
export class MergingDraft implements MergeDraft {
  readonly kind: 'lead' | 'deal';
  fields: Values = {};
  problems: readonly Problem[] = [];
  refused: string | null = null;
  readonly #records: Map<Id, Mergeable>;
  readonly #lists: ReadonlySet<string>;
  readonly #hanging: ReadonlyMap<Id, HangingCounts>;
  readonly #given: Readonly<Values>;
  readonly #chosen = new Map<string, Id>();
  #survivorId: Id;

  /** @param defs the custom fields */
  constructor(
    kind: 'lead' | 'deal',
    { ids, survivorId, fields = {} }: MergeInput,
    records: readonly Mergeable[],
    defs: readonly Field[],
    hanging: ReadonlyMap<Id, HangingCounts>,
  ) {
    this.kind = kind;
    this.#records = new Map(records.map((record) => [record.id, record]));
    this.#lists = new Set(defs.filter(({ type }) => type === 'options').map(({ id }) => CUSTOM + id));
    this.#hanging = hanging;
    this.#given = fields;
    this.#survivorId = survivorId ?? oldest(records) ?? ids[0] ?? '';
    this.#begin();
  }

  get id(): Id {
    return this.#survivorId;
  }
  get record(): Mergeable | null {
    return this.#records.get(this.#survivorId) ?? null;
  }
  /** The same one, read again: nothing of it that counts has changed. */
  set record(fresh: Mergeable | null) {
    if (fresh !== null) this.#records.set(fresh.id, fresh);
  }
  get title(): string {
    return this.record?.title ?? '';
  }
  get records(): readonly Mergeable[] {
    return [...this.#records.values()];
  }
  get others(): readonly Mergeable[] {
    return this.records.filter(({ id }) => id !== this.#survivorId);
  }

  get survivorId(): Id {
    return this.#survivorId;
  }
  set survivorId(id: Id) {
    if (id === this.#survivorId || !this.#records.has(id)) return;
    this.#survivorId = id;
    this.#begin();
  }

  get differences(): readonly MergeDifference[] {
    const { records } = this;
    return this.#names()
      .map((field) => ({ field, values: records.map((one) => [one.id, held(one, field)] as const) }))
      .filter(({ values }) => values.some(([, value]) => !same(value, values[0]![1])));
  }

  get moves(): HangingCounts {
    return sumOfCounts(this.others.flatMap(({ id }) => this.#hanging.get(id) ?? []));
  }

  chosen(field: string): Id | null {
    const value = this.fields[field] ?? null;
    const has = (one: Mergeable): boolean => same(held(one, field), isEmpty(value) ? null : value);
    // Where several have it, the one it was taken from.
    const own = [this.#chosen.get(field), this.#survivorId].flatMap((id) => this.#records.get(id ?? '') ?? []);
    return [...own, ...this.records].find(has)?.id ?? null;
  }

  choose(field: string, id: Id): void {
    if (!this.#records.has(id)) return;
    this.#chosen.set(field, id);
    this.#take(field, id);
  }

  refuse(reason = ''): void {
    this.refused = reason;
  }

  /** Another version of one of them, that says the same. */
  renew(fresh: Mergeable): void {
    this.#records.set(fresh.id, fresh);
  }

  #names(): readonly string[] {
    const { records } = this;
    const custom = new Set(records.flatMap((one) => Object.keys(one.custom).map((id) => CUSTOM + id)));
    // What has products is worth their sum, and so is what they come to: that is nobody's to choose.
    const summed = records.some((one) => 'stageId' in one && hasLines(one));
    const values = summed ? CHOOSABLE.filter((name) => name !== 'value') : CHOOSABLE;
    const own: readonly string[] = this.kind === 'deal' ? [...values, 'probability'] : values;
    return [...own, ...[...custom].filter((name) => !this.#lists.has(name))];
  }

  /** The survivor's values, its gaps filled from the others, lists united; then what was chosen before. */
  #begin(): void {
    const { record, others } = this;
    this.fields = {};
    if (record === null) return;
    const all = [record, ...others];
    for (const field of this.#names()) {
      const from = UNFILLED.has(field) ? record : (all.find((one) => !isEmpty(held(one, field))) ?? record);
      this.#take(field, from.id);
    }
    this.fields['labelIds'] = [...new Set(all.flatMap(({ labelIds }) => labelIds))];
    for (const name of this.#lists) {
      const united = [...new Set(all.flatMap((one) => (held(one, name) ?? []) as readonly Id[]))];
      if (united.length > 0) this.fields[name] = united;
    }
    for (const [field, id] of this.#chosen) this.#take(field, id);
    Object.assign(this.fields, this.#given);
  }

  #take(field: string, id: Id): void {
    const from = this.#records.get(id)!;
    // A text that is empty stays one: null is not what such a field may hold.
    this.fields[field] = valueOf(from, field) ?? null;
    const beside = WITH[field];
    if (beside !== undefined) this.fields[beside] = valueOf(from, beside) ?? null;
  }
}

/** What a record says, nothing at all being the same however it is written. */
function held(record: Mergeable, field: string): unknown {
  const value = valueOf(record, field);
  return isEmpty(value) ? null : value;
}

/** The one that was there first, as long as it is open: what others have written down leads to it. */
function oldest(records: readonly Mergeable[]): Id | null {
  const closed = (one: Mergeable): number => ('status' in one && one.status !== 'open' ? 1 : 0);
  const [first] = [...records].sort(
    (a, b) => closed(a) - closed(b) || compareIds(a.createdAt, b.createdAt) || compareIds(a.id, b.id),
  );
  return first?.id ?? null;
}
