/**
 * What keeps what is shown current, and what only commands need: planning, committing, undoing, importing, backup. It is
 * fetched apart, so that a page which has only begun to show its records does not pay for it.
 */
import { Code } from '../code.js';
import { CrmError } from '../domain/errors.js';
import type { CommandInputs, CommandName, Plan, Target } from '../domain/plan.js';
import type { Author } from '../domain/receipts.js';
import type { Id } from '../domain/records.js';
import type {
  CommandResult,
  CrmStore,
  ImportOptions,
  ImportResult,
  RunOptions,
  StoreOptions,
  StoreSettings,
} from './api.js';
import type { Found, SearchOptions } from './api-search.js';
import { backup, restore } from './backup.js';
import { instant } from './clock.js';
import { Planner } from './commands.js';
import { Committer } from './commit.js';
import { blobOf, blobsThere } from './files.js';
import { Beginning } from './first.js';
import { Forgetting } from './forget.js';
import { Gatherer } from './gather.js';
import { History } from './history.js';
import { idsOf } from './ids.js';
import { importTold } from './import-told.js';
import { ImportUndoer, receiptOf } from './import-undo.js';
import { JustRead } from './just-read.js';
import { manyIds } from './many-ids.js';
import { refusedOf } from './outcomes.js';
import { erase } from './person-erase.js';
import { persist, persistence } from './persistence.js';
import { Queue } from './queue.js';
import { Runner, type Ran } from './run.js';
import { search } from './search.js';
import { sourcesOf } from './sources.js';
import { Undoer, type Done } from './undo.js';
import { LiveViews, type Shared } from './views.js';

/** Asked for once in a while: a copy of what is known of a person. */
const copyCode = new Code(() => import('./person-copy.js'));

/** What the store lends to its commands. */
export interface Lent extends Shared {
  readonly settings: () => StoreSettings;
  /** What an empty storage calls its pipeline; false = it is left as it is. */
  readonly names: StoreOptions['names'];
}

/** All of a store but what it begins with: what is kept current, and the commands. */
export class Acts extends LiveViews {
  readonly persistence = persistence;
  readonly persist = persist;
  readonly planner: Planner;
  readonly history: History;
  readonly beginning: Beginning;
  readonly forgetting: Forgetting;
  readonly #queue = new Queue();
  readonly #gatherer: Gatherer;
  readonly #lent: Lent;
  readonly #newId: () => Id;
  readonly #runner: Runner;
  readonly #unheard: (() => void) | undefined;
  readonly #running = new WeakMap<Plan, Promise<Ran>>();

