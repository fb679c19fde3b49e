import { patchOf, same, swap, valueOf, type Change, type Fields, type Patch } from '../domain/change.js';
import { children, isChild, leadChildren } from '../domain/children.js';
import { hungKinds } from '../domain/contact-delete.js';
import { CrmError } from '../domain/errors.js';
import type { CommandName, Outcome, Plan } from '../domain/plan.js';
import { derivedFields, type AnyRecord, type Id, type Kind } from '../domain/records.js';
import { partBack } from '../domain/part-back.js';
import type { CommandResult, RunOptions } from './api.js';
import type { Context } from './context.js';
import type { Gatherer } from './gather.js';
import { keyOf } from './overlay.js';
import { allOf } from './range.js';
import type { Known } from './pairs.js';
import { outcomeOf, type Committed } from './commit.js';
import { unitsOf } from './undo-units.js';
import type { Unit } from './unit.js';

/** What a command has done, as far as taking it back goes. */
export interface Done {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  readonly stored: readonly Change[];
}

/** Commands whose way back is a command of its own, because a receipt or the trash knows more than the changes do. */
const wayBack: { readonly [N in CommandName]?: CommandName } = {
  'leads-convert': 'conversions-undo',
  'leads-delete': 'trash-restore',
  'deals-delete': 'trash-restore',
  'persons-delete': 'trash-restore',
  'organizations-delete': 'trash-restore',
  'leads-import': 'import-undo',
};
/** What is itself a way back is not taken back by this. */
const final: ReadonlySet<CommandName> = new Set([
  'conversions-undo',
  'import-undo',
  'trash-restore',
  'view-save',
  'leads-see',
]);

/** Of these saved filters and set-ups of views are not what they are about: those only follow, and are somebody else's. */
const merging: ReadonlySet<CommandName> = new Set(['persons-merge', 'organizations-merge']);

/** Records whose users are asked for in one read. */
const AT_ONCE = 100;

const derived: ReadonlySet<string> = new Set(derivedFields);

export function canUndo(done: Done): boolean {
  return (
    !final.has(done.plan.name) && done.outcomes.some((outcome) => outcome.state === 'done') && done.stored.length > 0
  );
}

export class Undoer {
  constructor(
    private readonly context: Context,
    private readonly gatherer: Gatherer,
    private readonly execute: (name: CommandName, input: never, options: RunOptions) => Promise<CommandResult>,
    private readonly commit: (units: readonly Unit[], known: Known) => Promise<Committed>,
    private readonly result: (done: Done) => CommandResult,
  ) {}

  /** @throws CrmError `conflict` where nothing of it could be taken back */
  async undo(done: Done): Promise<CommandResult> {
    const name = wayBack[done.plan.name];
    const ids = done.outcomes.filter((outcome) => outcome.state === 'done').map((outcome) => outcome.id);
    const input =
      name === 'import-undo'
        ? done.plan.input
        : { ids, ...(name === 'conversions-undo' ? { earlier: receiptsBefore(done.stored) } : {}) };
    const result =
      name === undefined ? await this.#swap(done) : await this.execute(name, input as never, { from: 'undo' });
    const first = result.outcomes[0];
    if (first !== undefined && result.outcomes.every((outcome) => outcome.state !== 'done')) {
      const { code, reason, problem } = first;
      throw new CrmError(code ?? 'conflict', 'It could not be taken back.', {
        reason: reason ?? problem?.detail ?? problem?.code,
        field: problem?.field,
      });
    }
    return result;
  }

  /**
   * Does again what was taken back. Whatever the way back was, its changes say what it did: they are swapped once more, so
   * that a converted lead is the same deal again, with the same receipt.
   * @param back what taking it back has done
   * @throws CrmError `conflict` where nothing of it could be done again
   */
  async redo(done: Done, back: CommandResult): Promise<Done> {
    const gone = new Set(back.outcomes.flatMap(({ id, state }) => (state === 'done' ? [id] : [])));
    // An import is taken back lead by lead, and done again as one.
    const heads = done.plan.name === 'leads-import' ? done.outcomes : done.outcomes.filter(({ id }) => gone.has(id));
    const again = await this.#swapped({ plan: done.plan, outcomes: heads, stored: back.changes });
    const first = again.outcomes[0];
    if (first !== undefined && again.outcomes.every(({ state }) => state !== 'done'))
      throw new CrmError(first.code ?? 'conflict', 'It could not be done again.', { reason: first.reason });
    return again;
  }

