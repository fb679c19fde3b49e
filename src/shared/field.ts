import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from './icon.js';
import * as icons from './icons.js';

/** What every field has. */
export interface FieldOptions {
  /** Unique within the shadow root. */
  readonly id: string;
  readonly label: string;
  readonly required?: boolean | undefined;
  /** What is wrong and what to do. Without one the field is right. */
  readonly error?: string | undefined;
  /** A line of help below it. */
  readonly note?: string | TemplateResult | undefined;
  readonly disabled?: boolean | undefined;
  /** The label is there for ears only. */
  readonly hideLabel?: boolean | undefined;
}

/** The attributes that tie a control to its label, error and note; for controls of one's own inside `fieldFrame`. */
export function describedBy({ id, error, note }: Pick<FieldOptions, 'id' | 'error' | 'note'>): string | typeof nothing {
  return [error ? `${id}-error` : '', note ? `${id}-note` : ''].filter(Boolean).join(' ') || nothing;
}

/** Label above, control, what is wrong below. `control` must carry the id, `aria-describedby` and `aria-invalid`. */
export function fieldFrame(options: FieldOptions, control: TemplateResult): TemplateResult {
  const { id, label, required, error, note, hideLabel } = options;
  return html`<div class="field" ?data-invalid=${error !== undefined && error !== ''}>
    <label for=${id} class="${required ? 'req' : ''} ${hideLabel ? 'sr' : ''}">${label}</label>
    ${control} ${error ? html`<p class="field-error" id="${id}-error">${icon(icons.warning, { size: 'sm' })}<span>${error}</span></p>` : nothing}
    ${note ? html`<p class="field-note" id="${id}-note">${note}</p>` : nothing}
  </div>`;
}

export interface TextOptions extends FieldOptions {
  readonly value: string;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | undefined;
  readonly placeholder?: string | undefined;
  readonly autocomplete?: 'off' | 'on' | 'name' | 'email' | 'tel' | 'url' | 'organization' | undefined;
  readonly maxLength?: number | undefined;
  readonly onInput?: ((value: string) => void) | undefined;
  /** On Enter, and when the field is left with another text. */
  readonly onChange?: ((value: string) => void) | undefined;
}

export function textField(options: TextOptions): TemplateResult {
  const {
    id,
    value,
    type = 'text',
    placeholder,
    autocomplete = 'off',
    maxLength,
    required,
    error,
    disabled,
    onInput,
    onChange,
  } = options;
  return fieldFrame(
    options,
    html`<input
      class="input"
      dir="auto"
      id=${id}
      type=${type}
      .value=${live(value)}
      placeholder=${placeholder ?? nothing}
      autocomplete=${autocomplete}
      maxlength=${maxLength ?? nothing}
      aria-required=${required ? 'true' : nothing}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${describedBy(options)}
      ?disabled=${disabled}
      @input=${(event: InputEvent) => onInput?.(valueOf(event))}
      @change=${(event: Event) => onChange?.(valueOf(event))}
    />`,
  );
}

export function longTextField(options: TextOptions & { readonly rows?: number }): TemplateResult {
  const { id, value, placeholder, maxLength, required, error, disabled, rows = 3, onInput, onChange } = options;
  return fieldFrame(
    options,
    html`<textarea
      class="input"
      dir="auto"
      id=${id}
      rows=${rows}
      .value=${live(value)}
      placeholder=${placeholder ?? nothing}
      maxlength=${maxLength ?? nothing}
      aria-required=${required ? 'true' : nothing}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${describedBy(options)}
      ?disabled=${disabled}
      @input=${(event: InputEvent) => onInput?.(valueOf(event))}
      @change=${(event: Event) => onChange?.(valueOf(event))}
    ></textarea>`,
  );
}

export interface SelectOptions extends FieldOptions {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  /** The first entry, with the empty value. */
  readonly placeholder?: string | undefined;
  readonly onChange: (value: string) => void;
}

export function selectField(options: SelectOptions): TemplateResult {
  const { id, value, placeholder, required, error, disabled, onChange } = options;
  return fieldFrame(
    options,
    html`<span class="select">
      <select
        class="input"
        id=${id}
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${describedBy(options)}
        ?disabled=${disabled}
        @change=${(event: Event) => onChange(valueOf(event))}
      >
        ${placeholder === undefined ? nothing : html`<option value="" ?selected=${value === ''}>${placeholder}</option>`}
        ${options.options.map(
          (each) =>
            html`<option value=${each.value} .selected=${live(each.value === value)} ?disabled=${each.disabled}>${each.label}</option>`,
        )}
      </select>
      ${icon(icons.down, { size: 'sm' })}
    </span>`,
  );
}

export interface CheckOptions {
  readonly id: string;
  readonly label: string | TemplateResult;
  readonly checked: boolean;
  /** Some of what it stands for, not all. */
  readonly mixed?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** The id of what says that it is wrong. */
  readonly error?: string | undefined;
  readonly onChange: (checked: boolean) => void;
}

export function checkField({
  id,
  label,
  checked,
  mixed = false,
  disabled,
  error,
  onChange,
}: CheckOptions): TemplateResult {
  return html`<label class="row" for=${id}>
    <input
      type="checkbox"
      class="check"
      id=${id}
      .checked=${live(checked)}
      .indeterminate=${live(mixed)}
      ?data-mixed=${mixed}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ?? nothing}
      ?disabled=${disabled}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    /><span>${label}</span>
  </label>`;
}

/** The text of the control that an event came from. */
export function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
}
