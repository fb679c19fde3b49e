import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { fold } from '../../../domain/fold.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { ImportModel } from '../model.js';

export interface LabelActions {
  readonly adding: boolean;
  /** Opens the field for another label. */
  readonly begin: () => void;
  /** Closes it. @returns whether it was open: a field that is taken away tells its change once more */
  readonly end: () => boolean;
}

/** Labels for every lead of this import: those there are are offered, any other name makes a new one. */
export function labels(model: ImportModel, { adding, begin, end }: LabelActions): TemplateResult {
  const t = model.t.import;
  const { labels: chosen } = model.choices;
  const known = model.store?.directory.labels ?? [];
  const add = (text: string): void => {
    if (!end()) return;
    const name = text.trim();
    if (name === '' || chosen.some((one) => fold(one) === fold(name))) return;
    model.choose({ labels: [...chosen, known.find((label) => fold(label.name) === fold(name))?.name ?? name] });
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') add((event.target as HTMLInputElement).value);
    else end();
  };
  return html`<span class="row wrap labels">
    <span class="muted">${t.addLabel}</span>
    ${chosen.map(
      (name) => html`<span class="label" data-c=${known.find((label) => label.name === name)?.color ?? 'gray'}>
        <span dir="auto">${name}</span>
        <button
          type="button"
          class="chip-x"
          aria-label=${t.removeLabel(name)}
          @click=${() => model.choose({ labels: chosen.filter((one) => one !== name) })}
        >
          ${icon(icons.x, { size: 'sm' })}
        </button>
      </span>`,
    )}
    ${
      adding
        ? html`<input
              class="input"
              id="label-name"
              list="label-names"
              dir="auto"
              maxlength="120"
              aria-label=${t.labelName}
              placeholder=${t.labelName}
              @keydown=${keydown}
              @change=${(event: Event) => add((event.target as HTMLInputElement).value)}
            />
            <datalist id="label-names">${known.map(({ name }) => html`<option value=${name}></option>`)}</datalist>`
        : html`<button
            type="button"
            class="btn btn--icon btn--quiet btn--sm"
            data-add-label
            aria-label=${t.addLabel}
            title=${t.addLabel}
            @click=${begin}
          >
            ${icon(icons.plus)}
          </button>`
    }
  </span>`;
}
