import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { same } from '../../domain/change.js';
import type { CustomValue, Field, Id, Money } from '../../domain/records.js';
import { parseDecimal } from '../../i18n/parse.js';
import { avatar } from '../avatar.js';
import { Combobox } from '../combobox.js';
import type { Chosen } from '../combobox.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { InlineEdit } from '../inline-edit.js';
import type { Menu, MenuItem } from '../menu.js';
import { currencyChoices, searchOrganizations, searchPersons } from '../opportunity/choices.js';
import { dateField, moneyField } from '../value-fields.js';
import { customText, editText, isMoney } from './custom.js';
import { mailHref, telHref, webHref } from './linkify.js';
import type { DetailModel } from './model.js';
import { Names } from './names.js';
import { errorLine, PlaceEdit } from './place-edit.js';
import { save } from './save.js';

/** One value of the record in its place. */
interface Value {
  /** The field's name in commands: `title`, `custom.<id>`. */
  readonly field: string;
  readonly name: string;
}

/** Every value of a record, edited where it stands, by its kind. What is refused stays as it was typed, with the reason. */
export class Values {
  readonly inline: InlineEdit;
  readonly place: PlaceEdit;
  readonly names: Names;
  /** Choices that were refused: why, by key. */
  readonly #refused = new Map<string, string>();
  readonly #pickers = new Map<string, Combobox>();

  constructor(
    readonly model: DetailModel,
    readonly menu: Menu,
  ) {
    this.inline = new InlineEdit(model.host, model.words);
    this.place = new PlaceEdit(model.host, model.words);
    this.names = new Names(model);
  }

  /** Keys hold the record's id: what is typed about one lead never lands on another. */
  key(field: string): string {
    return `${this.model.id}-${field}`;
  }
  get locked(): string | undefined {
    return this.model.why(this.model.editName);
  }

  text(
    { field, name }: Value,
    value: string,
    options: { multiline?: boolean; shown?: TemplateResult | string } = {},
  ): TemplateResult {
    return this.inline.render({
      key: this.key(field),
      name,
      text: value,
      ...options,
      locked: this.locked,
      changed: this.#changed,
      commit: (text) => this.store(field, name, text.trim()),
    });
  }

  date({ field, name }: Value, value: string | null, shown?: TemplateResult, more = ''): TemplateResult {
    return this.inline.render({
      key: this.key(field),
      name,
      text: value ?? '',
      shown: shown ?? (value ? this.model.day(value) : undefined),
      type: 'date',
      said: value ? `${this.model.day(value)}${more && ` ${more}`}` : undefined,
      locked: this.locked,
      changed: this.#changed,
      commit: (text) => this.store(field, name, text || null),
    });
  }

