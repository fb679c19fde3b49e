import type { CommandName, ConvertDraft, Plan } from '../domain/plan.js';
import type { CommandResult, CrmStore, StoreEvents } from './api.js';
import type { Emitter } from './emitter.js';
import { canUndo, type Done, type Undoer } from './undo.js';

/** Commands kept for Ctrl/Cmd+Z. */
const DEPTH = 100;

/** What was done in this tab and session: told once, and taken back in turn. */
export class History {
  readonly #stack: Done[] = [];
  readonly #takingBack = new WeakMap<Done, Promise<CommandResult>>();
  undoer: Undoer | null = null;

  constructor(private readonly emitter: Emitter<StoreEvents>) {}

  get undoable(): CrmStore['undoable'] {
    const done = this.#stack.at(-1);
    return done === undefined
      ? null
      : { name: done.plan.name, count: done.outcomes.filter(({ state }) => state === 'done').length };
  }

  async undo(): Promise<CommandResult | null> {
    const done = this.#stack.at(-1);
    return done === undefined ? null : this.#takeBack(done);
  }

  resultOf<N extends CommandName>(done: Done, final = false): CommandResult<N> {
    return {
      plan: done.plan as Plan<N>,
      outcomes: done.outcomes,
      changes: done.stored,
      canUndo: !final && canUndo(done),
      undo: () => this.#takeBack(done),
    };
  }

  announce(done: Done): CommandResult {
    const result = this.resultOf(done);
    if (result.canUndo) {
      this.#stack.push(done);
      if (this.#stack.length > DEPTH) this.#stack.shift();
      this.emitter.emit('undoable', this.undoable);
    }
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
    const result = await this.undoer!.undo(done);
    this.emitter.emit('undone', { plan: done.plan });
    const place = this.#stack.indexOf(done);
    if (place !== -1) {
      this.#stack.splice(place, 1);
      this.emitter.emit('undoable', this.undoable);
    }
    return result;
  }
}
