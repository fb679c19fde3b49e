import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Field, FieldType, Id, Money } from '../domain/records.js';
import type { common } from '../i18n/en/common.js';
import type { Format } from '../i18n/format.js';
import type { CrmStore } from '../store/api.js';
import { Combobox } from './combobox.js';
import type { ComboboxWords } from './combobox.js';
import { dayRange, rangeOf, rangeProblem } from './day-range.js';
import type { DayRange } from './day-range.js';
import { checkField, longTextField, selectField, textField } from './field.js';
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
  /** Of two days, what is chosen so far where that is no value yet. */
  readonly #halves = new Map<string, DayRange>();

  constructor(
    readonly host: CrmHost,
    readonly words: ComboboxWords,
    readonly store: () => CrmStore | null,
  ) {}

  close(): void {
    for (const picker of this.#pickers.values()) this.host.removeController(picker);
    this.#pickers.clear();
    this.#halves.clear();
  }

  /** Is something begun that is no answer yet? */
  get unfinished(): boolean {
    return this.#halves.size > 0 || [...this.#pickers.values()].some((picker) => picker.unfinished);
  }

  render(at: AnswerField): TemplateResult {
    const { field, value, words, format, currency, onCurrency } = at;
    const { directory, settings } = this.store() ?? {};
    const onChange = (next: unknown): void => at.onChange(next === '' ? null : next);
    const select = (
      options: readonly Choice[],
      chosen: string,
      read: (text: string) => unknown = (text) => text,
      note?: string,
    ): TemplateResult =>
      selectField({
        ...at,
        note,
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
      case 'dateRange':
        return this.#days(at);
      case 'user':
        return select(
          (directory?.users ?? []).map(({ id, name }) => ({ value: id, label: name || words.you })),
          textOf(value),
        );
      case 'option':
        return select(optionsOf(def), textOf(value), undefined, noneYet(def, words));
      case 'options':
        return several(at, def);
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
      case 'longText':
        return longTextField({ ...at, value: textOf(value), onChange });
      default:
        return textField({ ...at, type: inputs[type] ?? 'text', value: textOf(value), onChange });
    }
  }

  /** Two days are one answer: what is wrong with them is said when both are left, or Enter is pressed in one. */
  #days(at: AnswerField): TemplateResult {
    const { id, words, onChange, onInvalid } = at;
    const value = this.#halves.get(id) ?? rangeOf(at.value);
    const done = (event: Event): void => {
      const inputs = [...(event.currentTarget as HTMLElement).querySelectorAll('input')];
      if (inputs.some((input) => input.validity.badInput)) return onInvalid(words.notDay);
      const problem = rangeProblem(rangeOf(inputs.map((input) => input.value)), words);
      if (problem !== null) onInvalid(problem);
    };
    return inGroup(
      at,
      dayRange({
        ...at,
        value,
        onChange: (range) => {
          if (rangeProblem(range, words) === null) this.#halves.delete(id);
          else this.#halves.set(id, range);
          onChange(range[0] === '' || this.#halves.has(id) ? null : range);
        },
      }),
      {
        leave: (event) => {
          const next = event.relatedTarget;
          // The window lost the focus, or the other day has it: nobody has left.
          if (next === null ? !this.host.ownerDocument.hasFocus() : inside(event, next)) return;
          done(event);
        },
        enter: done,
      },
    );
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

const inputs: { readonly [T in FieldType]?: 'email' | 'tel' | 'url' } = { email: 'email', phone: 'tel', link: 'url' };

interface GroupEvents {
  readonly leave: (event: FocusEvent) => void;
  readonly enter: (event: KeyboardEvent) => void;
}

/** Several controls that are one answer, under its name. */
function inGroup(
  { id, label, required, hideLabel, error }: AnswerField,
  content: TemplateResult,
  events?: GroupEvents,
): TemplateResult {
  const enter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) events?.enter(event);
  };
  return html`<div class="field" role="group" aria-labelledby="${id}-name" ?data-invalid=${error !== undefined} @focusout=${events?.leave} @keydown=${events && enter}>
    <span class="field-name ${required ? 'req' : ''} ${hideLabel ? 'sr' : ''}" id="${id}-name">${label}</span>
    ${content}
  </div>`;
}

function inside(event: Event, other: EventTarget): boolean {
  return other instanceof Node && (event.currentTarget as Node).contains(other);
}

/** Any number of options, ticked one by one as in the menu of a detail; they are kept in the order of the field. */
function several(at: AnswerField, def: Field | undefined): TemplateResult {
  const { id, value, words, error, onChange } = at;
  const options = optionsOf(def);
  const on = new Set(Array.isArray(value) ? (value as readonly string[]) : []);
  const none = noneYet(def, words);
  return inGroup(
    at,
    html`${options.map((option, place) =>
      checkField({
        id: place === 0 ? id : `${id}-${option.value}`,
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
    ${none === undefined ? nothing : html`<p class="field-note">${none}</p>`}
    ${error === undefined ? nothing : html`<p class="field-error" id="${id}-error">${icon(icons.warning, { size: 'sm' })}<span>${error}</span></p>`}`,
  );
}

/** What is said where there is nothing to choose from. */
function noneYet(def: Field | undefined, words: typeof common): string | undefined {
  return def !== undefined && def.options.length === 0 ? words.noOptions : undefined;
}

/** What is typed and chosen as text; an amount or a list has fields of its own. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function optionsOf(def: Field | undefined): readonly Choice[] {
  return (def?.options ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
