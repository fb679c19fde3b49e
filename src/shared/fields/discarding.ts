import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { FieldsView } from './view.js';

/** What was typed would be gone: only if that is meant. */
export function discarding(
  { t, place }: FieldsView,
  answer: { readonly keep: () => void; readonly discard: () => void },
): TemplateResult {
  return place.dialog.frame({
    title: t.discard,
    body: html`<p>${t.discardText}</p>`,
    foot: html`<span class="grow"></span
      ><button type="button" class="btn" data-keep-typing @click=${answer.keep}>${t.keepTyping}</button
      ><button type="submit" class="btn btn--negative">${t.discardAction}</button>`,
    close: t.keepTyping,
    onSubmit: answer.discard,
  });
}
