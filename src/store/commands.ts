import { rules } from '../domain/commands.js';
import type { CommandInputs, CommandName, Draft, DraftOf, MergeDraft, Plan, Problem } from '../domain/plan.js';
import { CrmError } from '../domain/errors.js';
import type { Id } from '../domain/records.js';
import type { Env, Found, Rule } from '../domain/rule.js';
import { forgotten } from '../domain/forgotten.js';
import { importRules } from './import-rules.js';
import { personErase } from './person-erase.js';
import type { StoreSettings } from './api.js';
import { inBreaths } from './breath.js';
import { instant } from './clock.js';
import { fileLimitOf, Heads } from './files.js';
import type { Context } from './context.js';
import { keysOf, type Gatherer } from './gather.js';
import type { Queue } from './queue.js';

/** @throws CrmError `invalid` for a name that no command has */
export function ruleOf<N extends CommandName>(name: N): Rule<N> {
  const rule = all.get(name) as Rule<N> | undefined;
  if (rule === undefined) throw new CrmError('invalid', `There is no command "${name}".`, { field: 'name' });
  return rule;
}

const all: ReadonlyMap<string, unknown> = new Map(
  Object.entries({ ...rules, ...importRules, 'person-erase': personErase }),
);

/** gather and plan: what a command is about to do, as data; nothing is written. */
export class Planner {
  #found = new WeakMap<object, Found>();
  /** Every plan that was made here. */
  readonly #made = new WeakSet<object>();
  readonly #denied = new WeakMap<object, Problem>();
  readonly #heads = new Heads();

  constructor(
    private readonly context: Context,
    private readonly gatherer: Gatherer,
    private readonly queue: Queue,
    private readonly settings: () => StoreSettings,
    private readonly newId: () => Id,
    /** What has to be there before anything is planned: somebody's own stages, or ours. */
    private readonly begun: () => Promise<void>,
  ) {}

  env(command: Id): Env {
    const { user, keepReceipts, currency } = this.settings();
    return {
      now: instant(this.context.clock.now()),
      today: this.context.today(),
      userId: user.id,
      command,
      newId: this.newId,
      keepReceipts,
      currency,
      fileLimit: fileLimitOf(this.context),
      headOf: this.#heads.of,
    };
  }

  /** @param asked somebody is going to look at the drafts, and may edit them */
  async plan<N extends CommandName>(name: N, input: CommandInputs[N], asked = true): Promise<Plan<N>> {
    const rule = ruleOf(name);
    const id = this.newId();
    const env = this.env(id);
    // What has to be looked at as it is stored is looked at when our own edits of it are.
    if (!rule.optimistic) await this.queue.settled(keysOf(rule.needs(input, env)));
    if (name === 'leads-convert' || name === 'deal-add') await this.begun();
    if (name === 'file-add')
      await this.#heads.read((input as CommandInputs['file-add']).files, fileLimitOf(this.context));
    const found = await this.gatherer.gather(rule, input, env, !rule.optimistic, asked);
    const drafts = rule.drafting ? await inBreaths(rule.drafting(input, found, env)) : rule.draft(input, found, env);
    const plan: Plan<N> = { id, name, input, drafts };
    this.#found.set(plan, found);
    this.#made.add(plan);
    const asking = this.#asking(name, drafts);
    if (rule.drafting) await inBreaths(asking);
    else while (asking.next().done !== true);
    return plan;
  }

  *#asking(name: CommandName, drafts: readonly Draft[]): Generator<void, void> {
    for (const draft of drafts) {
      this.#ask(name, draft);
      yield;
    }
  }

  /** What plans were made from is gone: none that was made until now is carried out. */
  forget(): void {
    this.#found = new WeakMap();
  }

  /** The records the plan was made from. */
  found(plan: Plan): Found {
    const found = this.#found.get(plan);
    if (found === undefined && this.#made.has(plan)) throw forgotten();
    if (found === undefined) throw new CrmError('invalid', 'This plan was not made by this store.', { field: 'plan' });
    return found;
  }

  /** Looks at the drafts again. @param found fresher records than the plan's own, where they were read again */
  check<N extends CommandName>(
    plan: Plan<N>,
    drafts: readonly DraftOf<N>[] = plan.drafts,
    found = this.found(plan),
    input = plan.input,
  ): void {
    const checking = this.#checking(plan, drafts, found, input);
    while (checking.next().done !== true);
  }

  /** The same, where there may be a draft of nearly every record. undefined = it is done. */
  checkAll(plan: Plan): Promise<void> | undefined {
    if (ruleOf(plan.name).drafting === undefined) return void this.check(plan);
    return inBreaths(this.#checking(plan, plan.drafts, this.found(plan), plan.input));
  }

  *#checking<N extends CommandName>(
    plan: Plan<N>,
    drafts: readonly DraftOf<N>[],
    found: Found,
    input: CommandInputs[N],
  ): Generator<void, void> {
    const rule = ruleOf(plan.name);
    const env = this.env(plan.id);
    for (const draft of drafts) {
      rule.check(draft, found, env, input);
      const denied = this.#denied.get(draft);
      if (denied !== undefined) put(draft, [...draft.problems, denied]);
      yield;
    }
  }

  #ask(name: CommandName, draft: Draft): void {
    // Of those that are merged the user has to be allowed to give up each, not only to change the one that stays.
    const { records = [] } = draft as Partial<MergeDraft>;
    const asked = records.length > 0 ? records : [draft.record];
    const { can } = this.settings();
    const verdict = asked.map((record) => can(name, record)).find((each) => each !== true);
    if (verdict === undefined) return;
    const problem: Problem = typeof verdict === 'string' ? { code: 'denied', reason: verdict } : { code: 'denied' };
    this.#denied.set(draft, problem);
    put(draft, [...draft.problems, problem]);
  }
}

/** `problems` is read only for hosts. */
export function put(draft: Draft, problems: readonly Problem[]): void {
  (draft as { problems: readonly Problem[] }).problems = problems;
}
