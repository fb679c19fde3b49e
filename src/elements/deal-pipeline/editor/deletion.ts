import { html, nothing } from 'lit';
import type { Id, Pipeline } from '../../../domain/records.js';
import { asCrmError } from '../../../domain/errors.js';
import { outcome } from '../../../i18n/en/outcome.js';
import type { pipelines } from '../../../i18n/en/pipelines.js';
import { wordsOf } from '../../../i18n/words.js';
import { errorBox } from '../../../shared/deals/error-box.js';
import type { Dialog } from '../../../shared/dialog.js';
import { commandIn } from '../../../shared/dialog-command.js';
import { selectField } from '../../../shared/field.js';
import { errorWords } from '../../../shared/outcome-words.js';
import type { BoardModel } from '../model.js';
import { clear, dealsIn } from './clearing.js';

type Words = typeof pipelines;

/**
 * Asks where the deals of a pipeline go, moves them, and deletes it.
 * @param dialog a question over the form
 * @returns whether it is gone
 */
export function askDeletion(
  pipeline: Pipeline,
  model: BoardModel,
  dialog: Dialog,
  words: () => Words,
): Promise<boolean> {
  let deals: readonly Id[] | undefined;
  let target: Id = '';
  let missing = false;
  let why = '';
  let progress = '';
  let gone = false;
  const directory = model.store?.directory;
  const places = (): { value: Id; label: string }[] =>
    (directory?.pipelines ?? [])
      .filter(({ id }) => id !== pipeline.id)
      .flatMap((each) =>
        directory!.stagesOf(each.id).map((stage) => ({ value: stage.id, label: words().place(each.name, stage.name) })),
      );

  const count = async (): Promise<void> => {
    try {
      deals = await dealsIn(model, 'pipelineId', pipeline.id);
    } catch (thrown) {
      why = errorWords(asCrmError(thrown), wordsOf('outcome', outcome, model.words.lang));
    }
    dialog.draw();
  };

  const submit = async (): Promise<void> => {
    why = '';
    missing = deals?.length !== 0 && target === '';
    if (missing) {
      dialog.draw();
      return dialog.focusFirst();
    }
    dialog.busy = true;
    // Counted anew: some may have come since.
    await count();
    const ids = deals ?? [];
    if (why === '' && ids.length > 0 && target !== '') {
      const { stayed, why: reason } = await clear(model, ids, target, (done) => {
        progress = words().moving(done, ids.length);
        dialog.draw();
      });
      if (stayed > 0) why = words().someStayed(stayed, reason);
    }
    progress = '';
    dialog.busy = false;
    if (why === '') {
      const frame = { dialog, crm: model.crm, commands: model.commands, lang: model.words.lang };
      why = await commandIn(frame, 'pipeline-delete', { id: pipeline.id });
      gone = why === '';
    }
    if (gone) return dialog.close();
    dialog.draw();
    dialog.element?.querySelector<HTMLElement>('[data-error]')?.focus();
  };

  return new Promise((resolve) => {
    dialog.open({
      width: 440,
      focus: '[data-cancel]',
      onClose: () => resolve(gone),
      content: () =>
        dialog.frame({
          title: words().deleteTitle(pipeline.name),
          text: deals?.length === 0 ? words().deleteEmpty : words().deleteText,
          body: html`${errorBox(why)}${
            deals === undefined
              ? html`<p role="status">${words().counting}</p>`
              : deals.length > 0
                ? selectField({
                    id: 'pipeline-target',
                    label: words().goTo(deals.length),
                    required: true,
                    value: target,
                    placeholder: model.t.common.choose,
                    options: places(),
                    error: missing ? words().goToMissing : undefined,
                    onChange: (value) => {
                      target = value;
                      missing = false;
                      dialog.draw();
                    },
                  })
                : nothing
          }`,
          foot: html`<span class="grow" role="status">${progress}</span
            ><button type="button" class="btn" data-cancel ?disabled=${dialog.busy} @click=${() => dialog.requestClose()}>${model.t.common.cancel}</button
            ><button type="submit" class="btn btn--negative" aria-busy=${dialog.busy ? 'true' : nothing}>${dialog.busy ? html`<span class="spin"></span>` : nothing}${words().deletePipeline}</button>`,
          close: model.t.common.close,
          onSubmit: () => void submit(),
        }),
    });
    void count();
  });
}
