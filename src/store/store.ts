import type { Change } from '../domain/change.js';
import { CrmError } from '../domain/errors.js';
import { uuidV7 } from '../domain/ids.js';
import type { CommandInputs, CommandName } from '../domain/plan.js';
import type { Page, Query } from '../domain/query.js';
import type { Id, Kind } from '../domain/records.js';
import type { Acts } from './acts.js';
import type { Busy, CrmStore, ListQuery, RunOptions, StoreEvents, StoreOptions, StoreSettings } from './api.js';
import { Arrival, type Source } from './arrival.js';
import { Begun } from './begun.js';
import { dayIn, instant, systemClock } from './clock.js';
import { ComingRecord, ComingSummaries } from './coming.js';
import { ComingList } from './coming-list.js';
import { Emitter } from './emitter.js';
import { commandsHere, fetchCommands, type Code } from './later.js';
import { sortsByName } from './named.js';
import { persist, persistence } from './persistence.js';
import { settingsOf } from './settings.js';
import { SmallKinds } from './small-kinds.js';

/** Milliseconds. */
const QUARTER = 15 * 60_000;
const idle: Busy = { running: 0, unsaved: 0, late: false };
/** What an empty storage is given. */
const furnished: ReadonlySet<Kind> = new Set<Kind>(['pipeline', 'stage', 'user']);

/**
 * One store over one adapter: live queries, pending over confirmed, commands, undo.
 * The adapter is the caller's: closing the store does not close it.
 */
export function createStore(options: StoreOptions): CrmStore {
  return storeOf(options, { here: commandsHere, fetch: fetchCommands });
}

/**
 * What a store begins with: it reads what is shown first, and has all else done by code that comes later (`acts.ts`).
 * @param source of that code
 */
export function storeOf(options: StoreOptions, source: Source<Code>): CrmStore {
  const clock = options.clock ?? systemClock;
  const { adapter } = options;
  const emitter = new Emitter<StoreEvents>();
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
  const begun = new Begun(adapter);
  const arrival: Arrival<Code, Acts> = new Arrival(clock, source, ({ Acts }) => {
    const { limits, names } = options;
    const acts = new Acts({
      begun,
      clock,
      limits,
      emitter,
      today,
      small: directory,
      settings: () => settings,
      newId,
      names,
      execute: (name, input, how) => store.execute(name, input, how),
    });
    if (closed) acts.close();
    // Whoever looks takes over what was begun for it before anything else is done; after that it may be old.
    queueMicrotask(() => begun.forget());
    return acts;
  });
  const directory = new SmallKinds(arrival, begun, today);
  const withActs = <T>(work: (acts: Acts) => Promise<T>): Promise<T> => arrival.with(work);

  const hear = (changes: readonly Change[] | 'resync'): void => {
    if (closed) return;
    arrival.here?.hear(changes);
    emitter.emit('changed', { changes });
  };
  const unwatch = adapter.watch?.((changes) => {
    if (arrival.here !== null) return hear(changes);
    // What has been read is older. One after the other, as they came; without the code all is read anew when it is there.
    if (changes === 'resync') begun.forget();
    void arrival.need().then(
      () => hear(changes),
      () => {
        begun.forget();
        hear(changes);
      },
    );
  });
  let notice: CrmStore['notice'] = null;
  const unnotice = adapter.notices?.((next) => {
    notice = next;
    emitter.emit('notice', next);
  });

  /** Before the code is here it is asked for once; what comes to nothing is left to that code. */
  async function read<K extends Kind>(
    query: Omit<Query<K>, 'today'>,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Page<K>> {
    // Who asks an empty storage for its pipelines is the first to use it.
    if (furnished.has(query.kind)) await withActs(({ beginning }) => beginning.furnish());
    const late = (): Promise<Page<K>> => withActs((acts) => acts.read(query, signal));
    if (arrival.here !== null || signal !== undefined || sortsByName(query.order)) return late();
    return new Promise((resolve, reject) => {
      let answered = false;
      arrival.whenHere(() => {
        if (!answered) void late().then(resolve, reject);
      }, reject);
      void begun.page({ ...query, today: today() }).then((page) => {
        answered = page !== null;
        if (page !== null) resolve(page);
        else arrival.need().catch(() => undefined);
      });
    });
  }

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
      if (settings.timeZone !== zone)
        void arrival.need().then(
          (acts) => acts.resync(),
          () => undefined,
        );
    },
    get notice() {
      return notice;
    },
    get busy(): Busy {
      const { running, unsaved, late } = arrival.here?.busy ?? idle;
      return { running, unsaved, late };
    },
    now: () => instant(clock.now()),
    today,
    newId,
    directory,
    list: <K extends Kind>(query: ListQuery<K>) =>
      arrival.here?.list(query) ?? new ComingList(arrival, begun, today, query),
    record: (kind, id) => arrival.here?.record(kind, id) ?? new ComingRecord(arrival, kind, id),
    summaries: (query, by) => arrival.here?.summaries(query, by) ?? new ComingSummaries(arrival, query, by),
    read,
    ids: (query, how) => withActs((ready) => ready.ids(query, how?.signal)),

    plan: (name, input) => withActs(({ planner }) => planner.plan(name, input)),
    check(plan) {
      if (arrival.here === null)
        throw new CrmError('invalid', 'This plan was not made by this store.', { field: 'plan' });
      arrival.here.planner.check(plan);
    },
    run: (plan, how = {}) => withActs((ready) => ready.run(plan, how)),
    addLead: (input) => store.execute('lead-add', input),
    addDeal: (input) => store.execute('deal-add', input),
    convertLeads: (ids, target) => store.execute('leads-convert', target === undefined ? { ids } : { ids, target }),
    execute: <N extends CommandName>(name: N, input: CommandInputs[N], how?: RunOptions) =>
      withActs((ready) => ready.execute(name, input, how)),
    importRows: (given) => withActs((ready) => ready.importRows(given)),
    undo: async () => arrival.here?.history.undo() ?? null,
    get undoable() {
      return arrival.here?.history.undoable ?? null;
    },
    on: (name, listener) => emitter.on(name, listener),

    backup: (how) => withActs((ready) => ready.backup(how)),
    restore: (file, how) => withActs((ready) => ready.restore(file, how)),
    persistence,
    persist,

    close() {
      closed = true;
      arrival.close();
      unwatch?.();
      unnotice?.();
      begun.close();
      arrival.here?.close();
      directory.close();
      emitter.clear();
    },
  };
  arrival.begin();
  return store;
}
