import type { AnyRecord, Id, Kind } from '../domain/records.js';
import type { Context } from './context.js';
import type { Origin, View } from './ledger.js';
import type { Pair } from './pairs.js';
import type { Prepare, Prepared, Unit } from './unit.js';

/**
 * Chunks beyond the one that is being stored. A storage that is busy writing answers when it has written: what is asked with
 * one chunk is there when the next one is on its way, and is what the one after that needs.
 */
const DEPTH = 2;

interface Look {
  readonly prepared: Promise<Prepared>;
  /** Somebody has changed something meanwhile, or nobody knows. */
  stale: boolean;
  /** What this command itself has stored meanwhile. */
  readonly own: Pair[];
}

/**
 * Prepares the next chunks while one is being stored: the storage works elsewhere, and the page would only wait for it. A
 * chunk that was looked at early counts only as long as nothing it rests on was stored since: by this command, by another
 * one or by somebody else. Then it is prepared anew.
 */
export class Ahead implements View {
  readonly #looks = new Map<readonly Unit[], Look>();

  constructor(
    private readonly context: Context,
    private readonly command: Id,
    private readonly prepare: Prepare,
    private readonly apart: boolean,
  ) {}

  /**
   * @param apart no chunk rests on what another one changes
   * @returns null where there is nothing to prepare, or where nobody would tell of what others do meanwhile
   */
  static of(context: Context, command: Id, prepare: Prepare | undefined, apart: boolean): Ahead | null {
    const { guarded, watch } = context.calls.adapter.abilities;
    if (prepare === undefined || !guarded || !watch) return null;
    const ahead = new Ahead(context, command, prepare, apart);
    context.ledger.add(ahead);
    return ahead;
  }

  /** @param chunks the one that is to be stored now, and those that are still to come */
  begin(chunks: readonly (readonly Unit[])[]): void {
    for (const units of chunks.slice(0, 1 + DEPTH)) {
      if (this.#looks.has(units)) continue;
      const prepared = this.prepare(units);
      // Whoever takes it hears of it.
      prepared.catch(() => undefined);
      this.#looks.set(units, { prepared, stale: false, own: [] });
    }
  }

  /** @param coming those that come after the one that is being stored */
  look(coming: readonly (readonly Unit[])[]): void {
    this.begin(coming.slice(0, DEPTH));
  }

  /** The units as they are to be stored now. */
  async take(units: readonly Unit[]): Promise<Prepared> {
    const look = this.#looks.get(units);
    if (look === undefined) return this.prepare(units);
    const prepared = await look.prepared.catch(() => null);
    this.#looks.delete(units);
    const rests = (pair: Pair): boolean => prepared?.known(pair.kind, pair.id) !== undefined;
    return prepared === null || look.stale || look.own.some(rests) ? this.prepare(units) : prepared;
  }

  held(): AnyRecord | undefined {
    return undefined;
  }

  fold(pairs: readonly Pair[], origin: Origin, commit: string | null): void {
    const ours = origin === 'own' && commit?.startsWith(`${this.command}:`) === true;
    for (const look of this.#looks.values()) {
      if (!ours) look.stale = true;
      else if (!this.apart) look.own.push(...pairs);
    }
  }

  /** What is pending does not count before it is stored. */
  overlaid(_kinds: ReadonlySet<Kind>): void {}

  resync(): void {
    for (const look of this.#looks.values()) look.stale = true;
  }

  flush(): void {}

  close(): void {
    this.#looks.clear();
    this.context.ledger.remove(this);
  }
}
