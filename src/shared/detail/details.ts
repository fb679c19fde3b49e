import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { instant } from '../../i18n/format-more.js';
import type { DetailModel } from './model.js';
import { CustomValues } from './custom-values.js';
import type { Values } from './values.js';

/** A row of a field list. */
export function row(name: string, value: TemplateResult | typeof nothing, numeric = false): TemplateResult {
  return html`<dt>${name}</dt><dd class=${numeric ? 'num' : nothing}>${value}</dd>`;
}

/** Where it came from, and since when. */
export function originRows(model: DetailModel, values: Values): TemplateResult {
  const { record, t } = model;
  if (!record) return html``;
  return html`${row(t.common.source, values.text({ field: 'sourceName', name: t.common.source }, record.sourceName))}
    ${row(t.common.channel, values.text({ field: 'channel', name: t.common.channel }, record.channel ?? ''))}`;
}

/** The fields that this account has made for itself, in their order; what is worked out has a section of its own. */
export function customRows(model: DetailModel, values: Values): readonly TemplateResult[] {
  const custom = new CustomValues(model, values);
  return (model.store?.directory.fields ?? [])
    .filter(({ type }) => type !== 'formula')
    .map((def) => row(def.name, custom.render(def), def.type === 'number' || def.type === 'money'));
}

export function addedRow(model: DetailModel): TemplateResult {
  const { record, t } = model;
  return record
    ? row(
        t.detail.added,
        html`<span class="plain" title=${instant(model.format, record.createdAt, model.store?.settings.timeZone)}>${model.when(record.createdAt)}</span>`,
      )
    : html``;
}