  money({ field, name }: Value, value: Money | null, shown?: TemplateResult): TemplateResult {
    const { model } = this;
    const { format, store, t } = model;
    const own = store?.settings.currency ?? 'EUR';
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
      commit: (typed) => this.store(field, name, typed.value),
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
  choice({ field, name }: Value, text: string, items: () => readonly MenuItem[]): TemplateResult {
    const { locked, model } = this;
    const key = this.key(field);
    const { common } = model.t;
    const refused = this.#refused.get(key);
    const open = (event: Event): void => {
      if (locked !== undefined) return;
      const all = items();
      this.menu.open(event.currentTarget as HTMLElement, {
        label: name,
        items,
        filter: all.length > 9 ? common.findOf(name) : undefined,
        nothing: common.nothingFound,
      });
    };
    return html`<button
        class="edit ${text === '' ? 'add' : ''}" type="button" data-edit=${key} aria-haspopup="menu"
        aria-label=${text === '' ? common.emptyValue(name) : common.editOf(name, text)}
        aria-disabled=${locked === undefined ? nothing : 'true'} title=${locked ?? nothing} @click=${open}
        ><bdi>${text === '' ? common.emptyValue(name) : text}</bdi></button
      >${refused ? errorLine(refused) : nothing}`;
  }

  owner(name: string, value: Id | null): TemplateResult {
    const { model } = this;
    const text = model.userName(value);
    const edit = this.choice({ field: 'ownerId', name }, text, () => this.owners(value));
    // Beside the button and not inside: initials are no part of its name.
    return text === '' || value === null
      ? edit
      : html`<span class="row own"><span aria-hidden="true">${avatar(text, value, { small: true })}</span><span class="grow">${edit}</span></span>`;
  }

  /** The owners to choose from; assigning is a command of its own, with its own rights. */
  owners(value: Id | null): readonly MenuItem[] {
    const { model } = this;
    const { t } = model;
    const assign = (ownerId: Id | null): void => {
      const { id } = model;
      if (id) void model.run(model.kind === 'lead' ? 'leads-assign' : 'deals-assign', { ids: [id], ownerId });
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

  /** A custom field, by its type. */
  custom(def: Field): TemplateResult {
    const { model } = this;
    const value = model.record?.custom[def.id] ?? null;
    const at: Value = { field: `custom.${def.id}`, name: def.name };
    const nameOf = (id: string): string => this.names.of(def.type === 'person' ? 'person' : 'organization', id);
    const text = customText(value, def, model, nameOf);
    switch (def.type) {
      case 'money':
        return this.money(at, isMoney(value) ? value : null);
      case 'date':
        return this.date(at, typeof value === 'string' ? value : null);
      case 'user':
        return this.choice(at, text, () =>
          this.#pick(
            at,
            value,
            model.store?.directory.users.map((user) => ({ id: user.id, name: user.name || model.t.common.you })) ?? [],
          ),
        );
      case 'option':
        return this.choice(at, text, () => this.#pick(at, value, def.options));
      case 'options':
        return this.choice(at, text, () => this.#pickMany(at, def));
      case 'yesNo':
        return this.choice(at, text, () =>
          this.#pick(
            at,
            typeof value === 'boolean' ? String(value) : null,
            [
              { id: 'true', name: model.t.detail.yes },
              { id: 'false', name: model.t.detail.no },
            ],
            (id) => id === 'true',
          ),
        );
      case 'person':
      case 'organization':
        return this.#record(at, def.type, typeof value === 'string' ? value : null, text);
      case 'dateRange':
        return this.#range(at, value, text);
      default:
        return this.#line(at, def, value, text);
    }
  }

  /** Stores one field. @throws Error with the reason */
  store(field: string, name: string, value: unknown): Promise<void> {
    const { model } = this;
    return save(model, model.editName, { id: model.id ?? '', fields: { [field]: value } }, name);
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
  choose({ field, name }: Value, value: unknown): void {
    const key = this.key(field);
    this.#refused.delete(key);
    this.store(field, name, value).catch((error: Error) => {
      this.#refused.set(key, error.message);
      this.model.update();
    });
  }

  #line(at: Value, def: Field, value: CustomValue, text: string): TemplateResult {
    const { model } = this;
    const typed = editText(value, def, model);
    const link = linkOf(def, text);
    const edit = this.inline.render({
      key: this.key(at.field),
      name: def.name,
      text: typed,
      shown: text,
      said: text || undefined,
      locked: this.locked,
      changed: this.#changed,
      ...inputOf(def),
      commit: (input) => {
        if (def.type !== 'number' || input.trim() === '')
          return this.store(at.field, def.name, input.trim() === '' ? null : input.trim());
        const read = parseDecimal(input, model.format);
        if (read === null) return model.t.common.notNumber(model.format.number('1234.5'));
        return this.store(at.field, def.name, Number(read));
      },
    });
    if (!link || this.inline.editing === this.key(at.field)) return edit;
    const said =
      def.type === 'phone'
        ? model.t.detail.call(text)
        : def.type === 'email'
          ? model.t.detail.writeTo(text)
          : model.t.detail.openLink(text);
    return html`<span class="row linked"><span class="grow">${edit}</span
      ><a class="btn btn--icon btn--quiet btn--sm" href=${link} aria-label=${said} title=${said} rel="noopener noreferrer" target=${def.type === 'link' ? '_blank' : '_self'}
        >${icon(def.type === 'phone' ? icons.phone : def.type === 'email' ? icons.mail : icons.external, { size: 'sm' })}</a
      ></span>`;
  }

  #pick(
    at: Value,
    value: CustomValue,
    options: readonly { readonly id: string; readonly name: string }[],
    read: (id: string) => CustomValue = (id) => id,
  ): readonly MenuItem[] {
    const { t } = this.model;
    const items = options.map((option): MenuItem => ({
      id: option.id,
      label: option.name,
      checked: option.id === value,
      radio: true,
      run: () => this.choose(at, read(option.id)),
    }));
    if (items.length === 0) items.push({ head: t.detail.noOptions });
    return value === null
      ? items
      : [...items, 'separator', { id: 'none', label: t.common.clear, icon: icons.x, run: () => this.choose(at, null) }];
  }

  #pickMany(at: Value, def: Field): readonly MenuItem[] {
    const value = this.model.record?.custom[def.id];
    const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
    if (def.options.length === 0) return [{ head: this.model.t.detail.noOptions }];
    return def.options.map((option): MenuItem => {
      const on = chosen.includes(option.id);
      const next = on ? chosen.filter((id) => id !== option.id) : [...chosen, option.id];
      return {
        id: option.id,
        label: option.name,
        checked: on,
        run: () => this.choose(at, next.length === 0 ? null : next),
      };
    });
  }

  #record(at: Value, kind: 'person' | 'organization', value: Id | null, text: string): TemplateResult {
    return this.place.render<Chosen | null>({
      key: this.key(at.field),
      name: at.name,
      text,
      locked: this.locked,
      value: value === null ? null : { kind: 'existing', id: value, label: text },
      same: (a, b) => same(a, b),
      commit: (chosen) => {
        if (chosen?.kind === 'existing') this.names.learn(chosen.id, chosen.label);
        return this.store(at.field, at.name, chosen?.kind === 'existing' ? chosen.id : null);
      },
      editor: (editing) =>
        this.picker(at.field, kind, false).render({
          id: `${this.key(at.field)}-find`,
          label: at.name,
          hideLabel: true,
          value: editing.value,
          error: editing.error,
          icon: kind === 'person' ? icons.person : icons.org,
          onChange: editing.set,
        }),
    });
  }

