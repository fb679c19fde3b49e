import { same, type Change } from '../domain/change.js';
import { convertSteps, singleSteps } from '../domain/claim.js';
import { derivedFields, type AnyRecord, type Id } from '../domain/records.js';
import type {
  CommandInputs,
  CommandName,
  ConvertDraft,
  Draft,
  DraftOf,
  FileDraft,
  Outcome,
  Plan,
} from '../domain/plan.js';
import type { Found } from '../domain/rule.js';
import { asCrmError, type CrmError, type CrmErrorCode } from '../domain/errors.js';
import type { RunOptions } from './api.js';
import { ruleOf, type Planner } from './commands.js';
import { outcomeOf, unitId, type Committed, type Committer } from './commit.js';
import type { Context } from './context.js';
import { putAgain, putFile } from './files.js';
import { withoutPending, type Gatherer } from './gather.js';
import type { JustRead } from './just-read.js';
import { refusedOf, winnerOf } from './outcomes.js';
import type { Prepared, Unit } from './unit.js';

/** Drafts in one commit. */
const CHUNK = 100;
/** Written change by change where a storage is not `atomic`: what is broken off is carried on by merging once more. */
const merges: ReadonlySet<CommandName> = new Set([
  'leads-merge',
  'deals-merge',
  'persons-merge',
  'organizations-merge',
]);
/** More than these are not drawn before they are stored: they wait and show their progress. */
const DRAWN_AT_ONCE = 200;

/** What the storage says of one file alone. */
const own: ReadonlyMap<CrmErrorCode, Outcome['state']> = new Map([
  ['quota', 'failed'],
  ['invalid', 'refused'],
  ['denied', 'refused'],
  ['not-found', 'conflict'],
]);

export interface Ran {
  readonly outcomes: readonly Outcome[];
  readonly stored: readonly Change[];
  /** At least one draft was carried out by this run, and not by another one it joined. */
  readonly own: boolean;
}

/** commit and apply: carries a plan out. */
export class Runner {
  readonly #converting = new Map<Id, Promise<Outcome>>();

  constructor(
    private readonly context: Context,
    private readonly planner: Planner,
    private readonly gatherer: Gatherer,
    private readonly committer: Committer,
    private readonly refused: (plan: Plan, error: CrmError) => void,
  ) {}

  /** @param read nobody has seen the plan but the store itself, which has just made it from what it read */
  async run<N extends CommandName>(plan: Plan<N>, options: RunOptions, read?: JustRead): Promise<Ran> {
    const checked = read === undefined ? this.planner.checkAll(plan) : undefined;
    if (checked !== undefined) await checked;
    const converts = plan.name === 'leads-convert';
    const others = new Map<Draft, Outcome | Promise<Outcome>>();
    for (const draft of plan.drafts) {
      const outcome = refusedOf(draft) ?? (converts ? this.#converting.get(draft.id) : undefined);
      if (outcome !== undefined) others.set(draft, outcome);
    }
    const live = plan.drafts.filter((draft) => !others.has(draft));
    // Up to here nothing has waited: fifty clicks in one task find the promise of the first.
    const settle = converts ? this.#take(live) : null;
    let committed: Committed = { outcomes: new Map(), stored: [] };
    try {
      committed = await this.#commit(plan, live, options, read);
    } finally {
      settle?.(committed.outcomes);
    }
    const outcomes = plan.drafts.map(
      (draft) => others.get(draft) ?? committed.outcomes.get(draft.id) ?? outcomeOf(draft, 'failed'),
    );
    return {
      outcomes: await Promise.all(outcomes.map((outcome) => Promise.resolve(outcome))),
      stored: committed.stored,
      own: live.length > 0,
    };
  }

  async #commit<N extends CommandName>(
    plan: Plan<N>,
    live: readonly DraftOf<N>[],
    options: RunOptions,
    read: JustRead | undefined,
  ): Promise<Committed> {
    const rule = ruleOf(plan.name);
    const { now, userId } = this.planner.env(plan.id);
    const { atomic } = this.context.calls.adapter.abilities;
    const converts = plan.name === 'leads-convert';
    const drawn = rule.optimistic && live.length <= DRAWN_AT_ONCE;
    const units = drawn
      ? this.#draw(plan, live)
      : live.map(({ kind, id, title }) => ({ kind, id, title, changes: [] }));
    const errors: CrmError[] = [];
    const named = (outcomes: Committed['outcomes']): Committed['outcomes'] =>
      converts ? withDeals(outcomes, live as unknown as readonly ConvertDraft[]) : outcomes;
    const committed = await this.committer.commit(units, {
      command: plan.id,
      author: { userId, at: now, from: options.from ?? 'host', bulk: plan.drafts.length > 1, command: plan.id },
      durable: !rule.optimistic,
      // Without `atomic` a commit of several drafts could be stored in part.
      chunk: !rule.bulk ? Infinity : atomic && rule.single !== true ? CHUNK : 1,
      split: rule.bulk,
      inTurn: rule.single === true,
      apart: rule.apart?.(live) === true,
      replans: rule.replans === true,
      pending: drawn,
      stop: options.stop,
      onProgress: options.onProgress && ((done, of, outcomes) => options.onProgress?.(done, of, named(outcomes))),
      steps: atomic ? undefined : converts ? convertSteps : merges.has(plan.name) ? singleSteps : undefined,
      ready: () => read?.holds === true && rule.apart?.(live) === true,
      prepare: drawn ? undefined : (chunk, fresh) => this.#prepare(plan, chunk, fresh === true ? undefined : read),
      explain: converts ? (unit) => winnerOf(this.gatherer, unit.id) : undefined,
      refused: (_unit, error) => errors.push(error),
    });
    if (drawn && errors[0] !== undefined) this.refused(plan, errors[0]);
    if (plan.name === 'file-add') {
      const isStored = ({ id }: FileDraft): boolean => committed.outcomes.get(id)?.state === 'done';
      await putAgain(this.context, (live as unknown as readonly FileDraft[]).filter(isStored));
    }
    return { ...committed, outcomes: named(committed.outcomes) };
  }

