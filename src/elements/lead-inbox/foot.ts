import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { InboxModel } from './model.js';

/** Sums that are shown where it is narrow; the others come when asked for: in ten currencies they would fill the page. */
const FIRST = 2;

/**
 * How many, and what they are worth: over all that match, per currency, never over what happens to be loaded.
 * Nothing where nothing is listed: the picture in its place has said so, and a failed list will never be counted.
 */
export function foot(model: InboxModel): TemplateResult | typeof nothing {
  const { t, format, list, stores } = model;
  if (stores.state === 'failed' || list?.state === 'error' || (list?.state === 'ready' && list.total === 0))
    return nothing;
  const summary = model.list?.summary;
  const count = summary?.count ?? model.total;
  const sums = model.segment === 'trash' ? [] : summary?.sums;
  return html`<div class="foot" part="foot">
    <span data-total dir="auto">${
      count === undefined
        ? html`<b aria-hidden="true">…</b><span class="sr">${t.inbox.totalPending}</span> ${t.inbox.leadsWord(2)}`
        : html`<b>${format.number(count)}</b> ${t.inbox.leadsWord(count)}`
    }</span>
    ${
      sums === undefined
        ? html`<span><b aria-hidden="true">…</b><span class="sr">${t.inbox.sumsPending}</span></span>`
        : sums.map(
            (sum, i) =>
              html`<b class=${i < FIRST || model.allSums ? '' : 'leaves'} data-sum=${sum.currency}><bdi>${format.money(sum)}</bdi></b>`,
          )
    }
    ${
      sums && sums.length > FIRST && !model.allSums
        ? html`<button type="button" class="btn btn--link btn--sm comes" data-all-sums @click=${() => all(model)}>${t.inbox.moreSums(sums.length - FIRST)}</button>`
        : nothing
    }
    ${sums && sums.length > 1 && count !== undefined ? html`<span class="end" dir="auto">${t.inbox.eachCurrency(count)}</span>` : nothing}
  </div>`;
}

function all(model: InboxModel): void {
  model.allSums = true;
  model.update();
}
