import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import { bulkButton, progress } from '../../shared/table/bulk-parts.js';
import type { Actions } from './actions.js';
import type { Menus } from './menus.js';
import type { DealListModel } from './model.js';

/** Stands in the toolbar's place while something is chosen, so that nothing below it moves. */
export function bulkBar(model: DealListModel, actions: Actions, menus: Menus, clear: () => void): TemplateResult {
  const { running, t } = model;
  return html`<div class="bulk" part="bulk" role="group" aria-label=${t.dealList.selectedDeals}>
    ${running ? progress(running, t.dealList) : buttons(model, actions, menus, clear)}
  </div>`;
}

function buttons(model: DealListModel, actions: Actions, menus: Menus, clear: () => void): TemplateResult {
  const { t, segment } = model;
  const count = model.selection.count(model.total);
  const closed = segment === 'won' || segment === 'lost';
  const button = (
    name: string,
    drawing: icons.Drawing,
    text: string,
    run: (anchor: HTMLElement) => void,
    command: Parameters<Actions['why']>[0],
    kind: string,
    popup?: 'menu' | 'dialog',
  ): TemplateResult => bulkButton({ name, drawing, text, run, why: actions.why(command), kind, popup });
  return html`<button
      type="button"
      class="btn btn--icon btn--quiet btn--sm"
      data-clear
      aria-label=${t.dealList.clearSelection}
      title=${t.dealList.clearSelection}
      @click=${clear}
    >${icon(icons.x)}</button
    ><b class="num"><bdi>${count === undefined ? t.dealList.selectedAll : t.dealList.selected(count)}</bdi></b>
    ${
      closed
        ? button('reopen', icons.undo, t.dealList.reopen, () => void actions.reopen(), 'deal-reopen', 'btn--primary')
        : button(
            'move',
            icons.move,
            t.pipeline.moveTo,
            (anchor) => menus.move(anchor),
            'deals-move',
            'btn--primary',
            'menu',
          )
    }
    ${segment === 'won' ? nothing : button('won', icons.won, t.pipeline.wonZone, () => void actions.win(), 'deal-win', 'keeps')}
    ${segment === 'lost' ? nothing : button('lost', icons.lost, t.pipeline.lostZone, () => void actions.lose(), 'deal-lose', 'keeps', 'dialog')}
    ${button('owner', icons.person, t.common.owner, (anchor) => menus.owner(anchor), 'deals-assign', 'leaves', 'menu')}
    ${button('label', icons.label, t.common.label, (anchor) => void menus.labels(anchor), 'deals-label', 'leaves', 'dialog')}
    <button
      type="button"
      class="btn btn--icon btn--quiet btn--sm"
      data-more
      aria-label=${t.dealList.more}
      title=${t.dealList.more}
      aria-haspopup="menu"
      aria-expanded="false"
      @click=${(event: Event) => menus.bulk(event.currentTarget as HTMLElement)}
    >${icon(icons.more)}</button>
    <span class="end subtle hints" aria-hidden="true"
      ><kbd>${closed ? 'R' : 'M'}</kbd> ${closed ? t.dealList.reopen : t.pipeline.moveTo} · <kbd>Esc</kbd> ${t.pipeline.keyClear}</span
    >`;
}
