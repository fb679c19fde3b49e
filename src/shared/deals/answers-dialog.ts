import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { valueOf } from '../../domain/change.js';
import { isEmpty } from '../../domain/matches.js';
import type { Deal, Stage } from '../../domain/records.js';
import { AnswerFields } from '../answer-fields.js';
import type { Dialog } from '../dialog.js';
import type { CrmHost } from '../store-controller.js';
import type { DealPlace } from './place.js';

export interface Asking {
  readonly host: CrmHost;
  readonly model: DealPlace;
  readonly dialog: Dialog;
  readonly home: () => HTMLElement | null;
}
type Values = Record<string, unknown>;

/**
 * Asks for what a stage needs and the deal does not have.
 * @returns the answers by field, for the draft of the move; null = the person went back
 */
export function askAnswers(
  deal: Deal,
  stage: Stage,
  missing: readonly string[],
  asking: Asking,
): Promise<Readonly<Values> | null> {
  const { dialog, model, home } = asking;
  const { t } = model;
  const form = new AnswerForm(deal, missing, asking);
  return new Promise((resolve) => {
    let answers: Readonly<Values> | null = null;
    dialog.open({
      width: 440,
      returnTo: home,
      onClose: () => {
        form.close();
        resolve(answers);
      },
      content: () =>
        dialog.frame({
          title: t.pipeline.answersTitle(stage.name),
          text: t.pipeline.answersText(model.titleOf(deal), missing.length),
          body: html`${missing.map((field) => form.field(field))}`,
          foot: html`<span class="grow"></span
            ><button type="button" class="btn" @click=${() => dialog.requestClose()}>${t.common.cancel}</button
            ><button type="submit" class="btn btn--primary">${t.pipeline.move}</button>`,
          close: t.common.close,
          onSubmit: () => {
            if (!form.complete()) return dialog.focusFirst();
            answers = form.values;
            dialog.close();
          },
        }),
    });
  });
}

/** One field for each missing answer, by its own kind. */
class AnswerForm {
  readonly values: Values = {};
  readonly #wrong = new Map<string, string>();
  readonly #fields: AnswerFields;
  #currency: string;

  constructor(
    deal: Deal,
    readonly missing: readonly string[],
    readonly asking: Asking,
  ) {
    const { host, model } = asking;
    this.#fields = new AnswerFields(host, model.words, () => model.store);
    this.#currency = deal.value?.currency ?? model.store?.settings.currency ?? 'EUR';
    for (const field of missing) this.values[field] = valueOf(deal, field) ?? null;
  }

  close(): void {
    this.#fields.close();
  }

  complete(): boolean {
    const { common } = this.asking.model.t;
    for (const field of this.missing)
      if (isEmpty(this.values[field]) && !this.#wrong.has(field)) this.#wrong.set(field, common.required);
    this.asking.dialog.draw();
    return this.#wrong.size === 0;
  }

  field(field: string): TemplateResult {
    const { model, dialog } = this.asking;
    return this.#fields.render({
      id: `answer-${field}`,
      field,
      label: model.commands.fieldName(field),
      value: this.values[field],
      required: true,
      error: this.#wrong.get(field),
      format: model.format,
      words: model.t.common,
      currency: this.#currency,
      onChange: (next) => {
        this.values[field] = next;
        this.#wrong.delete(field);
        dialog.draw();
      },
      onInput: (text) => (this.values[field] = text),
      onCurrency: (currency) => {
        this.#currency = currency;
        dialog.draw();
      },
      onInvalid: (message) => {
        this.#wrong.set(field, message);
        dialog.draw();
      },
    });
  }
}

export const styles = css`
  .dialog .select { min-inline-size: 0; }
`.styleSheet;
