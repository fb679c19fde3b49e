import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Money } from '../../../domain/records.js';
import type { Target } from '../../../domain/import/index.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { CheckedRow } from '../checking.js';
import type { ImportModel } from '../model.js';
import { whyWords } from '../reasons.js';
import { short } from '../short.js';

/** The cell that is being mended. */
export interface Mending {
  readonly line: number;
  readonly column: number;
}

export interface RowActions {
  readonly mending: Mending | null;
  /** Opens a field in place of a cell. */
  readonly mend: (mending: Mending) => void;
  /** The answer; null = as it was. Only the first one counts: a field that is taken away loses the focus, too. */
  readonly mended: (mending: Mending, value: string | null) => void;
}

const looks = {
  create: ['tag--positive', icons.plus],
  update: ['tag--info', icons.refresh],
  skip: ['tag--warning', icons.lost],
  same: ['', icons.check],
} as const;

/** One row of the check: what happens, to whom, and why. */
export function checkRow(index: number, model: ImportModel, to: RowActions): TemplateResult {
  const row = rowAt(index, model);
  if (!row) return html`<div class="prow" role="row"></div>`;
  const t = model.t.import;
  const same = row.verdict === 'skip' && row.reasons[0]?.code === 'unchanged';
  const [tone, drawing] = looks[same ? 'same' : row.verdict];
  const words = same
    ? t.unchangedTile
    : row.verdict === 'create'
      ? t.create
      : row.verdict === 'update'
        ? t.update
        : t.skip;
  const why = short(whyWords(row, model));
  const said = row.read ? model.checked!.say(row.cells) : null;
  const others = row.reasons.flatMap(({ column }) =>
    column !== null &&
    row.verdict === 'skip' &&
    !['title', 'person.name', 'organization.name', 'value'].includes(targetOf(column, model))
      ? [column]
      : [],
  );
  return html`<div class="prow" role="row" aria-rowindex=${index + 2} data-line=${row.line}>
    <span role="cell" class="line">${row.line}</span>
    <span role="cell"><span class="tag ${tone}">${icon(drawing, { size: 'sm' })}${words}</span></span>
    ${cell(row, 'title', said?.title, model, to)}${cell(row, 'person.name', said?.person, model, to)}
    ${cell(row, 'organization.name', said?.organization, model, to)}${value(row, said?.value ?? null, model, to)}
    <span role="cell" class="why" title=${why}><span class="two" dir="auto">${[...new Set(others)].map((column) => html`${wrong(row, column, model, to)} `)}${why}</span></span>
  </div>`;
}

export function rowAt(index: number, { checked, tile }: ImportModel): CheckedRow | undefined {
  if (!checked) return undefined;
  return tile === 'all' ? checked.rows[index] : checked.rows[checked.by[tile][index] ?? -1];
}

function targetOf(column: number, model: ImportModel): Target {
  return model.mappings[column]?.target ?? 'none';
}

/** The columns that fill a cell of the table: the person may be written in two. */
function columnsOf(target: Target, model: ImportModel): readonly number[] {
  const list = model.mappings.filter((mapping) => mapping.target === target).map(({ column }) => column);
  if (target !== 'person.name' || list.length > 0) return list;
  return model.mappings
    .filter((one) => one.target === 'person.first' || one.target === 'person.last')
    .map(({ column }) => column);
}

function cell(
  row: CheckedRow,
  target: Target,
  said: string | undefined,
  model: ImportModel,
  to: RowActions,
): TemplateResult {
  const columns = columnsOf(target, model);
  const bad = columns.find((column) =>
    row.reasons.some((reason) => reason.column === column && row.verdict === 'skip'),
  );
  const text = short(
    said ??
      columns
        .map((column) => row.cells[column] ?? '')
        .filter(Boolean)
        .join(' '),
  );
  const nobody = row.reasons[0]?.code === 'nobody';
  const [first] = columns;
  if (bad !== undefined || (nobody && first !== undefined && text.trim() === '' && target !== 'title'))
    return html`<span role="cell">${wrong(row, bad ?? first!, model, to)}</span>`;
  return html`<span role="cell" class="cut" title=${text} dir="auto">${text}</span>`;
}

/** Characters. */
const longestMended = 20_000;

/** A value that keeps the row out: press it to mend it. */
function wrong(row: CheckedRow, column: number, model: ImportModel, to: RowActions): TemplateResult {
  const t = model.t.import;
  const name = model.columnName(column);
  const whole = row.cells[column]?.trim() ?? '';
  const text = short(whole);
  const { line } = row;
  // Nobody mends a text of that length in a field.
  if (whole.length > longestMended) return html`<span class="cut" dir="auto">${text}</span>`;
  if (to.mending?.line === line && to.mending.column === column) {
    const finish = (event: Event): void => {
      const next = (event.target as HTMLInputElement).value;
      to.mended({ line, column }, next === (row.cells[column] ?? '') ? null : next);
    };
    const keydown = (event: KeyboardEvent): void => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter') finish(event);
      else to.mended({ line, column }, null);
    };
    return html`<input class="input mend" dir="auto" aria-label=${t.mendHow(name)} .value=${row.cells[column] ?? ''} @keydown=${keydown} @blur=${finish} />`;
  }
  return html`<button type="button" class="wrong-cell" aria-label=${t.mend(name, text || t.emptyCell)} @click=${() => to.mend({ line, column })}
    ><span class="cut" dir="auto">${text || t.emptyCell}</span></button
  >`;
}

function value(row: CheckedRow, money: Money | null, model: ImportModel, to: RowActions): TemplateResult {
  const { format } = model;
  const change = row.changes['value'] as readonly [Money | null, Money | null] | undefined;
  if (change)
    return html`<span role="cell" class="r"
      >${change[0] ? html`<del>${format.money(change[0])}</del> ` : nothing}<ins>${change[1] ? format.money(change[1]) : ''}</ins></span
    >`;
  if (money) return html`<span role="cell" class="r">${format.money(money)}</span>`;
  const [column] = columnsOf('value', model);
  if (column !== undefined && row.verdict === 'skip' && row.reasons.some((reason) => reason.column === column))
    return html`<span role="cell" class="r">${wrong(row, column, model, to)}</span>`;
  const text = short(row.read || column === undefined ? '' : (row.cells[column] ?? ''));
  return html`<span role="cell" class="r cut" dir="auto">${text || '–'}</span>`;
}
