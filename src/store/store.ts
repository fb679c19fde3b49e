import { CrmError } from '../domain/errors.js';
import { uuidV7 } from '../domain/ids.js';
import type { CommandInputs, CommandName, Plan } from '../domain/plan.js';
import type { Author, Id, Kind } from '../domain/records.js';
import type {
  Busy,
  CommandResult,
  CrmStore,
  ListQuery,
  RunOptions,
  StoreEvents,
  StoreOptions,
  StoreSettings,
} from './api.js';
import { backup, restore } from './backup.js';
import { BusyState } from './busy.js';
import { Calls, defaultLimits } from './calls.js';
import { dayIn, instant, systemClock } from './clock.js';
import { Planner } from './commands.js';
import { Committer } from './commit.js';
import type { Context } from './context.js';
import { Daybreak } from './daybreak.js';
import { WholeKinds } from './directory.js';
import { Emitter } from './emitter.js';
import { Beginning } from './first.js';
import { Gatherer } from './gather.js';
import { History } from './history.js';
import { Importer } from './import.js';
import { ImportUndoer, receiptOf } from './import-undo.js';
import { Ledger } from './ledger.js';
import { List } from './list.js';
import { refusedOf } from './outcomes.js';
import { persist, persistence } from './persistence.js';
import { Queue } from './queue.js';
import { pagesOf } from './range.js';
import { One } from './record.js';
import { Runner, type Ran } from './run.js';
import { settingsOf } from './settings.js';
import { Summaries } from './summaries.js';
import { Undoer, type Done } from './undo.js';

const IDS_AT_ONCE = 20_000;
/** What an empty storage is given. */
const furnished: ReadonlySet<Kind> = new Set<Kind>(['pipeline', 'stage', 'user']);

/**
 * One store over one adapter: live queries, pending over confirmed, commands, undo.
 * The adapter is the caller's: closing the store does not close it.
 */
