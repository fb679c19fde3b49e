import type { Author } from '../domain/receipts.js';
import type { Change } from '../domain/change.js';
import type { CrmError } from '../domain/errors.js';
import { asCrmError } from '../domain/errors.js';
import type { Outcome } from '../domain/plan.js';
import type { Id, Kind } from '../domain/records.js';
import { Ahead } from './ahead.js';
import { Breath, MANY } from './breath.js';
import type { BusyState } from './busy.js';
import { sleep } from './sleep.js';
import type { Context } from './context.js';
import type { Gatherer } from './gather.js';
import { isStored, refuseStale } from './guard.js';
import { keyOf } from './overlay.js';
import type { Known } from './pairs.js';
import type { Queue } from './queue.js';
import type { Prepare, Prepared, Unit } from './unit.js';

/** Commits of one command that are on their way at the same time, where its units have nothing to do with each other. */
const ON_THEIR_WAY = 2;
/** A unit to whose record somebody adds something again and again is told so, in the end. */
const LOOKS = 3;
/** Milliseconds to find out whether a commit was stored whose answer got lost. */
const LOOK = 5_000;

export interface Batch {
  /** The command; with a unit's id the key under which it is stored once. */
  readonly command: Id;
  readonly author: Author;
  readonly durable: boolean;
  /** Units in one commit. */
  readonly chunk: number;
  /** A unit that cannot be stored does not keep the others from it: a failing chunk is tried unit by unit. */
  readonly split: boolean;
  /** No unit rests on what another of them changes: while one chunk is being stored the next may be on its way, too. */
  readonly apart?: boolean;
  /** The units are on the screen already. */
  readonly pending: boolean;
  readonly stop?: AbortSignal;
  readonly onProgress?: (done: number, of: number, outcomes: ReadonlyMap<Id, Outcome>) => void;
  /** For storages that are not `atomic`: a unit as single commits, each of which may be carried out again. */
  readonly steps?: (
    changes: readonly Change[],
  ) => readonly { readonly key: string; readonly changes: readonly Change[] }[];
  /** A unit with the changes to store, or what became of it instead. */
  readonly prepare?: Prepare;
  /** Preparing a unit does something by itself, for which it has to be its turn. */
  readonly inTurn?: boolean;
  /** Where somebody else was first it is prepared anew. */
  readonly replans?: boolean;
  /** What `prepare` works from is at hand, so that it asks the storage for nothing. */
  readonly ready?: () => boolean;
  /** Who is led to whom when somebody else was first. */
  readonly explain?: (unit: Unit, error: CrmError) => Promise<Partial<Outcome>>;
  readonly refused?: (unit: Unit, error: CrmError) => void;
}

export interface Committed {
  readonly outcomes: ReadonlyMap<Id, Outcome>;
  readonly stored: readonly Change[];
}

/** A command's changes on their way to the storage, in chunks; every unit gets its outcome, whatever happens. */
export class Committer {
  constructor(
    private readonly context: Context,
    private readonly gatherer: Gatherer,
    private readonly queue: Queue,
    private readonly busy: BusyState,
  ) {}

