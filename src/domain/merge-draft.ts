import { same, valueOf } from './change.js';
import { compareIds } from './compare.js';
import { CUSTOM } from './field-value.js';
import { titleOf } from './drafts.js';
import { emailKey, phoneKey } from './duplicates.js';
import { sumOfCounts } from './hanging.js';
import { isEmpty } from './matches.js';
import { isSameAtHome } from './phone.js';
import { hasLines } from './products/deal-value.js';
import type { MergeDifference, MergeDraft, MergeInput, MergeKind, MergeMoves, Problem } from './plan.js';
import type { ContactPoint, Field, Id, Person, RecordOf } from './records.js';

type Values = Record<string, unknown>;
export type Mergeable<K extends MergeKind = MergeKind> = RecordOf[K];

/** What one may choose, beside custom fields. What a stage, a close or a wait says stays as the survivor has it. */
const opportunity = [
  'title',
  'value',
  'expectedClose',
  'ownerId',
  'personId',
  'organizationId',
  'sourceName',
  'channel',
] as const;
const CHOOSABLE: { readonly [K in MergeKind]: readonly string[] } = {
  lead: opportunity,
  deal: [...opportunity, 'probability'],
  person: ['name', 'jobTitle', 'organizationId', 'ownerId'],
  organization: ['name', 'address', 'website', 'ownerId'],
};
/** A chance that was never set is the stage's, and not a gap that another's chance belongs in. */
const UNFILLED: ReadonlySet<string> = new Set(['probability']);
/** What goes with a field, wherever its value comes from. */
const WITH: Readonly<Record<string, string>> = { channel: 'channelId' };

/** Records of a kind about to become one. */
export class MergingDraft<K extends MergeKind = MergeKind> implements MergeDraft<K> {
  readonly kind: K;
  fields: Values = {};
  problems: readonly Problem[] = [];
  refused: string | null = null;
  readonly #records: Map<Id, Mergeable<K>>;
  readonly #lists: ReadonlySet<string>;
  readonly #moves: ReadonlyMap<Id, MergeMoves>;
  readonly #given: Readonly<Values>;
  readonly #chosen = new Map<string, Id>();
  #survivorId: Id;

  /** @param defs the custom fields @param moves what hangs on, or names, each of them */
  constructor(
    kind: K,
    { ids, survivorId, fields = {} }: MergeInput,
    records: readonly Mergeable<K>[],
    defs: readonly Field[],
    moves: ReadonlyMap<Id, MergeMoves>,
  ) {
    this.kind = kind;
    this.#records = new Map(records.map((record) => [record.id, record]));
    this.#lists = new Set(defs.filter(({ type }) => type === 'options').map(({ id }) => CUSTOM + id));
    this.#moves = moves;
    this.#given = fields;
    this.#survivorId = survivorId ?? oldest(records) ?? ids[0] ?? '';
    this.#begin();
  }

  get id(): Id {
    return this.#survivorId;
  }
  get record(): Mergeable<K> | null {
    return this.#records.get(this.#survivorId) ?? null;
  }
  /** The same one, read again: nothing of it that counts has changed. */
  set record(fresh: Mergeable<K> | null) {
    if (fresh !== null) this.#records.set(fresh.id, fresh);
  }
  get title(): string {
    return titleOf(this.record);
  }
  get records(): readonly Mergeable<K>[] {
    return [...this.#records.values()];
  }
  get others(): readonly Mergeable<K>[] {
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

  get moves(): MergeMoves {
    return sumOfCounts(this.others.flatMap(({ id }) => this.#moves.get(id) ?? []));
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
  renew(fresh: Mergeable<K>): void {
    this.#records.set(fresh.id, fresh);
  }

  #names(): readonly string[] {
    const { records } = this;
    const custom = new Set(records.flatMap((one) => Object.keys(one.custom).map((id) => CUSTOM + id)));
    // What has products is worth their sum, and so is what they come to: that is nobody's to choose.
    const summed = records.some((one) => 'stageId' in one && hasLines(one));
    const choosable = CHOOSABLE[this.kind];
    const own = summed ? choosable.filter((name) => name !== 'value') : choosable;
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
    Object.assign(this.fields, united(all));
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

/** Lists that are nobody's to choose: labels of all, and every address and number once. */
function united(all: readonly Mergeable[]): Values {
  if (all.every((one) => 'labelIds' in one)) return { labelIds: [...new Set(all.flatMap(({ labelIds }) => labelIds))] };
  if (!all.every((one) => 'emails' in one)) return {};
  return { emails: pointsOf(all, 'emails', emailKey), phones: inOneSpelling(pointsOf(all, 'phones', phoneKey)) };
}

/** The first one that has any keeps its primary one. */
function pointsOf(
  all: readonly Person[],
  field: 'emails' | 'phones',
  keyOf: (value: string) => string | null,
): readonly ContactPoint[] {
  const known = new Set<string>();
  const points = all
    .flatMap((one) => one[field])
    .filter(({ value }) => {
      const key = keyOf(value) ?? value;
      const fresh = !known.has(key);
      known.add(key);
      return fresh;
    });
  const primary = Math.max(
    0,
    points.findIndex((point) => point.primary),
  );
  return points.map((point, index) =>
    point.primary === (index === primary) ? point : { ...point, primary: index === primary },
  );
}

/**
 * A number that one has as it is dialled at home, and another one with its country's code, is kept once, with the code: where the
 * first of the two stood, under its label. Which of several countries it is of, nobody can say: then all stay.
 */
function inOneSpelling(points: readonly ContactPoint[]): readonly ContactPoint[] {
  let kept = points;
  for (const near of points) {
    const [far, ...more] = points.filter(({ value }) => isSameAtHome(value, near.value));
    if (far === undefined || more.length > 0) continue;
    const [first, second] = kept.filter(({ value }) => value === near.value || value === far.value);
    if (first === undefined || second === undefined) continue;
    const label = first.label === 'other' ? second.label : first.label;
    const one = { value: far.value, label, primary: first.primary || second.primary };
    kept = kept.flatMap((point) => (point === first ? [one] : point === second ? [] : [point]));
  }
  return kept;
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
