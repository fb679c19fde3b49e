import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Field } from '../../domain/records.js';
import { errorBox } from '../deals/error-box.js';
import { askedOf } from './draft.js';
import type { FieldsView } from './view.js';

/** Asks before a field goes, and says what goes with it. */
export function deletion(field: Field, view: FieldsView, confirm: () => void): TemplateResult {
  const { t, place, counts } = view;
  const { dialog, crm, words } = place;
  const directory = crm.store?.directory;
  const asked = directory ? Object.values(askedOf(field.id, directory)).reduce((sum, ids) => sum + ids.size, 0) : 0;
  return dialog.frame({
    title: t.deleteTitle(field.name),
    body: html`${errorBox(view.error)}${
      counts === null
        ? html`<p role="status">${t.counting}</p>`
        : html`<p>${t.deleteValues(counts.get(field.id) ?? 0)}</p>`
    }${asked > 0 ? html`<p>${t.deleteAsked(asked)}</p>` : nothing}`,
    foot: html`<span class="grow"></span
      ><button type="button" class="btn" data-cancel ?disabled=${dialog.busy} @click=${() => view.back()}>${words.t.common.cancel}</button
      ><button type="submit" class="btn btn--negative" aria-busy=${dialog.busy ? 'true' : nothing}>${t.deleteField}</button>`,
    close: words.t.common.close,
    onSubmit: confirm,
  });
}
