import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { foldedSums } from '../../shared/table/folded-sums.js';
import type { InboxModel } from './model.js';

/** What all that match are worth, each currency on its own; undefined = not known yet. */
export function footSums(model: InboxModel): TemplateResult | typeof nothing | undefined {
  const { t } = model;
  if (model.segment === 'trash') return nothing;
  const summary = model.list?.summary;
  const sums = summary?.sums;
  if (!sums) return undefined;
  const count = summary.count ?? model.total;
  return html`${foldedSums(sums, model, t.inbox)}
  ${sums.length > 1 && count !== undefined ? html`<span class="end" dir="auto">${t.inbox.eachCurrency(count)}</span>` : nothing}`;
}