  async #swap(done: Done): Promise<CommandResult> {
    return this.result(await this.#swapped(done));
  }

  async #swapped(done: Done): Promise<Done> {
    const steps = compress(done.stored);
    const known = await this.#read(steps);
    const own = new Set(steps.map((change) => keyOf(change.kind, change.id)));
    const users = await this.#users(steps, own);
    const back: Change[] = [];
    const stopped = new Map<Id, string>();
    const follows = merging.has(done.plan.name);
    for (const change of [...steps].reverse()) {
      const now = known.get(keyOf(change.kind, change.id));
      if (follows && change.op === 'patch' && (change.kind === 'view' || change.kind === 'filter')) {
        const step = partsBack(change, now);
        if (step !== null) back.push(step);
        continue;
      }
      const step = this.#back(change, now, users, stopped);
      if (step !== null) back.push(step);
    }
    await this.#holds(back, stopped);
    const heads = done.outcomes.filter((outcome) => outcome.state === 'done');
    const now: Known = (kind, id) => known.get(keyOf(kind, id));
    const { units, of } = unitsOf(back, heads, now);
    const outcomes = new Map<Id, Outcome>();
    const free = units.filter((unit) => {
      const reason = unit.changes.map(({ id }) => stopped.get(id)).find((why) => why !== undefined);
      if (reason !== undefined) outcomes.set(unit.id, { ...outcomeOf(unit, 'conflict'), code: 'conflict', reason });
      return reason === undefined;
    });
    const { outcomes: became, stored } = await this.commit(free, now);
    for (const [id, outcome] of became) outcomes.set(id, outcome);
    const told = heads.flatMap((head) => {
      const outcome = outcomes.get(of(head.id));
      const { kind, id, title, dealId } = head;
      return outcome === undefined
        ? []
        : [{ ...outcome, kind, id, title, ...(dealId === undefined ? {} : { dealId }) }];
    });
    return { plan: done.plan, outcomes: told, stored };
  }

  async #read(changes: readonly Change[]): Promise<ReadonlyMap<string, AnyRecord>> {
    const ids = new Map<Kind, Id[]>();
    for (const { kind, id } of changes) ids.set(kind, [...(ids.get(kind) ?? []), id]);
    const known = new Map<string, AnyRecord>();
    await Promise.all(
      [...ids].map(async ([kind, list]) => {
        for (const record of await this.gatherer.byIds(kind, list)) known.set(keyOf(kind, record.id), record);
      }),
    );
    return known;
  }

  /** @param stopped takes what was touched since, with the reason: whatever belongs to it stays as it is */
  #back(change: Change, now: AnyRecord | undefined, users: ReadonlySet<Id>, stopped: Map<Id, string>): Change | null {
    if (change.op !== 'create') return swap(change);
    const { kind, id } = change;
    if (now === undefined) {
      // What hung on it may be gone by itself; a lead that is a deal by now cannot be called taken back.
      if (kind !== 'lead' && kind !== 'deal') return null;
      stopped.set(id, 'changed');
      return swap(change);
    }
    const used = users.has(id);
    if (!same(core(now), core(change.record))) stopped.set(id, 'changed');
    // A person that others name by now stays; a lead that somebody has written a note on is not taken away under it.
    else if (used && (kind === 'person' || kind === 'organization')) return null;
    else if (used) stopped.set(id, 'children');
    return { op: 'delete', kind, id, record: now, rev: now.rev } as Change;
  }

  /** Nothing comes back to where nobody would see it: a deal to a stage that is gone, a note to a lead that is. */
  async #holds(back: readonly Change[], stopped: Map<Id, string>): Promise<void> {
    const own = new Set(back.flatMap((change) => (change.op === 'create' ? [change.id] : [])));
    const held = back.flatMap((change) =>
      heldBy(change).flatMap(([kind, id]) => (own.has(id) ? [] : [{ change, kind, id }])),
    );
    const there = new Set<Id>();
    await Promise.all(
      (['lead', 'deal', 'stage'] as const).map(async (kind) => {
        const ids = new Set(held.filter((one) => one.kind === kind).map((one) => one.id));
        if (ids.size > 0) for (const { id } of await this.gatherer.byIds(kind, [...ids])) there.add(id);
      }),
    );
    for (const { change, kind, id } of held)
      if (!there.has(id)) stopped.set(change.id, kind === 'stage' ? 'stage-gone' : 'holder-gone');
  }

  /** Of the records that were made: those that others name by now, who were made or changed by somebody else. */
  async #users(steps: readonly Change[], own: ReadonlySet<string>): Promise<ReadonlySet<Id>> {
    const named = new Set<Id>();
    const made = new Map<Kind, Id[]>();
    for (const { op, kind, id } of steps) if (op === 'create') made.set(kind, [...(made.get(kind) ?? []), id]);
    const today = this.context.today();
    const look = async (kind: Kind, field: string, value: readonly Id[]): Promise<void> => {
      const where = { field, op: 'in', value } as const;
      for (const record of await allOf(this.context.calls, { kind, where, today, related: false })) {
        if (!own.has(keyOf(kind, record.id))) named.add(valueOf(record, field) as Id);
      }
    };
    const looks: Promise<void>[] = [];
    for (const [kind, ids] of made) {
      const use = users[kind as keyof typeof users];
      if (use === undefined) continue;
      for (let i = 0; i < ids.length; i += AT_ONCE) {
        const some = ids.slice(i, i + AT_ONCE);
        looks.push(...use.kinds.map((other) => look(other, use.field, some)));
      }
    }
    await Promise.all(looks);
    return named;
  }
}

