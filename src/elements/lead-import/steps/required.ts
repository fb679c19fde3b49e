import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { alwaysAsked } from '../../../domain/validate.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { ImportModel } from '../model.js';

/** Beside the columns: required fields that no column becomes, before any row is looked at. */
export function requiredFirst(model: ImportModel): TemplateResult | typeof nothing {
  const taken = new Set(model.mappings.map(({ target, field }) => (target === 'custom' ? field?.id : null)));
  const open = alwaysAsked(model.store?.directory.fields ?? []).filter(({ id }) => !taken.has(id));
  if (open.length === 0) return nothing;
  return html`<ul class="notes" data-required>
    ${open.map(({ name }) => html`<li>${icon(icons.info, { size: 'sm' })}<span dir="auto">${model.t.importMore.requiredFirst(name)}</span></li>`)}
  </ul>`;
}

/** Above the rows: for which required fields how many are left out, with the way to the columns where one is missing. */
export function requiredNotes(model: ImportModel): TemplateResult | typeof nothing {
  const required = [...(model.checked?.required ?? [])];
  if (required.length === 0) return nothing;
  const t = model.t.importMore;
  const choose = (): void => {
    model.end();
    model.to('columns');
  };
  return html`<ul class="notes" data-required>
    ${required.map(
      ([field, { count, how }]) => html`<li>
        ${icon(icons.warning, { size: 'sm' })}<span dir="auto">${t.requiredRows(count, field)}</span>
        ${how === 'column' ? html`<button type="button" class="link" @click=${choose}>${t.requiredChoose}</button>` : nothing}
      </li>`,
    )}
  </ul>`;
}
