import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { InboxModel } from './model.js';

/** Sums that are shown where it is narrow; the others come when asked for: in ten currencies they would fill the page. */
const FIRST = 2;

/** What all that match are worth, each currency on its own; undefined = not known yet. */
export function footSums(model: InboxModel): TemplateResult | typeof nothing | undefined {
  const { t, format } = model;
  if (model.segment === 'trash') return nothing;
  const summary = model.list?.summary;
  const sums = summary?.sums;
  if (!sums) return undefined;
  const count = summary.count ?? model.total;
  return html`${sums.map(
    (sum, i) =>
      html`<b class=${i < FIRST || model.allSums ? '' : 'leaves'} data-sum=${sum.currency}><bdi>${format.money(sum)}</bdi></b>`,
  )}
  ${
    sums.length > FIRST && !model.allSums
      ? html`<button type="button" class="btn btn--link btn--sm comes" data-all-sums @click=${() => all(model)}>${t.inbox.moreSums(sums.length - FIRST)}</button>`
      : nothing
  }
  ${sums.length > 1 && count !== undefined ? html`<span class="end" dir="auto">${t.inbox.eachCurrency(count)}</span>` : nothing}`;
}

function all(model: InboxModel): void {
  model.allSums = true;
  model.update();
}
