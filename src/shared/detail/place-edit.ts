import type { ReactiveController, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { isTyping } from '../active.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { InlineWords } from '../inline-options.js';
import type { DetailHost } from './model.js';

/** What an editor that is more than one line of text is drawn with. */
export interface Editing<V> {
  readonly value: V;
  set(value: V): void;
  /** As `onChange` of a `Combobox`: what is picked is committed, as there is nothing more to say. */
  readonly choose: (value: V, picked: boolean) => void;
  /** What is wrong with what was typed so far; undefined = nothing. */
  readonly error: string | undefined;
  wrong(message: string): void;
  done(): void;
}

export interface PlaceOptions<V> {
  readonly key: string;
  readonly name: string;
  /** What it says in words, for the name of the button; '' = empty. */
  readonly text: string;
  /** What is shown where there is none; default "Add value". */
  readonly empty?: string | undefined;
  readonly shown?: TemplateResult | string | undefined;
  readonly value: V;
  readonly locked?: string | undefined;
  readonly editor: (editing: Editing<V>) => TemplateResult;
  readonly same: (a: V, b: V) => boolean;
  /** What to say below the editor when somebody else has changed the value meanwhile. */
  readonly changed?: ((now: string) => string) | undefined;
  /** A string is what is wrong with it. A promise may be refused later: what was typed comes back with the reason. */
  readonly commit: (value: V) => string | void | Promise<unknown>;
}

interface Draft {
  value: unknown;
  error: string | undefined;
  /** The text in the field is no value. */
  unread?: boolean;
}

/**
 * Values with editors of several controls (an amount with its currency, a person to find, two days), edited where they
 * stand by the rules of `InlineEdit`: Enter commits, Esc restores, leaving commits, what was refused is kept.
 */
export class PlaceEdit implements ReactiveController {
  #open: string | undefined;
  #fresh = false;
  /** Commits the open editor as it was drawn last. */
  #leave: (() => void) | undefined;
  #drawing = false;
  /** The field that somebody has typed into since it was read last. */
  #typing: EventTarget | null = null;
  /** What the value was in words when the editor opened. */
  #before: string | undefined;
  #refocus: string | undefined;
  readonly #drafts = new Map<string, Draft>();
  #renamed: (key: string) => string = (key) => key;

  constructor(
    readonly host: DetailHost,
    readonly words: InlineWords,
  ) {
    host.addController(this);
  }

  get editing(): string | undefined {
    return this.#open;
  }

  open(key: string): void {
    // One is edited at a time: what was typed into the other is not lost.
    if (this.#open !== key) this.#leave?.();
    this.#open = key;
    this.#before = undefined;
    this.#fresh = true;
    this.host.requestUpdate();
  }

  /** As that of `InlineEdit`. */
  rename(key: (key: string) => string): void {
    const earlier = this.#renamed;
    this.#renamed = (each) => key(earlier(each));
    for (const [old, draft] of [...this.#drafts]) {
      this.#drafts.delete(old);
      this.#drafts.set(key(old), draft);
    }
    if (this.#open !== undefined && this.#drafts.get(key(this.#open))?.error !== undefined)
      this.#open = key(this.#open);
  }

  render<V>(options: PlaceOptions<V>): TemplateResult {
    return options.key === this.#open ? this.#editor(options) : this.#button(options);
  }

  hostUpdate(): void {
    this.#drawing = true;
  }

  hostUpdated(): void {
    this.#drawing = false;
    const root = this.host.shadowRoot;
    // Another record is shown: the editor has been left, and leaving commits. Not all browsers tell of it.
    if (this.#leave && !root?.querySelector(`[data-placing="${CSS.escape(this.#open ?? '')}"]`)) {
      const [leave, typing] = [this.#leave, this.#typing];
      this.#leave = undefined;
      queueMicrotask(() => {
        // What was typed last is read by a `change`, which not every browser sends when a field is taken away.
        typing?.dispatchEvent(new Event('change', { bubbles: true }));
        leave();
      });
    }
    if (this.#fresh && root?.querySelector('[data-placing]')) {
      this.#fresh = false;
      const input = root.querySelector<HTMLElement>('[data-placing] :is(input, select, textarea)');
      input?.focus();
      if (input instanceof HTMLInputElement) input.select();
    } else if (this.#refocus !== undefined) {
      const key = this.#refocus;
      this.#refocus = undefined;
      root?.querySelector<HTMLElement>(`[data-edit="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
    }
  }

  #button<V>({ key, name, text, shown, locked, empty }: PlaceOptions<V>): TemplateResult {
    const { common } = this.words.t;
    const add = text === '' ? (empty ?? common.addValue) : null;
    const refused = this.#drafts.get(key)?.error;
    return html`<button
        class="edit ${add === null ? '' : 'add'}"
        type="button"
        data-edit=${key}
        aria-label=${add === null ? common.editOf(name, text) : common.emptyValue(add, name)}
        aria-disabled=${locked === undefined ? nothing : 'true'}
        title=${locked ?? nothing}
        @click=${() => locked === undefined && this.open(key)}
        ><bdi>${add ?? shown ?? text}</bdi></button
      >${refused ? errorLine(refused) : nothing}`;
  }

  #editor<V>(options: PlaceOptions<V>): TemplateResult {
    const { key, name, text, changed } = options;
    this.#leave = () => this.#commit(options, false);
    const before = (this.#before ??= text);
    const draft = this.#drafts.get(key);
    const change = (part: Partial<Draft>): void => {
      this.#drafts.set(key, { value: this.#value(options), error: undefined, ...part });
      // A field that is taken away while the view is being drawn may send its last `change` then.
      if (this.#drawing) queueMicrotask(() => this.host.requestUpdate());
      else this.host.requestUpdate();
    };
    const editing: Editing<V> = {
      value: this.#value(options),
      error: draft?.error,
      set: (value) => change({ value }),
      choose: (value, picked) => {
        // The editor was left, and closed, before it was known who is called so.
        if (this.#open !== key) return this.#send(options, value, false);
        change({ value });
        if (picked) this.#commit(options, true);
      },
      wrong: (error) => change({ error, unread: true }),
      done: () => this.#commit(options, true),
    };
    const keydown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      if (event.key === 'Enter') {
        // The text of an amount is read on `change`, which Enter sends only after this.
        const field = event.target as HTMLElement;
        field.blur();
        this.#commit(options, true);
        // It is wrong: whoever pressed Enter mends it there.
        if (this.#open === key && !this.#fresh) field.focus();
      } else if (event.key === 'Escape') this.#close(key, true);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const focusout = (event: FocusEvent): void => {
      const box = event.currentTarget as HTMLElement;
      // A picker that does not know yet what it holds says so once more when it does.
      if ((event.target as HTMLElement).ariaBusy === 'true') return;
      const next = event.relatedTarget;
      // The window lost the focus, or a list of ours has it: nobody has left.
      if (next instanceof Node ? box.contains(next) : this.host.ownerDocument.hasFocus() === false) return;
      queueMicrotask(() => !box.contains(this.host.shadowRoot?.activeElement ?? null) && this.#commit(options, false));
    };
    return html`<div class="placing" role="group" aria-label=${name} data-placing=${key} @keydown=${keydown} @focusout=${focusout}
      @input=${(event: Event) => (this.#typing = event.target)} @change=${() => (this.#typing = null)}>
      ${options.editor(editing)}${changed && text !== before && draft ? html`<span class="field-note" role="status">${changed(text)}</span>` : nothing}
    </div>`;
  }

  #value<V>(options: PlaceOptions<V>): V {
    const draft = this.#drafts.get(options.key);
    return draft ? (draft.value as V) : options.value;
  }

  #commit<V>(options: PlaceOptions<V>, refocus: boolean): void {
    const { key } = options;
    if (this.#open !== key) return;
    const draft = this.#drafts.get(key);
    const value = this.#value(options);
    // What cannot be read waits where it was typed; a refusal may be tried again.
    if (draft?.unread || (draft?.error !== undefined && !refocus)) {
      this.#fresh = refocus;
      return this.host.requestUpdate();
    }
    this.#send(options, value, refocus);
  }

  #send<V>(options: PlaceOptions<V>, value: V, refocus: boolean): void {
    const { key } = options;
    const close = (): void => {
      if (this.#open === key) this.#close(key, refocus);
    };
    if (options.same(value, options.value)) return close();
    const answer = options.commit(value);
    if (typeof answer === 'string') {
      this.#drafts.set(key, { value, error: answer });
      this.host.requestUpdate();
      return;
    }
    close();
    answer?.catch((error: unknown) => {
      const there = this.#renamed(key);
      this.#drafts.set(there, {
        value,
        error: error instanceof Error ? error.message : this.words.t.common.couldNotSave,
      });
      if (this.#open === undefined) {
        this.open(there);
        // Who is typing elsewhere by now goes on there.
        this.#fresh = !isTyping(this.host.shadowRoot);
      }
      this.host.requestUpdate();
    });
  }

  #close(key: string, refocus: boolean): void {
    this.#open = this.#leave = undefined;
    this.#drafts.delete(key);
    this.#refocus = refocus ? key : undefined;
    this.host.requestUpdate();
  }
}

export function errorLine(error: string): TemplateResult {
  return html`<span class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${error}</span></span>`;
}
