import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icon } from './icon.js';
import * as icons from './icons.js';

export interface ChipItem {
  readonly id: string;
  readonly label: string;
  /** One of the ten label colours. */
  readonly color: string;
}

export interface ChipsOptions {
  readonly label: string;
  readonly items: readonly ChipItem[];
  /** The words of the button that adds one. */
  readonly add: string;
  readonly removeLabel: (label: string) => string;
  readonly onRemove?: ((id: string) => void) | undefined;
  /** Opens the picker at the button. Without it nothing can be added. */
  readonly onAdd?: ((anchor: HTMLElement) => void) | undefined;
}

/** Labels of a record, each with its cross, and the button that adds more. Needs `label`, `chip`, `button` and `field` styles. */
export function chipsField({ label, items, add, removeLabel, onRemove, onAdd }: ChipsOptions): TemplateResult {
  return html`<div class="field" role="group" aria-label=${label}>
    <span class="field-name" aria-hidden="true">${label}</span>
    <div class="row wrap">
      ${items.map((item) => html`<span class="label" data-c=${item.color}>${labelText(item, removeLabel, onRemove)}</span>`)}
      ${
        onAdd
          ? html`<button type="button" class="btn btn--quiet btn--sm" aria-haspopup="dialog" @click=${(event: Event) => onAdd(event.currentTarget as HTMLElement)}>${icon(icons.plus, { size: 'sm' })}${add}</button>`
          : nothing
      }
    </div>
  </div>`;
}

function labelText(
  item: ChipItem,
  removeLabel: ChipsOptions['removeLabel'],
  onRemove: ChipsOptions['onRemove'],
): TemplateResult {
  return html`<span dir="auto">${item.label}</span>${
    onRemove
      ? html`<button type="button" class="chip-x" aria-label=${removeLabel(item.label)} @click=${() => onRemove(item.id)}>${icon(icons.x, { size: 'sm' })}</button>`
      : nothing
  }`;
}
