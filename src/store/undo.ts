import { same, swap, type Change } from '../domain/change.js';
import { CrmError } from '../domain/errors.js';
import type { CommandName, Outcome, Plan } from '../domain/plan.js';
import { derivedFields, type AnyRecord, type Id, type Kind } from '../domain/records.js';
import type { CommandResult, RunOptions } from './api.js';
import type { Committed } from './commit.js';
import type { Context } from './context.js';
import type { Gatherer } from './gather.js';
import { keyOf } from './overlay.js';
import { allOf } from './range.js';
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
    private readonly commit: (
      units: readonly Unit[],
      known: (kind: Kind, id: Id) => AnyRecord | undefined,
    ) => Promise<Committed>,
    private readonly result: (done: Done) => CommandResult,
  ) {}

  /** @throws CrmError `conflict` where nothing of it could be taken back */
  async undo(done: Done): Promise<CommandResult> {
    const name = wayBack[done.plan.name];
    const ids = done.outcomes.filter((outcome) => outcome.state === 'done').map((outcome) => outcome.id);
    const input = name === 'import-undo' ? done.plan.input : { ids };
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

  async #swap(done: Done): Promise<CommandResult> {
    const steps = compress(done.stored);
    const known = await this.#read(steps);
    const own = new Set(steps.map((change) => keyOf(change.kind, change.id)));
    const back: Change[] = [];
    for (const change of [...steps].reverse()) {
      const step = await this.#back(change, known.get(keyOf(change.kind, change.id)), own);
      if (step !== null) back.push(step);
    }
    const units = unitsOf(back, done);
    const { outcomes, stored } = await this.commit(units, (kind, id) => known.get(keyOf(kind, id)));
    return this.result({ plan: done.plan, outcomes: [...outcomes.values()], stored });
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

  /** @throws CrmError `conflict` with what was touched since */
  async #back(change: Change, now: AnyRecord | undefined, own: ReadonlySet<string>): Promise<Change | null> {
    if (change.op !== 'create') return this.#standsStill(change);
    if (now === undefined) {
      // What hung on it may be gone by itself; a lead that is a deal by now cannot be called taken back.
      if (change.kind !== 'lead' && change.kind !== 'deal') return null;
      throw new CrmError('conflict', `The ${change.kind} is not there any more.`, { current: null, reason: 'changed' });
    }
    if (!same(core(now), core(change.record))) {
      throw new CrmError('conflict', `The ${change.kind} has been changed since.`, { current: now, reason: 'changed' });
    }
    const used = await this.#usersOf(change, own);
    // A person that others name by now stays; a lead that somebody has written a note on is not taken away under it.
    if (used > 0 && (change.kind === 'person' || change.kind === 'organization')) return null;
    if (used > 0)
      throw new CrmError('conflict', `Something was added to the ${change.kind} since.`, {
        current: now,
        reason: 'children',
      });
    return { op: 'delete', kind: change.kind, id: change.id, record: now, rev: now.rev } as Change;
  }

  /** A deal does not go back to a stage that is gone: nobody would see it there. */
  async #standsStill(change: Change): Promise<Change> {
    const stage = change.op === 'patch' && change.kind === 'deal' ? change.fields.stageId?.[0] : undefined;
    if (typeof stage === 'string' && (await this.gatherer.byIds('stage', [stage])).length === 0)
      throw new CrmError('conflict', 'The stage is not there any more.', { current: null, reason: 'stage-gone' });
    return swap(change);
  }

  /** Records made since, by others than this command, that name the one it made. */
  async #usersOf(change: Change, own: ReadonlySet<string>): Promise<number> {
    if (!Object.hasOwn(users, change.kind)) return 0;
    const { field, kinds } = users[change.kind as keyof typeof users];
    const today = this.context.today();
    const lists = await Promise.all(
      kinds.map((kind) => allOf(this.context.calls, { kind, where: { field, op: 'is', value: change.id }, today })),
    );
    return lists.flatMap((list, i) => list.filter((record) => !own.has(keyOf(kinds[i]!, record.id)))).length;
  }
}

/** What can name a record that a command has made, and by which field. */
const users = {
  lead: { field: 'leadId', kinds: ['note', 'activity'] },
  deal: { field: 'dealId', kinds: ['note', 'activity'] },
  person: { field: 'personId', kinds: ['lead', 'deal', 'note', 'activity'] },
  organization: { field: 'organizationId', kinds: ['lead', 'deal', 'person', 'note', 'activity'] },
  pipeline: { field: 'pipelineId', kinds: ['deal', 'stage'] },
  stage: { field: 'stageId', kinds: ['deal'] },
} as const satisfies { readonly [K in Kind]?: { readonly field: string; readonly kinds: readonly Kind[] } };

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

/** One unit for each record the command was about, so that one that was touched since does not keep the others. */
function unitsOf(back: readonly Change[], done: Done): readonly Unit[] {
  const heads = done.outcomes.filter((outcome) => outcome.state === 'done');
  const first = heads[0];
  if (first === undefined) return [];
  const single =
    heads.length === 1 ||
    back.some((change) => !heads.some((head) => head.kind === change.kind && head.id === change.id));
  if (single) return [{ kind: first.kind, id: first.id, title: first.title, changes: back }];
  return heads.map(({ kind, id, title }) => ({
    kind,
    id,
    title,
    changes: back.filter((change) => change.kind === kind && change.id === id),
  }));
}
