import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Id } from '../../domain/records.js';
import type { TableModel } from './model.js';

/** What of a model the frame and the rows go by. */
interface Shown extends Pick<TableModel, 'selection' | 'total' | 'active'> {
  readonly list: { readonly state: string; pending(id: Id): boolean } | null;
  readonly open: Id | null;
}

/** The list around its head and rows. @param kind of what its rows are, where there are several */
export function tableFrame(
  { list, total }: Shown,
  label: string,
  content: TemplateResult,
  kind?: string,
): TemplateResult {
  return html`<div class="list win" part="list">
    <div
      class="grid"
      data-kind=${kind ?? nothing}
      role="grid"
      aria-label=${label}
      aria-rowcount=${total === undefined ? -1 : total + 1}
      aria-multiselectable="true"
      aria-busy=${list?.state === 'ready' ? nothing : 'true'}
    >
      ${content}
    </div>
  </div>`;
}

/** The box in the head: all, some or none of the rows. */
export function pickAll(
  { selection, total }: Shown,
  label: string,
  chooseShown: (event: Event) => void,
): TemplateResult {
  const count = selection.count(total) ?? 0;
  const all = count > 0 && count === total;
  return html`<span class="pick" role="columnheader"
    ><input
      type="checkbox"
      class="check"
      tabindex="-1"
      aria-label=${label}
      ?data-mixed=${count > 0 && !all}
      .indeterminate=${count > 0 && !all}
      .checked=${all}
      ?disabled=${!total}
      data-all
      @click=${chooseShown}
  /></span>`;
}

/** How a row stands in its list. */
export interface RowState {
  readonly index: number;
  readonly selected: boolean;
  /** Its buttons are drawn. */
  readonly hot: boolean;
  /** It holds the tab stop of the grid. */
  readonly stop: boolean;
  readonly open: boolean;
  readonly pending: boolean;
}

export function rowState(id: Id, index: number, model: Shown, hot: Id | null): RowState {
  return {
    index,
    selected: model.selection.has(id),
    hot: hot === id,
    stop: model.active === id,
    open: model.open === id,
    pending: model.list?.pending(id) ?? false,
  };
}
