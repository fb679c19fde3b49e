import { Code } from '../code.js';
import type { Change } from '../domain/change.js';
import { uuidV7 } from '../domain/ids.js';
import type { Id, Kind } from '../domain/records.js';
import type * as rest from './acts.js';
import type { Acts } from './acts.js';
import type { Busy, CrmStore, ListQuery, LiveRecord, LiveSummaries, StoreEvents, StoreOptions } from './api.js';
import { dayIn, instant, systemClock } from './clock.js';
import { Blank, noRelated } from './coming.js';
import { ComingList } from './coming-list.js';
import { Emitter } from './emitter.js';
import { settingsIn, settingsOf } from './settings.js';
import { SmallKinds } from './small-kinds.js';
import { Start } from './start.js';

/** Milliseconds. */
const QUARTER = 15 * 60_000;
const idle: Busy = { running: 0, unsaved: 0, late: false };

/** The rest of every store of the page. */
export const restCode: Code<typeof rest> = new Code(() => import('./acts.js'));

/** What a store only hands on, when the rest of it is here. */
const later = [
  'ids',
  'search',
  'plan',
  'check',
  'run',
  'addLead',
  'addDeal',
  'convertLeads',
  'mergeLeads',
  'mergeDeals',
  'execute',
  'undo',
  'redo',
  'importRows',
  'backup',
  'restore',
  'persistence',
  'persist',
  'copyOf',
  'blob',
  'hasBlobs',
  'erasure',
  'erase',
  'forget',
] as const;
type Later = Pick<CrmStore, (typeof later)[number]>;

/**
 * One store over one adapter: live queries, pending over confirmed, commands, undo.
 * The adapter is the caller's: closing the store does not close it.
 */
export function createStore(options: StoreOptions): CrmStore {
  return storeOf(options, restCode);
}

/** What a store begins with: it reads what is shown first, and has all else done by code that comes later (`acts.ts`). */
export function storeOf(options: StoreOptions, code: Code<typeof rest>): CrmStore {
  const { adapter, clock = systemClock, limits, names } = options;
  const emitter = new Emitter<StoreEvents>();
  let settings = settingsOf(options);
  let notice: CrmStore['notice'] = null;
  /** What was read may be old, and cannot be read again before the rest is here. */
  let old = false;

  const newId = (): string => uuidV7(clock.now(), clock.random(10));
  let day = { quarter: NaN, zone: '', text: '' };
  /** Asked for by every row that is drawn. A day begins on a quarter of an hour in every zone: it is found out once in each. */
  const today = (): string => {
    const quarter = Math.floor(clock.now() / QUARTER);
    const zone = settings.timeZone;
    if (day.quarter !== quarter || day.zone !== zone) day = { quarter, zone, text: dayIn(clock.now(), zone) };
    return day.text;
  };
  const start: Start<Acts> = new Start(adapter, clock, today, async () => make(await code.need()));
  const directory = new SmallKinds(start);
  const make =
    ({ Acts }: typeof rest) =>
    (): Acts => {
      const small = directory;
      const acts = new Acts({
        begun: start,
        clock,
        limits,
        emitter,
        today,
        small,
        settings: () => settings,
        names,
      });
      if (start.closed) acts.close();
      else if (old) queueMicrotask(() => acts.resync());
      return acts;
    };

  const hear = (changes: readonly Change[] | 'resync'): void => {
    if (start.closed) return;
    start.here?.hear(changes);
    emitter.emit('changed', { changes });
  };
  const unwatch = adapter.watch?.((changes) => {
    if (start.here) return hear(changes);
    // One after the other, as they came, over what has been read.
    start.need().then(
      () => hear(changes),
      () => {
        old = true;
        hear(changes);
      },
    );
  });
  const unnotice = adapter.notices?.((next) => {
    notice = next;
    emitter.emit('notice', next);
  });

  const store: Omit<CrmStore, keyof Later> = {
    adapter,
    abilities: adapter.abilities,
    fileLimit: adapter.blobs?.limit ?? 100 << 20,
    get settings() {
      return settings;
    },
    configure(next) {
      const zone = settings.timeZone;
      settings = { ...settings, ...settingsIn(next) };
      emitter.emit('settings', settings);
      if (settings.timeZone === zone) return;
      // Another zone may have another "today".
      if (start.here) start.here.resync();
      else old = true;
    },
    get notice() {
      return notice;
    },
    get busy() {
      const { running, unsaved, late } = start.here?.busy ?? idle;
      return { running, unsaved, late };
    },
    get undoable() {
      return start.here?.history.undoable ?? null;
    },
    get redoable() {
      return start.here?.history.redoable ?? null;
    },
    now: () => instant(clock.now()),
    today,
    newId,
    directory,
    list: (query) => start.here?.list(query) ?? new ComingList(start, query).face,
    record<K extends Kind>(kind: K, id: Id) {
      const blank = { record: null, related: noRelated, pending: false };
      return (
        start.here?.record(kind, id) ?? new Blank<LiveRecord<K>>(start, blank, (views) => views.record(kind, id)).face
      );
    },
    summaries(query: Omit<ListQuery, 'order'>, by) {
      const blank = { of: () => undefined, setQuery: (next: typeof query) => void (query = next) };
      return (
        start.here?.summaries(query, by) ??
        new Blank<LiveSummaries>(start, blank, (views) => views.summaries(query, by)).face
      );
    },
    read(query, how) {
      if (start.here) return start.here.read(query, how);
      // How a view is set up is asked for before anything is drawn. All else can wait.
      const first = query.kind === 'view' && !how?.signal ? start.page({ ...query, today: today() }) : null;
      return Promise.resolve(first).then(async (page) => (page ?? (await start.need()).read(query, how)) as never);
    },
    on: (name, listener) => emitter.on(name, listener),
    close() {
      start.close();
      unwatch?.();
      unnotice?.();
      start.here?.close();
      directory.close();
      emitter.clear();
    },
  };
  // Not spread: getters stay getters.
  const whole = store as CrmStore;
  for (const name of later)
    (whole as unknown as Record<string, unknown>)[name] = (...given: unknown[]) => {
      const hand = (acts: Acts): unknown => Reflect.apply(acts[name], acts, given);
      return start.here ? hand(start.here) : start.need().then(hand);
    };
  if (code.here) start.arrive(make(code.here));
  return whole;
}