export function createStore(options: StoreOptions): CrmStore {
  const clock = options.clock ?? systemClock;
  const { adapter } = options;
  const emitter = new Emitter<StoreEvents>();
  const ledger: Ledger = new Ledger((looking) => (looking && !closed ? daybreak.start() : daybreak.stop()));
  const calls = new Calls(adapter, clock, { ...defaultLimits, ...options.limits }, () => ledger.resync());
  let settings = settingsOf(options);
  let closed = false;

  const newId = (): Id => uuidV7(clock.now(), clock.random(10));
  const today = (): string => dayIn(clock.now(), settings.timeZone);
  const daybreak = new Daybreak(clock, today, () => ledger.resync());
  const context: Context = { calls, ledger, clock, today };
  const directory: WholeKinds = new WholeKinds(context, () => beginning.furnish());
  const gatherer = new Gatherer(context, directory);
  const beginning = new Beginning(context, gatherer, () => settings, newId, options.names);
  const busy = new BusyState(clock, calls.limits.late, (state) => emitter.emit('busy', state));
  const queue = new Queue();
  const committer = new Committer(context, gatherer, queue, busy);
  const planner = new Planner(
    context,
    gatherer,
    queue,
    () => settings,
    newId,
    () => beginning.furnish(),
  );
  const runner = new Runner(context, planner, gatherer, committer, (plan, error) =>
    emitter.emit('refused', { plan, error }),
  );
  const history = new History(emitter);
  const authorOf = (command: Id, from: string): Author => ({
    userId: settings.user.id,
    at: store.now(),
    from,
    bulk: true,
    command,
  });
  history.undoer = new Undoer(
    context,
    gatherer,
    (name, input, how) => store.execute(name, input, how),
    (units, known) => {
      const command = newId();
      return committer.commit(units, {
        command,
        author: authorOf(command, 'undo'),
        durable: false,
        chunk: adapter.abilities.atomic ? 100 : 1,
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
  const running = new WeakMap<Plan, Promise<Ran>>();

  async function carryOut(plan: Plan, how: RunOptions): Promise<Ran> {
    if (plan.name === 'leads-import') {
      const refused = plan.drafts.map(refusedOf).filter((outcome) => outcome !== null);
      if (refused.length > 0) return { outcomes: refused, stored: [], own: true };
      throw new CrmError('invalid', 'The rows of an import are stored by importRows().', { field: 'name' });
    }
    if (plan.name !== 'import-undo') return runner.run(plan, how);
    planner.check(plan);
    const refused = plan.drafts.map(refusedOf).filter((outcome) => outcome !== null);
    if (refused.length > 0) return { outcomes: refused, stored: [], own: true };
    const { importId } = plan.input as { importId: Id };
    const receipt = await receiptOf(gatherer, importId, store.now());
    const author = authorOf(plan.id, how.from ?? 'host');
    return { ...(await new ImportUndoer(context, gatherer, author, receipt, how).run()), own: true };
  }

  const unwatch = adapter.watch?.((changes) => {
    if (closed) return;
    if (changes === 'resync') ledger.resync();
    else ledger.receive(changes);
    emitter.emit('changed', { changes });
  });
  let notice: CrmStore['notice'] = null;
  const unnotice = adapter.notices?.((next) => {
    notice = next;
    emitter.emit('notice', next);
  });

  const store: CrmStore = {
    adapter,
    abilities: adapter.abilities,
    get settings() {
      return settings;
    },
    configure(next: Partial<StoreSettings>) {
      const given = Object.fromEntries(
        Object.entries(next).filter(([, value]) => value !== undefined),
      ) as Partial<StoreSettings>;
      const zone = settings.timeZone;
      settings = { ...settings, ...given };
      emitter.emit('settings', settings);
      // Another zone may have another "today".
      if (settings.timeZone !== zone) ledger.resync();
    },
    get notice() {
      return notice;
    },
    get busy(): Busy {
      return { running: busy.running, unsaved: busy.unsaved, late: busy.late };
    },
    now: () => instant(clock.now()),
    today,
    newId,
    directory,
    list: <K extends Kind>(query: ListQuery<K>) => new List<K>(context, query),
    record: (kind, id) => new One(context, kind, id),
    summaries: (query, by) => new Summaries(context, query, by),
    async read(query, how) {
      // Who asks an empty storage for its pipelines is the first to use it.
      if (furnished.has(query.kind)) await beginning.furnish();
      return calls.read({ ...query, today: today() }, how?.signal);
    },
    async ids(query, how) {
      const ids = new Set<Id>();
      const { kind, where, search, order } = query;
      for await (const page of pagesOf(
        calls,
        { kind, where, search, order, today: today(), pick: ['id'] },
        IDS_AT_ONCE,
        how?.signal,
      )) {
        for (const record of page.records) ids.add(record.id);
      }
      return [...ids];
    },

    plan: (name, input) => planner.plan(name, input),
    check: (plan) => planner.check(plan),
    async run<N extends CommandName>(plan: Plan<N>, how: RunOptions = {}): Promise<CommandResult<N>> {
      // A plan is carried out once, however often somebody presses the button.
      const before = running.get(plan);
      if (before !== undefined) return history.resultOf({ plan, ...(await before) });
      const end = busy.run();
      const promise = carryOut(plan, how).finally(end);
      running.set(plan, promise);
      promise.catch(() => running.delete(plan));
      const { outcomes, stored, own } = await promise;
      const done: Done = { plan, outcomes, stored };
      // Who only waited for another run of the same has nothing of its own to tell or to take back.
      return (own ? history.announce(done) : history.resultOf(done, true)) as CommandResult<N>;
    },
    addLead: (input) => store.execute('lead-add', input),
    addDeal: (input) => store.execute('deal-add', input),
    convertLeads: (ids, target) => store.execute('leads-convert', target === undefined ? { ids } : { ids, target }),
    execute: async <N extends CommandName>(name: N, input: CommandInputs[N], how?: RunOptions) =>
      store.run(await store.plan(name, input), how),
    async importRows(given) {
      const end = busy.run();
      try {
        const result = await new Importer(context, gatherer, settings, given).run();
        const plan = given.plan ?? (await planner.plan('leads-import', { importId: given.importId }));
        const { id, fileName } = result.receipt;
        const outcome = {
          kind: 'import',
          id,
          title: fileName,
          state: result.created + result.updated > 0 ? 'done' : 'stopped',
        } as const;
        const stored = [{ op: 'create', kind: 'import', id, record: result.receipt }] as const;
        const command = history.announce({ plan, outcomes: [outcome], stored }) as CommandResult<'leads-import'>;
        return { ...result, command };
      } finally {
        end();
      }
    },
    undo: () => history.undo(),
    get undoable() {
      return history.undoable;
    },
    on: (name, listener) => emitter.on(name, listener),

    backup: (how) => backup(context, how),
    restore: (file, how) => restore(context, newId, file, how),
    persistence,
    persist,

    close() {
      closed = true;
      unwatch?.();
      unnotice?.();
      busy.close();
      beginning.close();
      directory.close();
      ledger.close();
      emitter.clear();
    },
  };
  return store;
}