  async commit(units: readonly Unit[], batch: Batch): Promise<Committed> {
    const outcomes = new Map<Id, Outcome>();
    const stored: Change[] = [];
    const unsaved = batch.pending ? this.busy.wait(units.length) : null;
    const chunks: Unit[][] = [];
    for (let i = 0; i < units.length; i += batch.chunk) chunks.push(units.slice(i, i + batch.chunk));
    // All places in the line are taken now, so that a later command cannot slip in between two chunks.
    const places = chunks.map((chunk) =>
      this.queue.enter(
        chunk.flatMap((unit) => [
          keyOf(unit.kind, unit.id),
          ...unit.changes.map((change) => keyOf(change.kind, change.id)),
        ]),
      ),
    );
    let lost: CrmError | null = null;
    let done = 0;
    const { apart = false } = batch;
    const ahead = Ahead.of(
      this.context,
      batch.command,
      chunks.length > 1 && batch.inTurn !== true ? batch.prepare : undefined,
      apart,
    );
    const most = ahead === null || !apart ? 1 : ON_THEIR_WAY;
    const onTheirWay: Promise<void>[] = [];
    const breath = new Breath();
    try {
      for (let i = 0; i < chunks.length; i++) {
        const chunk = chunks[i]!;
        await places[i]!.ready;
        if (onTheirWay.length >= most) await onTheirWay.shift();
        const pause = units.length < MANY ? undefined : breath.take();
        if (pause !== undefined) await pause;
        const work = async (): Promise<void> => {
          if (batch.stop?.aborted) {
            if (batch.pending) this.#takeBack(chunk, batch);
            for (const unit of chunk) outcomes.set(unit.id, outcomeOf(unit, 'stopped'));
          } else if (lost !== null) await this.#failed(chunk, batch, lost, outcomes);
          else lost = (await this.#chunk(chunk, batch, outcomes, stored, ahead, chunks.slice(i + 1))) ?? lost;
          places[i]!.leave();
          done += chunk.length;
          batch.onProgress?.(done, units.length, outcomes);
        };
        const begun = work();
        // Whoever waits for it hears of it.
        begun.catch(() => undefined);
        onTheirWay.push(begun);
      }
      await Promise.all(onTheirWay);
    } finally {
      ahead?.close();
      for (const place of places) place.leave();
      unsaved?.();
    }
    return { outcomes, stored };
  }

  /** @returns what says that the storage is gone: the chunks that follow need not try */
  async #chunk(
    chunk: readonly Unit[],
    batch: Batch,
    outcomes: Map<Id, Outcome>,
    stored: Change[],
    ahead: Ahead | null = null,
    coming: readonly (readonly Unit[])[] = [],
    looks = 0,
  ): Promise<CrmError | null> {
    let prepared: Prepared = { units: chunk, outcomes: [], known: nothing };
    // What is read for the chunks to come is asked for before this one is written: after it, it would wait for that.
    const ready = batch.ready?.() === true;
    try {
      ahead?.begin(ready ? [chunk] : [chunk, ...coming]);
      if (batch.prepare !== undefined)
        prepared = await (ahead === null ? batch.prepare(chunk, looks > 0) : ahead.take(chunk));
    } catch (thrown) {
      const error = asCrmError(thrown);
      await this.#failed(chunk, batch, error, outcomes);
      return error;
    }
    for (const outcome of prepared.outcomes) outcomes.set(outcome.id, outcome);
    const storing = this.#store(chunk, prepared, batch, outcomes, stored, looks);
    // What is only worked out is worked out while the storage is at work.
    if (ready) ahead?.look(coming);
    return storing;
  }

