import type { Change } from '../domain/change.js';
import { CrmError } from '../domain/errors.js';
import { uuidV7 } from '../domain/ids.js';
import type { CommandInputs, CommandName } from '../domain/plan.js';
import type { Id, Kind } from '../domain/records.js';
import type { Acts } from './acts.js';
import type { Busy, CrmStore, ListQuery, RunOptions, StoreEvents, StoreOptions, StoreSettings } from './api.js';
import { BusyState } from './busy.js';
import { Calls, defaultLimits } from './calls.js';
import { dayIn, instant, systemClock } from './clock.js';
import { ComingRecord, ComingSummaries } from './coming.js';
import type { Context } from './context.js';
import { Daybreak } from './daybreak.js';
import { WholeKinds } from './directory.js';
import { Emitter } from './emitter.js';
import { Ledger } from './ledger.js';
import { commandsHere, fetchCommands, type Code } from './later.js';
import { List } from './list.js';
import { named } from './named.js';
import { persist, persistence } from './persistence.js';
import { settingsOf } from './settings.js';

/** Milliseconds until the commands are fetched unasked: the first paint comes first. */
const FETCH_AFTER = 1_000;
/** Milliseconds. */
const QUARTER = 15 * 60_000;
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
  let day = { quarter: NaN, zone: '', text: '' };
  /** Asked for by every row that is drawn. A day begins on a quarter of an hour in every zone: it is found out once in each. */
  const today = (): string => {
    const quarter = Math.floor(clock.now() / QUARTER);
    const zone = settings.timeZone;
    if (day.quarter !== quarter || day.zone !== zone) day = { quarter, zone, text: dayIn(clock.now(), zone) };
    return day.text;
  };
  const daybreak = new Daybreak(clock, today, () => ledger.resync());
  const context: Context = { calls, ledger, clock, today };
  /** Where its code cannot be had, the storage is read as it is, and the next who asks tries again. */
  const furnish = (): Promise<void> => withActs(({ beginning }) => beginning.furnish()).catch(() => undefined);
  let toFurnish = false;
  const directory: WholeKinds = new WholeKinds(
    context,
    furnish,
    () => {
      // There is something to read: what else the store sees to comes with the commands.
      if (acts !== null) void furnish();
      else toFurnish = true;
    },
    () => withActs((ready) => ready.sources()),
  );
  const busy = new BusyState(clock, calls.limits.late, (state) => emitter.emit('busy', state));

  let acts: Acts | null = null;
  const actsOf = ({ Acts, folding }: Code): Acts => {
    if (acts !== null) return acts;
    ledger.learn(folding);
    acts = new Acts({
      context,
      directory,
      emitter,
      busy,
      settings: () => settings,
      newId,
      names: options.names,
      execute: (name, input, how) => store.execute(name, input, how),
    });
    if (toFurnish) void furnish();
    return acts;
  };
  const fetchActs = async (): Promise<Acts> => actsOf(await fetchCommands());
  const withActs = <T>(work: (ready: Acts) => Promise<T>): Promise<T> =>
    acts !== null ? work(acts) : fetchActs().then(work);
  const here = commandsHere();
  if (here !== null) actsOf(here);
  // The first command should not have to wait, nor to find that the network has gone meanwhile.
  const unfetch =
    here === null ? clock.after(FETCH_AFTER, () => void fetchActs().catch(() => undefined)) : (): void => undefined;

  const hear = (changes: readonly Change[] | 'resync'): void => {
    if (closed) return;
    if (changes === 'resync' || ledger.folding === null) ledger.resync();
    else ledger.receive(changes);
    emitter.emit('changed', { changes });
  };
  const unwatch = adapter.watch?.((changes) => {
    if (changes === 'resync' || acts !== null) hear(changes);
    // One after the other, as they came. Without the code for folding them all is read anew.
    else
      void fetchActs().then(
        () => hear(changes),
        () => hear(changes),
      );
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
    list: <K extends Kind>(query: ListQuery<K>) => new List<K>(context, query, directory),
    record: (kind, id) =>
      acts?.record(kind, id) ?? new ComingRecord(() => withActs(async (ready) => ready.record(kind, id))),
    summaries: (query, by) =>
      acts?.summaries(query, by) ??
      new ComingSummaries(query, (now) => withActs(async (ready) => ready.summaries(now, by))),
    async read(query, how) {
      // Who asks an empty storage for its pipelines is the first to use it.
      if (furnished.has(query.kind)) await furnish();
      return calls.read({ ...named(query, directory), today: today() }, how?.signal);
    },
    ids: (query, how) => withActs((ready) => ready.ids(query, how?.signal)),

    plan: (name, input) => withActs(({ planner }) => planner.plan(name, input)),
    check(plan) {
      if (acts === null) throw new CrmError('invalid', 'This plan was not made by this store.', { field: 'plan' });
      acts.planner.check(plan);
    },
    run: (plan, how = {}) => withActs((ready) => ready.run(plan, how)),
    addLead: (input) => store.execute('lead-add', input),
    addDeal: (input) => store.execute('deal-add', input),
    convertLeads: (ids, target) => store.execute('leads-convert', target === undefined ? { ids } : { ids, target }),
    execute: <N extends CommandName>(name: N, input: CommandInputs[N], how?: RunOptions) =>
      withActs((ready) => ready.execute(name, input, how)),
    importRows: (given) => withActs((ready) => ready.importRows(given)),
    undo: async () => acts?.history.undo() ?? null,
    get undoable() {
      return acts?.history.undoable ?? null;
    },
    on: (name, listener) => emitter.on(name, listener),

    backup: (how) => withActs((ready) => ready.backup(how)),
    restore: (file, how) => withActs((ready) => ready.restore(file, how)),
    persistence,
    persist,

    close() {
      closed = true;
      unfetch();
      unwatch?.();
      unnotice?.();
      busy.close();
      acts?.beginning.close();
      directory.close();
      ledger.close();
      emitter.clear();
    },
  };
  return store;
}
