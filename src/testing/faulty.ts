/**
 * An adapter that goes wrong on purpose, over one that works: for tests of a store, of elements, and of hosts' own code.
 *
 * ```ts
 * const adapter = faultyAdapter(memoryAdapter(), [{ on: 'commit', times: 1, fault: { reject: 'unavailable' } }]);
 * ```
 */
import type { CommitOptions, CrmAdapter, ReadOptions } from '../adapters/adapter.js';
import type { Change } from '../domain/change.js';
import { CrmError, type CrmErrorCode } from '../domain/errors.js';
import type { Page, Query, Summary } from '../domain/query.js';
import type { Kind } from '../domain/records.js';
import { seeded, testClock, type TestClock } from './clock.js';
import { malform, type Malformation } from './malformed.js';

export type Method = 'read' | 'commit' | 'summarize' | 'watch';

/**
 * - `{delay}` the call is begun that many ms later
 * - `{late}` it is carried out at once, its answer comes that many ms later
 * - `{reject}` refused with this code, or with any value; nothing is carried out
 * - `{lose}` carried out, and then refused: the answer got lost
 * - `{throw}` thrown at the caller, not as a rejection
 * - `never` neither carried out nor answered
 * - `hold` begun when `release()` is called
 * - `undefined` answered with nothing
 * - `duplicate` a commit is carried out twice, rows of a page and heard changes come twice
 * - `reorder` rows of a page, changes of an answer and heard messages come in another order
 * - `stale` answered as the same call was answered before
 * - `{malformed}` the answer is spoilt (`malformed.ts`)
 */
export type Fault =
  | { readonly delay: number }
  | { readonly late: number }
  | { readonly reject: CrmErrorCode | Error | { readonly value: unknown } }
  | { readonly lose: CrmErrorCode }
  | { readonly throw: unknown }
  | { readonly malformed: Malformation }
  | 'never'
  | 'hold'
  | 'undefined'
  | 'duplicate'
  | 'reorder'
  | 'stale';

/** When a fault happens. Rules are tried in order; the first that fits a call is used. */
export interface Rule {
  readonly on: Method | 'any';
  readonly kind?: Kind;
  /** From this call on, counted among those that fit, from 0. */
  readonly from?: number;
  /** So many times; without it, always. */
  readonly times?: number;
  /** 0 to 1, from the seed. */
  readonly chance?: number;
  readonly fault: Fault;
}

export interface FaultyOptions {
  /** Delays are counted by it; it stands still unless it is advanced. */
  readonly clock?: TestClock | { after(ms: number, call: () => void): () => void };
  readonly seed?: number;
}

export interface Call {
  readonly method: Method;
  readonly kind: Kind | null;
  readonly changes: readonly Change[];
  readonly options: CommitOptions | ReadOptions;
  readonly fault: Fault | null;
}

export interface FaultyAdapter extends CrmAdapter {
  /** What was called, in order. */
  readonly calls: readonly Call[];
  /** Other rules from now on. */
  script(rules: readonly Rule[]): void;
  /** Lets calls that are held go on, the oldest first; all of them where no number is given. */
  release(count?: number): void;
  readonly held: number;
  /** Tells listeners of `watch`, as another tab would. */
  hear(changes: readonly Change[] | 'resync'): void;
}

type Heard = readonly Change[] | 'resync';

