import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import { bulkButton, progress } from '../../shared/table/bulk-parts.js';
import type { Actions } from './actions.js';
import type { Lazy } from './lazy.js';
import type { ContactListModel } from './model.js';

/** Stands in the toolbar's place while something is chosen, so that nothing below it moves. */
export function bulkBar(model: ContactListModel, actions: Actions, lazy: Lazy, clear: () => void): TemplateResult {
  const { running, t } = model;
  return html`<div class="bulk" part="bulk" role="group" aria-label=${t.contacts.selectedOnes}>
    ${running ? progress(running, t.dealList) : buttons(model, actions, lazy, clear)}
  </div>`;
}

function buttons(model: ContactListModel, actions: Actions, lazy: Lazy, clear: () => void): TemplateResult {
  const { t } = model;
  const count = model.selection.count(model.total);
  return html`<button
      type="button"
      class="btn btn--icon btn--quiet btn--sm"
      data-clear
      aria-label=${t.dealList.clearSelection}
      title=${t.dealList.clearSelection}
      @click=${clear}
    >${icon(icons.x)}</button
    ><b class="num"><bdi>${count === undefined ? t.dealList.selectedAll : t.dealList.selected(count)}</bdi></b>
    ${bulkButton({
      name: 'merge',
      drawing: icons.merge,
      text: wordsOf('merge', merge, model.words.lang).merge,
      run: () => void actions.merge(),
      why: actions.whyMerge,
      kind: 'keeps',
      popup: 'dialog',
    })}
    ${bulkButton({
      name: 'export',
      drawing: icons.download,
      text: t.dealList.export,
      run: lazy.exportCsv,
      why: null,
      kind: 'keeps',
    })}
    ${bulkButton({
      name: 'delete',
      drawing: icons.trash,
      text: t.common.delete,
      run: () => void actions.remove(),
      why: actions.why(actions.deletion),
      kind: 'keeps',
      popup: 'dialog',
    })}
    <span class="end subtle hints" aria-hidden="true"><kbd>Del</kbd> ${t.common.delete} · <kbd>Esc</kbd> ${t.dealList.clearSelection}</span>`;
}
