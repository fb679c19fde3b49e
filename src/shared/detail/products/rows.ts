import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { counts, lineAmount } from '../../../domain/products/sums.js';
import type { DealProduct } from '../../../domain/records.js';
import type { Growing } from '../../growing.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import type { DetailModel } from '../model.js';
import type { Cells, Editing, Stop } from './cells.js';
import type { Column } from './fields.js';
import { discountWords, percentWords, plainAmount, plainNumber, productWords, termWords } from './words.js';

export interface RowsView {
  readonly model: DetailModel;
  readonly cells: Cells;
  readonly currency: string;
  readonly shown: readonly Column[];
  readonly openMenu: (line: DealProduct, anchor: HTMLElement) => void;
}

/**
 * The table: a line is drawn again only where it, or what one does in it, has changed.
 * @param growing how many of the lines are drawn by now
 */
export function table(view: RowsView, lines: readonly DealProduct[], growing: Growing): TemplateResult {
  const { model, cells, currency, shown } = view;
  const words = productWords(model);
  const { locked, stop: tabStop } = cells;
  const head = (column: Column | 'amount'): TemplateResult =>
    html`<th scope="col" role="columnheader" data-head=${column} class=${column === 'name' ? '' : 'r'}>${column === 'name' ? words.product : words[column]}</th>`;
  return html`<table class="table prod" role="grid" ?data-sorts=${model.why('deal-products-sort') === undefined} aria-label=${words.catalogueTitle} aria-describedby="products-hint" aria-rowcount=${lines.length + 1} @keydown=${cells.keydown}>
    <thead><tr role="row">${shown.map(head)}${head('amount')}<th scope="col" role="columnheader" class="acts"><span class="sr">${words.actions}</span></th></tr></thead>
    <tbody>${growing.rows(model.id, lines.length, (upTo) => [
      repeat(
        lines.slice(0, upTo),
        ({ id }) => id,
        (line, at) => {
          const editing = cells.editing?.id === line.id ? cells.editing : null;
          const pending = shown.map((column) => cells.pending.get(`${line.id} ${column}`)).join('\n');
          const stop = tabStop?.id === line.id ? tabStop.stop : null;
          return guard(
            [line, at, editing, editing?.error, pending, stop, currency, shown.length, locked, words, model.format],
            () => row(view, line, at, stop, editing),
          );
        },
      ),
      upTo < lines.length ? rest(model, lines.length - upTo, shown.length + 2) : nothing,
    ])}</tbody>
  </table>
  <p class="sr" id="products-hint">${words.gridHint}</p>`;
}

/** Of a line with one row of words, px; the first lines are not measured before they are drawn. */
const LINE = 37;

/** The room of lines that are not drawn yet, so that nothing below moves while they come. */
function rest({ host }: DetailModel, count: number, columns: number): TemplateResult {
  const drawn = host.shadowRoot?.querySelectorAll('.prod [data-line]') ?? [];
  const [first, last] = [drawn[0], drawn[drawn.length - 1]].map((line) => line?.getBoundingClientRect());
  const each = first && last ? (last.bottom - first.top) / drawn.length : LINE;
  const place = (tr: Element | undefined): void =>
    void (tr as HTMLElement | undefined)?.style.setProperty('block-size', `${count * each}px`);
  return html`<tr class="rest" role="presentation" aria-hidden="true" ${ref(place)}><td colspan=${columns}></td></tr>`;
}

function row(
  view: RowsView,
  line: DealProduct,
  at: number,
  stop: Stop | null,
  editing: Editing | null,
): TemplateResult {
  const { model, cells, currency, shown, openMenu } = view;
  const words = productWords(model);
  const counted = counts(line, currency);
  const sub = [
    ...(line.enabled ? [] : [words.notCounted]),
    ...(line.currency === currency ? [] : [words.inCurrency(line.currency)]),
    ...(line.unit === '' ? [] : [line.unit]),
    ...(termWords(model, line) === '' ? [] : [termWords(model, line)]),
  ].join(', ');
  const cell = (column: Column): TemplateResult => {
    const open = editing?.column === column ? editing : null;
    const text = cells.pending.get(`${line.id} ${column}`) ?? textOf(model, line, column);
    const name = words.cell(words[column], line.name, text || words.cellEmpty);
    return html`<td role="gridcell" data-column=${column} data-label=${words[column]} class=${column === 'name' ? 'nm-cell' : 'r'}>
      ${
        open
          ? editor(view, line, column, open)
          : html`<button type="button" class="cell ${column === 'name' ? 'nm' : ''}" data-cell="${line.id} ${column}" tabindex=${stop === column ? 0 : -1}
              aria-label=${name} aria-disabled=${cells.locked === undefined ? nothing : 'true'} title=${cells.locked ?? nothing}
              @click=${() => cells.edit(line, column)} @focus=${() => focused(cells, line, column)}><bdi>${text || words.none}</bdi></button>`
      }
      ${column === 'name' && sub ? html`<span class="sub"><bdi>${sub}</bdi></span>` : nothing}
      ${column === 'name' && line.comment ? html`<span class="sub comment">${icon(icons.note, { size: 'sm' })}<bdi>${line.comment}</bdi></span>` : nothing}
    </td>`;
  };
  return html`<tr role="row" aria-rowindex=${at + 2} data-line=${line.id} class=${counted ? '' : 'off'}>
    ${shown.map(cell)}
    <td role="gridcell" class="r amount"><b>${plainAmount(model, lineAmount(line, line.currency), line.currency)}</b></td>
    <td role="gridcell" class="acts"><button type="button" class="btn btn--quiet btn--sm btn--icon" data-cell="${line.id} menu" data-line-menu tabindex=${stop === 'menu' ? 0 : -1}
      aria-haspopup="menu" aria-label=${words.menuOf(line.name)} @focus=${() => focused(cells, line, 'menu')}
      @click=${(event: Event) => openMenu(line, event.currentTarget as HTMLElement)}>${icon(icons.more)}</button></td>
  </tr>`;
}

/** A press makes it the tab stop, without drawing anything. */
function focused(cells: Cells, line: DealProduct, stop: Stop): void {
  if (cells.active?.id === line.id && cells.active.stop === stop) return;
  cells.active = { id: line.id, stop };
  cells.model.update();
}

function editor({ model, cells }: RowsView, line: DealProduct, column: Column, editing: Editing): TemplateResult {
  const words = productWords(model);
  const wrong = editing.error !== '';
  const type = (event: Event): void => {
    editing.typed = (event.target as HTMLInputElement).value;
    // Another try: what was wrong is looked at again when it is left.
    editing.error = '';
  };
  return html`<span class="field" ?data-invalid=${wrong}><input class="input ${column === 'name' ? '' : 'num'}" data-cell-input autocomplete="off" dir="auto"
      inputmode=${column === 'name' || column === 'discount' ? 'text' : 'decimal'} aria-label=${words.of(words[column], line.name)}
      aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? 'cell-error' : nothing}
      .value=${editing.typed} @input=${type} @keydown=${cells.typing} @blur=${() => cells.left(editing)} />${
        wrong
          ? html`<span class="field-error" id="cell-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${editing.error}</span></span>`
          : nothing
      }</span>`;
}

function textOf(model: DetailModel, line: DealProduct, column: Column): string {
  switch (column) {
    case 'name':
      return line.name;
    case 'price':
      return plainAmount(model, line.price, line.currency);
    case 'quantity':
      return plainNumber(model, line.quantity);
    case 'discount':
      return discountWords(model, line);
    case 'tax':
      return percentWords(model, line.tax);
  }
}