  async #store(
    chunk: readonly Unit[],
    { units, known }: Prepared,
    batch: Batch,
    outcomes: Map<Id, Outcome>,
    stored: Change[],
    looks: number,
  ): Promise<CrmError | null> {
    const idle = units.filter((unit) => unit.changes.length === 0);
    for (const unit of idle) outcomes.set(unit.id, outcomeOf(unit, 'done'));
    const work = units.filter((unit) => unit.changes.length > 0);
    const first = work[0];
    if (first === undefined) return null;
    const key = work.length === 1 ? `${batch.command}:${first.id}` : `${batch.command}:${first.id}+${work.length}`;
    try {
      const answer = await this.#write(key, work, batch, known);
      stored.push(...answer);
      const renamed = new Map(
        answer.flatMap((change) =>
          change.op === 'create' && change.was !== undefined ? [[change.was, change.id]] : [],
        ),
      );
      for (const unit of work)
        outcomes.set(unit.id, { ...outcomeOf(unit, 'done'), id: renamed.get(unit.id) ?? unit.id });
      return null;
    } catch (thrown) {
      const error = asCrmError(thrown);
      const ours =
        error.code === 'conflict' || error.code === 'invalid' || error.code === 'not-found' || error.code === 'denied';
      if (ours && batch.split && work.length > 1) {
        // One of them is not to be stored; the others have nothing to do with that. Each is looked at again: those
        // before it may have changed what it rests on (two leads that join one deal).
        let lost: CrmError | null = null;
        for (const unit of chunk.filter((one) => work.some((other) => other.id === one.id))) {
          if (lost !== null) await this.#failed([unit], batch, lost, outcomes);
          else lost = await this.#chunk([unit], batch, outcomes, stored);
        }
        return lost;
      }
      // Something was added to a record that goes, after it was looked at for the last time: it goes along, too.
      const first = error.code === 'conflict' || error.code === 'not-found';
      const anew = error.reason === 'children' || (batch.replans === true && first);
      const may = anew && batch.prepare !== undefined && batch.steps === undefined;
      if (may && looks < LOOKS) return this.#chunk(work, batch, outcomes, stored, null, [], looks + 1);
      await this.#failed(work, batch, error, outcomes);
      return ours ? null : error;
    }
  }

  async #write(key: string, units: readonly Unit[], batch: Batch, known: Known): Promise<readonly Change[]> {
    const { calls, ledger } = this.context;
    const pending = batch.pending
      ? units.map((unit) => ({ id: unitId(batch.command, unit), changes: unit.changes }))
      : [];
    const changes = batch.pending
      ? units.flatMap((unit) => ledger.overlay.changesOf(unitId(batch.command, unit), unit.changes))
      : units.flatMap((unit) => unit.changes);
    if (!calls.adapter.abilities.guarded) await refuseStale(this.gatherer, changes);
    ledger.opened(key);
    const { author, durable } = batch;
    const options = { key, author, durable, ...(known === nothing ? {} : { known }) };
    const answer: Change[] = [];
    try {
      for (const step of batch.steps?.(changes) ?? [{ key: '', changes }]) {
        answer.push(
          ...(await calls.commit(step.changes, step.key === '' ? options : { ...options, key: `${key}:${step.key}` })),
        );
      }
      ledger.confirm(key, answer, pending, known);
      return answer;
    } catch (thrown) {
      const error = asCrmError(thrown);
      // Half of a conversion in steps is stored; its receipt says so, and it is carried on from there.
      if (answer.length > 0) ledger.resync();
      // Nobody knows whether it is stored. What the storage says now counts, not what we hope.
      if (error.code !== 'unavailable' || !(await this.#isStored(changes))) throw error;
      ledger.confirm(key, [], pending, known);
      ledger.resync();
      return changes;
    } finally {
      ledger.closed(key);
    }
  }

  /** A storage that does not answer this either is not waited for a second time. */
  #isStored(changes: readonly Change[]): Promise<boolean> {
    const { clock } = this.context;
    return Promise.race([isStored(this.gatherer, changes).catch(() => false), sleep(clock, LOOK).then(() => false)]);
  }

  #takeBack(units: readonly Unit[], batch: Batch): void {
    this.context.ledger.takeBack(units.map((unit) => ({ id: unitId(batch.command, unit), changes: unit.changes })));
  }

  /** The storage has refused it for what nobody has told us: whatever is on the screen is looked at again. */
  #isBehind(unit: Unit, { code, current }: CrmError): boolean {
    if (code !== 'conflict' && code !== 'not-found') return false;
    return unit.changes.some(({ op, kind, id }) => {
      const held = op === 'create' ? null : this.context.ledger.confirmed(kind, id);
      return held != null && (current === null || (current?.id === id && current.rev > held.rev));
    });
  }

  async #failed(units: readonly Unit[], batch: Batch, error: CrmError, outcomes: Map<Id, Outcome>): Promise<void> {
    if (batch.pending) this.#takeBack(units, batch);
    if (units.some((unit) => this.#isBehind(unit, error))) this.context.ledger.resync();
    for (const unit of units) {
      const state =
        error.code === 'conflict' || error.code === 'not-found'
          ? 'conflict'
          : error.code === 'denied' || error.code === 'invalid'
            ? 'refused'
            : 'failed';
      const more = state === 'conflict' ? await batch.explain?.(unit, error).catch(() => ({})) : {};
      outcomes.set(unit.id, {
        ...outcomeOf(unit, state),
        code: error.code,
        // A message that names a record by its id is for whoever reads the console.
        reason: error.reason ?? (error.code === 'not-found' ? 'gone' : error.message),
        ...more,
      });
      batch.refused?.(unit, error);
    }
  }
}

const nothing: Known = () => undefined;

/** The name of a unit among all that is pending. */
export function unitId(command: Id, unit: { readonly kind: Kind; readonly id: Id }): string {
  return `${command}:${unit.kind}:${unit.id}`;
}

export function outcomeOf(unit: Pick<Unit, 'kind' | 'id' | 'title'>, state: Outcome['state']): Outcome {
  return { kind: unit.kind, id: unit.id, title: unit.title, state };
}
