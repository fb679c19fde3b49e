import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Ref } from 'lit/directives/ref.js';
import { ref } from 'lit/directives/ref.js';
import type { FieldOptions } from './field.js';
import { describedBy, fieldFrame } from './field.js';
import { icon } from './icon.js';
import type { Drawing } from './icons.js';
import * as icons from './icons.js';
import { markedText } from './marked.js';

/** A record that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** A second line that tells two of the same name apart. */
  readonly detail?: string | undefined;
  /** Drawn before it: an avatar. */
  readonly lead?: TemplateResult | undefined;
  /** Why it cannot be chosen. */
  readonly disabled?: string | undefined;
}

/** What a field of this kind holds: a record, or the name of one to be made. */
export type Chosen =
  | { readonly kind: 'existing'; readonly id: string; readonly label: string }
  | { readonly kind: 'new'; readonly text: string };

export interface ComboboxWords {
  readonly t: {
    readonly common: {
      readonly loading: string;
      readonly nothingFound: string;
      readonly loadFailed: string;
      readonly results: (n: number) => string;
      readonly clearChoice: (what: string) => string;
    };
  };
}

export interface ComboboxSource {
  /** Asked on opening ('') and on every keystroke; the signal of a question that a newer one has replaced is aborted. */
  readonly search: (query: string, signal: AbortSignal) => Promise<readonly Choice[]>;
  /** The sentence of the entry that makes a new record ("Add “Ada” as a new person"); without it only existing ones can be chosen. */
  readonly create?: ((text: string) => string) | undefined;
}

export interface ComboboxOptions extends FieldOptions {
  readonly value: Chosen | null;
  readonly icon?: Drawing | undefined;
  readonly placeholder?: string | undefined;
  /** @param picked by Enter or a press on an entry; not by leaving the field, nor by clearing it */
  readonly onChange: (value: Chosen | null, picked: boolean) => void;
}

export function chosenLabel(value: Chosen | null): string {
  if (!value) return '';
  return value.kind === 'new' ? value.text : value.label;
}

/** The one choice of exactly this name, if there is exactly one: two people of a name are not told apart by typing it. */
export function exactMatch(choices: readonly Choice[], text: string): Choice | undefined {
  const wanted = plain(text);
  const found = choices.filter((choice) => choice.disabled === undefined && plain(choice.label) === wanted);
  return found.length === 1 ? found[0] : undefined;
}

/** Whatever case and whichever i it is written with: İ in lower case is two letters, and “IŞIK” is “ışık”. */
function plain(text: string): string {
  return text.trim().replace(/[İı]/g, 'i').toLowerCase();
}

export interface ComboboxView {
  readonly input: Ref<HTMLInputElement>;
  readonly list: Ref<HTMLElement>;
  readonly words: ComboboxWords;
  readonly text: string;
  readonly press: (event: PointerEvent) => void;
  readonly type: (event: InputEvent) => void;
  readonly keydown: (event: KeyboardEvent) => void;
  readonly leave: (event: FocusEvent) => void;
  readonly clear: () => void;
}

/** The field, with the list that opens below it. */
export function comboboxView(options: ComboboxOptions, view: ComboboxView): TemplateResult {
  const { id, label, value, placeholder, required, error, disabled } = options;
  const drawing = options.icon;
  return fieldFrame(
    options,
    html`<span class="input" @pointerdown=${view.press}>
        ${drawing ? icon(drawing) : nothing}<input
          ${ref(view.input)}
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
          .value=${live(view.text)}
          ?disabled=${disabled}
          @input=${view.type}
          @keydown=${view.keydown}
          @focusout=${view.leave}
        />${
          value && !disabled
            ? html`<button type="button" class="chip-x" tabindex="-1" aria-label=${view.words.t.common.clearChoice(label)} @click=${view.clear}>${icon(icons.x, { size: 'sm' })}</button>`
            : icon(icons.down, { size: 'sm' })
        }
      </span>
      <div class="menu pop" popover="manual" id="${id}-list" role="listbox" aria-label=${label} ${ref(view.list)} @pointerdown=${keepFocus}></div>
      <span class="sr" role="status" id="${id}-said"></span>`,
  );
}

export interface ListView {
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly value: Chosen | null;
  /** The option that the input names as active; the one after the last choice makes a new record. */
  readonly active: number;
  readonly typed: string;
  /** The sentence of the entry that makes a new record. */
  readonly create: string | undefined;
  readonly message: string;
  readonly pick: (at: number) => void;
}

/** What stands in the list. */
export function listView({ id, choices, value, active, typed, create, message, pick }: ListView): TemplateResult {
  const option = (choice: Choice, at: number) => html`<button
    class="menu-item ${at === active ? 'is-active' : ''}"
    type="button"
    role="option"
    tabindex="-1"
    id="${id}-option-${at}"
    aria-selected=${value?.kind === 'existing' && value.id === choice.id ? 'true' : 'false'}
    aria-disabled=${choice.disabled === undefined ? nothing : 'true'}
    @click=${() => pick(at)}
  >
    ${choice.lead ? html`<span class="menu-lead" aria-hidden="true">${choice.lead}</span>` : nothing}<span class="grow"><bdi>${markedText(choice.label, typed)}</bdi>${whyOf(choice.detail)}${whyOf(choice.disabled)}</span>
  </button>`;
  return html`${choices.map(option)}
  ${
    create === undefined
      ? nothing
      : html`${choices.length > 0 ? html`<hr role="presentation" />` : nothing}
        <button class="menu-item ${active === choices.length ? 'is-active' : ''}" type="button" role="option" tabindex="-1" id="${id}-new" aria-selected="false" @click=${() => pick(choices.length)}>
          ${icon(icons.plus)}<span class="grow" dir="auto">${create}</span>
        </button>`
  }
  ${message ? html`<div class="menu-none" role="presentation">${message}</div>` : nothing}`;
}

function whyOf(text: string | undefined): TemplateResult | typeof nothing {
  return text ? html`<small class="why" dir="auto">${text}</small>` : nothing;
}

/** A press on an option must not take the focus from the input, or leaving it would choose first. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
