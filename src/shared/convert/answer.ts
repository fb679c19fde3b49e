import type { TemplateResult } from 'lit';
import type { ConvertDraft } from '../../domain/plan.js';
import type { Field, Id, Money } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import { Combobox } from '../combobox.js';
import type { ComboboxWords } from '../combobox.js';
import { selectField, textField } from '../field.js';
import * as icons from '../icons.js';
import type { CrmHost } from '../store-controller.js';
import { dateField, moneyField, numberField, timeField } from '../value-fields.js';
import { nameOfField, userName } from './parts.js';
import type { AnswerOptions, ConvertView } from './view.js';

/** Currencies offered beside the page's own; any other comes with the value that has it. */
const usual = ['EUR', 'USD', 'GBP', 'TRY', 'JPY', 'CHF', 'INR'];

/** Fields that answer what is missing, each by its own kind. Pickers of persons and organizations live as long as the dialog. */
export class Answers {
  readonly #host: CrmHost;
  readonly #words: ComboboxWords;
  readonly #store: CrmStore;
  readonly #pickers = new Map<string, Combobox>();
  readonly #names = new Map<Id, string>();

  constructor(host: CrmHost, words: ComboboxWords, store: CrmStore) {
    this.#host = host;
    this.#words = words;
    this.#store = store;
  }

  close(): void {
    for (const picker of this.#pickers.values()) this.#host.removeController(picker);
    this.#pickers.clear();
  }

  /** The field that answers `field` of this lead. */
  render(view: ConvertView, draft: ConvertDraft, field: string, options: AnswerOptions = {}): TemplateResult {
    const { session, redraw, format, t } = view;
    const name = nameOfField(view, field);
    const id = `${view.id}-${draft.id}-${field}`;
    const value = draft.fields[field] ?? null;
    const wrong = session.unread.get(id) ?? options.error;
    const base = {
      id,
      label: options.row ? t.convert.answerFor(name, draft.title) : name,
      required: options.required ?? true,
      hideLabel: options.row,
      placeholder: options.row ? name : undefined,
      error: wrong,
      format,
      words: t.common,
      onInvalid: (message: string) => {
        session.unread.set(id, message);
        redraw();
      },
    };
    const onChange = (next: unknown): void => {
      session.unread.delete(id);
      session.set(draft, field, next === '' ? null : next);
      redraw();
    };
    const select = (
      choices: readonly { value: string; label: string }[],
      chosen: string,
      read: (text: string) => unknown = (text) => text,
    ) =>
      selectField({
        ...base,
        value: chosen,
        options: choices,
        placeholder: t.common.choose,
        onChange: (text) => onChange(read(text)),
      });
    const def = field.startsWith('custom.')
      ? this.#store.directory.fields.find((each) => each.id === field.slice('custom.'.length))
      : undefined;
    const type = def?.type ?? builtIn[field] ?? 'text';
    switch (type) {
      case 'money':
        return moneyField({
          ...base,
          value: value as Money | null,
          currency: session.currency,
          currencies: [this.#store.settings.currency, ...usual],
          onChange,
          onCurrency: (currency) => {
            session.currency = currency;
            redraw();
          },
        });
      case 'number':
        return numberField({
          ...base,
          value: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
          onChange,
        });
      case 'date':
        return dateField({ ...base, value: value as string | null, onChange });
      case 'time':
        return timeField({ ...base, value: value as string | null, onChange });
      case 'user':
        return select(
          this.#store.directory.users.map((user) => ({
            value: user.id,
            label: userName(session, user.id, t.common.you),
          })),
          (value as string | null) ?? '',
        );
      case 'option':
        return select(
          (def as Field).options.map((each) => ({ value: each.id, label: each.name })),
          (value as string | null) ?? '',
        );
      case 'options':
        // One of several is an answer; the rest is added on the deal.
        return select(
          (def as Field).options.map((each) => ({ value: each.id, label: each.name })),
          (value as readonly string[] | null)?.[0] ?? '',
          (text) => (text === '' ? null : [text]),
        );
      case 'yesNo':
        return select(
          [
            { value: 'yes', label: t.convert.yes },
            { value: 'no', label: t.convert.no },
          ],
          value === null ? '' : value ? 'yes' : 'no',
          (text) => (text === '' ? null : text === 'yes'),
        );
      case 'person':
      case 'organization':
        return this.#picker(type, id).render({
          ...base,
          icon: type === 'person' ? icons.person : icons.org,
          value:
            value === null
              ? null
              : { kind: 'existing', id: value as Id, label: this.#names.get(value as Id) ?? view.nameOf(value as Id) },
          onChange: (chosen) => {
            if (chosen?.kind === 'existing') this.#names.set(chosen.id, chosen.label);
            onChange(chosen?.kind === 'existing' ? chosen.id : null);
          },
        });
      default:
        return textField({
          ...base,
          value: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
          onChange,
          // Kept at once, so that being drawn again takes nothing away; looked at when the field is left.
          onInput: (text) => (draft.fields = { ...draft.fields, [field]: text }),
        });
    }
  }

  #picker(kind: 'person' | 'organization', id: string): Combobox {
    let picker = this.#pickers.get(id);
    if (!picker) {
      picker = new Combobox(this.#host, this.#words, {
        search: async (search, signal) => {
          const { records } = await this.#store.read({ kind, search, window: { offset: 0, limit: 8 } }, { signal });
          return records.map((record) => ({ id: record.id, label: record.name }));
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
