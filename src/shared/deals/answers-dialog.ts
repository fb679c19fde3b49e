import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { valueOf } from '../../domain/change.js';
import { isEmpty } from '../../domain/matches.js';
import type { Deal, Field, Money, Stage } from '../../domain/records.js';
import { Combobox } from '../combobox.js';
import type { Dialog } from '../dialog.js';
import { selectField, textField } from '../field.js';
import * as icons from '../icons.js';
import { searchOrganizations, searchPersons } from '../opportunity/choices.js';
import type { CrmHost } from '../store-controller.js';
import { dateField, moneyField, numberField, timeField } from '../value-fields.js';
import type { DealPlace } from './place.js';

export interface Asking {
  readonly host: CrmHost;
  readonly model: DealPlace;
  readonly dialog: Dialog;
  readonly home: () => HTMLElement | null;
}
type Values = Record<string, unknown>;
type Choice = { readonly value: string; readonly label: string };

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
  readonly #pickers = new Map<string, Combobox>();
  readonly #names = new Map<string, string>();
  #currency: string;

  constructor(
    deal: Deal,
    readonly missing: readonly string[],
    readonly asking: Asking,
  ) {
    this.#currency = deal.value?.currency ?? asking.model.store?.settings.currency ?? 'EUR';
    for (const field of missing) this.values[field] = valueOf(deal, field) ?? null;
  }

  close(): void {
    for (const picker of this.#pickers.values()) this.asking.host.removeController(picker);
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
    const { t, format, store } = model;
    const value = this.values[field];
    const def = field.startsWith('custom.')
      ? store?.directory.fields.find((each) => `custom.${each.id}` === field)
      : undefined;
    const set = (next: unknown): void => {
      this.values[field] = next === '' ? null : next;
      this.#wrong.delete(field);
      dialog.draw();
    };
    const base = {
      id: `answer-${field}`,
      label: model.commands.fieldName(field),
      required: true,
      error: this.#wrong.get(field),
      format,
      words: t.common,
      onChange: set,
      onInvalid: (message: string) => {
        this.#wrong.set(field, message);
        dialog.draw();
      },
    };
    const select = (
      options: readonly Choice[],
      chosen: string,
      read: (text: string) => unknown = (text) => text,
    ): TemplateResult =>
      selectField({
        ...base,
        value: chosen,
        options,
        placeholder: t.common.choose,
        onChange: (text) => set(text === '' ? null : read(text)),
      });
    switch (typeOf(field, def)) {
      case 'money':
        return moneyField({
          ...base,
          value: value as Money | null,
          currency: this.#currency,
          currencies: [store?.settings.currency ?? 'EUR', 'EUR', 'USD', 'GBP', 'TRY', 'JPY', 'CHF'],
          onCurrency: (code) => {
            this.#currency = code;
            dialog.draw();
          },
        });
      case 'number':
        return numberField({
          ...base,
          value: textOf(value),
          onChange: (text) => set(text === '' ? null : Number(text)),
        });
      case 'date':
        return dateField({ ...base, value: textOf(value) || null });
      case 'time':
        return timeField({ ...base, value: textOf(value) || null });
      case 'user':
        return select(
          (store?.directory.users ?? []).map(({ id, name }) => ({ value: id, label: name || t.common.you })),
          textOf(value),
        );
      case 'option':
        return select(optionsOf(def), textOf(value));
      // One of several is an answer; the rest is added on the deal.
      case 'options':
        return select(optionsOf(def), (value as readonly string[] | null)?.[0] ?? '', (text) => [text]);
      case 'yesNo':
        return select(
          [
            { value: 'yes', label: t.pipeline.yes },
            { value: 'no', label: t.pipeline.no },
          ],
          value === null ? '' : value ? 'yes' : 'no',
          (text) => text === 'yes',
        );
      case 'person':
      case 'organization':
        return this.#picker(field, typeOf(field, def) === 'person', base, set);
      default:
        return textField({ ...base, value: textOf(value), onInput: (text) => (this.values[field] = text) });
    }
  }

  #picker(
    field: string,
    person: boolean,
    base: { id: string; label: string; required: boolean; error: string | undefined },
    set: (id: string | null) => void,
  ): TemplateResult {
    const { host, model } = this.asking;
    const search = person ? searchPersons : searchOrganizations;
    let picker = this.#pickers.get(field);
    if (!picker) {
      picker = new Combobox(host, model.words, {
        search: (query, signal) => (model.store ? search(model.store, query, signal) : Promise.resolve([])),
      });
      this.#pickers.set(field, picker);
    }
    const id = this.values[field] as string | null;
    return picker.render({
      ...base,
      icon: person ? icons.person : icons.org,
      value: id === null ? null : { kind: 'existing', id, label: this.#names.get(id) ?? '' },
      onChange: (chosen) => {
        if (chosen?.kind === 'existing') this.#names.set(chosen.id, chosen.label);
        set(chosen?.kind === 'existing' ? chosen.id : null);
      },
    });
  }
}

function typeOf(field: string, def: Field | undefined): string {
  if (def) return def.type;
  return (
    { value: 'money', expectedClose: 'date', ownerId: 'user', personId: 'person', organizationId: 'organization' }[
      field
    ] ?? 'text'
  );
}

/** What is typed and chosen as text; an amount or a list has fields of its own. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function optionsOf(def: Field | undefined): readonly Choice[] {
  return (def?.options ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

export const styles = css`
  .dialog .select { min-inline-size: 0; }
`.styleSheet;
