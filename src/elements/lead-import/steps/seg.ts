import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { live } from 'lit/directives/live.js';

type Options<V> = readonly (readonly [value: V, words: string])[];

/** One of a few, as native radio buttons: arrows move within, one tab stop. Stands in a group that says what for. */
export function segments<V extends string>(
  name: string,
  value: V,
  options: Options<V>,
  onChange: (value: V) => void,
): TemplateResult {
  return html`<span class="seg">
    ${options.map(
      ([each, words]) => html`<label>
        <input type="radio" class="sr" name=${name} .checked=${live(each === value)} @change=${() => onChange(each)} /><span>${words}</span>
      </label>`,
    )}
  </span>`;
}

/**
 * The same with its label. No fieldset: WebKit leaves a legend beside the buttons out of the width, and the buttons wrap.
 */
export function seg<V extends string>(
  name: string,
  label: string,
  value: V,
  options: Options<V>,
  onChange: (value: V) => void,
): TemplateResult {
  return html`<div class="row wrap choice" role="group" aria-labelledby="${name}-choice">
    <span class="what muted" id="${name}-choice"><bdi>${label}</bdi></span>
    ${segments(name, value, options, onChange)}
  </div>`;
}