export function faultyAdapter(
  inner: CrmAdapter,
  rules: readonly Rule[] = [],
  options: FaultyOptions = {},
): FaultyAdapter {
  const clock = options.clock ?? testClock();
  const chance = seeded(options.seed ?? 1);
  const calls: Call[] = [];
  const held: (() => void)[] = [];
  const listeners = new Set<(heard: Heard) => void>();
  const answers = new Map<string, unknown>();
  let script = rules.map((rule) => ({ rule, seen: 0, used: 0 }));

  const pick = (method: Method, kinds: readonly Kind[]): Fault | null => {
    for (const entry of script) {
      const { rule } = entry;
      if (rule.on !== 'any' && rule.on !== method) continue;
      if (rule.kind !== undefined && !kinds.includes(rule.kind)) continue;
      if (entry.seen++ < (rule.from ?? 0) || (rule.times !== undefined && entry.used >= rule.times)) continue;
      if (rule.chance !== undefined && chance() >= rule.chance) continue;
      entry.used++;
      return rule.fault;
    }
    return null;
  };

  /** `run` carries the call out; `same` tells calls apart for `stale`. */
  const call = <T>(fault: Fault | null, same: string, run: () => Promise<T>): Promise<T> => {
    const answer = async (): Promise<T> => {
      const value = await run();
      if (!answers.has(same) || fault !== 'stale') answers.set(same, value);
      return value;
    };
    if (fault === null) return answer();
    if (typeof fault === 'object') {
      // Thrown at the caller on purpose, whatever it is.

      if ('throw' in fault) throw fault.throw;
      if ('delay' in fault) return wait(clock, fault.delay).then(answer);
      if ('late' in fault) return answer().then((value) => wait(clock, fault.late).then(() => value));
      if ('reject' in fault) return Promise.reject(reasonOf(fault.reject));
      if ('lose' in fault) return answer().then(() => Promise.reject(reasonOf(fault.lose)));
      return answer().then((value) => malform(value, fault.malformed) as T);
    }
    switch (fault) {
      case 'never':
        return new Promise<T>(() => undefined);
      case 'hold':
        return new Promise<void>((go) => held.push(go)).then(answer);
      case 'undefined':
        return answer().then(() => undefined as T);
      case 'stale':
        return answers.has(same) ? Promise.resolve(answers.get(same) as T) : answer();
      case 'duplicate':
        return answer().then(async (value) => doubled(value, run));
      case 'reorder':
        return answer().then(reversed);
    }
  };

  inner.watch?.((heard) => tell(heard));
  const late: Heard[] = [];
  const tell = (heard: Heard): void => {
    const fault = pick('watch', heard === 'resync' ? [] : heard.map((change) => change.kind));
    const say = (what: Heard): void => listeners.forEach((listener) => listener(what));
    if (fault === 'never' || fault === 'undefined') return;
    if (fault === 'reorder') return void late.push(heard);
    if (typeof fault === 'object' && fault !== null && 'delay' in fault)
      return void clock.after(fault.delay, () => say(heard));
    say(heard);
    if (fault === 'duplicate') say(heard);
    for (const held of late.splice(0)) say(held);
  };

  const note = (
    method: Method,
    kinds: readonly Kind[],
    changes: readonly Change[],
    given: CommitOptions | ReadOptions,
  ): Fault | null => {
    const fault = pick(method, kinds);
    calls.push({ method, kind: kinds[0] ?? null, changes, options: given, fault });
    return fault;
  };

  return {
    abilities: inner.abilities,
    calls,
    read<K extends Kind>(query: Query<K>, given: ReadOptions = {}): Promise<Page<K>> {
      const fault = note('read', [query.kind], [], given);
      return call(fault, JSON.stringify(query), () => inner.read(query, given));
    },
    commit(changes: readonly Change[], given: CommitOptions = {}): Promise<readonly Change[]> {
      const fault = note(
        'commit',
        changes.map((change) => change.kind),
        changes,
        given,
      );
      return call(fault, 'commit', () => inner.commit(changes, given));
    },
    ...(inner.summarize === undefined
      ? {}
      : {
          summarize(query: Query, by: string, given: ReadOptions = {}): Promise<readonly Summary[]> {
            const fault = note('summarize', [query.kind], [], given);
            return call(fault, JSON.stringify([query, by]), () => inner.summarize!(query, by, given));
          },
        }),
    ...(inner.watch === undefined
      ? {}
      : {
          watch(listener: (heard: Heard) => void): () => void {
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
        }),
    ...(inner.erasePerson === undefined ? {} : { erasePerson: inner.erasePerson.bind(inner) }),
    ...(inner.forget && { forget: inner.forget.bind(inner) }),
    ...(inner.erasures === undefined ? {} : { erasures: inner.erasures.bind(inner) }),
    ...(inner.notices === undefined ? {} : { notices: inner.notices.bind(inner) }),
    ...(inner.blobs === undefined ? {} : { blobs: inner.blobs }),
    close: () => inner.close?.(),
    script(next: readonly Rule[]): void {
      script = next.map((rule) => ({ rule, seen: 0, used: 0 }));
    },
    release(count = held.length): void {
      for (const go of held.splice(0, count)) go();
    },
    get held() {
      return held.length;
    },
    hear: tell,
  };
}

function wait(clock: { after(ms: number, call: () => void): () => void }, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}

function reasonOf(reject: CrmErrorCode | Error | { readonly value: unknown }): Error {
  if (reject instanceof Error) return reject;
  // A host may reject with anything: the value is passed on as it is.
  if (typeof reject === 'object') return reject.value as Error;
  return new CrmError(reject, `A fault on purpose: ${reject}.`);
}

/** Pages come with every row twice; a commit is carried out once more, as by a proxy that repeats a request. */
async function doubled<T>(value: T, run: () => Promise<T>): Promise<T> {
  if (isPage(value)) return { ...value, records: value.records.flatMap((record) => [record, record]) };
  await run().catch(() => undefined);
  return value;
}

function reversed<T>(value: T): T {
  if (isPage(value)) return { ...value, records: [...value.records].reverse() };
  return (Array.isArray(value) ? [...(value as unknown[])].reverse() : value) as T;
}

function isPage(value: unknown): value is Page {
  return typeof value === 'object' && value !== null && 'records' in value;
}
