import { CrmError } from '../domain/errors.js';
import type { CommandName, ConvertDraft, Plan } from '../domain/plan.js';
import type { CommandResult, CrmStore, StoreEvents } from './api.js';
import type { BusyState } from './busy.js';
import type { Emitter } from './emitter.js';
import { canUndo, type Done, type Undoer } from './undo.js';

/** Commands kept for Ctrl/Cmd+Z. */
const DEPTH = 100;

/** A command that was taken back, and what taking it back has done. */
interface Undone {
  readonly done: Done;
  readonly back: CommandResult;
}

/** What was done in this tab and session: told once, taken back in turn, and done again in turn until something new is done. */
export class History {
  readonly #stack: Done[] = [];
  readonly #undone: Undone[] = [];
  readonly #takingBack = new WeakMap<Done, Promise<CommandResult>>();
  readonly #doingAgain = new WeakMap<Undone, Promise<CommandResult>>();
  undoer: Undoer | null = null;
  /** What was done before the last time all was forgotten cannot be taken back. */
  #since = 0;
  #why: 'erased' | 'forgotten' = 'erased';

  constructor(
    private readonly emitter: Emitter<StoreEvents>,
    private readonly busy: BusyState,
  ) {}

  get undoable(): CrmStore['undoable'] {
    const done = this.#stack.at(-1);
    return done === undefined ? null : shortly(done);
  }

  get redoable(): CrmStore['redoable'] {
    const undone = this.#undone.at(-1);
    return undone === undefined ? null : shortly(undone.done);
  }

  async undo(): Promise<CommandResult | null> {
    const done = this.#stack.at(-1);
    return done === undefined ? null : this.#takeBack(done);
  }

  async redo(): Promise<CommandResult | null> {
    const undone = this.#undone.at(-1);
    if (undone === undefined) return null;
    let promise = this.#doingAgain.get(undone);
    if (promise === undefined) {
      promise = this.#redo(undone);
      this.#doingAgain.set(undone, promise);
      promise.catch(() => this.#doingAgain.delete(undone));
    }
    return promise;
  }

  resultOf<N extends CommandName>(done: Done, final = false): CommandResult<N> {
    const since = this.#since;
    return {
      plan: done.plan as Plan<N>,
      outcomes: done.outcomes,
      changes: done.stored,
      canUndo: !final && canUndo(done),
      undo: () => (since === this.#since ? this.#takeBack(done) : Promise.reject(gone(this.#why))),
    };
  }

  /** A person was erased, or all was emptied: nothing that was done before may bring back what was known. */
  forget(why: 'erased' | 'forgotten'): void {
    this.#since++;
    this.#why = why;
    const gone = this.#stack.splice(0);
    this.#undone.length = 0;
    for (const { plan } of gone) this.emitter.emit('undone', { plan });
    this.emitter.emit('undoable', null);
    this.emitter.emit('redoable', null);
  }

  announce(done: Done): CommandResult {
    const result = this.resultOf(done);
    if (result.canUndo) {
      // Something new was done: what was taken back before does not fit any more.
      if (this.#undone.length > 0) {
        this.#undone.length = 0;
        this.emitter.emit('redoable', null);
      }
      this.#keep(done);
    }
    return this.#tell(done, result);
  }

  #keep(done: Done): void {
    this.#stack.push(done);
    if (this.#stack.length > DEPTH) this.#stack.shift();
    this.emitter.emit('undoable', this.undoable);
  }

  #tell(done: Done, result: CommandResult): CommandResult {
    this.emitter.emit('done', result);
    if (done.plan.name === 'leads-convert') this.#converted(done);
    return result;
  }

  #converted({ plan, outcomes }: Done): void {
    const drafts = plan.drafts as readonly ConvertDraft[];
    const joined = new Set(drafts.filter((draft) => draft.join !== null).map((draft) => draft.id));
    const leads = outcomes.flatMap(({ id, state, dealId }) =>
      state === 'done' && dealId !== undefined ? [{ leadId: id, dealId, joined: joined.has(id) }] : [],
    );
    if (leads.length > 0) this.emitter.emit('leads-converted', { leads, outcomes });
  }

  #takeBack(done: Done): Promise<CommandResult> {
    let promise = this.#takingBack.get(done);
    if (promise === undefined) {
      promise = this.#undo(done);
      this.#takingBack.set(done, promise);
      // What could not be taken back may be tried again.
      promise.catch(() => this.#takingBack.delete(done));
    }
    return promise;
  }

  async #undo(done: Done): Promise<CommandResult> {
    const result = await this.#underWay(this.undoer!.undo(done));
    this.emitter.emit('undone', { plan: done.plan });
    const place = this.#stack.indexOf(done);
    if (place !== -1) {
      this.#stack.splice(place, 1);
      this.emitter.emit('undoable', this.undoable);
    }
    if (result.changes.length > 0) {
      this.#undone.push({ done, back: result });
      this.emitter.emit('redoable', this.redoable);
    }
    return result;
  }

  #underWay<T>(work: Promise<T>): Promise<T> {
    return work.finally(this.busy.run());
  }

  async #redo(undone: Undone): Promise<CommandResult> {
    const done = await this.#underWay(this.undoer!.redo(undone.done, undone.back));
    const place = this.#undone.indexOf(undone);
    if (place !== -1) this.#undone.splice(place, 1);
    this.#keep(done);
    this.emitter.emit('redoable', this.redoable);
    return this.#tell(done, this.resultOf(done));
  }
}

function gone(reason: 'erased' | 'forgotten'): CrmError {
  const what = reason === 'erased' ? 'A person was erased' : 'All was emptied';
  return new CrmError('conflict', `${what} since: it cannot be taken back.`, { reason });
}

function shortly({ plan, outcomes }: Done): { readonly name: CommandName; readonly count: number } {
  return { name: plan.name, count: outcomes.filter(({ state }) => state === 'done').length };
}
