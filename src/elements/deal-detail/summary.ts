import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { daysBetween } from '../../domain/dates.js';
import { fromMinor, toMinor } from '../../domain/money.js';
import { hasLines } from '../../domain/products/deal-value.js';
import type { Conversion, Deal, Money } from '../../domain/records.js';
import { fullMoney, percent } from '../../i18n/format-more.js';
import { parseDecimal } from '../../i18n/parse.js';
import { row } from '../../shared/detail/details.js';
import type { DetailModel } from '../../shared/detail/model.js';
import type { Values } from '../../shared/detail/values.js';
import { dealWords } from './words.js';

/** What the deal is worth, how likely, when, whose, and where it came from. */
export function summary(
  model: DetailModel,
  values: Values,
  receipts: readonly Conversion[],
  showProducts: () => void,
): TemplateResult {
  const { deal, t, format } = model;
  if (!deal) return html``;
  const own = dealWords(model);
  const chance = chanceOf(model, deal);
  const weighed = deal.value ? format.money(weighted(deal.value, chance)) : '';
  return html`<section class="block" part="summary" aria-label=${own.summary}>
    <header><h3>${own.summary}</h3></header>
    <dl class="fields">
      ${row(t.common.value, hasLines(deal) ? sumOf(model, deal, showProducts) : values.money({ field: 'value', name: t.common.value }, deal.value), true)}
      ${row(own.chance, chanceField(model, values, deal, chance))}
      ${weighed ? row(own.weighted, html`<span class="plain">${weighed}</span>`, true) : nothing}
      ${row(t.common.expectedClose, values.date({ field: 'expectedClose', name: t.common.expectedClose }, deal.expectedClose, closing(model, deal), closingWords(model, deal)))}
      ${row(t.common.owner, values.owner(t.common.owner, deal.ownerId))}
      ${receipts.length > 0 ? row(own.cameFrom, cameFrom(model, receipts)) : nothing}
    </dl>
  </section>`;
}

/** Worth what its products come to: where these are, and why it is not edited here. */
function sumOf(model: DetailModel, deal: Deal, show: () => void): TemplateResult {
  const own = dealWords(model);
  const { value, lines } = deal;
  return html`<span class="plain num" title=${own.valueIsSum}><b>${value ? fullMoney(model.format, value) : ''}</b> <button type="button" class="link small" data-show-products aria-description=${own.valueIsSum} @click=${show}><bdi>${own.ofProducts(lines?.count ?? 0)}</bdi></button></span>`;
}

/** The deal's own chance, else that of its stage; a closed deal is certain. */
function chanceOf(model: DetailModel, deal: Deal): number {
  if (deal.status !== 'open') return deal.status === 'won' ? 100 : 0;
  return deal.probability ?? model.store?.directory.stage(deal.stageId)?.probability ?? 0;
}

/**
 * In minor units, rounded half away from zero: never through a float. As domain/weighted.ts has it for any number of decimals;
 * a page with the board would fetch that, and what it rests on, in pieces if two late parts shared it.
 */
export function weighted(value: Money, percent: number): Money {
  const exact = toMinor(value) * BigInt(Math.round(percent * 100));
  return fromMinor((exact + (exact < 0n ? -5_000n : 5_000n)) / 10_000n, value.currency);
}

function chanceField(model: DetailModel, values: Values, deal: Deal, chance: number): TemplateResult {
  const { format } = model;
  const own = dealWords(model);
  const at = values.at('probability', own.chance);
  const said = percent(format, chance / 100);
  if (deal.status !== 'open') return html`<span class="plain num">${said}</span>`;
  const width = (element?: Element): void =>
    (element as HTMLElement | undefined)?.style.setProperty('inline-size', `${chance}%`);
  return values.inline.render({
    key: values.key('probability'),
    name: own.chance,
    text: deal.probability === null ? '' : format.number(deal.probability),
    inputMode: 'decimal',
    said: `${said} ${deal.probability === null ? own.fromStage : own.ownChance}`,
    locked: values.locked,
    shown: html`<span class="prob num">${said} <span class="progress" aria-hidden="true"><i ${ref(width)}></i></span><span class="subtle">${deal.probability === null ? own.fromStage : own.ownChance}</span></span>`,
    commit: (text) => {
      if (text === '') return values.store(at, null);
      const read = parseDecimal(text.replace('%', ''), format);
      const percent = read === null ? NaN : Number(read);
      return percent >= 0 && percent <= 100 ? values.store(at, percent) : own.chanceRange;
    },
  });
}

/** How far the expected close is; '' where that tells nothing. */
function closingWords(model: DetailModel, deal: Deal): string {
  if (deal.expectedClose === null || deal.status !== 'open') return '';
  const away = daysBetween(model.today, deal.expectedClose);
  // While it is taken off the page there is no store, and no today.
  if (!(away <= 30)) return '';
  return away < 0 ? dealWords(model).closeOverdue(-away) : model.format.daysAway(away);
}

/** "30 Nov 2026" and how far that is; what is late says so in words. */
function closing(model: DetailModel, deal: Deal): TemplateResult | undefined {
  const words = closingWords(model, deal);
  if (deal.expectedClose === null || words === '') return undefined;
  const away = daysBetween(model.today, deal.expectedClose);
  const tone = away < 0 ? 'tag--negative' : away <= 7 ? 'tag--warning' : '';
  return html`${model.day(deal.expectedClose)} <span class="tag ${tone}">${words}</span>`;
}

function cameFrom(model: DetailModel, receipts: readonly Conversion[]): TemplateResult {
  const own = dealWords(model);
  const [first] = receipts;
  if (!first) return html``;
  const source = first.lead.sourceName;
  const said = receipts.length > 1 ? own.fromLeads(receipts.length) : source ? own.fromLead(source) : own.fromLeadPlain;
  return html`<span class="plain"><bdi>${said}</bdi> <span class="subtle">${model.ago(first.lead.createdAt)}</span></span>`;
}
