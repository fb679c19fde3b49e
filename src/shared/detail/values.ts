import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { same } from '../../domain/change.js';
import type { Id, Money } from '../../domain/records.js';
import { avatar } from '../avatar.js';
import { Combobox } from '../combobox.js';
import { Growing } from '../growing.js';
import * as icons from '../icons.js';
import { InlineEdit } from '../inline-edit.js';
import type { Menu, MenuItem } from '../menu.js';
import { currencyChoices, searchOrganizations, searchPersons } from '../opportunity/choices.js';
import { moneyField } from '../value-fields.js';
import type { AnyDetail } from './model.js';
import { errorLine, PlaceEdit } from './place-edit.js';
import { save } from './save.js';

/** One value of the record in its place. */
export interface Value {
  /** The field's name in commands: `title`, `custom.<id>`. */
  readonly field: string;
  readonly name: string;
  /** What is shown where there is none; default "Add value". */
  readonly empty?: string;
}
/** A value, and the record it belongs to. */
export interface At extends Value {
  readonly of: Id;
}

/** Every value of a record, edited where it stands, by its kind. What is refused stays as it was typed, with the reason. */
export class Values {
  readonly inline: InlineEdit;
  readonly place: PlaceEdit;
  /** Draws the rows of custom fields. */
  readonly rows: Growing;
  /** Choices that were refused: why, by key. */
  readonly #refused = new Map<string, string>();
  readonly #pickers = new Map<string, Combobox>();

  constructor(
    readonly model: AnyDetail,
    readonly menu: Menu,
  ) {
    this.inline = new InlineEdit(model.host, model.words);
    this.place = new PlaceEdit(model.host, model.words);
    this.rows = new Growing(8, 8);
  }

  /** Keys hold the record's id: what is typed about one lead never lands on another. */
  key(field: string): string {
    return `${this.model.id}-${field}`;
  }
  /**
   * The record has become another one: what was typed about it, and could not be stored any more, waits there. An address or a number
   * among several waits by what it was (`points.ts` finds where that is by now), for in its place stands another one.
   */
  leadOn(from: Id, to: Id): void {
    const there = (key: string, before: string): string => {
      // It is back, and shown: what is typed about it is about it.
      const isBack = this.model.id === from && this.model.record !== null;
      if (!key.startsWith(`${from}-`) || isBack) return key;
      const field = key.slice(from.length);
      const several = /^-(emails|phones)-\d+$/.exec(field);
      return several === null ? to + field : `${to}-${several[1]}=${before}`;
    };
    this.inline.rename(there);
    this.place.rename((key) => there(key, ''));
  }
  get locked(): string | undefined {
    return this.model.why(this.model.editName);
  }

  text(
    { field, name }: Value,
    value: string,
    options: { multiline?: boolean; shown?: TemplateResult | string } = {},
  ): TemplateResult {
    const at = this.at(field, name);
    return this.inline.render({
      key: this.key(field),
      name,
      text: value,
      ...options,
      locked: this.locked,
      changed: this.changed,
      commit: (text) => this.store(at, text.trim()),
    });
  }

  date({ field, name }: Value, value: string | null, shown?: TemplateResult, more = ''): TemplateResult {
    const at = this.at(field, name);
    return this.inline.render({
      key: this.key(field),
      name,
      text: value ?? '',
      shown: shown ?? (value ? this.model.day(value) : undefined),
      type: 'date',
      said: value ? `${this.model.day(value)}${more && ` ${more}`}` : undefined,
      locked: this.locked,
      changed: this.changed,
      commit: (text) => this.store(at, text || null),
    });
  }

  money({ field, name }: Value, value: Money | null, shown?: TemplateResult): TemplateResult {
    const { model } = this;
    const { format, store, t } = model;
    const own = store?.settings.currency ?? 'EUR';
    const at = this.at(field, name);
    interface Typed {
      readonly value: Money | null;
      readonly currency: string;
    }
    return this.place.render<Typed>({
      key: this.key(field),
      name,
      text: value ? format.money(value) : '',
      shown,
      locked: this.locked,
      value: { value, currency: value?.currency ?? own },
      same: (a, b) => same(a.value, b.value),
      changed: this.changed,
      commit: (typed) => this.store(at, typed.value),
      editor: (editing) =>
        moneyField({
          id: `${this.key(field)}-amount`,
          label: name,
          hideLabel: true,
          value: editing.value.value,
          currency: editing.value.currency,
          currencies: currencyChoices(format, own).map((each) => each.value),
          format,
          words: t.common,
          error: editing.error,
          onChange: (next) => editing.set({ value: next, currency: next?.currency ?? editing.value.currency }),
          onCurrency: (currency) => editing.set({ value: null, currency }),
          onInvalid: editing.wrong,
        }),
    });
  }

