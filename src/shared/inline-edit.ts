import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { isTyping } from './active.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { InlineOptions, InlineWords } from './inline-options.js';

/** Where a value is by now. @param before what it was when somebody began to type */
type Renaming = (key: string, before: string) => string;

/**
 * Values that are edited where they stand: a button that says the value, an input in its place. Enter commits, Esc restores, leaving
 * commits, and what was refused is never thrown away. `edit = new InlineEdit(this, this.words)`, and in the view `${this.edit.render({ key: 'title', … })}`.
 */
export class InlineEdit implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #words: InlineWords;
  readonly #input = createRef<HTMLInputElement | HTMLTextAreaElement>();
  #key: string | undefined;
  /** As the open editor was drawn last. */
  #drawn: InlineOptions | undefined;
  #text = '';
  /** What the value was when the editor opened. */
  #before = '';
  #error = '';
  #refocus: { readonly key: string; readonly instead: string | undefined } | undefined;
  #fresh = false;
  /** What is wrong has been found by a key: it may stand below what can be seen. */
  #reveal = false;
  /** The editor has the focus, also while a move of the host takes it away for a moment. */
  #focused = false;
  /** What is typed into, also when it is gone from the page: the browser keeps half a day there, of which the text knows nothing. */
  #control: HTMLInputElement | HTMLTextAreaElement | null = null;
  /** How often the host was taken out of a document. */
  #moves = 0;
  /** What was refused, and what the value was when it was typed. */
  readonly #refused = new Map<string, { readonly text: string; readonly error: string; readonly before: string }>();
  /** The text with which the open editor came back; undefined = it was opened by hand. */
  #back: string | undefined;
  /** Where the values of a record that has become another one are now. */
  #renamed: Renaming = (key) => key;

  constructor(host: ReactiveControllerHost & HTMLElement, words: InlineWords) {
    this.#host = host;
    this.#words = words;
    host.addController(this);
  }

  /** The key of what is being edited. */
  get editing(): string | undefined {
    return this.#key;
  }

  /** Opens the editor of a value, as a press on it does. */
  edit(key: string, text: string): void {
    const refused = this.#refused.get(key);
    this.#refused.delete(key);
    if (this.#key !== undefined && this.#key !== key) this.#leave(this.#key);
    this.#key = key;
    this.#text = refused?.text ?? text;
    this.#before = refused?.before ?? text;
    this.#back = refused?.text;
    this.#error = refused?.error ?? '';
    this.#fresh = true;
    this.#host.requestUpdate();
  }

  /**
   * A commit that had been taken was refused after all: the typed text and the reason wait at the value.
   * @param before what the value was; left out: the text
   */
  refuse(typedAt: string, text: string, error: string, before = text): void {
    const key = this.#renamed(typedAt, before);
    this.#refused.set(key, { text, error, before });
    if (this.#key === undefined) {
      this.edit(key, text);
      // Who is typing elsewhere by now goes on there.
      this.#fresh = !isTyping(this.#host.shadowRoot);
    }
    this.#host.requestUpdate();
  }

  /** A record has become another one: what was refused, or will be, waits at the same value of that. @param key the key there */
  rename(key: Renaming): void {
    const earlier = this.#renamed;
    this.#renamed = (each, before) => key(earlier(each, before), before);
    this.#move(key);
  }

  /** What was refused, and waits at a key that begins so; with what the value was when it was typed. */
  waiting(start: string): readonly (readonly [key: string, before: string])[] {
    const list = [...this.#refused].map(([key, { before }]) => [key, before] as const);
    if (this.#key !== undefined && this.#error !== '') list.push([this.#key, this.#before]);
    return list.filter(([key]) => key.startsWith(start));
  }

  /** What waits at one key goes on waiting at another one, where nothing waits yet. */
  move(from: string, to: string): void {
    this.#move((key) => (key === from ? to : key));
  }

  #move(key: Renaming): void {
    for (const [old, refused] of [...this.#refused]) {
      this.#refused.delete(old);
      this.#refused.set(key(old, refused.before), refused);
    }
    if (this.#key !== undefined && this.#error !== '') this.#key = key(this.#key, this.#before);
  }

  /** One is edited at a time: what was typed into the other is stored, or waits there with what is wrong with it. */
  #leave(key: string): void {
    const drawn = this.#drawn;
    this.#drawn = undefined;
    const half = this.#isHalf;
    if (drawn?.key === key) this.#commit(drawn, false);
    if (this.#key === key && this.#error !== '')
      this.#refused.set(key, { text: half ? this.#before : this.#text, error: this.#error, before: this.#before });
  }

  render(options: InlineOptions): TemplateResult {
    return options.key === this.#key ? this.#editor(options) : this.#button(options);
  }

  hostConnected(): void {
    // Moved with an open editor: whoever types goes on typing.
    if (this.#focused) queueMicrotask(() => this.#input.value?.focus({ preventScroll: true }));
  }

  hostDisconnected(): void {
    this.#moves++;
    // Taken out for good, or for longer: coming back later steals nobody's focus.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#focused = false;
    });
  }

  hostUpdated(): void {
    const drawn = this.#drawn;
    // Another record is shown: the editor has been left, and leaving commits. Not all browsers tell of it. Out of the page nothing is connected: what is wrong with its text would be told, and drawn, without end.
    if (drawn && drawn.key === this.#key && this.#host.isConnected && !this.#input.value?.isConnected) {
      this.#drawn = undefined;
      queueMicrotask(() => this.#commit(drawn, false));
    }
    if (this.#fresh) {
      this.#fresh = false;
      const input = this.#input.value;
      const { selected } = this.#drawn ?? {};
      input?.focus();
      if (selected) input?.setSelectionRange(0, selected(input.value));
      else input?.select();
    } else if (this.#refocus !== undefined) {
      const { key, instead } = this.#refocus;
      this.#refocus = undefined;
      const find = (selector: string) => this.#host.shadowRoot?.querySelector<HTMLElement>(selector);
      const there = find(`[data-edit="${CSS.escape(key)}"]`) ?? (instead === undefined ? null : find(instead));
      there?.focus({ preventScroll: true });
    }
    if (this.#reveal) {
      this.#reveal = false;
      this.#input.value?.parentElement?.querySelector('.field-error')?.scrollIntoView({ block: 'nearest' });
    }
  }

  #button({ key, name, text, shown, said, locked, empty }: InlineOptions): TemplateResult {
    const { common } = this.#words.t;
    const add = text === '' && said === undefined ? (empty ?? common.addValue) : null;
    const refused = this.#refused.get(key);
    return html`<button
        class="edit ${add === null ? '' : 'add'}"
        type="button"
        data-edit=${key}
        aria-label=${add === null ? common.editOf(name, said ?? text) : common.emptyValue(add, name)}
        aria-disabled=${locked === undefined ? nothing : 'true'}
        title=${locked ?? nothing}
        @click=${() => locked === undefined && this.edit(key, text)}
      >
        <bdi>${add ?? shown ?? text}</bdi></button
      >${refused ? errorLine(key, refused.error) : nothing}`;
  }

  #editor(options: InlineOptions): TemplateResult {
    const { key, name, text, said, changed, type = 'text', inputMode, multiline } = options;
    this.#drawn = options;
    const other = changed && text !== this.#before && text !== this.#text ? changed(said ?? text) : '';
    const settle = (refocus: boolean) => this.#commit(options, refocus);
    const focus = (event: Event) => {
      this.#focused = true;
      this.#control = event.target as HTMLInputElement;
    };
    const blur = () => {
      const moves = this.#moves;
      // Some browsers tell of the focus that a move takes before they tell of the move.
      queueMicrotask(() => {
        if (moves !== this.#moves && this.#host.isConnected) return;
        this.#focused = false;
        settle(false);
      });
    };
    const keydown = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) settle(true);
      else if (event.key === 'Escape') this.#close(key);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const wrong = this.#error !== '';
    const common = { keydown, input: (event: Event) => (this.#text = (event.target as HTMLInputElement).value) };
    const control = multiline
      ? html`<textarea class="input" rows="4" dir="auto" ${ref(this.#input)} aria-label=${name} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? `edit-${key}-error` : nothing} .value=${this.#text} @input=${common.input} @keydown=${common.keydown} @focus=${focus} @blur=${blur}></textarea>`
      : html`<input class="input" dir="auto" ${ref(this.#input)} type=${type} inputmode=${inputMode ?? nothing} autocomplete="off" aria-label=${name} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? `edit-${key}-error` : nothing} .value=${live(this.#text)} @input=${common.input} @keydown=${common.keydown} @focus=${focus} @blur=${blur} />`;
    return html`<span class="field" ?data-invalid=${wrong}>${control}${wrong ? errorLine(key, this.#error) : nothing}${other ? html`<span class="field-note" role="status">${other}</span>` : nothing}</span>`;
  }

  #commit(options: InlineOptions, refocus: boolean): void {
    const { key, text } = options;
    // Enter closes the editor, and closing it takes the focus away: one commit.
    if (this.#key !== key) return;
    const typed = options.multiline ? this.#text : this.#text.trim();
    // Half a day reads as none, and nothing is emptied by that: it is told where it stands. Elsewhere by now, the value is as it was.
    const { notDay, notTime } = this.#words.t.common;
    if (this.#isHalf && this.#input.value?.isConnected !== true) return this.#close(undefined);
    if (this.#isHalf) return this.#wrong(options.type === 'time' ? notTime : notDay, refocus);
    // Who has typed nothing does not take back what somebody else wrote meanwhile.
    if (typed === text || typed === this.#before) return this.#close(refocus ? key : undefined);
    // Refused once, it is tried again by Enter only: whoever leaves it finds it here.
    if (typed === this.#back && !refocus) return;
    const answer = options.commit(typed);
    if (typeof answer === 'string') return this.#wrong(answer, refocus);
    this.#close(refocus ? key : undefined);
    answer?.catch((error: unknown) =>
      this.refuse(
        key,
        typed,
        error instanceof Error && error.message ? error.message : this.#words.t.common.couldNotSave,
        text,
      ),
    );
  }

  #wrong(error: string, reveal: boolean): void {
    this.#error = error;
    this.#reveal = reveal;
    this.#host.requestUpdate();
  }

  get #isHalf(): boolean {
    return (this.#input.value ?? this.#control)?.validity.badInput === true;
  }

  #close(refocus: string | undefined): void {
    this.#refocus = refocus === undefined ? undefined : { key: refocus, instead: this.#drawn?.instead };
    this.#key = this.#drawn = this.#back = undefined;
    this.#control = null;
    this.#focused = false;
    this.#error = '';
    this.#host.requestUpdate();
  }
}

function errorLine(key: string, error: string): TemplateResult {
  return html`<span class="field-error" id="edit-${key}-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${error}</span></span>`;
}