  #range(at: Value, value: CustomValue, text: string): TemplateResult {
    const { t } = this.model;
    const [from = '', until = ''] = Array.isArray(value) ? (value as readonly string[]) : [];
    return this.place.render<readonly [string, string]>({
      key: this.key(at.field),
      name: at.name,
      text,
      value: [from, until],
      same: (a, b) => same(a, b),
      locked: this.locked,
      commit: ([first, last]) => {
        if (first === '' && last === '') return this.store(at.field, at.name, null);
        if (first === '' || last === '' || first > last)
          return first === '' || last === '' ? t.common.notDay : t.detail.rangeOrder;
        return this.store(at.field, at.name, [first, last]);
      },
      editor: (editing) => html`<span class="pair-days">
        ${dateField({ id: `${this.key(at.field)}-from`, label: t.detail.from, value: editing.value[0] || null, words: t.common, onChange: (day) => editing.set([day ?? '', editing.value[1]]), onInvalid: editing.wrong })}
        ${dateField({ id: `${this.key(at.field)}-until`, label: t.detail.until, value: editing.value[1] || null, words: t.common, error: editing.error, onChange: (day) => editing.set([editing.value[0], day ?? '']), onInvalid: editing.wrong })}
      </span>`,
    });
  }

  readonly #changed = (text: string): string =>
    text === '' ? this.model.t.detail.changedEmpty : this.model.t.detail.changedNow(text);
}

function inputOf(def: Field): {
  multiline?: boolean;
  type?: 'email' | 'tel' | 'url' | 'time' | 'text';
  inputMode?: 'decimal' | 'url';
} {
  switch (def.type) {
    case 'longText':
      return { multiline: true };
    case 'number':
      return { inputMode: 'decimal' };
    case 'time':
      return { type: 'time' };
    case 'phone':
      return { type: 'tel' };
    case 'email':
      return { type: 'email' };
    case 'link':
      return { inputMode: 'url' };
    default:
      return {};
  }
}

function linkOf(def: Field, text: string): string | null {
  if (text === '') return null;
  return def.type === 'phone'
    ? telHref(text)
    : def.type === 'email'
      ? mailHref(text)
      : def.type === 'link'
        ? webHref(text)
        : null;
}