  /** Puts what the drafts do on the screen, pending. */
  #draw<N extends CommandName>(plan: Plan<N>, drafts: readonly DraftOf<N>[]): readonly Unit[] {
    const rule = ruleOf(plan.name);
    const found = this.planner.found(plan);
    const env = this.planner.env(plan.id);
    const { ledger } = this.context;
    return drafts.map((draft) => {
      const changes = rule.changes(draft, found, env, plan.input);
      const unit: Unit = { kind: draft.kind, id: draft.id, title: draft.title, changes };
      ledger.begin(
        unitId(plan.id, unit),
        changes,
        (kind, id) => ledger.confirmed(kind, id) ?? withoutPending(found.get(kind, id)),
      );
      return unit;
    });
  }

  /** What the plan rests on is read again: a draft whose record somebody has changed meanwhile is told, not stored. */
  async #prepare<N extends CommandName>(
    plan: Plan<N>,
    units: readonly Unit[],
    read: JustRead | undefined,
  ): Promise<Prepared> {
    const rule = ruleOf(plan.name);
    const env = this.planner.env(plan.id);
    const ids = new Set(units.map((unit) => unit.id));
    const drafts = plan.drafts.filter((draft) => ids.has(draft.id));
    const input = rule.bulk ? sliced(plan.input, ids) : plan.input;
    const again = rule.again?.(input, drafts);
    const still = rule.apart?.(drafts) === true && read?.holds === true;
    const found = still
      ? this.planner.found(plan)
      : await (again === undefined ? this.gatherer.gather(rule, input, env, true) : this.gatherer.look(again));
    const outcomes: Outcome[] = [];
    const ready: Unit[] = [];
    // Nothing of what the drafts were made from has changed since, nor have they.
    if (!still) this.planner.check(plan, drafts, found, input);
    for (const draft of drafts) {
      const outcome = refusedOf(draft) ?? changedSince(draft, found);
      if (outcome !== null)
        outcomes.push(
          outcome.state === 'refused' && outcome.problem?.code === 'not-found'
            ? { ...outcome, state: 'conflict' }
            : outcome,
        );
      else if ('blob' in draft && !(await this.#put(draft, outcomes))) continue;
      else
        ready.push({
          kind: draft.kind,
          id: draft.id,
          title: draft.title,
          changes: rule.changes(draft, found, env, input),
        });
    }
    return { units: ready, outcomes, known: (kind, id) => found.get(kind, id) ?? undefined };
  }

  /** One file that finds no room, or that the storage does not take, keeps no other one back. */
  async #put(draft: FileDraft, outcomes: Outcome[]): Promise<boolean> {
    try {
      await putFile(this.context, draft);
      return true;
    } catch (thrown) {
      const error = asCrmError(thrown);
      const state = own.get(error.code);
      if (state === undefined) throw error;
      const reason = error.reason ?? (error.code === 'not-found' ? 'gone' : error.message);
      outcomes.push({ ...outcomeOf(draft, state), code: error.code, reason });
      return false;
    }
  }

  /** Takes the leads, synchronously; who wants to convert one of them meanwhile gets this run's outcome. */
  #take(drafts: readonly Draft[]): (outcomes: Committed['outcomes']) => void {
    const ends = drafts.map((draft) => {
      let end: (outcome: Outcome) => void = () => {};
      this.#converting.set(draft.id, new Promise<Outcome>((resolve) => (end = resolve)));
      return { draft, end };
    });
    return (outcomes) => {
      for (const { draft, end } of ends) {
        this.#converting.delete(draft.id);
        end(outcomes.get(draft.id) ?? outcomeOf(draft, 'failed'));
      }
    };
  }
}

function sliced<I extends CommandInputs[CommandName]>(input: I, ids: ReadonlySet<Id>): I {
  return 'ids' in input ? { ...input, ids: input.ids.filter((id) => ids.has(id)) } : input;
}

/** Not told as a conflict: what the storage derives, its counters, and that somebody has looked at it. */
const IMMATERIAL: ReadonlySet<string> = new Set([...derivedFields, 'rev', 'updatedAt', 'seen']);

function changedSince(draft: Draft, found: Found): Outcome | null {
  if (draft.record === null) return null;
  const fresh = found.get(draft.kind, draft.id);
  if (fresh === draft.record) return null;
  if (fresh === null) return { ...outcomeOf(draft, 'conflict'), problem: { code: 'not-found' } };
  if (!same(core(fresh), core(draft.record))) return { ...outcomeOf(draft, 'conflict'), code: 'conflict' };
  // The same record in a newer version: deletes are checked by it.
  (draft as { record: AnyRecord }).record = fresh;
  return null;
}

function core(record: AnyRecord): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !IMMATERIAL.has(name)));
}

function withDeals(outcomes: Committed['outcomes'], drafts: readonly ConvertDraft[]): Committed['outcomes'] {
  const deals = new Map(drafts.map((draft) => [draft.id, draft.join ?? draft.newDealId]));
  return new Map(
    [...outcomes].map(([id, outcome]) => [
      id,
      outcome.state === 'done' ? { ...outcome, dealId: deals.get(id) } : outcome,
    ]),
  );
}
