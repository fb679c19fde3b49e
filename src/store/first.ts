import { resumeChanges, resumeNeeds, unfinished } from '../domain/claim.js';
import { DEFAULT_PIPELINE, defaultChanges } from '../domain/defaults.js';
import { asCrmError } from '../domain/errors.js';
import type { Id } from '../domain/records.js';
import { Records } from '../domain/rule.js';
import { expireChanges, expiring } from '../domain/trash.js';
import type { StoreOptions, StoreSettings } from './api.js';
import { instant } from './clock.js';
import { sleep } from './sleep.js';
import type { Context } from './context.js';
import type { Gatherer } from './gather.js';
import { allOf } from './range.js';

/** Nobody waits for the sweeping: it begins when the page has long been painted. */
const SWEEP_AFTER = 15_000;
const SWEEP_AT_ONCE = 100;

/** What a store sees to by itself when it is first used. */
export class Beginning {
  #furnished: Promise<void> | null = null;
  readonly #closing = new AbortController();

  constructor(
    private readonly context: Context,
    private readonly gatherer: Gatherer,
    private readonly settings: () => StoreSettings,
    private readonly newId: () => Id,
    /** false: the storage is left as it is. */
    private readonly names: StoreOptions['names'],
  ) {}

  /**
   * An empty database gets a pipeline, its stages and the user. Ids are the same in every tab, so two that open at once
   * begin one database. A storage that does not let us is left alone: it has its own ways of making pipelines.
   */
  furnish(): Promise<void> {
    this.#furnished ??= this.#begin().catch((thrown: unknown) => {
      // A storage that does not answer now is asked again by the next who needs it.
      if (asCrmError(thrown).code === 'unavailable') this.#furnished = null;
    });
    return this.#furnished;
  }

  /** All was emptied: whoever needs what an empty database is given has it made. */
  again(): void {
    this.#furnished = null;
  }

  close(): void {
    this.#closing.abort();
  }

  async #begin(): Promise<void> {
    const { calls } = this.context;
    if (calls.adapter.abilities.capture) return;
    if (this.names !== false) await this.#furnish(this.names);
    if (!calls.adapter.abilities.atomic) await this.#resume();
    else void this.#sweep().catch(() => undefined);
  }

  async #furnish(given: Exclude<StoreOptions['names'], false>): Promise<void> {
    const { user } = this.settings();
    const now = instant(this.context.clock.now());
    const [pipelines, users] = await Promise.all([
      allOf(this.context.calls, { kind: 'pipeline', today: this.context.today() }),
      this.gatherer.byIds('user', [user.id]),
    ]);
    const empty = pipelines.length === 0;
    const names = typeof given !== 'function' ? given : empty ? await given() : undefined;
    const changes = defaultChanges(now, names, user).filter((change) =>
      change.kind === 'user' ? users.length === 0 : empty,
    );
    if (changes.length === 0) return;
    try {
      await this.#commit(`furnish:${DEFAULT_PIPELINE}:${this.newId()}`, changes);
    } catch (thrown) {
      const { code } = asCrmError(thrown);
      // Another tab was first, or this user may not: both leave a storage that is as it should be.
      if (code === 'unavailable' || code === 'aborted') throw thrown;
      this.context.ledger.resync();
    }
  }

  async #commit(key: string, changes: Parameters<Context['calls']['commit']>[0]): Promise<void> {
    const { calls, ledger } = this.context;
    ledger.opened(key);
    try {
      ledger.confirm(key, await calls.commit(changes, { key }), [], () => undefined);
    } finally {
      ledger.closed(key);
    }
  }

  /** Conversions that were broken off on a storage without `atomic` are carried on from their receipts. */
  async #resume(): Promise<void> {
    const { calls } = this.context;
    const today = this.context.today();
    const receipts = await allOf(calls, { ...unfinished, today });
    for (const receipt of receipts) {
      const found = new Records();
      for (const need of resumeNeeds([receipt])) {
        found.add(need.kind, await allOf(calls, { kind: need.kind, where: need.where, today }));
      }
      let step = 0;
      for (const change of resumeChanges(receipt, found))
        await this.#commit(`resume:${receipt.id}:${receipt.rev}:${step++}`, [change]);
    }
  }

  /** What was kept for some time only is taken away for good: trash, receipts, imports. */
  async #sweep(): Promise<void> {
    const { calls, clock } = this.context;
    await sleep(clock, SWEEP_AFTER, this.#closing.signal);
    if (this.#closing.signal.aborted) return;
    const now = instant(clock.now());
    for (const kind of expiring) {
      const where = { field: 'expiresAt', op: 'lte', value: now } as const;
      const records = await allOf(calls, { kind, where, today: this.context.today() });
      const changes = expireChanges(kind, records, now);
      for (let i = 0; i < changes.length; i += SWEEP_AT_ONCE) {
        // Another tab may be sweeping as well: who is second finds nothing to do.
        await this.#commit(`sweep:${this.newId()}`, changes.slice(i, i + SWEEP_AT_ONCE)).catch(() => undefined);
      }
    }
  }
}
