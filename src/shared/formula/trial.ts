/** What a formula gives, how that is shown, and what it comes to for some deals while it is typed. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formulasOf } from '../../domain/formula/fields.js';
import type { Draft } from '../../domain/formula/formulas.js';
import { decimalsMost } from '../../domain/formula/result.js';
import type { Deal, FormulaFormat } from '../../domain/records.js';
import { fieldText } from '../field-text.js';
import { selectField } from '../field.js';
import type { FormView } from '../fields/view.js';
import { readingIn } from './reading.js';
import { failureText, nameOf, type FormulaWords } from './words.js';

const ID = 'field-formula';

interface Tried {
  readonly view: FormView;
  readonly t: FormulaWords;
  readonly read: Draft;
  /** The key of the field; null = it is a new one. */
  readonly own: string | null;
}

/** What it gives, and how a number is shown. */
export function gives({ view, t, read }: Tried): TemplateResult | typeof nothing {
  if (read.type === null) return nothing;
  if (read.type !== 'number') return html`<p class="muted">${read.type === 'money' ? t.givesMoney : t.givesDate}</p>`;
  const format: FormulaFormat = view.draft.format ?? { as: 'number', decimals: null };
  const set = (part: Partial<FormulaFormat>): void => view.set({ format: { ...format, ...part } });
  const numbers = [...Array(decimalsMost + 1).keys()].map((n) => ({
    value: String(n),
    label: view.place.words.format.number(n),
  }));
  return html`<div class="field-pair">
    ${selectField({
      id: `${ID}-as`,
      label: t.shownAs,
      value: format.as,
      options: [
        { value: 'number', label: t.asNumber },
        { value: 'percent', label: t.asPercent },
        { value: 'days', label: t.asDays },
      ],
      onChange: (as) => set({ as: as as FormulaFormat['as'] }),
    })}
    ${
      format.as === 'days'
        ? nothing
        : selectField({
            id: `${ID}-decimals`,
            label: t.decimals,
            value: format.decimals === null ? '' : String(format.decimals),
            placeholder: t.decimalsFree,
            options: numbers,
            onChange: (value) => set({ decimals: value === '' ? null : Number(value) }),
          })
    }
  </div>`;
}

/** What it comes to for some deals, as it is typed. */
export function preview({
  view,
  t,
  deals,
  read,
  own,
}: Tried & { readonly deals: readonly Deal[] | null }): TemplateResult | typeof nothing {
  const { store } = view.place.crm;
  if (!store || read.type === null || !deals || deals.length === 0) return nothing;
  const id = view.draft.was?.id ?? '$new';
  const field = {
    ...(view.draft.was ?? { rev: 0, createdAt: '', updatedAt: '', rank: '' }),
    id,
    name: view.draft.name,
    type: 'formula' as const,
    options: [],
    formula: read.stored,
    format: view.draft.format,
  };
  const { fields } = view;
  const formulas = formulasOf([...fields.filter((one) => one.id !== id), field]);
  const { around } = readingIn(store);
  const words = { format: view.place.words.format, words: view.place.words.t.common, nameOf: (one: string) => one };
  const said = (deal: Deal): string => {
    const outcome = formulas.outcome(own ?? 'custom.$new', deal, around);
    if (outcome.type === 'value') return fieldText(outcome.value, field, words);
    if (outcome.type === 'empty')
      return `${t.notCalculated} ${t.isEmpty.replace('{}', () => nameOf(outcome.key, fields, t))}`;
    return `${t.notCalculated} ${failureText(outcome, `custom.${id}`, fields, t)}`;
  };
  return html`<div class="formula-try"><h3>${t.preview}</h3>
    <dl>${deals.map((deal) => html`<dt><bdi>${deal.title || deal.organizationName || deal.personName}</bdi></dt><dd><bdi>${said(deal)}</bdi></dd>`)}</dl>
  </div>`;
}
