import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ColumnMapping, MappingProblem } from '../../../domain/import/index.js';
import type { FieldType } from '../../../domain/records.js';
import { currencyName } from '../../../i18n/format-more.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import { banner } from '../../../shared/notice.js';
import type { ColumnFields } from '../column-fields.js';
import type { ImportModel } from '../model.js';
import { short } from '../short.js';
import { newFieldTypes, targetName, typeName } from '../target-names.js';
import { howRead } from './how.js';
import { question } from './question.js';
import { requiredFirst } from './required.js';

export interface ColumnsActions {
  readonly fields: ColumnFields;
  /** The way the file is read is being looked at. */
  readonly howOpen: boolean;
  readonly toggleHow: () => void;
}

/** Currencies that are offered first; what the browser knows besides can be written into the column itself. */
const usual = [
  'EUR',
  'USD',
  'GBP',
  'TRY',
  'CHF',
  'JPY',
  'CNY',
  'INR',
  'CAD',
  'AUD',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'BRL',
  'AED',
];

export function columnsStep(model: ImportModel, to: ColumnsActions): TemplateResult {
  const t = model.t.import;
  const { problems, resume, keeper } = model;
  const own = model.mappings.filter(({ target, field }) => target === 'custom' && field?.id === null);
  const offOwn = model.mappings.filter(({ column, target }) => target === 'none' && filled(model, column));
  return html`${howRead(model, to.howOpen, to.toggleHow)}
    ${
      resume
        ? html`<div class="boxed-note">${banner({
            tone: 'info',
            drawing: icons.history,
            head: t.interrupted(resume.stored, resume.receipt.rows),
            body: t.interruptedHow,
          })}</div>`
        : nothing
    }
    ${
      keeper.used && !model.touched
        ? html`<div class="boxed-note">${banner({
            tone: 'info',
            drawing: icons.info,
            head: model.t.importMore.keptAs(keeper.used.name),
            body: html`<button type="button" class="link" data-guess @click=${() => model.guessInstead()}>${model.t.importMore.guessInstead}</button>`,
          })}</div>`
        : nothing
    }
    ${problems.map((problem) => problemNote(problem, model))} ${requiredFirst(model)}
    <div class="boxed">
      <table class="table map">
        <thead>
          <tr>
            <th scope="col">${t.columnHead}</th>
            <th scope="col">${t.valuesHead}</th>
            <th aria-hidden="true"></th>
            <th scope="col">${t.becomesHead}</th>
            <th scope="col"><span class="sr">${t.stateHead}</span></th>
          </tr>
        </thead>
        <tbody>
          ${model.mappings.map((mapping) => columnRow(mapping, model, to))}
        </tbody>
      </table>
    </div>
    ${
      own.length > 0 || offOwn.length > 0
        ? html`<p class="row wrap small">
            ${own.length > 0 ? html`<bdi>${t.ownColumns(own.length)}</bdi>` : nothing}
            ${
              own.length > 0
                ? html`<button type="button" class="link" @click=${() => leaveOut(own, model)}>${t.ownNone}</button>`
                : nothing
            }
            ${
              offOwn.length > 0
                ? html`<button type="button" class="link" @click=${() => takeAll(offOwn, model)}>${t.ownAll}</button>`
                : nothing
            }
          </p>`
        : nothing
    }`;
}

