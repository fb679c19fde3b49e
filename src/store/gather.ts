import type { CommandInputs, CommandName } from '../domain/plan.js';
import type { AnyRecord, Id, Kind, RecordOf } from '../domain/records.js';
import { Records, type Env, type Need, type Rule } from '../domain/rule.js';
import type { Context } from './context.js';
import type { WholeKinds } from './directory.js';
import type { Ledger } from './ledger.js';
import { keyOf } from './overlay.js';
import { allOf } from './range.js';

/** Ids asked for in one read: more would not fit into the address that many backends are asked by. */
const IDS_AT_ONCE = 500;

/** What is seen with pending commands in it, and the record as it was read. */
const readAs = new WeakMap<AnyRecord, AnyRecord>();

/** The record as the storage has it: without the pending commands that it was seen with, which may yet be refused. */
export function withoutPending(seen: AnyRecord | null): AnyRecord | null {
  return seen === null ? null : (readAs.get(seen) ?? seen);
}

/** Reads what a command needs to see. */
export class Gatherer {
  constructor(
    private readonly context: Context,
    private readonly directory: WholeKinds,
  ) {}

  /**
   * @param fresh false: what is on the screen is taken as it is seen there, pending commands included, and only the rest
   * is read. An edit is shown at once that way; the storage still refuses it where somebody was first.
   * @param offers with what drafts offer to whoever edits them
   */
  async gather<N extends CommandName>(
    rule: Rule<N>,
    input: CommandInputs[N],
    env: Env,
    fresh: boolean,
    offers = false,
  ): Promise<Records> {
    const found = new Records();
    await this.#load(found, rule.needs(input, env), fresh);
    if (rule.then !== undefined) await this.#load(found, rule.then(input, found, env), fresh);
    if (rule.further !== undefined) await this.#load(found, rule.further(input, found, env), fresh);
    if (offers && rule.offers !== undefined) await this.#load(found, rule.offers(input, found, env), fresh);
    return found;
  }

  /** As the storage has them now. */
  async look(needs: readonly Need[]): Promise<Records> {
    const found = new Records();
    await this.#load(found, needs, true);
    return found;
  }

  /** All records of a kind of which there are few, as they are by now. */
  async whole<K extends Kind>(kind: K): Promise<readonly RecordOf[K][]> {
    const { context } = this;
    return this.directory.whole(kind) ?? allOf(context.calls, { kind, today: context.today(), related: false });
  }

  async byIds<K extends Kind>(kind: K, ids: readonly Id[]): Promise<readonly RecordOf[K][]> {
    const lists: Promise<RecordOf[K][]>[] = [];
    for (let i = 0; i < ids.length; i += IDS_AT_ONCE) {
      const value = ids.slice(i, i + IDS_AT_ONCE);
      lists.push(
        allOf(
          this.context.calls,
          { kind, where: { field: 'id', op: 'in', value }, today: this.context.today(), related: false },
          IDS_AT_ONCE,
        ),
      );
    }
    return (await Promise.all(lists)).flat();
  }

  async #load(found: Records, needs: readonly Need[], fresh: boolean): Promise<void> {
    // What is known is put in without waiting: an optimistic command is drawn in the task it was asked for.
    const unread = fresh ? needs : needs.filter((need) => !this.#known(found, need));
    if (unread.length === 0) return;
    await Promise.all(
      unread.map(async (need) => {
        const read = await this.#read(need, found);
        const { ledger } = this.context;
        const seen = fresh
          ? read
          : read.map((record) => seenOver(ledger, need.kind, record.id, record)).filter((record) => record !== null);
        add(found, need.kind, seen);
      }),
    );
  }

  async #read({ kind, where, order, limit }: Need, found: Records): Promise<readonly AnyRecord[]> {
    const { calls } = this.context;
    const today = this.context.today();
    const ids = idsOf(where);
    if (ids !== null)
      return this.byIds(
        kind,
        ids.filter((id) => found.get(kind, id) === null),
      );
    if (limit === undefined) return allOf(calls, { kind, where, order, today, related: false });
    const window = calls.adapter.abilities.seek ? { offset: 0, limit } : { after: null, limit };
    return (await calls.read({ kind, where, order, today, window, related: false })).records.slice(0, limit);
  }

  #known(found: Records, need: Need): boolean {
    const { ledger } = this.context;
    if (need.where === undefined && need.limit === undefined) {
      const whole = this.directory.whole(need.kind);
      if (whole === undefined) return false;
      add(found, need.kind, whole);
      return true;
    }
    const ids = idsOf(need.where);
    if (ids === null) return false;
    let all = true;
    for (const id of ids) {
      const confirmed = ledger.confirmed(need.kind, id);
      const seen = confirmed === undefined ? null : seenOver(ledger, need.kind, id, confirmed);
      if (seen === null) all = false;
      else add(found, need.kind, [seen]);
    }
    return all;
  }
}

function seenOver(ledger: Ledger, kind: Kind, id: Id, record: AnyRecord | null): AnyRecord | null {
  const seen = ledger.visible(kind, id, record);
  if (seen !== null && record !== null && seen !== record) readAs.set(seen, record);
  return seen;
}

function idsOf(where: Need['where']): readonly Id[] | null {
  return where !== undefined && 'field' in where && where.field === 'id' && where.op === 'in'
    ? (where.value as readonly Id[])
    : null;
}

/** The kind is known only while it runs: the type of `add` cannot follow it. */
function add(found: Records, kind: Kind, records: readonly AnyRecord[]): void {
  found.add(kind, records);
}

/** The records a command names, as places in the line of those who write them. */
export function keysOf(needs: readonly Need[]): string[] {
  return needs.flatMap((need) => (idsOf(need.where) ?? []).map((id) => keyOf(need.kind, id)));
}
