import { html } from 'lit';
import type { Dialog } from '../../shared/dialog.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import type { InboxModel } from './model.js';
import { moreWords } from './more-words.js';

/** The importer in a dialog. It speaks to the same provider as the inbox: it stands inside it. */
export function openImport(dialog: Dialog, model: InboxModel): void {
  const importer = document.createElement('lead-import') as HTMLElement & {
    store?: unknown;
    mayClose?(): boolean;
  };
  // An inbox that was handed its store hands it on; else the importer finds the same provider by itself.
  const given = (model.host as { store?: unknown }).store;
  if (given) importer.store = given;
  importer.addEventListener('import-close', () => dialog.close());
  dialog.open({
    width: 1040,
    focus: 'lead-import',
    // What is being written is stopped by its own button, or ends; what was chosen is asked about.
    mayClose: () => importer.mayClose?.() ?? true,
    content: () => {
      const { close } = model.t.common;
      return html`<header class="dialog-head">
        <div class="grow"><h2 id=${dialog.titleId}>${moreWords(model).importTitle}</h2></div>
        <button type="button" class="btn btn--quiet btn--icon" aria-label=${close} title=${close} data-close @click=${() => dialog.requestClose()}
          >${icon(icons.x)}</button
        >
      </header>
      <div class="import-host">${importer}</div>`;
    },
  });
}
export { partStyles } from './parts.styles.js';
