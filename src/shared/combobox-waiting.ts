import type { Choice, ComboboxSource } from './combobox-parts.js';

interface Answer {
  readonly choices: readonly Choice[];
  readonly failed: boolean;
}

/** What was asked of a source. Where it failed nobody is known, so that what was typed can be taken all the same. */
export class Question {
  readonly answer: Promise<Answer>;
  readonly #stop = new AbortController();

  constructor(
    source: ComboboxSource,
    readonly text: string,
  ) {
    this.answer = this.#ask(source);
  }

  async #ask(source: ComboboxSource): Promise<Answer> {
    try {
      return { choices: await source.search(this.text, this.#stop.signal), failed: false };
    } catch {
      return { choices: [], failed: true };
    }
  }

  /** A newer one has replaced it, or nobody wants to know any more. */
  get isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  stop(): void {
    this.#stop.abort();
  }
}

/**
 * A field that was left before it is known what it holds. It is busy until then (`PlaceEdit` keeps its editor open), and
 * its form is sent only afterwards: a record of a name that there is would be made a second time.
 */
export class Waiting {
  readonly #form: HTMLFormElement | null;
  /** What the form was to be sent by; undefined = it was not. */
  #submitter: HTMLElement | null | undefined;

  constructor(
    readonly input: HTMLInputElement,
    readonly question: Question,
    readonly went: EventTarget | null,
  ) {
    this.#form = input.form;
    this.#form?.addEventListener('submit', this.#hold, true);
    input.setAttribute('aria-busy', 'true');
  }

  /** @returns undefined where it concerns nobody any more: it was typed anew, or the form was closed */
  async answer(): Promise<Answer | undefined> {
    const answer = await this.question.answer;
    return this.question.isStopped || this.#form?.isConnected === false ? undefined : answer;
  }

  /** The value is known, and told: the field is left now, and its form is sent where somebody has asked for that. */
  go(): void {
    const [{ input, went }, form, submitter] = [this, this.#form, this.#submitter];
    this.drop();
    if (input.isConnected) input.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: went }));
    if (form?.isConnected && submitter !== undefined) form.requestSubmit(submitter?.isConnected ? submitter : null);
  }

  /** Nothing is waited for any more, and nothing is sent. */
  drop(): void {
    this.question.stop();
    this.#form?.removeEventListener('submit', this.#hold, true);
    this.#submitter?.removeAttribute('aria-busy');
    this.input.removeAttribute('aria-busy');
  }

  readonly #hold = (event: SubmitEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#submitter = event.submitter;
    event.submitter?.setAttribute('aria-busy', 'true');
  };
}
