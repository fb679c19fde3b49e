import type { AnyRecord } from '../domain/records.js';
import type { Context } from './context.js';
import type { Origin, View } from './ledger.js';
import type { Pair } from './pairs.js';

/** Milliseconds: what was read longer ago is read again, also where nobody has told of a change. */
const LONG_AGO = 2_000;

/**
 * What a command was planned from, where nobody is asked between the plan and its first commit: it need not be read a second
 * time as long as it was read just now and nothing was heard of anybody who has changed something since. Made before reading.
 */
export class JustRead implements View {
  readonly #since: number;
  #heard = false;
  #command: string | null = null;

  constructor(private readonly context: Context) {
    this.#since = context.clock.now();
    context.ledger.add(this);
  }

  get holds(): boolean {
    const { guarded, watch } = this.context.calls.adapter.abilities;
    // Else nobody would tell, or the storage would not refuse what has changed unheard.
    return guarded && watch && !this.#heard && this.context.clock.now() - this.#since < LONG_AGO;
  }

  /** What this command itself stores is no news. Only for drafts that rest on nothing that another of them changes. */
  by(command: string): void {
    this.#command = command;
  }

  held(): AnyRecord | undefined {
    return undefined;
  }

  fold(_pairs: readonly Pair[], _origin: Origin, commit: string | null): void {
    if (this.#command === null || commit?.startsWith(`${this.#command}:`) !== true) this.#heard = true;
  }

  /** What is pending does not count before it is stored. */
  overlaid(): void {}

  resync(): void {
    this.#heard = true;
  }

  flush(): void {}

  close(): void {
    this.context.ledger.remove(this);
  }
}
