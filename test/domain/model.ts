/** A small database that folds changes as strictly as an adapter does, and drives rules as the store does. */
import { apply, same, valueOf } from '../../src/domain/change.js';
import type { Change } from '../../src/domain/change.js';
import { rules } from '../../src/domain/commands.js';
import type { RuledCommand } from '../../src/domain/commands.js';
import { comparer } from '../../src/domain/compare.js';
import { derive } from '../../src/domain/derive.js';
import { prepare } from '../../src/domain/matches.js';
import type { CommandInputs, DraftOf, Problem } from '../../src/domain/plan.js';
import type { AnyRecord, Id, Kind, Lead, RecordOf } from '../../src/domain/records.js';
import { Records } from '../../src/domain/rule.js';
import type { Env, Need, Rule } from '../../src/domain/rule.js';
import { later, today } from '../../src/testing/fixtures.js';

export class Conflict extends Error {}

export interface Folded {
  readonly kind: Kind;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
}

export class Model {
  records = new Map<Kind, Map<Id, AnyRecord>>();
  now = later;
  /** Who runs the commands. */
  userId: Id | null = 'user-1';
  /** Hears each record's change, derived fields included: what a live query folds. */
  listener: (folded: Folded) => void = () => {};
  #made = 0;

  constructor(changes: readonly Change[] = []) {
    this.commit(changes);
  }

  env(): Env {
    return {
      now: this.now,
      today,
      userId: this.userId,
      command: `command-${++this.#made}`,
      newId: () => `made-${++this.#made}`,
      keepReceipts: 30,
      currency: 'EUR',
    };
  }

  all<K extends Kind>(kind: K): RecordOf[K][] {
    return [...(this.records.get(kind)?.values() ?? [])] as RecordOf[K][];
  }

  get<K extends Kind>(kind: K, id: Id): RecordOf[K] | null {
    return (this.records.get(kind)?.get(id) as RecordOf[K] | undefined) ?? null;
  }

  read({ kind, where, order, limit }: Need): AnyRecord[] {
    const found = this.all(kind).filter(prepare({ where, today }));
    return found.sort(comparer(order, kind, today)).slice(0, limit);
  }

  gather<N extends RuledCommand>(rule: Rule<N>, input: CommandInputs[N], env: Env): Records {
    const found = new Records();
    for (const need of rule.needs(input, env)) found.add(need.kind, this.read(need));
    for (const need of rule.then?.(input, found, env) ?? []) found.add(need.kind, this.read(need));
    for (const need of rule.further?.(input, found, env) ?? []) found.add(need.kind, this.read(need));
    for (const need of rule.offers?.(input, found, env) ?? []) found.add(need.kind, this.read(need));
    return found;
  }

  plan<N extends RuledCommand>(name: N, input: CommandInputs[N]): DraftOf<N>[] {
    const rule = rules[name] as unknown as Rule<N>;
    const env = this.env();
    return rule.draft(input, this.gather(rule, input, env), env);
  }

  /** Carries a plan out as the store does: read again, check again, leave out what is refused, commit each draft. */
  run<N extends RuledCommand>(
    name: N,
    input: CommandInputs[N],
    drafts: readonly DraftOf<N>[] = this.plan(name, input),
  ): { changes: Change[]; problems: Problem[] } {
    const rule = rules[name] as unknown as Rule<N>;
    const env = this.env();
    const changes: Change[] = [];
    const problems: Problem[] = [];
    const found = rule.bulk ? null : this.gather(rule, input, env);
    for (const draft of drafts) {
      const fresh = found ?? this.gather(rule, input, env);
      rule.check(draft, fresh, env, input);
      problems.push(...draft.problems);
      if (draft.problems.length > 0 || draft.refused !== null) continue;
      const own = rule.changes(draft, fresh, env, input);
      this.commit(own);
      changes.push(...own);
    }
    return { changes, problems };
  }

  /** All or nothing. @throws Conflict */
  commit(changes: readonly Change[]): void {
    const kept = new Map([...this.records].map(([kind, records]) => [kind, new Map(records)]));
    const folded: Folded[] = [];
    const touched = new Set<string>();
    try {
      for (const change of changes) folded.push(...this.#fold(change, touched));
      for (const key of touched) folded.push(...this.#derive(key));
    } catch (error) {
      this.records = kept;
      throw error;
    }
    for (const one of folded) this.listener(one);
  }

  #fold(change: Change, touched: Set<string>): Folded[] {
    const held = this.records.get(change.kind) ?? new Map<Id, AnyRecord>();
    this.records.set(change.kind, held);
    const before = held.get(change.id) ?? null;
    if (change.op === 'create' && before !== null) throw new Conflict(`${change.kind} ${change.id} exists`);
    if (change.op === 'delete' && before?.rev !== change.rev)
      throw new Conflict(`${change.kind} ${change.id} is another version`);
    if (change.op === 'patch') {
      if (before === null) throw new Conflict(`${change.kind} ${change.id} is gone`);
      for (const [name, [was]] of Object.entries(change.fields)) {
        if (!same(valueOf(before, name) ?? null, was ?? null))
          throw new Conflict(`${change.kind} ${change.id} ${name} is stale`);
      }
    }
    const plain = apply(before, change);
    const after = plain === null ? null : { ...plain, rev: (before?.rev ?? 0) + 1 };
    if (after === null) held.delete(change.id);
    else held.set(change.id, after);
    for (const record of [before, after]) if (record !== null) hangers(change.kind, record, touched);
    return [{ kind: change.kind, before, after }];
  }

  #derive(key: string): Folded[] {
    const [kind, id] = key.split(' ') as ['lead' | 'deal', Id];
    const record = this.get<'lead' | 'deal'>(kind, id);
    if (record === null) return [];
    const on = kind === 'lead' ? 'leadId' : 'dealId';
    const derived = derive(record, {
      person: this.get('person', record.personId ?? ''),
      organization: this.get('organization', record.organizationId ?? ''),
      undone: this.all('activity').filter((activity) => activity[on] === id && !activity.done),
      touchedAt: this.now,
    });
    const after = { ...record, ...derived };
    this.records.get(kind)!.set(id, after);
    return [{ kind, before: record, after }];
  }
}

function hangers(kind: Kind, record: AnyRecord, touched: Set<string>): void {
  if (kind === 'lead' || kind === 'deal') touched.add(`${kind} ${record.id}`);
  if (kind !== 'note' && kind !== 'activity') return;
  const { leadId, dealId } = record as RecordOf['note'];
  if (leadId !== null) touched.add(`lead ${leadId}`);
  if (dealId !== null) touched.add(`deal ${dealId}`);
}

/** A record without what an adapter sets by itself. */
export function plain(record: AnyRecord | null): unknown {
  if (record === null) return null;
  const { rev: _rev, updatedAt: _updated, touchedAt: _touched, ...rest } = record as Lead;
  return rest;
}
