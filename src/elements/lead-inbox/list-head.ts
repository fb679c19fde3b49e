import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import * as icons from '../../shared/first-icons.js';
import type { Column } from './columns.js';
import type { InboxModel } from './model.js';

const classes: Partial<Record<Column['cell'], string>> = {
  activity: 'when',
  labels: 'labels',
  money: 'value',
  user: 'own leaves',
  age: 'age',
};

/**
 * The head of the grid: choose all, and a button on each column that sorts by it. Keys: stops.ts.
 * @param press does what has been pressed (press.ts)
 */
export function listHead(model: InboxModel, columns: readonly Column[], press: (event: Event) => void): TemplateResult {
  const { t, selection, total } = model;
  const count = selection.count(total) ?? 0;
  const all = count > 0 && count === total;
  return html`<div class="lrow lrow--head" part="list-head" role="row" aria-rowindex="1">
    <span class="pick" role="columnheader"
      ><input
        type="checkbox"
        class="check"
        tabindex="-1"
        aria-label=${t.common.selectAll}
        ?data-mixed=${count > 0 && !all}
        .indeterminate=${count > 0 && !all}
        .checked=${all}
        ?disabled=${!total}
        data-all
        @click=${press}
    /></span>
    ${columns.map((column) => columnHead(column, model, press))}
  </div>`;
}

function columnHead(column: Column, model: InboxModel, press: (event: Event) => void): TemplateResult {
  const name = column.name(model.t);
  const order = model.segment === 'trash' ? undefined : model.setup.order[0];
  const sorted = order?.field === column.id;
  const where = `${classes[column.cell] ?? (column.cell === 'lead' ? '' : 'leaves')}${column.end ? ' end-edge' : ''}`;
  const text = column.cell === 'user' ? html`<span class="sr">${name}</span>` : html`<bdi>${name}</bdi>`;
  if (model.segment === 'trash' || column.cell === 'user')
    return html`<span class=${where} role="columnheader">${text}</span>`;
  return html`<span class=${where} role="columnheader" aria-sort=${sorted ? (order.descending ? 'descending' : 'ascending') : nothing}
    ><button type="button" tabindex="-1" data-sort=${column.id} title=${name} @click=${press}
      >${text}${sorted ? icons.firstIcon(icons.down, 'i--sm') : nothing}</button
    ></span
  >`;
}
