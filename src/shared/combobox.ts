import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { live } from 'lit/directives/live.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { chosenLabel, exactMatch, keepFocus, listView } from './combobox-parts.js';
import type { Choice, Chosen, ComboboxOptions, ComboboxSource, ComboboxWords } from './combobox-parts.js';
import { describedBy, fieldFrame } from './field.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { follow, place } from './place.js';

export type { Choice, Chosen, ComboboxOptions, ComboboxSource, ComboboxWords } from './combobox-parts.js';

/**
 * Chooses an existing record or names a new one: persons, organizations, owners, deals. One instance a field:
 *
 *     person = new Combobox(this, this.words, { search: (query, signal) => this.#persons(query, signal), create: (text) => … });
 *     ${this.person.render({ id: 'person', label, value, onChange: (value) => … })}
 *
 * The focus stays in the input; options are named by `aria-activedescendant`. What is typed and left is never lost: it
 * becomes the record of that very name, else a new one where that is possible, else the earlier choice comes back.
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
  #state: 'idle' | 'loading' | 'failed' = 'idle';
  #active = -1;
  /** Enter was pressed before the answer: it is done with it. */
  #entered = false;
  #asked: AbortController | undefined;
  #shown: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, words: ComboboxWords, source: ComboboxSource) {
    this.#host = host;
    this.#words = words;
    this.#source = source;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#list.value?.matches(':popover-open') ?? false;
  }

  render(options: ComboboxOptions): TemplateResult {
    this.#options = options;
    const { id, label, value, placeholder, required, error, disabled } = options;
    const drawing = options.icon;
    return fieldFrame(
      options,
      html`<span class="input" @pointerdown=${this.#press}>
          ${drawing ? icon(drawing) : nothing}<input
            ${ref(this.#input)}
            id=${id}
            aria-label=${label}
            dir="auto"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded="false"
            aria-controls="${id}-list"
            aria-required=${required ? 'true' : nothing}
            aria-invalid=${error ? 'true' : nothing}
            aria-describedby=${describedBy(options)}
            autocomplete="off"
            spellcheck="false"
            placeholder=${placeholder ?? nothing}
            .value=${live(this.#typed ?? chosenLabel(value))}
            ?disabled=${disabled}
            @input=${this.#type}
            @keydown=${this.#keydown}
            @blur=${this.#leave}
          />${
            value && !disabled
              ? html`<button type="button" class="chip-x" tabindex="-1" aria-label=${this.#words.t.common.clearChoice(label)} @click=${this.#clear}>${icon(icons.x, { size: 'sm' })}</button>`
              : icon(icons.down, { size: 'sm' })
          }
        </span>
        <div class="menu pop" popover="manual" id="${id}-list" role="listbox" aria-label=${label} ${ref(this.#list)} @pointerdown=${keepFocus}></div>
        <span class="sr" role="status" id="${id}-said"></span>`,
    );
  }

  /** Opens the list and asks for what the field holds. */
  async ask(): Promise<void> {
    const list = this.#list.value;
    const input = this.#input.value;
    if (!list?.isConnected || !input || this.#options?.disabled) return;
    this.#asked?.abort();
    const { signal } = (this.#asked = new AbortController());
    const query = this.#typed?.trim() ?? '';
    this.#state = 'loading';
    if (!this.isOpen) {
      list.showPopover();
      this.#shown = new AbortController();
      follow(list, input.closest('.input') ?? input, { match: true }, this.#shown.signal, () => this.close());
      this.#choices = [];
      this.#active = -1;
    }
    this.#draw();
    try {
      const choices = await this.#source.search(query, signal);
      if (signal.aborted) return;
      this.#choices = choices;
      this.#state = 'idle';
      if (this.#left(query)) return;
      this.#active = query !== '' && this.#entries() > 0 ? 0 : -1;
      if (this.#entered) return this.#enter();
      this.#say(this.#words.t.common.results(choices.length));
    } catch {
      // A question that was replaced fails too, and concerns nobody.
      if (signal.aborted) return;
      this.#choices = [];
      this.#state = 'failed';
      if (this.#left(query)) return;
      if (this.#entered) return this.#enter();
      this.#say(this.#words.t.common.loadFailed);
    }
    this.#draw();
  }

  /** The answer came after one had gone on: what was left as a new name may turn out to be a record. */
  #left(query: string): boolean {
    if (this.isOpen) return false;
    const [value, known] = [this.#options?.value, exactMatch(this.#choices, query)];
    if (known && value?.kind === 'new' && value.text === query)
      this.#options?.onChange({ kind: 'existing', id: known.id, label: known.label }, false);
    return true;
  }

  close(): void {
    this.#asked?.abort();
    this.#hide();
  }

  #hide(): void {
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

  /** The typed text that would make a new record: none where it is somebody's exact name. */
  get #newText(): string {
    const typed = this.#typed?.trim() ?? '';
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
    this.#typed = undefined;
    this.close();
    this.#options?.onChange(value, picked);
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
      if (this.isOpen && this.#active < 0 && this.#state === 'loading' && this.#typed?.trim()) this.#entered = true;
      else this.#enter();
    } else if (event.key === 'Escape' && (this.isOpen || this.#typed !== undefined)) {
      event.stopPropagation();
      this.#typed = undefined;
      this.close();
      this.#host.requestUpdate();
    } else return;
    event.preventDefault();
  };

  /** The marked entry; where none is, a value is made of what was typed. */
  #enter(): void {
    this.#entered = false;
    if (this.isOpen && this.#active >= 0) this.#pick(this.#active);
    else this.#settle(true);
  }

  readonly #leave = (): void => {
    if (this.#typed === undefined) this.close();
    else this.#settle(false);
  };

  /** Makes a value of what was typed. */
  #settle(picked: boolean): void {
    const typed = this.#typed?.trim() ?? '';
    const known = exactMatch(this.#choices, typed);
    if (typed === '') this.#choose(null, picked);
    else if (known) this.#choose({ kind: 'existing', id: known.id, label: known.label }, picked);
    else if (this.#source.create) {
      // The question goes on: its answer may know the name.
      this.#typed = undefined;
      this.#hide();
      this.#options?.onChange({ kind: 'new', text: typed }, picked);
      this.#host.requestUpdate();
    } else {
      this.#typed = undefined;
      this.close();
      this.#host.requestUpdate();
    }
  }
}
