import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Money } from '../../domain/records.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import { foldedSums, ownCurrency } from '../../shared/table/folded-sums.js';
import type { ChosenDeals } from './chosen.js';
import type { DealListModel } from './model.js';
import type { FormulaSums } from './formula-sums.js';
import type { Weights } from './weights.js';

/**
 * How many, what they are worth, and that times their chance: over all that match, per currency, the workspace's own first, never over what happens to be
 * loaded; over the chosen ones while some are.
 */
export function foot(
  model: DealListModel,
  chosen: ChosenDeals,
  weights: Weights,
  formulas: FormulaSums,
): TemplateResult | typeof nothing {
  const { t, format, list, selection } = model;
  if (model.failed || (list?.state === 'ready' && list.total === 0)) return nothing;
  const some = model.selecting;
  const count = some ? selection.count(model.total) : (list?.summary?.count ?? model.total);
  const sums = some ? chosen.sums : list?.summary?.sums;
  const named = some ? chosen.named : [];
  const weighed = !named ? undefined : some && !selection.all ? weights.of(named) : weights.besides(some ? named : []);
  return html`<div class="foot" part="foot">
    <span data-total dir="auto">${
      count === undefined
        ? html`<b aria-hidden="true">&hellip;</b><span class="sr">${t.dealList.totalPending}</span> ${t.dealList.dealsWord(2)}`
        : html`<b>${format.number(count)}</b> ${t.dealList.dealsWord(count)}`
    }${some ? html` <span data-of-selected>${t.dealList.ofSelected}</span>` : nothing}</span>
    <span class="sums" data-sums>${amounts(sums, model)}</span>
    ${
      weights.asked
        ? html`<span class="sums" data-weighted title=${t.pipeline.weightedHow}
            >${icon(icons.scales, { size: 'sm' })}${amounts(weighed, model)} <span>${t.dealList.weightedSums}</span></span
          >`
        : nothing
    }
    ${formulas.render(count)}
  </div>`;
}

function amounts(sums: readonly Money[] | undefined, model: DealListModel): TemplateResult {
  const { t } = model;
  if (!sums) return html`<b aria-hidden="true">&hellip;</b><span class="sr">${t.dealList.sumsPending}</span>`;
  return foldedSums(sums.length > 0 ? sums : [{ amount: '0', currency: ownCurrency(model) }], model, t.dealList);
}
