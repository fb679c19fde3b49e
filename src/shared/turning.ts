import { asCrmError } from '../domain/errors.js';
import type { CommandName, Outcome } from '../domain/plan.js';
import type { common } from '../i18n/en/common.js';
import type { outcome } from '../i18n/en/outcome.js';
import type { CommandResult } from '../store/api.js';
import * as icons from './icons.js';
import type { Localize } from './localize.js';
import { doneWords, errorWords } from './outcome-words.js';
import type { StoreController } from './store-controller.js';
import type { Said, Toasts } from './toast.js';

/** What a toast is about that offers to do again what was taken back last. */
const REDO = 'redo';

/** How the rest of what an element tells is told. */
export interface Tells {
  say(text: Said, back?: CommandResult): void;
  /** A banner, until it is read. */
  trouble(head: () => string, body: () => string): void;
  reasons(missed: readonly Outcome[]): string;
  clear(): void;
}

/** How it is told, asked anew for each drawing. */
interface Turned {
  readonly done: (what: string) => string;
  readonly not: () => string;
  readonly none: () => string;
}

type Turn = () => Promise<CommandResult | null>;

/** What was done, taken back and done again, and told: each as a toast with the way on, what did not go as a banner. */
export class Turning {
  constructor(
    private readonly crm: StoreController,
    private readonly words: Localize<{ common: typeof common; outcome: typeof outcome }>,
    private readonly toasts: Toasts,
    private readonly tells: Tells,
  ) {
    crm.listen('undone', ({ plan }) => toasts.settle(plan.id));
    crm.listen('redoable', () => toasts.settle(REDO));
  }

  /** Takes the last command of this tab back. */
  async undo(): Promise<CommandResult | null> {
    const { store } = this.crm;
    if (store?.undoable) return this.#back(store.undoable, () => store.undo());
    this.tells.say(() => this.words.t.outcome.nothingToUndo);
    return null;
  }

  /** Takes exactly this command back: the Undo of its toast. */
  takeBack(result: CommandResult): Promise<CommandResult | null> {
    const count = result.outcomes.filter((each) => each.state === 'done').length;
    return this.#back({ name: result.plan.name, count }, () => result.undo());
  }

  /** Does again what was taken back last. */
  async redo(): Promise<CommandResult | null> {
    const { store } = this.crm;
    const words = (): typeof outcome => this.words.t.outcome;
    const none = (): string => words().nothingToRedo;
    if (!store?.redoable) {
      this.tells.say(none);
      return null;
    }
    const told: Turned = { done: (what) => words().redone(what), not: () => words().redoNot, none };
    return this.#turn(
      store.redoable,
      () => store.redo(),
      told,
      (text, result) => this.tells.say(text, result),
    );
  }

  #back(what: { readonly name: CommandName; readonly count: number }, undo: Turn): Promise<CommandResult | null> {
    const words = (): typeof outcome => this.words.t.outcome;
    const redo = { label: () => this.words.t.common.redo, icon: icons.redo, run: () => void this.redo() };
    const told: Turned = {
      done: (what) => words().undone(what),
      not: () => words().undoNot,
      none: () => words().nothingToUndo,
    };
    return this.#turn(what, undo, told, (text) => {
      const actions = this.crm.store?.redoable ? [redo] : [];
      this.toasts.show({ text, icon: icons.check, actions, about: REDO });
    });
  }

  async #turn(
    { name, count }: { readonly name: CommandName; readonly count: number },
    turn: Turn,
    told: Turned,
    say: (text: Said, result: CommandResult) => void,
  ): Promise<CommandResult | null> {
    this.tells.clear();
    try {
      const result = await turn();
      const missed = result?.outcomes.filter((each) => each.state !== 'done') ?? [];
      const done = count - missed.length;
      if (!result) this.tells.say(told.none);
      else if (done > 0) say(() => told.done(doneWords(name, done, this.words.t.outcome)), result);
      if (missed.length > 0) this.tells.trouble(told.not, () => this.tells.reasons(missed));
      return result;
    } catch (thrown) {
      this.tells.trouble(told.not, () => errorWords(asCrmError(thrown), this.words.t.outcome));
      return null;
    }
  }
}
