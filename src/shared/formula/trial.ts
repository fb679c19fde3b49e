/** What a formula gives, how that is shown, and what it comes to for some records while it is typed. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formulasOf } from '../../domain/formula/fields.js';
import type { Draft } from '../../domain/formula/formulas.js';
import { decimalsMost } from '../../domain/formula/result.js';
import type { Deal, FormulaFormat, Lead } from '../../domain/records.js';
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

/** What it comes to for some deals, and for some leads where those have formulas, as it is typed. */
export function preview({
  view,
  t,
  records,
  read,
  own,
}: Tried & { readonly records: ReadonlyMap<'deal' | 'lead', readonly (Deal | Lead)[]> }):
  TemplateResult | typeof nothing {
  const { store } = view.place.crm;
  const groups = (['deal', 'lead'] as const).flatMap((kind) => {
    const some = records.get(kind) ?? [];
    return some.length === 0 ? [] : [{ kind, some }];
  });
  if (!store || read.type === null || groups.length === 0) return nothing;
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
  const said = (record: Deal | Lead): string => {
    const outcome = formulas.outcome(own ?? 'custom.$new', record, around);
    if (outcome.type === 'value') return fieldText(outcome.value, field, words);
    if (outcome.type === 'empty')
      return `${t.notCalculated} ${t.isEmpty.replace('{}', () => nameOf(outcome.key, fields, t))}`;
    return `${t.notCalculated} ${failureText(outcome, `custom.${id}`, fields, t)}`;
  };
  const { deals, leads } = view.place.words.t.common;
  const { lead, deal } = store.settings.profile.formulas;
  return html`<div class="formula-try"><h3>${t.preview}</h3>
    ${groups.map(
      ({ kind, some }) =>
        html`${lead && deal ? html`<h4>${kind === 'deal' ? deals : leads}</h4>` : nothing}
          <dl>${some.map((record) => html`<dt><bdi>${record.title || record.organizationName || record.personName}</bdi></dt><dd><bdi>${said(record)}</bdi></dd>`)}</dl>`,
    )}
  </div>`;
}
