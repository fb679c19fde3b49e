import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Money } from '../../domain/records.js';
import { fromMinor, toMinor } from '../../domain/money.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import type { Drawing } from '../../shared/icons.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import type { Chosen } from './chosen.js';
import type { Bulk } from './bulk.js';
import type { BoardModel } from './model.js';

/** In the head's place while cards are chosen, so that nothing below it moves. */
export function bulkBar(model: BoardModel, chosen: Chosen, bulk: Bulk): TemplateResult | typeof nothing {
  if (chosen.size === 0) return nothing;
  const { t, format } = model;
  const sums = sumsOf(chosen.deals.flatMap(({ value }) => (value ? [value] : [])));
  return html`<div class="bulk" part="bulk" role="group" aria-label=${t.pipeline.chosenDeals}>
    <button type="button" class="btn btn--icon btn--quiet btn--sm" data-clear-chosen aria-label=${t.pipeline.clearChosen} title=${t.pipeline.clearChosen} @click=${bulk.clear}>${icon(icons.x)}</button>
    <b class="num">${t.common.selected(chosen.size)}</b>
    <span class="num sums">${sums.map((sum, at) => html`<span class="sum"><bdi>${format.money(sum)}</bdi>${at < sums.length - 1 ? html`<span aria-hidden="true"> ·</span>` : nothing}</span> `)}</span>
    ${button('move', icons.move, t.pipeline.moveTo, bulk.move, bulk.why('deals-move'), 'btn--primary', 'menu')}
    ${button('won', icons.won, t.pipeline.wonZone, bulk.win, bulk.why('deal-win'), 'keeps')}
    ${button('lost', icons.lost, t.pipeline.lostZone, bulk.lose, bulk.why('deal-lose'), 'keeps', 'dialog')}
    ${button('owner', icons.person, t.common.owner, bulk.owner, bulk.why('deals-assign'), 'leaves', 'menu')}
    ${button('label', icons.label, t.common.label, bulk.label, bulk.why('deals-label'), 'leaves', 'dialog')}
    ${bulk.whyMerge === null ? button('merge', icons.merge, wordsOf('merge', merge, model.words.lang).merge, bulk.merge, null, 'leaves', 'dialog') : nothing}
    ${button('delete', icons.trash, t.common.delete, bulk.remove, bulk.why('deals-delete'), 'leaves', 'dialog')}
    ${button('more', icons.more, t.pipeline.more, bulk.more, null, 'btn--icon btn--quiet comes', 'menu')}
    <span class="end subtle hints" aria-hidden="true"><kbd>M</kbd> ${t.pipeline.moveTo} · <kbd>Esc</kbd> ${t.pipeline.keyClear}</span>
  </div>`;
}

function button(
  name: string,
  drawing: Drawing,
  text: string,
  run: (anchor: HTMLElement) => void,
  why: string | null,
  kind: string,
  popup?: 'menu' | 'dialog',
): TemplateResult {
  return html`<button
    type="button"
    class="btn btn--sm ${kind}"
    data-bulk=${name}
    aria-label=${text}
    aria-haspopup=${popup ?? nothing}
    aria-expanded=${popup === 'menu' ? 'false' : nothing}
    aria-disabled=${why === null ? nothing : 'true'}
    title=${why ?? text}
    @click=${(event: Event) => why === null && run(event.currentTarget as HTMLElement)}
  >${icon(drawing)}<span>${text}</span></button>`;
}

/** Each currency by itself, in whole minor units. */
function sumsOf(values: readonly Money[]): readonly Money[] {
  const sums = new Map<string, bigint>();
  for (const value of values) sums.set(value.currency, (sums.get(value.currency) ?? 0n) + toMinor(value));
  return [...sums].map(([currency, sum]) => fromMinor(sum, currency));
}
