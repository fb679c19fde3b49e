import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Field, Id, Money } from '../domain/records.js';
import type { common } from '../i18n/en/common.js';
import type { Format } from '../i18n/format.js';
import type { CrmStore } from '../store/api.js';
import { Combobox } from './combobox.js';
import type { ComboboxWords } from './combobox.js';
import { checkField, selectField, textField } from './field.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { currencyChoices, searchOrganizations, searchPersons } from './opportunity/choices.js';
import type { CrmHost } from './store-controller.js';
import { dateField, moneyField, numberField, timeField } from './value-fields.js';

export interface AnswerField {
  /** Unique within the shadow root. */
  readonly id: string;
  /** The field's name in commands: `value`, `custom.<id>`. */
  readonly field: string;
  readonly label: string;
  readonly value: unknown;
  readonly required: boolean;
  readonly hideLabel?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly error?: string | undefined;
  readonly format: Format;
  readonly words: typeof common;
  /** What a new amount is in. */
  readonly currency: string;
  /** The name of a person or organization that the value points to. */
  readonly nameOf?: ((id: Id) => string) | undefined;
  /** null = emptied. */
  readonly onChange: (value: unknown) => void;
  /** Text while it is typed: kept, so that being drawn again takes nothing away; looked at when the field is left. */
  readonly onInput: (text: string) => void;
  readonly onCurrency: (currency: string) => void;
  /** What is typed cannot be read: what to say. */
  readonly onInvalid: (message: string) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Fields that answer what is missing, each by its own kind. Pickers of persons and organizations live until `close`. */
export class AnswerFields {
  readonly #pickers = new Map<string, Combobox>();
  readonly #names = new Map<Id, string>();

  constructor(
    readonly host: CrmHost,
    readonly words: ComboboxWords,
    readonly store: () => CrmStore | null,
  ) {}

  close(): void {
    for (const picker of this.#pickers.values()) this.host.removeController(picker);
    this.#pickers.clear();
  }

  render(at: AnswerField): TemplateResult {
    const { field, value, words, format, currency, onCurrency } = at;
    const { directory, settings } = this.store() ?? {};
    const onChange = (next: unknown): void => at.onChange(next === '' ? null : next);
    const select = (
      options: readonly Choice[],
      chosen: string,
      read: (text: string) => unknown = (text) => text,
    ): TemplateResult =>
      selectField({
        ...at,
        value: chosen,
        options,
        placeholder: words.choose,
        onChange: (text) => onChange(text === '' ? null : read(text)),
      });
    const def = directory?.fields.find(({ id }) => `custom.${id}` === field);
    const type = def?.type ?? builtIn[field] ?? 'text';
    switch (type) {
      case 'money':
        return moneyField({
          ...at,
          value: value as Money | null,
          currencies: currencyChoices(format, settings?.currency ?? currency).map((each) => each.value),
          onChange,
          onCurrency,
        });
      case 'number':
        return numberField({
          ...at,
          value: textOf(value),
          onChange: (text) => onChange(text === '' ? null : Number(text)),
        });
      case 'date':
        return dateField({ ...at, value: textOf(value) || null, onChange });
      case 'time':
        return timeField({ ...at, value: textOf(value) || null, onChange });
      case 'user':
        return select(
          (directory?.users ?? []).map(({ id, name }) => ({ value: id, label: name || words.you })),
          textOf(value),
        );
      case 'option':
        return select(optionsOf(def), textOf(value));
      case 'options':
        return several(at, optionsOf(def));
      case 'yesNo':
        return select(
          [
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ],
          value === null ? '' : value ? 'yes' : 'no',
          (text) => text === 'yes',
        );
      case 'person':
      case 'organization':
        return this.#picked(at, type);
      default:
        return textField({ ...at, value: textOf(value), onChange });
    }
  }

  #picked(at: AnswerField, kind: 'person' | 'organization'): TemplateResult {
    const id = at.value as Id | null;
    return this.#picker(at.id, kind).render({
      ...at,
      icon: kind === 'person' ? icons.person : icons.org,
      value: id === null ? null : { kind: 'existing', id, label: this.#names.get(id) ?? at.nameOf?.(id) ?? '' },
      onChange: (chosen) => {
        if (chosen?.kind === 'existing') this.#names.set(chosen.id, chosen.label);
        at.onChange(chosen?.kind === 'existing' ? chosen.id : null);
      },
    });
  }

  #picker(id: string, kind: 'person' | 'organization'): Combobox {
    let picker = this.#pickers.get(id);
    if (!picker) {
      const find = kind === 'person' ? searchPersons : searchOrganizations;
      picker = new Combobox(this.host, this.words, {
        search: (words, signal) => {
          const store = this.store();
          return store ? find(store, words, signal) : Promise.resolve([]);
        },
      });
      this.#pickers.set(id, picker);
    }
    return picker;
  }
}

const builtIn: Readonly<Record<string, 'money' | 'date' | 'user' | 'person' | 'organization'>> = {
  value: 'money',
  expectedClose: 'date',
  ownerId: 'user',
  personId: 'person',
  organizationId: 'organization',
};

/** Any number of options, ticked one by one as in the menu of a detail; they are kept in the order of the field. */
function several(
  { id, label, value, required, hideLabel, error, onChange }: AnswerField,
  options: readonly Choice[],
): TemplateResult {
  const on = new Set(Array.isArray(value) ? (value as readonly string[]) : []);
  return html`<div class="field" role="group" aria-labelledby="${id}-name" ?data-invalid=${error !== undefined}>
    <span class="field-name ${required ? 'req' : ''} ${hideLabel ? 'sr' : ''}" id="${id}-name">${label}</span>
    ${options.map((option, at) =>
      checkField({
        id: at === 0 ? id : `${id}-${option.value}`,
        label: html`<bdi>${option.label}</bdi>`,
        checked: on.has(option.value),
        error: error === undefined ? undefined : `${id}-error`,
        onChange: (checked) => {
          const next = options
            .map((each) => each.value)
            .filter((each) => (each === option.value ? checked : on.has(each)));
          onChange(next.length === 0 ? null : next);
        },
      }),
    )}
    ${error === undefined ? nothing : html`<p class="field-error" id="${id}-error">${icon(icons.warning, { size: 'sm' })}<span>${error}</span></p>`}
  </div>`;
}

/** What is typed and chosen as text; an amount or a list has fields of its own. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function optionsOf(def: Field | undefined): readonly Choice[] {
  return (def?.options ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
