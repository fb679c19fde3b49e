import { asCrmError } from '../../domain/errors.js';
import type { CommandName } from '../../domain/plan.js';
import { outcome } from '../../i18n/en/outcome.js';
import { wordsOf } from '../../i18n/words.js';
import { chord, isTyping } from '../keys.js';
import { doneWords, errorWords, reasonWords } from '../outcome-words.js';
import type { OutcomeWords } from '../outcome-words.js';
import type { FieldsPlace } from './place.js';

/** The dialog around it. */
interface Around {
  readonly place: FieldsPlace;
  /** Whether nothing waits in what is shown, and nobody is at typing. @param typing the focus is in a text */
  settled(typing: boolean): boolean;
  /** Shows the fields as they are by now. @param error why not all of it went */
  turned(error: string): void;
}

const ways: Readonly<Record<string, 'undo' | 'redo'>> = { 'mod+z': 'undo', 'mod+shift+z': 'redo', 'mod+y': 'redo' };

/** What is done in the dialog. Other commands of the view are not taken back where nobody sees them go. */
const own = new Set<CommandName>(['field-add', 'field-edit', 'field-retype', 'field-delete', 'fields-sort']);

/** Takes back what was done to the fields last, and does it again, by the keys that do so in the view below, which a dialog does not reach. */
export class FieldsTurning {
  #said = (): string => '';

  constructor(readonly around: Around) {}

  /** What is told of it: in the dialog, for a toast of the view is not read out from behind one. */
  get said(): string {
    return this.#said();
  }

  /** Hears the keys of the dialog while it is open. */
  begin(signal: AbortSignal): void {
    this.quiet();
    this.around.place.dialog.element?.addEventListener('keydown', this.#keydown, { signal });
  }

  /** Something else was done. */
  quiet(): void {
    this.#said = () => '';
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    const { dialog } = this.around.place;
    const way = ways[chord(event)];
    const [at] = event.composedPath();
    if (way === undefined || event.defaultPrevented || event.isComposing || !(at instanceof Element)) return;
    if (dialog.busy || at.closest('[popover]') !== null || !this.around.settled(isTyping(at))) return;
    event.preventDefault();
    void this.#turn(way);
  };

  get #words(): OutcomeWords {
    return wordsOf('outcome', outcome, this.around.place.words.lang);
  }

  async #turn(way: 'undo' | 'redo'): Promise<void> {
    const { crm, commands, dialog } = this.around.place;
    const { store } = crm;
    const what = way === 'undo' ? store?.undoable : store?.redoable;
    const none = (): string => (way === 'undo' ? this.#words.nothingToUndo : this.#words.nothingToRedo);
    const not = way === 'undo' ? this.#words.undoNot : this.#words.redoNot;
    let error = '';
    this.#said = none;
    if (store && what && own.has(what.name)) {
      dialog.busy = true;
      try {
        const result = await store[way]();
        const missed = result?.outcomes.filter(({ state }) => state !== 'done') ?? [];
        const done = what.count - missed.length;
        const words = (): string => doneWords(what.name, done, this.#words);
        if (result && done > 0)
          this.#said = () => (way === 'undo' ? this.#words.undone(words()) : this.#words.redone(words()));
        else if (result) this.quiet();
        const [first] = missed;
        if (first) error = `${not} ${reasonWords(first, this.#words, (field) => commands.fieldName(field))}`;
      } catch (thrown) {
        this.quiet();
        error = `${not} ${errorWords(asCrmError(thrown), this.#words)}`;
      } finally {
        dialog.busy = false;
      }
    }
    this.around.turned(error);
  }
}
