import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { lineChecks, lineReasons } from '../../../domain/products/checks.js';
import { frequencies, type DealProduct, type Frequency } from '../../../domain/records.js';
import type { Dialog } from '../../dialog.js';
import { longTextField, selectField, textField } from '../../field.js';
import { dateField } from '../../value-fields.js';
import { save } from '../save.js';
import type { DetailModel } from '../model.js';
import { productWords, wrongWords, type ProductsWords } from './words.js';

/** The buttons at the foot of a dialog about products. */
export function foot(model: DetailModel, dialog: Dialog, action: string): TemplateResult {
  return html`<span class="grow"></span><button type="button" class="btn" data-cancel @click=${() => dialog.close()}>${model.t.common.cancel}</button
    ><button type="submit" class="btn btn--primary" aria-busy=${dialog.busy ? 'true' : nothing}>${action}</button>`;
}

/** Stores it, with the dialog open until it is; what was refused is said in it. */
async function store(
  model: DetailModel,
  dialog: Dialog,
  line: DealProduct,
  fields: Partial<DealProduct>,
  name: string,
): Promise<string> {
  dialog.busy = true;
  try {
    await save(model, 'deal-product-edit', { id: line.id, fields }, name);
    dialog.busy = false;
    dialog.close();
    return '';
  } catch (error) {
    dialog.busy = false;
    return (error as Error).message;
  }
}

export function editComment(model: DetailModel, dialog: Dialog, line: DealProduct): void {
  const words = (): ProductsWords => productWords(model);
  let [value, error] = [line.comment, ''];
  dialog.open({
    width: 480,
    content: () =>
      dialog.frame({
        title: words().commentTitle,
        text: html`<bdi>${line.name}</bdi>`,
        body: longTextField({
          id: 'line-comment',
          label: words().commentTitle,
          hideLabel: true,
          value,
          error,
          onInput: (text) => (value = text),
        }),
        foot: foot(model, dialog, words().save),
        close: model.t.common.close,
        onSubmit: () =>
          void store(model, dialog, line, { comment: value.trim() }, words().commentTitle).then((why) => {
            error = why;
            dialog.draw();
          }),
      }),
  });
}

/** How often it is charged, how many times, and from when. */
export function editTerm(model: DetailModel, dialog: Dialog, line: DealProduct): void {
  const words = (): ProductsWords => productWords(model);
  let { frequency, billingStart } = line;
  let cycles = line.cycles === null ? '' : String(line.cycles);
  let errors: Partial<Record<string, string>> = {};
  const submit = (): void => {
    const once = frequency === 'oneTime';
    const n = cycles.trim() === '' || once ? null : Number(cycles.trim());
    const fields = { frequency, cycles: n, billingStart: once ? null : billingStart };
    const names: Readonly<Record<string, string>> = { cycles: words().cycles, billingStart: words().billingStart };
    errors = {};
    const wrong = lineChecks['cycles']!(n);
    if (wrong !== null)
      errors['cycles'] = frequency === 'weekly' ? words().weeklyNeedsEnd : wrongWords(model, words().cycles, wrong);
    else
      for (const [field, why] of lineReasons({ ...line, ...fields }, model.today)) {
        if (!(field in names)) continue;
        errors[field] = why === 'needed' ? words().weeklyNeedsEnd : wrongWords(model, names[field]!, why);
      }
    dialog.draw();
    if (Object.keys(errors).length > 0) return dialog.focusFirst();
    void store(model, dialog, line, fields, words().billing).then((why) => {
      if (why === '') return;
      errors = { frequency: why };
      dialog.draw();
      dialog.focusFirst();
    });
  };
  dialog.open({
    width: 420,
    content: () =>
      dialog.frame({
        title: words().recurringTitle,
        text: html`<bdi>${line.name}</bdi>`,
        body: html`<div class="stack">
          ${selectField({
            ...{ id: 'line-frequency', label: words().frequency, value: frequency, error: errors['frequency'] },
            options: frequencies.map((value) => ({ value, label: words()[value] })),
            onChange: (value) => {
              frequency = value as Frequency;
              errors = {};
              dialog.draw();
            },
          })}
          ${
            frequency === 'oneTime'
              ? nothing
              : html`${textField({
                  ...{
                    id: 'line-cycles',
                    label: words().cycles,
                    value: cycles,
                    error: errors['cycles'],
                    required: frequency === 'weekly',
                  },
                  note: frequency === 'weekly' ? undefined : words().cyclesNote,
                  onInput: (text) => (cycles = text),
                })}
                ${dateField({
                  ...{
                    id: 'line-start',
                    label: words().billingStart,
                    value: billingStart,
                    error: errors['billingStart'],
                    words: model.t.common,
                  },
                  onChange: (day) => (billingStart = day),
                  onInvalid: (why) => {
                    errors = { ...errors, billingStart: why };
                    dialog.draw();
                  },
                })}`
          }
        </div>`,
        foot: foot(model, dialog, words().save),
        close: model.t.common.close,
        onSubmit: submit,
      }),
  });
}
