import type { TemplateResult } from 'lit';
import { CUSTOM } from '../../domain/field-value.js';
import { isEmpty } from '../../domain/matches.js';
import type { CustomValue, Field, Id } from '../../domain/records.js';
import type { common } from '../../i18n/en/common.js';
import type { Format } from '../../i18n/format.js';
import type { CrmStore } from '../../store/api.js';
import { AnswerFields } from '../answer-fields.js';
import type { ComboboxWords } from '../combobox.js';
import type { CrmHost } from '../store-controller.js';

export interface OwnPlace {
  readonly host: CrmHost;
  readonly words: ComboboxWords & { readonly format: Format; readonly t: { readonly common: typeof common } };
  readonly store: () => CrmStore | null;
  /** Draws the form again. */
  readonly draw: () => void;
}

/** Fields of one's own that are asked for where something is added: those that are always required, and those that are set to stand there. */
export function askedToAdd(store: CrmStore | null): readonly Field[] {
  return (store?.directory.fields ?? []).filter(
    ({ type, required, onAdd }) => type !== 'formula' && (required || onAdd),
  );
}

/** Is there nothing in it? Blanks are nothing. */
export function isBlank(value: unknown): boolean {
  return isEmpty(value) || (typeof value === 'string' && value.trim() === '');
}

/** Their answers while a form is filled in. */
export class OwnAnswers {
  values: Readonly<Record<Id, unknown>> = {};
  wrong: ReadonlyMap<Id, string> = new Map();
  readonly answers: AnswerFields;

  constructor(readonly place: OwnPlace) {
    this.answers = new AnswerFields(place.host, place.words, place.store);
  }

  get fields(): readonly Field[] {
    return askedToAdd(this.place.store());
  }
  get touched(): boolean {
    return this.answers.unfinished || Object.values(this.values).some((value) => !isBlank(value));
  }

  begin(): void {
    this.values = {};
    this.wrong = new Map();
  }

  /** What is missing, or cannot be read, is said at its field. @returns whether all is well */
  check(): boolean {
    const { required } = this.place.words.t.common;
    const missing = this.fields.filter(
      (field) => field.required && isBlank(this.values[field.id]) && !this.wrong.has(field.id),
    );
    this.wrong = new Map([...this.wrong, ...missing.map(({ id }) => [id, required] as const)]);
    return this.wrong.size === 0;
  }

  /** As a command wants them; undefined = none was answered. */
  get input(): Readonly<Record<Id, CustomValue>> | undefined {
    const given = this.fields.flatMap(({ id }) =>
      isBlank(this.values[id]) ? [] : [[id, this.values[id] as CustomValue] as const],
    );
    return given.length === 0 ? undefined : Object.fromEntries(given);
  }

  render(prefix: string, currency: string): readonly TemplateResult[] {
    const { words, draw } = this.place;
    return this.fields.map(({ id, name, required }) => {
      const put = (value: unknown): void => {
        this.values = { ...this.values, [id]: value };
        this.wrong = new Map([...this.wrong].filter(([each]) => each !== id));
      };
      return this.answers.render({
        id: `${prefix}-own-${id}`,
        field: CUSTOM + id,
        label: name,
        value: this.values[id] ?? null,
        required: required === true,
        error: this.wrong.get(id),
        format: words.format,
        words: words.t.common,
        currency,
        onChange: (value) => {
          put(value);
          draw();
        },
        onInput: (text) => (this.values = { ...this.values, [id]: text }),
        onCurrency: (code) => {
          const held = this.values[id] as { amount?: string } | null | undefined;
          if (held?.amount) put({ amount: held.amount, currency: code });
          draw();
        },
        onInvalid: (message) => {
          this.wrong = new Map([...this.wrong, [id, message]]);
          draw();
        },
      });
    });
  }
}
