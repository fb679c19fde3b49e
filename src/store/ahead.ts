import type { AnyRecord, Id, Kind } from '../domain/records.js';
import type { Context } from './context.js';
import type { Origin, View } from './ledger.js';
import type { Pair } from './pairs.js';
import type { Prepare, Prepared, Unit } from './unit.js';

interface Look {
  readonly units: readonly Unit[];
  readonly prepared: Promise<Prepared>;
  /** Somebody has changed something meanwhile, or nobody knows. */
  stale: boolean;
  /** What this command itself has stored meanwhile. */
  readonly own: Pair[];
}

/**
 * Prepares the next chunk while one is being stored: the storage works elsewhere, and the page would only wait for it. A
 * chunk that was looked at early counts only as long as nothing it rests on was stored since: by this command, by another
 * one or by somebody else. Then it is prepared anew.
 */
export class Ahead implements View {
  #look: Look | null = null;

  constructor(
    private readonly context: Context,
    private readonly command: Id,
    private readonly prepare: Prepare,
  ) {}

  /** null where there is nothing to prepare, or where nobody would tell of what others do meanwhile. */
  static of(context: Context, command: Id, prepare: Prepare | undefined): Ahead | null {
    const { guarded, watch } = context.calls.adapter.abilities;
    if (prepare === undefined || !guarded || !watch) return null;
    const ahead = new Ahead(context, command, prepare);
    context.ledger.add(ahead);
    return ahead;
  }

  begin(units: readonly Unit[] | undefined): void {
    if (units === undefined) return;
    const prepared = this.prepare(units);
    // Whoever takes it hears of it.
    prepared.catch(() => undefined);
    this.#look = { units, prepared, stale: false, own: [] };
  }

  /** The units as they are to be stored now. */
  async take(units: readonly Unit[]): Promise<Prepared> {
    const look = this.#look;
    if (look === null || look.units !== units) return this.prepare(units);
    const prepared = await look.prepared.catch(() => null);
    this.#look = null;
    const rests = (pair: Pair): boolean => prepared?.known(pair.kind, pair.id) !== undefined;
    return prepared === null || look.stale || look.own.some(rests) ? this.prepare(units) : prepared;
  }

  held(): AnyRecord | undefined {
    return undefined;
  }

  fold(pairs: readonly Pair[], origin: Origin, commit: string | null): void {
    if (this.#look === null) return;
    if (origin === 'own' && commit?.startsWith(`${this.command}:`) === true) this.#look.own.push(...pairs);
    else this.#look.stale = true;
  }

  /** What is pending does not count before it is stored. */
  overlaid(_kinds: ReadonlySet<Kind>): void {}

  resync(): void {
    if (this.#look !== null) this.#look.stale = true;
  }

  flush(): void {}

  close(): void {
    this.#look = null;
    this.context.ledger.remove(this);
  }
}