export function columnsFoot(
  model: ImportModel,
  to: { readonly back: () => void; readonly blocked: () => void },
): TemplateResult {
  const t = model.t.import;
  const blocked = model.problems.length > 0 || model.busy !== null || !model.store;
  const next = (): void => {
    if (model.problems.length > 0) to.blocked();
    else if (!blocked) void model.check();
  };
  const { keeper } = model;
  const want = (event: Event): void => {
    keeper.wanted = (event.target as HTMLInputElement).checked;
    model.redraw();
  };
  return html`${
    keeper.offers(model)
      ? html`<label class="row small keep">
            <input type="checkbox" class="check" data-keep .checked=${keeper.wanted} @change=${want} />
            <span dir="auto">${model.t.importMore.keepAs(keeper.nameFor(model))}</span>
          </label>`
      : nothing
  }
    <span class="grow"></span>
    <button type="button" class="btn" @click=${to.back}>${model.t.common.back}</button>
    <button
      type="button"
      class="btn btn--primary"
      data-next
      aria-disabled=${blocked ? 'true' : nothing}
      title=${model.problems.length > 0 ? t.settleFirst : nothing}
      @click=${next}
    >
      ${t.checkRows(model.rowCount)}
    </button>`;
}

function filled(model: ImportModel, column: number): boolean {
  return (model.sheet?.profiles[column]?.filled ?? 0) > 0;
}

function leaveOut(own: readonly ColumnMapping[], model: ImportModel): void {
  const columns = new Set(own.map(({ column }) => column));
  model.setMappings(
    model.mappings.map((mapping) =>
      columns.has(mapping.column) ? { ...mapping, target: 'none', field: null, ask: [], why: 'chosen' } : mapping,
    ),
  );
}

function takeAll(left: readonly ColumnMapping[], model: ImportModel): void {
  const columns = new Set(left.map(({ column }) => column));
  const { tools, sheet, store } = model;
  if (!tools || !sheet) return;
  const fields = store?.directory.fields ?? [];
  model.setMappings(
    model.mappings.map((mapping) =>
      columns.has(mapping.column)
        ? tools.rules.mapColumn(sheet.table.headings[mapping.column]!, sheet.profiles[mapping.column]!, 'custom', {
            fields,
          })
        : mapping,
    ),
  );
}

/** Two columns on one field, with the way out; a question about how to read is asked in the column's own row. */
function problemNote(problem: MappingProblem, model: ImportModel): TemplateResult | typeof nothing {
  if (problem.code === 'ask') return nothing;
  const t = model.t.import;
  if (problem.code === 'half-a-range') {
    const { halfRange, halfRangeFirst, halfRangeLast } = model.t.importMore;
    return html`<div class="boxed-note">${banner({
      tone: 'negative',
      drawing: icons.warning,
      head: halfRange(problem.name),
      body: problem.lacks === 'first' ? halfRangeFirst : halfRangeLast,
      alert: true,
    })}</div>`;
  }
  const columns = model.format.list(problem.columns.map((column) => `“${model.columnName(column)}”`));
  const target = problem.code === 'used-twice' ? problem.target : null;
  const field =
    target !== null && target !== 'custom' ? targetName(target, t) : problem.code === 'same-field' ? problem.name : '';
  const both = target?.startsWith('person.email') || target?.startsWith('person.phone');
  const keep = (): void => {
    if (target && model.tools) model.setMappings(model.tools.rules.keepBoth(model.mappings, target));
  };
  return html`<div class="boxed-note">${banner({
    tone: 'negative',
    drawing: icons.warning,
    head: t.twice(columns, field, problem.columns.length),
    body: html`${t.twiceHow}${both ? html` <button type="button" class="link" @click=${keep}>${t.keepBoth}</button>` : nothing}`,
    alert: true,
  })}</div>`;
}

