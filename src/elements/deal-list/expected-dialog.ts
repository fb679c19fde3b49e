import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Day } from '../../domain/records.js';
import type { Dialog } from '../../shared/dialog.js';
import { dateField } from '../../shared/value-fields.js';
import type { DealListModel } from './model.js';

/**
 * Asks for the day on which deals are expected to close; one day for all of them, or none.
 * @param day where one begins
 * @returns undefined = the person went back
 */
export function askExpected(
  count: number,
  day: Day | null,
  model: DealListModel,
  dialog: Dialog,
  home: () => HTMLElement | null,
): Promise<Day | null | undefined> {
  let value = day;
  let wrong: string | undefined;
  const body = (): TemplateResult =>
    dateField({
      id: 'expected-close',
      label: model.t.common.expectedClose,
      value,
      error: wrong,
      note: model.t.dealList.expectedText,
      words: model.t.common,
      onChange: (next) => {
        value = next;
        wrong = undefined;
        dialog.draw();
      },
      onInvalid: (message) => {
        wrong = message;
        dialog.draw();
      },
    });
  return new Promise((resolve) => {
    let answer: Day | null | undefined;
    dialog.open({
      width: 420,
      returnTo: home,
      onClose: () => resolve(answer),
      content: () =>
        dialog.frame({
          title: model.t.dealList.expectedTitle(count),
          body: body(),
          foot: html`<span class="grow"></span
            ><button type="button" class="btn" @click=${() => dialog.requestClose()}>${model.t.common.cancel}</button
            ><button type="submit" class="btn btn--primary">${model.t.dealList.expectedAction}</button>`,
          close: model.t.common.close,
          onSubmit: () => {
            if (wrong !== undefined) return dialog.focusFirst();
            answer = value;
            dialog.close();
          },
        }),
    });
  });
}
