import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AnyRecord, Field } from '../../../domain/records.js';
import { readingIn } from '../../formula/reading.js';
import { failureText, formulaWords, nameOf, problemText } from '../../formula/words.js';
import type { FormulaWords } from '../../formula/words.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import type { Popup } from '../../popup.js';
import type { DetailModel } from '../model.js';
import { outcomeText, why } from './why.js';

/** The section that is drawn. */
interface Section {
  readonly model: DetailModel;
  readonly panel: Popup;
}

/** The rows of the section: each what its formula gives, or why it gives nothing. */
export function drawn(section: Section, fields: readonly Field[]): TemplateResult {
  const { model } = section;
  const t = formulaWords(model.words.lang);
  return html`<section class="block" part="formulas" aria-labelledby="formulas-title">
    <header>${icon(icons.formula)}<h3 id="formulas-title">${t.title}</h3></header>
    <dl class="fields">
      ${fields.map((field) => html`<dt><bdi>${field.name}</bdi></dt><dd class="num">${value(section, field, t)}</dd>`)}
    </dl>
  </section>`;
}

function value(section: Section, field: Field, t: FormulaWords): TemplateResult {
  const { model } = section;
  const { store, record } = model;
  if (!store || !record) return html``;
  const outcome = readingIn(store).outcome(record, field.id);
  if (outcome.type === 'value') return reason(section, field, outcomeText(outcome, field, model), t.why(field.name));
  const none = html`<span class="subtle">${t.notCalculated}</span> `;
  if (outcome.type === 'empty') return html`${none}${emptyLink(outcome.key, model, t)}`;
  const formula = readingIn(store).formulas.get(`custom.${field.id}`);
  const [problem] = formula?.problems ?? [];
  // "This field" is said where the formula is written; here it is one that it uses.
  const said = problem
    ? problem.code === 'gone'
      ? t.brokenOwn
      : problemText(problem, store.directory.fields, t, model.format)
    : failureText(outcome, `custom.${field.id}`, store.directory.fields, t);
  if (problem) return html`${none}<span class="subtle">${said}</span>`;
  return html`${none}<span class="subtle">${said}</span> ${reason(section, field, '', t.whyNone(field.name))}`;
}

/** The value, which opens every step that led to it. */
function reason(section: Section, field: Field, text: string, said: string): TemplateResult {
  const open = (event: Event): void => {
    const anchor = event.currentTarget as HTMLElement;
    section.panel.show(anchor, {
      label: said,
      content: () => why(section.model, field),
      focus: '.why',
      align: 'end',
    });
  };
  return html`<button type="button" class="fx" data-why=${field.id} aria-haspopup="dialog" aria-expanded="false" title=${said} @click=${open}
    >${text === '' ? nothing : html`<bdi>${text}</bdi>`}${icon(icons.info, { size: 'sm' })}<span class="sr">${said}</span></button>`;
}

/** "Yearly saving is empty": the name leads to the field. */
function emptyLink(key: string, model: DetailModel, t: FormulaWords): TemplateResult {
  const name = nameOf(key, model.store?.directory.fields ?? [], t);
  const [before = '', after = ''] = t.isEmpty.split('{}');
  const link =
    fieldEdit(model, key) === null
      ? html`<bdi>${name}</bdi>`
      : html`<button type="button" class="link" data-empty=${key} @click=${() => fieldEdit(model, key)?.focus()}><bdi>${name}</bdi></button>`;
  return html`<span class="subtle">${before}</span>${link}<span class="subtle">${after}</span>`;
}

/** Where the field is edited; null = it cannot be, or stands in no section. */
function fieldEdit({ host, record }: DetailModel, key: string): HTMLElement | null {
  if (!/^(custom\.|value$|expectedClose$|probability$)/.test(key)) return null;
  const ends = `[data-edit$="${CSS.escape(key)}"]`;
  return (record as AnyRecord | null) && host.shadowRoot ? host.shadowRoot.querySelector<HTMLElement>(ends) : null;
}

export const partStyles = css`
  .fx { display: inline-flex; align-items: center; gap: 6px; min-block-size: 24px; margin-block: -3px; padding: 0; border: 0; border-block-end: 1px dashed var(--crm-border-control); border-radius: var(--crm-radius-sm) var(--crm-radius-sm) 0 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
  .fx:hover { border-block-end-color: currentColor; }
  .fx .i { color: var(--crm-text-subtle); }
  .fields .link { padding: 0; border: 0; background: none; color: var(--crm-accent-text); font: inherit; text-align: start; cursor: pointer; overflow-wrap: anywhere; }
  .fields .link:hover { text-decoration: underline; }
  .why { inline-size: min(320px, 100vi - 40px); padding: 10px; outline: none; font-size: var(--crm-text-sm); }
  .why h4 { display: flex; justify-content: space-between; gap: 8px; margin: 0; font-size: var(--crm-text-sm); color: var(--crm-text-strong); }
  .why h4 > :first-child { min-inline-size: 0; overflow-wrap: anywhere; }
  .why .expr { margin-block: 10px; padding: 8px 10px; border-radius: var(--crm-radius-md); background: var(--crm-surface-inset); line-height: 1.7; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; text-align: start; }
  .why .expr mark { padding: 1px 5px; border-radius: var(--crm-radius-sm); background: var(--crm-accent-soft); color: var(--crm-accent-text); }
  .why table { inline-size: 100%; border-collapse: collapse; font-size: var(--crm-text-xs); font-variant-numeric: tabular-nums; }
  .why th, .why td { padding: 2px 0; font-weight: var(--crm-weight-regular); text-align: start; vertical-align: baseline; color: var(--crm-text-muted); overflow-wrap: anywhere; }
  .why td { padding-inline-start: 12px; text-align: end; color: var(--crm-text-base); white-space: nowrap; }
  .why tfoot :is(th, td) { padding-block-start: 5px; border-block-start: 1px solid var(--crm-border-base); font-weight: var(--crm-weight-bold); color: var(--crm-text-strong); }
  .why p { margin-block: 8px 0; font-size: var(--crm-text-xs); color: var(--crm-text-subtle); }
`;