  /** One of several, by a menu at the value. */
  choice({ field, name, empty }: Value, text: string, items: () => readonly MenuItem[]): TemplateResult {
    const { locked, model } = this;
    const key = this.key(field);
    const { common } = model.t;
    const refused = this.#refused.get(key);
    const add = text === '' ? (empty ?? common.addValue) : null;
    const open = (event: Event): void => {
      if (locked !== undefined) return;
      this.menu.open(event.currentTarget as HTMLElement, () => {
        const all = items();
        const { findOf, nothingFound } = model.t.common;
        return { label: name, items: all, filter: all.length > 9 ? findOf(name) : undefined, nothing: nothingFound };
      });
    };
    return html`<button
        class="edit ${add === null ? '' : 'add'}" type="button" data-edit=${key} aria-haspopup="menu"
        aria-label=${add === null ? common.editOf(name, text) : common.emptyValue(add, name)}
        aria-disabled=${locked === undefined ? nothing : 'true'} title=${locked ?? nothing} @click=${open}
        ><bdi>${add ?? text}</bdi></button
      >${refused ? errorLine(refused) : nothing}`;
  }

  owner(name: string, value: Id | null): TemplateResult {
    const { model } = this;
    const text = model.userName(value);
    const edit = this.choice({ field: 'ownerId', name, empty: model.t.detail.addOwner }, text, () =>
      this.owners(value),
    );
    // Beside the button and not inside: initials are no part of its name.
    // The same elements with an owner and without: the focus returns to the button when one is chosen.
    return html`<span class="row own">${
      text === '' || value === null
        ? nothing
        : html`<span aria-hidden="true">${avatar(text, value, { small: true })}</span>`
    }<span class="grow">${edit}</span></span>`;
  }

  /** The owners to choose from; assigning is a command of its own, with its own rights. */
  owners(value: Id | null): readonly MenuItem[] {
    const { model } = this;
    const { t, id } = model;
    const assign = (ownerId: Id | null): void => {
      if (!id) return;
      if (model.kind === 'lead' || model.kind === 'deal')
        void model.run(model.kind === 'lead' ? 'leads-assign' : 'deals-assign', { ids: [id], ownerId });
      else this.choose(this.at('ownerId', t.common.owner), ownerId);
    };
    const users = model.store?.directory.users.filter(({ id, active }) => active || id === value) ?? [];
    return [
      ...users.map((user): MenuItem => ({
        id: user.id,
        label: user.name || t.common.you,
        lead: avatar(user.name || t.common.you, user.id, { small: true }),
        checked: user.id === value,
        radio: true,
        run: () => assign(user.id),
      })),
      'separator',
      { id: 'nobody', label: t.detail.noOwner, icon: icons.x, run: () => assign(null) },
    ];
  }

  /** A value of the record that is shown now: what is typed is stored there, whatever is shown by then. */
  at(field: string, name: string): At {
    return { field, name, of: this.model.id ?? '' };
  }

  /** Stores one field. @throws Error with the reason */
  store({ field, name, of }: At, value: unknown): Promise<unknown> {
    const { model } = this;
    return save(model, model.editName, { id: of, fields: { [field]: value } }, name);
  }

  /** A picker for persons or organizations; one for each place that has one. */
  picker(key: string, kind: 'person' | 'organization', create: boolean): Combobox {
    let picker = this.#pickers.get(key);
    if (!picker) {
      const { model } = this;
      const search = kind === 'person' ? searchPersons : searchOrganizations;
      picker = new Combobox(model.host, model.words, {
        search: (query, signal) => (model.store ? search(model.store, query, signal) : Promise.resolve([])),
        ...(create && {
          create: (text: string) =>
            model.t.common.addNew(
              text,
              kind === 'person' ? model.t.detail.nameOfNewPerson : model.t.detail.nameOfNewOrganization,
            ),
        }),
      });
      this.#pickers.set(key, picker);
    }
    return picker;
  }

  /** A command behind a menu was refused: the reason stands at its value until the next try. */
  choose(at: At, value: unknown): void {
    const key = `${at.of}-${at.field}`;
    this.#refused.delete(key);
    this.store(at, value).catch((error: Error) => {
      this.#refused.set(key, error.message);
      this.model.update();
    });
  }

  /** What is said below an editor when somebody else has changed the value meanwhile. */
  readonly changed = (text: string): string =>
    text === '' ? this.model.t.detail.changedEmpty : this.model.t.detail.changedNow(text);
}