function columnRow(mapping: ColumnMapping, model: ImportModel, to: ColumnsActions): TemplateResult {
  const { column, target, field } = mapping;
  const clash = model.problems.some(
    (problem) => problem.code !== 'ask' && problem.code !== 'half-a-range' && problem.columns.includes(column),
  );
  const half = model.problems.some((problem) => problem.code === 'half-a-range' && problem.columns.includes(column));
  const samples = model.sheet?.profiles[column]?.samples.slice(0, 3) ?? [];
  const shown = samples.map((sample) => model.tools!.csv.visibleControls(short(sample))).join('; ');
  const money = target === 'value' || (target === 'custom' && field?.type === 'money');
  return html`<tr class="${target === 'none' ? 'off' : ''} ${clash || half ? 'clash' : ''}" data-column=${column}>
    <th scope="row" class="col"><bdi>${model.columnName(column)}</bdi></th>
    <td class="vals"><div class="cut" title=${shown} dir="auto">${shown || '–'}</div></td>
    <td class="arrow">${icon(icons.right, { size: 'sm', turn: true })}</td>
    <td class="to">
      ${to.fields.render(mapping, undefined)}
      ${target === 'custom' && field?.id === null ? typeChoice(mapping, field.type, model) : nothing}
      ${money && !model.mappings.some((one) => one.target === 'currency') ? currencyChoice(mapping, model) : nothing}
      ${mapping.ask.map((ambiguity) => question(mapping, ambiguity, model))}
    </td>
    <td class="st">${state(mapping, clash, half, model)}</td>
  </tr>`;
}

function typeChoice(mapping: ColumnMapping, type: FieldType, model: ImportModel): TemplateResult {
  const t = model.t.import;
  const change = (event: Event): void => {
    const { tools, sheet } = model;
    const [heading, profile] = [sheet?.table.headings[mapping.column], sheet?.profiles[mapping.column]];
    const next = (event.target as HTMLSelectElement).value as FieldType;
    if (!tools || !heading || !profile || !mapping.field) return;
    model.setMapping(tools.rules.mapColumn(heading, profile, 'custom', { field: { ...mapping.field, type: next } }));
  };
  return select(
    `type-${mapping.column}`,
    t.typeFor(model.columnName(mapping.column)),
    type,
    newFieldTypes.map((each) => [each, typeName(each, model.t)]),
    change,
  );
}

function currencyChoice(mapping: ColumnMapping, model: ImportModel): TemplateResult {
  const { format, store, t } = model;
  const standard = mapping.currency ?? store?.settings.currency ?? 'EUR';
  const codes = [...new Set([standard, store?.settings.currency ?? standard, ...usual])];
  return html`<span class="small subtle">${t.import.currencyUnsaid}</span>${select(
    `currency-${mapping.column}`,
    t.import.currencyFor(model.columnName(mapping.column)),
    standard,
    codes.map((code) => [code, `${code} ${currencyName(format, code)}`]),
    (event) => model.setMapping({ ...mapping, currency: (event.target as HTMLSelectElement).value }),
  )}`;
}

function select(
  id: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, name: string])[],
  onChange: (event: Event) => void,
): TemplateResult {
  return html`<span class="select more">
    <select class="input" id=${id} aria-label=${label} @change=${onChange}>
      ${options.map(([each, name]) => html`<option value=${each} ?selected=${each === value} .selected=${each === value}>${name}</option>`)}
    </select>
    ${icon(icons.down, { size: 'sm' })}
  </span>`;
}

function state(
  { target, why, ask, column }: ColumnMapping,
  clash: boolean,
  half: boolean,
  model: ImportModel,
): TemplateResult {
  const t = model.t.import;
  if (clash) return html`<span class="tag tag--negative">${icon(icons.warning, { size: 'sm' })}${t.usedTwice}</span>`;
  if (ask.length > 0 || half)
    return html`<span class="tag tag--warning">${icon(icons.info, { size: 'sm' })}${t.asks}</span>`;
  if (target === 'none') return html`<span class="tag">${filled(model, column) ? t.off : t.empty}</span>`;
  if (why === 'own' || (target === 'custom' && why !== 'chosen'))
    return html`<span class="tag tag--info">${icon(icons.plus, { size: 'sm' })}${t.own}</span>`;
  const words = why === 'chosen' ? t.chosen : why === 'values' ? t.byValues : t.found;
  return html`<span class="tag tag--positive">${icon(icons.check, { size: 'sm' })}${words}</span>`;
}
