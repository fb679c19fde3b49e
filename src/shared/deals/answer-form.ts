import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { valueOf } from '../../domain/change.js';
import { isEmpty } from '../../domain/matches.js';
import type { Deal, Id } from '../../domain/records.js';
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

/** A deal, and the names of the fields that it lacks. */
export interface Gap {
  readonly deal: Deal;
  readonly missing: readonly string[];
}

export type Values = Readonly<Record<string, unknown>>;
/** What was answered, by the id of the deal. */
export type Answers = ReadonlyMap<Id, Values>;

/** More deals than this are not asked about in one dialog. */
export const askedAtOnce = 20;

/** One field for each missing answer, by its own kind; of several deals each under its title. */
export class AnswerForm {
  readonly #fields: AnswerFields;
  readonly #values = new Map<Id, Record<string, unknown>>();
  /** What is wrong, by deal and field. */
  readonly #wrong = new Map<string, string>();
  readonly #currencies = new Map<Id, string>();

  constructor(
    readonly gaps: readonly Gap[],
    readonly asking: Asking,
  ) {
    const { host, model } = asking;
    this.#fields = new AnswerFields(host, model.words, () => model.store);
    for (const { deal, missing } of gaps) {
      this.#values.set(deal.id, Object.fromEntries(missing.map((field) => [field, valueOf(deal, field) ?? null])));
      this.#currencies.set(deal.id, deal.value?.currency ?? model.store?.settings.currency ?? 'EUR');
    }
  }

  close(): void {
    this.#fields.close();
  }

  /** The answers of the deals that have all of theirs. */
  get answers(): Answers {
    return new Map(
      this.gaps
        .filter(({ deal, missing }) => missing.every((field) => this.#answered(deal.id, field)))
        .map(({ deal }) => [deal.id, this.#values.get(deal.id)!]),
    );
  }

  /** Says at each field what is missing. @returns whether nothing is */
  complete(): boolean {
    const { common } = this.asking.model.t;
    for (const { deal, missing } of this.gaps)
      for (const field of missing)
        if (!this.#answered(deal.id, field) && !this.#wrong.has(`${deal.id} ${field}`))
          this.#wrong.set(`${deal.id} ${field}`, common.required);
    this.asking.dialog.draw();
    return this.#wrong.size === 0;
  }

  #answered(id: Id, field: string): boolean {
    const value = this.#values.get(id)?.[field];
    return !isEmpty(value) && !(typeof value === 'string' && value.trim() === '') && !this.#wrong.has(`${id} ${field}`);
  }

  /** @param named false: there is one deal, and the dialog has said which */
  render(named: boolean): TemplateResult {
    const { model } = this.asking;
    return html`${this.gaps.map(({ deal, missing }, at) => {
      const fields = missing.map((field) => this.#field(deal, field, named ? `-${at}` : ''));
      return named
        ? html`<fieldset class="asked"><legend><bdi>${model.titleOf(deal)}</bdi></legend>${fields}</fieldset>`
        : fields;
    })}`;
  }

  #field(deal: Deal, field: string, at: string): TemplateResult {
    const { model, dialog } = this.asking;
    const values = this.#values.get(deal.id)!;
    const key = `${deal.id} ${field}`;
    return html`${this.#fields.render({
      id: `answer-${field}${at}`,
      field,
      label: model.commands.fieldName(field),
      value: values[field],
      required: true,
      error: this.#wrong.get(key),
      format: model.format,
      words: model.t.common,
      currency: this.#currencies.get(deal.id)!,
      onChange: (next) => {
        values[field] = next;
        this.#wrong.delete(key);
        dialog.draw();
      },
      onInput: (text) => (values[field] = text),
      onCurrency: (currency) => {
        this.#currencies.set(deal.id, currency);
        dialog.draw();
      },
      onInvalid: (message) => {
        this.#wrong.set(key, message);
        dialog.draw();
      },
    })}${nothing}`;
  }
}
