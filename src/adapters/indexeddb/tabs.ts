/**
 * What other tabs commit. Every commit has a number, counted in the storage; messages carry it, so that one that comes
 * twice, late or never is noticed. No tab is the leader, and nothing that is stored depends on any of this.
 */
import type { Change } from '../../domain/change.js';
import type { AdapterClock } from '../local/clock.js';

/** Beyond this many changes the others are told to read again. */
export const mostSent = 200;
/** How long an earlier message may be on its way before the gap counts as lost. */
const gapPatience = 400;

type Heard = readonly Change[] | 'resync';

interface Message {
  readonly revision: number;
  readonly changes: Heard;
}

export interface TabsOptions {
  readonly name: string;
  readonly clock: AdapterClock;
  readonly channel: (name: string) => BroadcastChannel;
  /** What others did, in the order of their commits. */
  readonly tell: (heard: Heard) => void;
  /** The counter as it is in the storage; undefined = it cannot be read now. */
  readonly stored: () => Promise<number | undefined>;
}

export class Tabs {
  readonly #options: TabsOptions;
  #channel: BroadcastChannel | null = null;
  /** All commits up to this one are known here. */
  #seen: number | undefined;
  /** Commits that came before one they follow; null = our own, which nobody has to be told of. */
  readonly #early = new Map<number, Heard | null>();
  #cancelGap: (() => void) | null = null;
  /** What came while the counter was being read, and records with it; null = nobody reads yet. */
  #held: (readonly [revision: number, heard: Heard])[] | null = null;

  constructor(options: TabsOptions) {
    this.#options = options;
  }

  /** Begins to listen. Before the first read of any record, so that nothing falls between the two. */
  open(): void {
    if (this.#channel !== null) return;
    try {
      this.#channel = this.#options.channel(`crm-elements:${this.#options.name}`);
      this.#channel.onmessage = (event: MessageEvent<unknown>) => this.#hear(event.data);
    } catch {
      // Sandboxed frames have none. The counter in the storage is still compared when the page is looked at again.
      this.#channel = null;
    }
  }

  close(): void {
    this.#channel?.close();
    this.#channel = null;
    this.#cancelGap?.();
    this.#cancelGap = null;
  }

  /** The counter is about to be read, and records right after it: what comes from now on may be in neither. */
  expect(): void {
    if (this.#seen === undefined) this.#held ??= [];
  }

  /** The counter as a connection found it. The first one is where we begin; a later one tells whether we missed something. */
  found(revision: number): void {
    if (this.#seen !== undefined) {
      if (revision > this.#last()) this.#lose(revision);
      return;
    }
    this.#seen = revision;
    const held = this.#held ?? [];
    this.#held = null;
    for (const [number, heard] of held) this.#take(number, heard);
  }

  /** We committed this one. */
  committed(revision: number, changes: Heard): void {
    this.#take(revision, null);
    const message: Message = {
      revision,
      changes: changes === 'resync' || changes.length > mostSent ? 'resync' : changes,
    };
    try {
      this.#channel?.postMessage(message);
    } catch {
      // Others find out by the counter.
    }
  }

  /** Has anything happened that we were not told of? Asked when the page is looked at again. */
  async check(): Promise<void> {
    const stored = await this.#options.stored();
    if (stored !== undefined) this.found(stored);
  }

  #hear(data: unknown): void {
    if (typeof data !== 'object' || data === null) return;
    const { revision, changes } = data as Partial<Message>;
    if (typeof revision !== 'number' || (changes !== 'resync' && !Array.isArray(changes))) return;
    this.#take(revision, changes);
  }

  #take(revision: number, heard: Heard | null): void {
    if (this.#seen === undefined) {
      // Not begun yet: what is read from now on has it already.
      if (heard !== null) this.#held?.push([revision, heard]);
      return;
    }
    if (revision <= this.#seen) return;
    if (this.#seen === 0) {
      // The first commits of a new database: there is no telling whether this is the very first.
      this.#seen = revision;
      if (heard !== null) this.#options.tell('resync');
      return;
    }
    this.#early.set(revision, heard);
    this.#drain();
    if (this.#early.size === 0) {
      this.#cancelGap?.();
      this.#cancelGap = null;
    } else this.#cancelGap ??= this.#options.clock.after(gapPatience, () => this.#lose(this.#last()));
  }

  #drain(): void {
    for (;;) {
      const next = (this.#seen ?? 0) + 1;
      const heard = this.#early.get(next);
      if (heard === undefined) return;
      this.#early.delete(next);
      this.#seen = next;
      if (heard !== null) this.#options.tell(heard);
    }
  }

  #last(): number {
    return Math.max(this.#seen ?? 0, ...this.#early.keys());
  }

  #lose(upTo: number): void {
    this.#cancelGap?.();
    this.#cancelGap = null;
    this.#early.clear();
    this.#seen = upTo;
    this.#options.tell('resync');
  }
}
