import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Order } from '../../domain/query.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { Grid } from './grid.js';
import { untick } from './grid-box.js';
import type { HeadColumn, HeadMenus, HeadsModel } from './head-menus.js';
import type { RowRecord } from './model.js';

/** What is done in the heads of the columns. */
export interface HeadActions<C extends HeadColumn> {
  readonly sort: (column: C) => void;
  readonly chooseShown: (event: Event) => void;
  /** Begins to make a column wider or narrower. */
  readonly resize: (event: PointerEvent, column: C) => void;
  readonly menu: (event: Event, column: C) => void;
}

export function headActions<R extends RowRecord, C extends HeadColumn>(
  model: Pick<HeadsModel<C>, 'sortBy'>,
  grid: () => Grid<R>,
  { column, resize }: HeadMenus<C>,
): HeadActions<C> {
  return {
    sort: (one) => model.sortBy(one),
    chooseShown: (event) => {
      untick(event);
      grid().chooseShown();
    },
    resize: resize.drag,
    menu: (event, one) => {
      event.preventDefault();
      column(event.currentTarget as HTMLElement, one);
    },
  };
}

/** How a head is drawn. */
export interface HeadLook {
  readonly name: string;
  /** Its names for styles. */
  readonly part: string;
  /** What the list is sorted by. */
  readonly order: Order | undefined;
  /** Said, not shown: the column is too narrow for it. */
  readonly unseen?: boolean;
  readonly title?: string | undefined;
  /** What the edge is for. */
  readonly edge: string;
}

/** Every head is a button, also of what cannot be sorted by: it can be made wider, moved on from, hidden. */
export function columnHead<C extends HeadColumn>(
  column: C,
  { name, part, order, unseen = false, title = name, edge }: HeadLook,
  actions: HeadActions<C>,
): TemplateResult {
  const sorted = order?.field === column.id;
  const text = unseen ? html`<span class="sr">${name}</span>` : html`<bdi>${name}</bdi>`;
  const press = (): void => {
    if (!column.unsorted) actions.sort(column);
  };
  return html`<span class="head ${part}" role="columnheader" aria-sort=${sorted ? (order.descending ? 'descending' : 'ascending') : nothing}
    ><button
      type="button"
      tabindex="-1"
      data-sort=${column.id}
      aria-disabled=${column.unsorted ? 'true' : nothing}
      aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
      title=${title}
      @click=${press}
      @contextmenu=${(event: Event) => actions.menu(event, column)}
      >${text}${sorted ? icon(icons.down, { size: 'sm' }) : nothing}</button
    ><span
      class="grip"
      data-grip=${column.id}
      aria-hidden="true"
      title=${edge}
      @pointerdown=${(event: PointerEvent) => actions.resize(event, column)}
    ></span
  ></span>`;
}
