import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { InboxModel } from './model.js';

/** How many, and what they are worth: over all that match, per currency, never over what happens to be loaded. */
export function foot(model: InboxModel): TemplateResult {
  const { t, format } = model;
  const summary = model.list?.summary;
  const count = summary?.count ?? model.total;
  const sums = model.segment === 'trash' ? [] : summary?.sums;
  return html`<div class="foot" part="foot">
    <span data-total>${
      count === undefined
        ? html`<b aria-hidden="true">…</b><span class="sr">${t.inbox.totalPending}</span> ${t.inbox.leadsWord(2)}`
        : html`<b>${format.number(count)}</b> ${t.inbox.leadsWord(count)}`
    }</span>
    ${
      sums === undefined
        ? html`<span><b aria-hidden="true">…</b><span class="sr">${t.inbox.sumsPending}</span></span>`
        : sums.map((sum) => html`<b data-sum=${sum.currency}><bdi>${format.money(sum)}</bdi></b>`)
    }
    ${sums && sums.length > 1 && count !== undefined ? html`<span class="end leaves-narrow">${t.inbox.eachCurrency(count)}</span>` : ''}
  </div>`;
}
