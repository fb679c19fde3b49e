import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import type { Drawing } from '../../shared/icons.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import { bulkButton, pickAllLine, progress } from '../../shared/table/bulk-parts.js';
import type { InboxModel } from './model.js';

export interface BulkActions {
  readonly clear: () => void;
  readonly convert: () => void;
  /** null = they cannot be merged. */
  readonly merge: (() => void) | null;
  readonly archive: () => void;
  readonly restore: () => void;
  readonly label: (anchor: HTMLElement) => void;
  readonly owner: (anchor: HTMLElement) => void;
  readonly exportCsv: () => void;
  readonly more: (anchor: HTMLElement) => void;
  /** Why an action is refused here; null = it is not. */
  readonly why: (
    action:
      | 'leads-convert'
      | 'leads-archive'
      | 'leads-restore'
      | 'leads-label'
      | 'leads-assign'
      | 'leads-delete'
      | 'trash-restore',
  ) => string | null;
  readonly canArchive: boolean;
}

/** Stands in the toolbar's place while something is chosen, so that nothing below it moves. */
export function bulkBar(model: InboxModel, actions: BulkActions): TemplateResult {
  const { t, segment, running } = model;
  const count = model.selection.count(model.total);
  return html`<div class="bulk" part="bulk" role="group" aria-label=${t.inbox.selectedLeads}>
    ${
      running
        ? progress(running, t.inbox)
        : html`<button
            type="button"
            class="btn btn--icon btn--quiet btn--sm"
            data-clear
            aria-label=${t.inbox.clearSelection}
            title=${t.inbox.clearSelection}
            @click=${actions.clear}
          >${icon(icons.x)}</button
          ><b class="num"><bdi>${count === undefined ? t.inbox.selectedAll : t.inbox.selected(count)}</bdi></b>
          ${segment === 'inbox' ? button('convert', icons.convert, t.inbox.convertLeads, actions.convert, actions.why('leads-convert'), 'btn--primary', undefined, t.inbox.convert) : nothing}
          ${segment === 'inbox' && actions.canArchive ? button('archive', icons.archive, t.inbox.archive, actions.archive, actions.why('leads-archive'), 'keeps') : nothing}
          ${segment === 'inbox' ? nothing : button('restore', icons.undo, t.inbox.restore, actions.restore, actions.why(segment === 'trash' ? 'trash-restore' : 'leads-restore'), 'btn--primary')}
          ${
            segment === 'trash'
              ? nothing
              : html`${actions.merge ? button('merge', icons.merge, wordsOf('merge', merge, model.words.lang).merge, actions.merge, null, 'leaves', 'dialog') : nothing}
              ${button('label', icons.label, t.common.label, actions.label, actions.why('leads-label'), 'leaves', 'dialog')}
              ${button('owner', icons.person, t.common.owner, actions.owner, actions.why('leads-assign'), 'leaves', 'menu')}
              ${button('export', icons.download, t.inbox.export, actions.exportCsv, null, 'leaves')}
              <button
                type="button"
                class="btn btn--icon btn--quiet btn--sm"
                data-more
                aria-label=${t.inbox.more}
                title=${t.inbox.more}
                aria-haspopup="menu"
                aria-expanded="false"
                @click=${(event: Event) => actions.more(event.currentTarget as HTMLElement)}
              >${icon(icons.more)}</button>`
          }
          ${
            segment === 'inbox'
              ? html`<span class="end subtle hints" aria-hidden="true"
                ><kbd>C</kbd> ${t.inbox.keyConvert} · <kbd>E</kbd> ${t.inbox.keyArchive} · <kbd>Esc</kbd> ${t.inbox.keyClear}</span
              >`
              : nothing
          }`
    }
  </div>`;
}

function button(
  name: string,
  drawing: Drawing,
  text: string,
  run: (anchor: HTMLElement) => void,
  why: string | null,
  kind: string,
  popup?: 'menu' | 'dialog',
  short?: string,
): TemplateResult {
  return bulkButton({ name, drawing, text, run, why, kind, popup, short });
}

/** After "all on the screen": everything else that matches, in one step. */
export function pickAll(model: InboxModel): TemplateResult | typeof nothing {
  return pickAllLine(model, model.t.inbox);
}
