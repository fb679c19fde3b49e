import { html, nothing } from 'lit';
import type { Dialog } from '../../shared/dialog.js';
import type { InboxModel } from './model.js';
import { moreWords } from './more-words.js';

/** Where the leads are, how safe they are there, and what one can do about it (R12). */
export async function openStorage(model: InboxModel, dialog: Dialog): Promise<void> {
  const words = (): ReturnType<typeof moreWords> => moreWords(model);
  const { store } = model;
  if (!store) return;
  let state = await store.persistence().catch(() => 'unknown' as const);
  let asked = false;
  const ask = async (): Promise<void> => {
    state = await store.persist().catch(() => state);
    asked = true;
    dialog.draw();
  };
  const states = {
    persisted: 'storagePersisted',
    'best-effort': 'storageBestEffort',
    unknown: 'storageUnknown',
  } as const;
  const said = (): string => (!asked ? '' : state === 'persisted' ? words().storageAsked : words().storageRefused);
  dialog.open({
    width: 460,
    focus: '[type=submit]',
    content: () =>
      dialog.frame({
        title: words().storageTitle,
        body: html`<p data-storage=${state}><bdi>${words()[states[state]]}</bdi></p><p role="status"><bdi>${said()}</bdi></p>`,
        foot: html`${
          state === 'best-effort'
            ? html`<button type="button" class="btn" data-persist @click=${() => void ask()}>${words().storageAsk}</button>`
            : nothing
        }<span class="grow"></span><button type="submit" class="btn btn--primary">${words().done}</button>`,
        close: model.t.common.close,
        onSubmit: () => dialog.close(),
      }),
  });
}
