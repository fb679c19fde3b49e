import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { InboxModel } from './model.js';

/**
 * How many, and what they are worth: over all that match, per currency, never over what happens to be loaded.
 * Nothing where nothing is listed: the picture in its place has said so, and a failed list will never be counted.
 * @param sums what they are worth, once it is known; undefined = what says it is on its way
 */
export function foot(
  model: InboxModel,
  sums: ((model: InboxModel) => TemplateResult | typeof nothing | undefined) | undefined,
): TemplateResult | typeof nothing {
  const { t, format, list } = model;
  if (model.failed || (list?.state === 'ready' && list.total === 0)) return nothing;
  const count = list?.summary?.count ?? model.total;
  return html`<div class="foot" part="foot">
    <span data-total dir="auto">${
      count === undefined
        ? html`<b aria-hidden="true">&hellip;</b><span class="sr">${t.inbox.totalPending}</span> ${t.inbox.leadsWord(2)}`
        : html`<b>${format.number(count)}</b> ${t.inbox.leadsWord(count)}`
    }</span>
    ${sums?.(model) ?? html`<span><b aria-hidden="true">&hellip;</b><span class="sr">${t.inbox.sumsPending}</span></span>`}
  </div>`;
}
