import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { BY_HAND } from '../../domain/by-hand.js';
import { isImportant } from '../../domain/important.js';
import { isEmpty } from '../../domain/matches.js';
import type { Field, Opportunity } from '../../domain/records.js';
import { instant } from '../../i18n/format-more.js';
import type { AnyDetail, DetailModel } from './model.js';
import { CustomValues } from './custom-values.js';
import type { Values } from './values.js';

/** A row of a field list. */
export function row(
  name: string | TemplateResult,
  value: TemplateResult | typeof nothing,
  numeric = false,
): TemplateResult {
  return html`<dt>${name}</dt><dd class=${numeric ? 'num' : nothing}>${value}</dd>`;
}

/** Where a lead or deal came from. */
type Came = Pick<Opportunity, 'sourceName' | 'origin'>;

/** Where it came from, and since when. */
export function originRows(model: DetailModel, values: Values): TemplateResult {
  const { record, t } = model;
  if (!record) return html``;
  return html`${row(t.common.source, values.text({ field: 'sourceName', name: t.common.source }, record.sourceName))}
    ${row(t.common.channel, values.text({ field: 'channel', name: t.common.channel }, record.channel ?? ''))}`;
}

/** "Deal added from Web form", "Deal added by hand". */
export function addedLine({ t: { detail } }: AnyDetail, what: string, record: Came | null | undefined): TemplateResult {
  const { sourceName = '', origin } = record ?? {};
  const plain: readonly string[] = [BY_HAND.sourceName, detail.sourceManual];
  const byHand = origin === BY_HAND.origin && plain.includes(sourceName);
  const how = byHand ? detail.addedByHand : sourceName && detail.addedFrom(sourceName);
  return html`<b>${what}</b> ${how ? html`<span class="muted"><bdi>${how}</bdi></span>` : nothing}`;
}

/**
 * The fields that this account has made for itself: what is important first, marked as long as it is empty, then the others. What is
 * worked out has a section of its own.
 */
export function customRows(model: AnyDetail, values: Values): unknown {
  const custom = new CustomValues(model, values);
  const { record, t } = model;
  const defs = (model.store?.directory.fields ?? []).filter(({ type }) => type !== 'formula');
  const stageId = record !== null && 'stageId' in record ? record.stageId : null;
  const matters = (def: Field): boolean =>
    isImportant(def, stageId, (id) => model.store?.directory.stage(id) !== undefined);
  const reminds = (def: Field): boolean => matters(def) && isEmpty(record?.custom[def.id]);
  const ordered = [...defs.filter(matters), ...defs.filter((def) => !matters(def))];
  const one = (def: Field): TemplateResult => {
    const name = def.description ? html`<span title=${def.description}>${def.name}</span>` : def.name;
    const said = reminds(def)
      ? html`${name} <span class="tag tag--warning" data-reminds>${t.detail.stillEmpty}</span>`
      : name;
    return row(said, custom.render(def), def.type === 'number' || def.type === 'money');
  };
  return values.rows.rows(model.id, ordered.length, (upTo) => ordered.slice(0, upTo).map(one));
}

export function addedRow(model: AnyDetail): TemplateResult {
  const { record, t } = model;
  return record
    ? row(
        t.detail.added,
        html`<span class="plain" title=${instant(model.format, record.createdAt, model.store?.settings.timeZone)}><bdi>${model.when(record.createdAt)}</bdi></span>`,
      )
    : html``;
}