/** What can name a record that a command has made, and by which field. */
const users = {
  lead: { field: 'leadId', kinds: leadChildren.map(({ kind }) => kind) },
  deal: { field: 'dealId', kinds: children.map(({ kind }) => kind) },
  person: { field: 'personId', kinds: ['lead', 'deal', ...hungKinds, 'participant', 'project'] },
  organization: { field: 'organizationId', kinds: ['lead', 'deal', 'person', ...hungKinds, 'project'] },
  pipeline: { field: 'pipelineId', kinds: ['deal', 'stage'] },
  stage: { field: 'stageId', kinds: ['deal'] },
} as const satisfies { readonly [K in Kind]?: { readonly field: string; readonly kinds: readonly Kind[] } };

/** What a record stands in or hangs on. */
type Holder = 'lead' | 'deal' | 'stage';
const holders = { leadId: 'lead', dealId: 'deal', stageId: 'stage' } as const;

function heldBy(change: Change): readonly (readonly [Holder, Id])[] {
  const { kind } = change;
  if (change.op === 'delete' || !(kind === 'deal' || isChild(kind))) return [];
  return Object.entries(holders).flatMap(([field, holder]) => {
    const id = change.op === 'patch' ? change.fields[field]?.[1] : valueOf(change.record, field);
    return typeof id === 'string' ? [[holder, id] as const] : [];
  });
}

/** Of leads that had been deals before: what their receipts held, so that the earlier conversion can be taken back as well. */
function receiptsBefore(stored: readonly Change[]): Readonly<Record<Id, Fields>> {
  return Object.fromEntries(
    stored.flatMap((change) =>
      change.kind === 'conversion' && change.op === 'patch' ? [[change.id, change.fields]] : [],
    ),
  );
}

/** What was changed in it since stays, and keeps nothing else from being taken back. */
function partsBack(change: Patch<'view'> | Patch<'filter'>, now: AnyRecord | undefined): Change | null {
  if (now === undefined) return null;
  const values = Object.entries(change.fields).map(
    ([field, [was, is]]) => [field, partBack(valueOf(now, field), was, is)] as const,
  );
  return patchOf<Kind>(change.kind, now, Object.fromEntries(values));
}

function core(record: AnyRecord): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => !derived.has(name) && name !== 'rev' && name !== 'updatedAt'),
  );
}

/** The stored changes without what the storage derived, which it derives again. */
function compress(stored: readonly Change[]): readonly Change[] {
  return stored.filter(
    (change) => change.op !== 'patch' || !Object.keys(change.fields).every((field) => derived.has(field)),
  );
}