  constructor(lent: Lent) {
    super(
      lent,
      () => this.beginning.furnish(),
      () => sourcesOf(this.context),
    );
    this.#lent = lent;
    this.#newId = manyIds(lent.clock);
    const { context, directory, busy } = this;
    const { emitter, settings } = lent;
    const newId = this.#newId;
    const gatherer = new Gatherer(context, directory);
    this.#gatherer = gatherer;
    this.beginning = new Beginning(context, gatherer, settings, newId, lent.names);
    // What has to be there before anything is planned: somebody's own stages, or ours.
    const begun = (): Promise<void> => this.beginning.furnish();
    const queue = this.#queue;
    const committer = new Committer(context, gatherer, queue, busy);
    this.planner = new Planner(context, gatherer, queue, settings, newId, begun);
    this.#runner = new Runner(context, this.planner, gatherer, committer, (plan, error) =>
      emitter.emit('refused', { plan, error }),
    );
    const history = new History(emitter, busy);
    this.history = history;
    this.forgetting = new Forgetting(this, queue, emitter);
    this.#unheard = context.calls.adapter.erasures?.((all) => {
      if (all) void this.forgetting.told();
      else this.#forgetAll();
    });
    history.undoer = new Undoer(
      context,
      gatherer,
      (name, input, how) => this.execute(name, input, how),
      (units, known) => {
        const command = newId();
        return committer.commit(units, {
          command,
          author: this.#authorOf(command, 'undo'),
          durable: false,
          chunk: context.calls.adapter.abilities.atomic ? 100 : 1,
          split: true,
          pending: false,
          prepare: async (chunk) => ({ units: chunk, outcomes: [], known }),
        });
      },
      (done) => {
        if (done.stored.length > 0) emitter.emit('changed', { changes: done.stored });
        return history.resultOf(done, true);
      },
    );
  }

  /** Which they are is asked for the next command: it follows those that are still being stored. */
  async ids(query: Parameters<CrmStore['ids']>[0], how: Parameters<CrmStore['ids']>[1] = {}): Promise<readonly Id[]> {
    await this.#queue.empty();
    return idsOf(this.context, query, how.signal);
  }

  search(words: string, how: SearchOptions = {}): Promise<Found> {
    return search((query, options) => this.read(query, options), words, how);
  }

  get #now(): string {
    return instant(this.context.clock.now());
  }

  #authorOf(command: Id, from: string): Author {
    return { userId: this.#lent.settings().user.id, at: this.#now, from, bulk: true, command };
  }

  async plan<N extends CommandName>(name: N, input: CommandInputs[N]): Promise<Plan<N>> {
    if (this.forgetting.door) await this.forgetting.door;
    return this.planner.plan(name, input);
  }

  check(plan: Plan): void {
    this.planner.check(plan);
  }

  addLead(input: CommandInputs['lead-add']): Promise<CommandResult<'lead-add'>> {
    return this.execute('lead-add', input);
  }

  addDeal(input: CommandInputs['deal-add']): Promise<CommandResult<'deal-add'>> {
    return this.execute('deal-add', input);
  }

  convertLeads(ids: readonly Id[], target?: Target): Promise<CommandResult<'leads-convert'>> {
    return this.execute('leads-convert', target === undefined ? { ids } : { ids, target });
  }

  mergeLeads(input: CommandInputs['leads-merge']): Promise<CommandResult<'leads-merge'>> {
    return this.execute('leads-merge', input);
  }

  mergeDeals(input: CommandInputs['deals-merge']): Promise<CommandResult<'deals-merge'>> {
    return this.execute('deals-merge', input);
  }

  async undo(): Promise<CommandResult | null> {
    if (this.forgetting.door) await this.forgetting.door;
    return this.history.undo();
  }

  async redo(): Promise<CommandResult | null> {
    if (this.forgetting.door) await this.forgetting.door;
    return this.history.redo();
  }

  /** Plans and carries out: nobody is asked in between. */
  async execute<N extends CommandName>(
    name: N,
    input: CommandInputs[N],
    how: RunOptions = {},
  ): Promise<CommandResult<N>> {
    if (this.forgetting.door) await this.forgetting.door;
    const end = this.busy.plan();
    const read = new JustRead(this.context);
    try {
      const plan = await this.planner.plan(name, input, false);
      read.by(plan.id);
      return await this.run(plan, how, read);
    } finally {
      read.close();
      end();
    }
  }

  /** @param read the plan was just made from it, and nobody else has it */
  async run<N extends CommandName>(plan: Plan<N>, how: RunOptions = {}, read?: JustRead): Promise<CommandResult<N>> {
    const { history } = this;
    if (this.forgetting.door) await this.forgetting.door;
    // A plan is carried out once, however often somebody presses the button.
    const before = this.#running.get(plan);
    if (before !== undefined) return history.resultOf({ plan, ...(await before) });
    const end = this.busy.run();
    const promise = this.#carryOut(plan, how, read).finally(end);
    this.#running.set(plan, promise);
    promise.catch(() => this.#running.delete(plan));
    const { outcomes, stored, own } = await promise;
    const done: Done = { plan, outcomes, stored };
    // Who only waited for another run of the same has nothing of its own to tell or to take back.
    return (own ? history.announce(done) : history.resultOf(done, true)) as CommandResult<N>;
  }

  async #carryOut(plan: Plan, how: RunOptions, read: JustRead | undefined): Promise<Ran> {
    const { context } = this;
    const gatherer = this.#gatherer;
    this.planner.found(plan);
    if (plan.name === 'leads-import') {
      const refused = plan.drafts.map(refusedOf).filter((outcome) => outcome !== null);
      if (refused.length > 0) return { outcomes: refused, stored: [], own: true };
      throw new CrmError('invalid', 'The rows of an import are stored by importRows().', { field: 'name' });
    }
    if (plan.name === 'person-erase') return this.#erase(plan as Plan<'person-erase'>, how);
    if (plan.name !== 'import-undo') return this.#runner.run(plan, how, read);
    this.planner.check(plan);
    const refused = plan.drafts.map(refusedOf).filter((outcome) => outcome !== null);
    if (refused.length > 0) return { outcomes: refused, stored: [], own: true };
    const { importId } = plan.input as { importId: Id };
    const receipt = await receiptOf(gatherer, importId, this.#now);
    const author = this.#authorOf(plan.id, how.from ?? 'host');
    return { ...(await new ImportUndoer(context, gatherer, author, receipt, how).run()), own: true };
  }

  async #erase(plan: Plan<'person-erase'>, { from = 'host' }: RunOptions): Promise<Ran> {
    const { context } = this;
    this.planner.check(plan);
    const [draft] = plan.drafts;
    const refused = plan.drafts.map(refusedOf).filter((outcome) => outcome !== null);
    if (refused.length > 0 || !draft) return { outcomes: refused, stored: [], own: true };
    // What is on its way to the storage is erased there.
    await this.#queue.empty();
    const author = { ...this.#authorOf(plan.id, from), bulk: false };
    await erase(context, plan.input, author, {});
    this.#forgetAll();
    return { outcomes: [{ kind: 'person', id: draft.id, title: '', state: 'done' }], stored: [], own: true };
  }

  /** Nothing that is in hand may bring back what was known of somebody. */
  #forgetAll(): void {
    this.history.forget('erased');
    this.context.ledger.renew();
  }

  async importRows(given: ImportOptions): Promise<ImportResult> {
    if (this.forgetting.door) await this.forgetting.door;
    return importTold(this, this.#gatherer, this.#lent.settings(), given).finally(this.busy.run());
  }

  forget(): Promise<void> {
    return this.forgetting.forget();
  }

  backup(how: Parameters<CrmStore['backup']>[0]): ReturnType<CrmStore['backup']> {
    return backup(this.context, how);
  }

  async restore(file: unknown, how: Parameters<CrmStore['restore']>[1]): ReturnType<CrmStore['restore']> {
    if (this.forgetting.door) await this.forgetting.door;
    return restore(this.context, this.#newId, file, how).finally(this.busy.run());
  }

  async copyOf(personId: Id, { signal }: { readonly signal?: AbortSignal } = {}): ReturnType<CrmStore['copyOf']> {
    return (await copyCode.need()).copyOf(this.context, personId, signal);
  }

  blob(file: Parameters<CrmStore['blob']>[0], { signal }: { readonly signal?: AbortSignal } = {}): Promise<Blob> {
    return blobOf(this.context, this.#gatherer, file, signal);
  }

  hasBlobs(refs: readonly string[]): Promise<ReadonlySet<string>> {
    return blobsThere(this.context, refs);
  }

  erasure(personId: Id, { keep, signal }: Parameters<CrmStore['erasure']>[1] = {}): ReturnType<CrmStore['erasure']> {
    const input = { id: personId, ...(keep && { keep }) };
    const author = this.#authorOf(this.#newId(), 'host');
    return erase(this.context, input, author, { preview: true, ...(signal && { signal }) });
  }

  erase(id: Id, { from, ...rest }: Parameters<CrmStore['erase']>[1] = {}): Promise<CommandResult<'person-erase'>> {
    return this.execute('person-erase', { id, ...rest }, from === undefined ? {} : { from });
  }

  override close(): void {
    this.#unheard?.();
    this.beginning.close();
    super.close();
  }
}
