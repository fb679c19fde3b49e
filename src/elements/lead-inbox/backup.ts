import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { asCrmError } from '../../domain/errors.js';
import { backupText } from '../../store/backup-text.js';
import type { Dialog } from '../../shared/dialog.js';
import { fieldFrame } from '../../shared/field.js';
import * as icons from '../../shared/icons.js';
import { banner } from '../../shared/notice.js';
import { saveFile } from '../../shared/save-file.js';
import type { InboxModel } from './model.js';
import { moreWords } from './more-words.js';

/** All records as one file. On this act the browser is also asked to keep what it holds. */
export async function backUp(model: InboxModel): Promise<void> {
  const words = moreWords(model);
  const { store, commands } = model;
  if (!store) return;
  try {
    // Asked on a person's act, when a yes is likely; the answer changes nothing about the backup.
    void store.persist().catch(() => null);
    const backup = await store.backup();
    const count = Object.values(backup.records).reduce((sum, records) => sum + records.length, 0);
    const file = new Blob(backupText(backup), { type: 'application/json' });
    saveFile(file, `${words.backupName}-${store.today()}.json`, model.host.ownerDocument);
    commands.say(() => moreWords(model).backedUp(count));
  } catch {
    commands.say(() => moreWords(model).backupFailed);
  }
}

/**
 * Asks for the file, reads it, tells how far it is and what came of it. Where there are records already it asks once more:
 * the file's take their place, they are not mixed.
 */
export function restoreBackup(model: InboxModel, dialog: Dialog): void {
  const words = (): ReturnType<typeof moreWords> => moreWords(model);
  const { store } = model;
  let file: File | null = null;
  let error = '';
  let full = false;
  let progress: { done: number; of: number } | null = null;

  const submit = async (): Promise<void> => {
    error = '';
    if (!file || !store) error = words().restoreMissing;
    else {
      dialog.busy = true;
      try {
        const { records } = await store.restore(await parsed(file), {
          replace: full,
          onProgress: (done, of) => {
            progress = { done, of };
            dialog.draw();
          },
        });
        dialog.busy = false;
        dialog.close();
        model.commands.say(() => words().restored(records));
        return;
      } catch (thrown) {
        if (asCrmError(thrown).reason === 'not-empty') full = true;
        else error = whyNot(thrown, words());
      }
      progress = null;
      dialog.busy = false;
    }
    dialog.draw();
    // What deletes is not one Enter away.
    if (full && !error) dialog.element?.querySelector<HTMLElement>('[data-cancel]')?.focus();
    else dialog.focusFirst();
  };

  const body = (): TemplateResult =>
    html`${fieldFrame(
      { id: 'restore-file', label: words().restoreFile, error: error || undefined, required: true },
      html`<input
      class="input"
      type="file"
      id="restore-file"
      accept=".json,application/json"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? 'restore-file-error' : nothing}
      ?disabled=${dialog.busy}
      @change=${(event: Event) => {
        file = (event.target as HTMLInputElement).files?.[0] ?? null;
        full = false;
        error = '';
        dialog.draw();
      }}
    />`,
    )}${full ? banner({ tone: 'warning', drawing: icons.warning, head: words().restoreFull, body: words().restoreFullText, alert: true }) : nothing}${progress ? html`<p role="status" class="num">${model.t.inbox.progress(progress.done, progress.of)}</p>` : nothing}`;

  dialog.open({
    width: 460,
    content: () =>
      dialog.frame({
        title: words().restoreTitle,
        text: words().restoreText,
        body: body(),
        foot: html`<span class="grow"></span
          ><button type="button" class="btn" data-cancel ?disabled=${dialog.busy} @click=${() => dialog.close()}>${model.t.common.cancel}</button
          ><button type="submit" class="btn ${full ? 'btn--negative' : 'btn--primary'}" aria-busy=${dialog.busy ? 'true' : nothing}
            >${dialog.busy ? html`<span class="spin"></span>${words().restoring}` : full ? words().restoreReplace : words().restoreAction}</button
          >`,
        close: model.t.common.cancel,
        onSubmit: () => void submit(),
      }),
  });
}

function whyNot(thrown: unknown, words: ReturnType<typeof moreWords>): string {
  if (thrown instanceof SyntaxError) return words.restoreBroken;
  const { reason, message } = asCrmError(thrown);
  switch (reason) {
    case 'format':
    case 'damaged':
      return words.restoreBroken;
    case 'later-version':
      return words.restoreLater;
    default:
      return words.restoreFailed(reason ?? message);
  }
}

async function parsed(file: File): Promise<unknown> {
  return JSON.parse(await file.text()) as unknown;
}
