import { compareFew } from '../domain/few.js';
import type { Query } from '../domain/query.js';
import type { AnyRecord, Day, Field, Id, Kind, Label, Pipeline, RecordOf, Stage, User } from '../domain/records.js';
import type { Directory } from './api.js';
import { tell } from './emitter.js';
import type { Begin } from './start.js';

/** The kinds of which there are few: what every view needs to say names instead of ids. */
export const small = ['pipeline', 'user', 'label', 'stage', 'field'] as const;
export type Small = (typeof small)[number];
/** Whole, and in their order. */
export type Lists = { readonly [K in Small]: readonly AnyRecord[] };
/** So many are asked for at once. */
export const SMALL_AT_ONCE = 500;

export function askedOf(kind: Small, today: Day): Omit<Query, 'window'> {
  return { kind, today, related: false };
}

/** Where they come from when the code for keeping them current is there. */
export interface Kept {
  readonly ready: boolean;
  all(kind: Small): readonly AnyRecord[];
  /**
   * Reads them, and keeps them from now on; once.
   * @param shown a kind in which nothing is different stays the same list
   */
  keep(shown: Lists | null, listener: () => void): void;
  sources(): Promise<readonly string[]>;
}

/** The small kinds as they are looked up: as they were first read, then as they are kept. */
export class SmallKinds implements Directory {
  #kept: Kept | undefined;
  #first: Lists | null = null;
  #begun = false;
  readonly #listeners = new Set<() => void>();
  /** What was looked for in a list, which stays the same one as long as nothing in it has changed. */
  readonly #found = new WeakMap<readonly AnyRecord[], Map<string, unknown>>();

  constructor(private readonly start: Begin<{ readonly directory: Kept }>) {
    start.whenHere(({ directory }) => {
      this.#kept = directory;
      if (this.#begun) this.#read();
    });
  }

  get ready(): boolean {
    this.#begin();
    return this.#kept?.ready || this.#first !== null;
  }
  get users(): readonly User[] {
    return this.#all('user');
  }
  get labels(): readonly Label[] {
    return this.#all('label');
  }
  get pipelines(): readonly Pipeline[] {
    return this.#all('pipeline');
  }
  get fields(): readonly Field[] {
    return this.#all('field');
  }
  stage(id: Id): Stage | undefined {
    return this.#one('stage', id);
  }
  label(id: Id): Label | undefined {
    return this.#one('label', id);
  }
  user(id: Id | null): User | undefined {
    return id === null ? undefined : this.#one('user', id);
  }
  stagesOf(pipelineId: Id): readonly Stage[] {
    return this.#look('stage', `of ${pipelineId}`, (all) => all.filter((stage) => stage.pipelineId === pipelineId));
  }

  async sources(): Promise<readonly string[]> {
    return (await this.start.need()).directory.sources();
  }

  subscribe(listener: () => void): () => void {
    const entry = (): void => listener();
    this.#listeners.add(entry);
    this.#begin();
    return () => this.#listeners.delete(entry);
  }

  close(): void {
    this.#begun = true;
    this.#listeners.clear();
  }

  #all<K extends Small>(kind: K): readonly RecordOf[K][] {
    this.#begin();
    const lists = this.#kept?.ready ? this.#kept.all(kind) : this.#first?.[kind];
    return (lists ?? none) as readonly RecordOf[K][];
  }

  #one<K extends Small>(kind: K, id: Id): RecordOf[K] | undefined {
    return this.#look(kind, `is ${id}`, (all) => all.find((record) => record.id === id));
  }

  #look<K extends Small, T>(kind: K, what: string, look: (all: readonly RecordOf[K][]) => T): T {
    const list = this.#all(kind);
    let found = this.#found.get(list);
    if (!found) this.#found.set(list, (found = new Map<string, unknown>()));
    if (!found.has(what)) found.set(what, look(list));
    return found.get(what) as T;
  }

  /** Read when first asked for; kept from then on, whoever listens. */
  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    // In a task of its own: the getters are read while an element renders, which is no time to tell anybody anything.
    queueMicrotask(() => this.#read());
  }

  #read(): void {
    if (this.#kept) this.#kept.keep(this.#first, () => this.#tell());
    else void this.#readFirst();
  }

  async #readFirst(): Promise<void> {
    const { start } = this;
    const lists = await Promise.all(small.map((kind) => this.#whole(kind)));
    if (start.here || start.closed) return;
    if (lists.every((list) => list !== null) && lists[0]!.length > 0) {
      this.#first = Object.fromEntries(small.map((kind, i) => [kind, lists[i]!])) as unknown as Lists;
      this.#tell();
      // An empty storage is given a pipeline first. Where the code cannot be had, who looks once more tries once more.
    } else start.need().catch(() => (this.#begun = false));
  }

  /** null = not all of it, or nothing that could be shown. */
  async #whole(kind: Small): Promise<readonly AnyRecord[] | null> {
    const window = { offset: 0, limit: SMALL_AT_ONCE };
    const page = await this.start.page<Kind>({ ...askedOf(kind, this.start.today()), window });
    if (!page) return null;
    const { records, total } = page;
    const whole = total === undefined ? records.length < SMALL_AT_ONCE : records.length >= total;
    return whole ? [...records].sort(compareFew(kind)) : null;
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) tell(listener);
  }
}

const none: readonly never[] = [];
