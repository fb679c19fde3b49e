import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { nothing, render } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import { chosenLabel, comboboxView, exactMatch, listView } from './combobox-parts.js';
import type { Choice, Chosen, ComboboxOptions, ComboboxSource, ComboboxWords } from './combobox-parts.js';
import { Question, Waiting } from './combobox-waiting.js';
import { follow, place } from './place.js';

export type { Choice, Chosen, ComboboxOptions, ComboboxSource, ComboboxWords } from './combobox-parts.js';

/**
 * Chooses an existing record or names a new one: persons, organizations, owners, deals. One instance a field:
 *
 *     person = new Combobox(this, this.words, { search: (query, signal) => this.#persons(query, signal), create: (text) => … });
 *     ${this.person.render({ id: 'person', label, value, onChange: (value) => … })}
 *
 * The focus stays in the input; options are named by `aria-activedescendant`. What is typed and left is never lost: it
 * becomes the record of that very name, else a new one where that is possible, else the earlier choice comes back. Left
 * before it is known whether there is one of that name, it waits for that, and so does the form it stands in.
 */
export class Combobox implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #words: ComboboxWords;
  readonly #source: ComboboxSource;
  readonly #input = createRef<HTMLInputElement>();
  readonly #list = createRef<HTMLElement>();
  #options: ComboboxOptions | undefined;
  /** What is typed while the list is in use; undefined = the chosen record's name stands there. */
  #typed: string | undefined;
  #choices: readonly Choice[] = [];
  /** To which words the choices are the answer. */
  #answered: string | undefined;
  #state: 'idle' | 'loading' | 'failed' = 'idle';
  #active = -1;
  /** Enter was pressed before the answer: it is done with it. */
  #entered = false;
  #question: Question | undefined;
  #waiting: Waiting | undefined;
  #shown: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, words: ComboboxWords, source: ComboboxSource) {
    this.#host = host;
    this.#words = words;
    this.#source = source;
    host.addController(this);
  }

  /** Something is typed that is no value yet. */
  get unfinished(): boolean {
    return this.#typed !== undefined;
  }

  get isOpen(): boolean {
    return this.#list.value?.matches(':popover-open') ?? false;
  }

  render(options: ComboboxOptions): TemplateResult {
    this.#options = options;
    // Of another record's field by now: what was left there concerns that one.
    if (this.#waiting?.input.isConnected === false) this.#waiting = this.#typed = undefined;
    return comboboxView(options, {
      ...{ input: this.#input, list: this.#list, words: this.#words, text: this.#typed ?? chosenLabel(options.value) },
      ...{ press: this.#press, type: this.#type, keydown: this.#keydown, leave: this.#leave, clear: this.#clear },
    });
  }

  /** Opens the list and asks for what the field holds. */
  async ask(): Promise<void> {
    const list = this.#list.value;
    const input = this.#input.value;
    if (!list?.isConnected || !input || this.#options?.disabled) return;
    this.#resume();
    this.#question?.stop();
    const query = this.#text;
    const question = (this.#question = new Question(this.#source, query));
    this.#state = 'loading';
    if (!this.isOpen) {
      list.showPopover();
      this.#shown = new AbortController();
      follow(list, input.closest('.input') ?? input, { match: true }, this.#shown.signal, () => this.close());
      this.#choices = [];
      this.#answered = undefined;
      this.#active = -1;
    }
    this.#draw();
    const { choices, failed } = await question.answer;
    // A question that was replaced fails too, and concerns nobody; one that was left has its own end.
    if (question !== this.#question) return;
    this.#choices = choices;
    this.#answered = query;
    this.#state = failed ? 'failed' : 'idle';
    this.#active = !failed && query !== '' && this.#entries() > 0 ? 0 : -1;
    if (this.#entered) return this.#enter();
    this.#say(failed ? this.#words.t.common.loadFailed : this.#words.t.common.results(choices.length));
    this.#draw();
  }

  close(): void {
    this.#question?.stop();
    this.#question = undefined;
    this.#shown?.abort();
    this.#state = 'idle';
    this.#entered = false;
    const list = this.#list.value;
    if (list?.matches(':popover-open')) list.hidePopover();
    if (list) render(nothing, list);
    this.#active = -1;
    this.#mirror();
  }

  hostUpdated(): void {
    if (this.isOpen) this.#draw();
  }

  hostDisconnected(): void {
    this.close();
  }

  get #text(): string {
    return this.#typed?.trim() ?? '';
  }

  /** Whether there is somebody of the name that is typed has been answered. */
  get #isKnown(): boolean {
    return this.#text === '' || this.#answered === this.#text;
  }

  /** The typed text that would make a new record: none where it is somebody's exact name. */
  get #newText(): string {
    const typed = this.#text;
    return this.#source.create && typed !== '' && !exactMatch(this.#choices, typed) ? typed : '';
  }

  #entries(): number {
    return this.#choices.length + (this.#newText ? 1 : 0);
  }

  #draw(): void {
    const [list, input, options] = [this.#list.value, this.#input.value, this.#options];
    if (!list || !input || !options) return;
    const text = this.#newText;
    const view = listView({
      id: options.id,
      choices: this.#choices,
      value: options.value,
      active: this.#active,
      typed: this.#typed ?? '',
      create: text === '' ? undefined : this.#source.create?.(text),
      message: this.#message(text !== ''),
      pick: (at) => this.#pick(at),
    });
    render(view, list, { host: this.#host });
    place(list, input.closest('.input') ?? input, { match: true });
    this.#mirror();
  }

  #message(hasNew: boolean): string {
    const { common } = this.#words.t;
    if (this.#state === 'failed') return common.loadFailed;
    if (this.#choices.length > 0 || hasNew) return '';
    return this.#state === 'loading' ? common.loading : common.nothingFound;
  }

  #mirror(): void {
    const [input, options] = [this.#input.value, this.#options];
    if (!input || !options) return;
    input.setAttribute('aria-expanded', String(this.isOpen));
    if (this.#active < 0) input.removeAttribute('aria-activedescendant');
    else
      input.setAttribute(
        'aria-activedescendant',
        this.#active < this.#choices.length ? `${options.id}-option-${this.#active}` : `${options.id}-new`,
      );
  }

  #pick(at: number): void {
    const choice = this.#choices[at];
    if (choice && choice.disabled === undefined)
      this.#choose({ kind: 'existing', id: choice.id, label: choice.label }, true);
    else if (!choice && this.#newText) this.#choose({ kind: 'new', text: this.#newText }, true);
  }

  #choose(value: Chosen | null, picked: boolean): void {
    this.#reset();
    this.#options?.onChange(value, picked);
  }

  /** Nothing is typed any more. */
  #reset(): void {
    this.#resume();
    this.#typed = undefined;
    this.close();
    this.#host.requestUpdate();
  }

  #say(text: string): void {
    const region = this.#input.value?.closest('.field')?.querySelector('[role=status]');
    if (region) region.textContent = text;
  }

  readonly #type = (event: InputEvent): void => {
    this.#typed = (event.target as HTMLInputElement).value;
    // The entry that was marked answers an earlier question.
    this.#active = -1;
    this.#answered = undefined;
    this.#entered = false;
    void this.ask();
  };

  readonly #press = (event: PointerEvent): void => {
    if ((event.target as Element).closest('button')) return;
    if (this.isOpen) this.close();
    else void this.ask();
  };

  readonly #clear = (): void => {
    this.#choose(null, false);
    this.#input.value?.focus();
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const count = this.#entries();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!this.isOpen) void this.ask();
      else if (count > 0) {
        const from = this.#active < 0 && event.key === 'ArrowUp' ? count : this.#active;
        this.#active = (from + (event.key === 'ArrowDown' ? 1 : -1) + count) % count;
        this.#draw();
        this.#list.value?.querySelector('.is-active')?.scrollIntoView({ block: 'nearest' });
      }
    } else if (event.key === 'Enter' && (this.#typed !== undefined || (this.isOpen && this.#active >= 0))) {
      if (this.#isKnown || this.#active >= 0) this.#enter();
      else {
        if (!this.#question) void this.ask();
        this.#entered = true;
      }
    } else if (event.key === 'Escape' && (this.isOpen || this.#typed !== undefined)) {
      event.stopPropagation();
      this.#reset();
    } else return;
    event.preventDefault();
  };

  /** The marked entry; where none is, a value is made of what was typed. */
  #enter(): void {
    this.#entered = false;
    if (this.isOpen && this.#active >= 0) this.#pick(this.#active);
    else this.#settle(true);
  }

  readonly #leave = (event: FocusEvent): void => {
    if (this.#typed === undefined) this.close();
    else if (this.#isKnown) this.#settle(false);
    else if (!this.#waiting) void this.#wait(event);
  };

  /** Makes a value of what was typed. */
  #settle(picked: boolean): void {
    const value = this.#text === '' ? null : this.#valueOf(this.#text, exactMatch(this.#choices, this.#text));
    if (value === undefined) this.#reset();
    else this.#choose(value, picked);
  }

  #valueOf(text: string, known: Choice | undefined): Chosen | undefined {
    if (known) return { kind: 'existing', id: known.id, label: known.label };
    return this.#source.create && { kind: 'new', text };
  }

  /** It was left before the answer, which finds what was typed; what is typed elsewhere by then, or here about another record, is no concern of it. */
  async #wait({ target, relatedTarget }: FocusEvent): Promise<void> {
    const [input, text, entered, options] = [target as HTMLInputElement, this.#text, this.#entered, this.#options];
    const asked = this.#question;
    const question = asked?.text === text ? asked : new Question(this.#source, text);
    this.#question = undefined;
    this.close();
    const waiting = (this.#waiting = new Waiting(input, question, relatedTarget));
    this.#say(this.#words.t.common.loading);
    const answer = await waiting.answer();
    if (!answer) return waiting.drop();
    const first = entered ? answer.choices.find(({ disabled }) => disabled === undefined) : undefined;
    const value = this.#valueOf(text, first ?? exactMatch(answer.choices, text));
    const here = this.#waiting === waiting;
    const { onChange } = (here && this.#options) || options!;
    if (here) {
      this.#say('');
      this.#reset();
    }
    if (value) onChange(value, false);
    waiting.go();
  }

  /** Somebody is in the field again, and decides anew. */
  #resume(): void {
    this.#waiting?.drop();
    this.#waiting = undefined;
  }
}
