import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { isMoney } from '../../../domain/money.js';
import type { DealDiscount, DealStatus, Id, ProjectTask, Taxing } from '../../../domain/records.js';
import { same } from '../../../domain/same.js';
import type { changelog } from '../../../i18n/en/changelog.js';
import type { Format } from '../../../i18n/format.js';
import { percent } from '../../../i18n/format-more.js';
import { fieldName } from '../../field-name.js';
import { fieldText, plainText } from '../../field-text.js';
import { labelTag } from '../../label-tag.js';
import type { DetailModel } from '../model.js';

export interface Telling {
  readonly model: DetailModel;
  readonly words: typeof changelog;
}

/** A field's name. */
export function nameOf({ model, words }: Pick<Telling, 'model' | 'words'>, field: string): string {
  switch (field) {
    case 'probability':
      return words.chance;
    case 'stageId':
      return model.t.common.stage;
    case 'pipelineId':
      return words.pipeline;
    case 'status':
    case 'waitUntil':
    case 'waitReason':
    case 'seen':
    case 'taxing':
    case 'discounts':
    case 'phase':
    case 'startDate':
    case 'endDate':
    case 'description':
    case 'tasks':
      return words[field];
    case 'dealIds':
      return model.t.common.deals;
    case 'archivedAt':
      return model.t.detail.archived;
    case 'channelId':
      return words.channelId;
    default:
      return fieldName(field, model.t.common, model.store);
  }
}

/** Any value as people read it; '' for none. */
export function textOf({ model, words }: Telling, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return field === 'probability' ? words.fromStage : '';
  const { format, store, t } = model;
  const directory = store?.directory;
  switch (field) {
    case 'stageId':
      return directory?.stage(value as Id)?.name ?? words.gone;
    case 'pipelineId':
      return directory?.pipelines.find(({ id }) => id === value)?.name ?? words.gone;
    case 'ownerId':
      return model.userName(value as Id);
    case 'personId':
      return model.nameOf('person', value as Id);
    case 'organizationId':
      return model.nameOf('organization', value as Id);
    case 'status':
      return words[value as DealStatus] ?? plainText(value);
    case 'dealIds':
      return Array.isArray(value) ? t.common.countDeals(value.length) : plainText(value);
    case 'startDate':
    case 'endDate':
    case 'expectedClose':
    case 'waitUntil':
      return typeof value === 'string' ? model.day(value) : plainText(value);
    case 'archivedAt':
      return typeof value === 'string' ? model.when(value) : plainText(value);
    case 'probability':
      return typeof value === 'number' ? percent(format, value / 100) : plainText(value);
    case 'taxing':
      return (
        { exclusive: words.taxExclusive, inclusive: words.taxInclusive, none: words.taxNone }[value as Taxing] ??
        plainText(value)
      );
    case 'discounts':
      return Array.isArray(value)
        ? (value as readonly DealDiscount[]).map((one) => discountText(one, format)).join(', ')
        : plainText(value);
    case 'seen':
      return value === true ? t.common.yes : t.common.no;
  }
  if (isMoney(value)) return format.money(value);
  const def = directory?.fields.find(({ id }) => `custom.${id}` === field);
  if (!def) return plainText(value);
  return fieldText(value, def, {
    format,
    words: t.common,
    nameOf: (id, kind) => (kind === 'user' ? model.userName(id) : model.nameOf(kind, id)),
  });
}

function discountText({ type, amount, description }: DealDiscount, format: Format): string {
  return `${description}: ${type === 'percentage' ? percent(format, Number(amount) / 100) : format.number(amount)}`;
}

/** What became of the tasks of a project: which were added, taken off, done, changed; else they stand in another order. */
export function tasksText({ model, words }: Telling, before: unknown, after: unknown): string {
  const [had, has] = [before, after].map((list) => (Array.isArray(list) ? (list as readonly ProjectTask[]) : []));
  const said = [
    ...has!.flatMap((task) => {
      const was = had!.find(({ id }) => id === task.id);
      if (was === undefined) return words.taskAdded(task.title);
      if (was.done !== task.done) return task.done ? words.taskDone(task.title) : words.taskOpen(task.title);
      return same(was, task) ? [] : words.taskChanged(task.title);
    }),
    ...had!.filter(({ id }) => !has!.some((task) => task.id === id)).map(({ title }) => words.taskRemoved(title)),
  ];
  return said.length === 0 ? words.otherOrder : model.format.list(said);
}

/** The labels of a change, as those that were put on or taken off. */
export function labelsOf({ model, words }: Telling, ids: readonly Id[]): readonly TemplateResult[] {
  return ids.map((id) => {
    const label = model.store?.directory.label(id);
    return label ? html`${labelTag(label)} ` : html`<span class="subtle">${words.gone}</span> `;
  });
}
