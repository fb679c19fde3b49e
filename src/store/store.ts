import { uuidV7 } from '../domain/ids.js';
import type { CommandInputs, CommandName, ConvertDraft, Plan } from '../domain/plan.js';
import type { Id, Kind } from '../domain/records.js';
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
import { WholeKinds } from './directory.js';
import { Emitter } from './emitter.js';
import { Gatherer } from './gather.js';
import { Ledger } from './ledger.js';
import { List } from './list.js';
import { persist, persistence } from './persistence.js';
import { Queue } from './queue.js';
import { pagesOf } from './range.js';
import { One } from './record.js';
import { Runner, type Ran } from './run.js';
import { settingsOf } from './settings.js';
import { Summaries } from './summaries.js';
import { canUndo, Undoer, type Done } from './undo.js';

/** Commands kept for Ctrl/Cmd+Z. */
const UNDO_DEPTH = 100;
const IDS_AT_ONCE = 20_000;

/**
 * One store over one adapter: live queries, pending over confirmed, commands, undo.
 * The adapter is the caller's: closing the store does not close it.
 */
export function createStore(options: StoreOptions): CrmStore {
  const clock = options.clock ?? systemClock;
  const { adapter } = options;
  const emitter = new Emitter<StoreEvents>();
  const ledger = new Ledger();
  const calls = new Calls(adapter, clock, { ...defaultLimits, ...options.limits }, () => ledger.resync());
  let settings = settingsOf(options);
  let closed = false;

  const newId = (): Id => uuidV7(clock.now(), clock.random(10));
  const today = (): string => dayIn(clock.now(), settings.timeZone);
  const context: Context = { calls, ledger, clock, today };
  const directory = new WholeKinds(context);
  const gatherer = new Gatherer(context, directory);
  const queue = new Queue();
  const busy = new BusyState(clock, calls.limits.late, (state) => emitter.emit('busy', state));
  const committer = new Committer(context, gatherer, queue, busy);
  const planner = new Planner(context, gatherer, queue, () => settings, newId);
  const runner = new Runner(context, planner, gatherer, committer, (plan, error) =>
    emitter.emit('refused', { plan, error }),
  );

  const stack: Done[] = [];
  const running = new WeakMap<Plan, Promise<Ran>>();
  const forget = (done: Done): void => {
    const place = stack.indexOf(done);
    if (place === -1) return;
    stack.splice(place, 1);
    emitter.emit('undoable', store.undoable);
  };
  const resultOf = <N extends CommandName>(done: Done): CommandResult<N> => ({
    plan: done.plan as Plan<N>,
    outcomes: done.outcomes,
    changes: done.stored,
    canUndo: canUndo(done),
    undo: () => takeBack(done),
  });
  const undoer = new Undoer(
    context,
    gatherer,
    (name, input, how) => store.execute(name, input, how),
    (units, known) => {
      const id = newId();
      const author = { userId: settings.user.id, at: store.now(), from: 'undo', bulk: units.length > 1, command: id };
      return committer.commit(units, {
        command: id,
        author,
        durable: false,
        chunk: 100,
        split: true,
        pending: false,
        prepare: async (chunk) => ({ units: chunk, outcomes: [], known }),
      });
    },
    (done) => ({ ...resultOf(done), canUndo: false }),
  );
  const takingBack = new WeakMap<Done, Promise<CommandResult>>();
  function takeBack(done: Done): Promise<CommandResult> {
    let promise = takingBack.get(done);
    if (promise === undefined) {
      promise = undoer.undo(done).then((result) => {
        forget(done);
        return result;
      });
      takingBack.set(done, promise);
      // What could not be taken back may be tried again.
      promise.catch(() => takingBack.delete(done));
    }
    return promise;
  }

  function announce(done: Done): CommandResult {
    const result = resultOf(done);
    if (result.canUndo) {
      stack.push(done);
      if (stack.length > UNDO_DEPTH) stack.shift();
      emitter.emit('undoable', store.undoable);
    }
    emitter.emit('done', result);
    if (done.plan.name === 'leads-convert') {
      const joined = new Set(
        (done.plan.drafts as readonly ConvertDraft[]).filter((draft) => draft.join !== null).map((draft) => draft.id),
      );
      const leads = done.outcomes
        .filter((outcome) => outcome.state === 'done')
        .map((outcome) => ({ leadId: outcome.id, dealId: outcome.dealId!, joined: joined.has(outcome.id) }));
      if (leads.length > 0) emitter.emit('leads-converted', { leads, outcomes: done.outcomes });
    }
    return result;
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
    read: (query, how) => calls.read({ ...query, today: today() }, how?.signal),
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
      if (before !== undefined) {
        const { outcomes, stored } = await before;
        return resultOf<N>({ plan, outcomes, stored });
      }
      const end = busy.run();
      const promise = runner.run(plan, how).finally(end);
      running.set(plan, promise);
      promise.catch(() => running.delete(plan));
      const { outcomes, stored, own } = await promise;
      const done: Done = { plan, outcomes, stored };
      // Who only waited for another run of the same has nothing of its own to tell or to take back.
      return (own ? announce(done) : { ...resultOf(done), canUndo: false }) as CommandResult<N>;
    },
    addLead: (input) => store.execute('lead-add', input),
    addDeal: (input) => store.execute('deal-add', input),
    convertLeads: (ids, target) => store.execute('leads-convert', target === undefined ? { ids } : { ids, target }),
    execute: async <N extends CommandName>(name: N, input: CommandInputs[N], how?: RunOptions) =>
      store.run(await store.plan(name, input), how),

    async undo() {
      const done = stack.at(-1);
      return done === undefined ? null : takeBack(done);
    },
    get undoable() {
      const done = stack.at(-1);
      return done === undefined
        ? null
        : { name: done.plan.name, count: done.outcomes.filter((outcome) => outcome.state === 'done').length };
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
      directory.close();
      ledger.close();
      emitter.clear();
    },
  };
  return store;
}
