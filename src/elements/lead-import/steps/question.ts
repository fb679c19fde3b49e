import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Ambiguity, ColumnMapping } from '../../../domain/import/index.js';
import type { ImportModel } from '../model.js';

/** A column whose values can be read in two ways: both readings of one of its own values, to choose from. */
export function question(
  mapping: ColumnMapping,
  { kind, sample, contradictory }: Ambiguity,
  model: ImportModel,
): TemplateResult {
  const t = model.t.import;
  const name = model.columnName(mapping.column);
  const rules = model.tools!.rules;
  const buttons =
    kind === 'dates'
      ? (['dmy', 'mdy'] as const).map((order) => ({
          words: dayWords(sample, order, model),
          pick: () => model.setMapping(rules.answer(mapping, { dates: order })),
        }))
      : (['point', 'comma'] as const).map((sign) => ({
          words: numberWords(sample, sign, model),
          pick: () => model.setMapping(rules.answer(mapping, { numbers: sign })),
        }));
  return html`<div class="ask" role="group" aria-label=${kind === 'dates' ? t.askDates(name, sample) : t.askNumbers(name, sample)}>
    <p>${kind === 'dates' ? t.askDates(name, sample) : t.askNumbers(name, sample)}</p>
    <span class="row wrap">
      ${buttons.map(({ words, pick }) => html`<button type="button" class="btn btn--sm" @click=${pick}>${words}</button>`)}
    </span>
    ${contradictory ? html`<p class="small subtle">${t.askContradictory}</p>` : nothing}
  </div>`;
}

function dayWords(sample: string, order: 'dmy' | 'mdy', model: ImportModel): string {
  const read = model.tools!.rules.readDate(sample, order);
  return read === null ? sample : model.format.day(read.day, { weekday: false, year: true });
}

function numberWords(sample: string, sign: 'point' | 'comma', model: ImportModel): string {
  const read = model.tools!.rules.readNumber(sample, sign);
  return 'bad' in read ? sample : model.format.number(read.amount);
}
