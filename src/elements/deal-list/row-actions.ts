import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Deal } from '../../domain/records.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import type { DealListModel } from './model.js';

/** What can be done with the row under the pointer or the focus. Drawn for that row only. */
export function rowActions(deal: Deal, model: DealListModel): TemplateResult {
  const { t } = model;
  const more = t.dealList.moreFor(model.titleOf(deal));
  return html`<span class="rowacts" role="gridcell">
    ${
      deal.status === 'open'
        ? action('move', icons.move, t.pipeline.moveTo, model.why('deal-move', deal), true)
        : action('reopen', icons.undo, t.dealList.reopen, model.why('deal-reopen', deal), false)
    }
    <button type="button" class="btn btn--sm btn--icon" tabindex="-1" data-do="more" aria-label=${more} title=${more} aria-haspopup="menu" aria-expanded="false"
      >${icon(icons.more)}</button
    ></span
  >`;
}

function action(
  name: string,
  drawing: icons.Drawing,
  text: string,
  why: string | null,
  popup: boolean,
): TemplateResult {
  return html`<button type="button" class="btn btn--sm" tabindex="-1" data-do=${name} title=${why ?? ''} aria-disabled=${why === null ? 'false' : 'true'} aria-haspopup=${popup ? 'menu' : 'false'}
    >${icon(drawing)}${text}</button
  >`;
}
