import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { same } from '../../domain/change.js';
import { isMoney } from '../../domain/money.js';
import type { CustomValue, Field, Id } from '../../domain/records.js';
import { parseDecimal } from '../../i18n/parse.js';
import type { Chosen } from '../combobox.js';
import { dayRange, rangeOf, rangeProblem } from '../day-range.js';
import type { DayRange } from '../day-range.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { MenuItem } from '../menu.js';
import { fieldText, numberText, plainText } from '../field-text.js';
import { mailHref, telHref, webHref } from './linkify.js';
import { namesIn } from '../record-names.js';
import type { AnyDetail } from './model.js';
import type { At, Values } from './values.js';

/** Values that lead somewhere. */
const linked: ReadonlySet<string> = new Set(['phone', 'email', 'link']);

/** The fields an account has made for itself, each edited by its type. */
export class CustomValues {
  constructor(
    readonly model: AnyDetail,
    readonly values: Values,
  ) {}

  /** A custom field, by its type. */
  render(def: Field): TemplateResult {
    const { model } = this;
    const value = model.record?.custom[def.id] ?? null;
    const at = this.values.at(`custom.${def.id}`, def.name);
    const text = fieldText(value, def, {
      format: model.format,
      words: model.t.common,
      nameOf: (id, kind) => (kind === 'user' ? model.userName(id) : model.nameOf(kind, id)),
    });
    switch (def.type) {
      case 'money':
        return this.values.money(at, isMoney(value) ? value : null);
      case 'date':
        return this.values.date(at, typeof value === 'string' ? value : null);
      case 'user':
        return this.values.choice(at, text, () =>
          this.#pick(
            at,
            value,
            model.store?.directory.users.map((user) => ({ id: user.id, name: user.name || model.t.common.you })) ?? [],
          ),
        );
      case 'option':
        return this.values.choice(at, text, () => this.#pick(at, value, def.options));
      case 'options':
        return this.values.choice(at, text, () => this.#pickMany(at, def));
      case 'yesNo':
        return this.values.choice(at, text, () =>
          this.#pick(
            at,
            typeof value === 'boolean' ? String(value) : null,
            [
              { id: 'true', name: model.t.common.yes },
              { id: 'false', name: model.t.common.no },
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

  #line(at: At, def: Field, value: CustomValue, text: string): TemplateResult {
    const { model } = this;
    const typed =
      def.type === 'number' && typeof value === 'number' ? numberText(value, model.format) : plainText(value);
    const edit = this.values.inline.render({
      key: this.values.key(at.field),
      name: def.name,
      text: typed,
      shown: def.type === 'longText' ? html`<span class="lines">${text}</span>` : text,
      said: text || undefined,
      locked: this.values.locked,
      changed: this.values.changed,
      ...inputOf(def),
      commit: (input) => {
        if (def.type !== 'number' || input.trim() === '')
          return this.values.store(at, input.trim() === '' ? null : input.trim());
        const read = parseDecimal(input, model.format);
        if (read === null) return model.t.common.notNumber(model.format.number('1234.5'));
        return this.values.store(at, Number(read));
      },
    });
    if (!linked.has(def.type)) return edit;
    // The value keeps its place also when the link beside it comes or goes: the focus would go with it.
    return html`<span class="row linked"><span class="grow">${edit}</span>${this.values.inline.editing === this.values.key(at.field) ? nothing : this.#link(def, text)}</span>`;
  }

  #link(def: Field, text: string): TemplateResult | typeof nothing {
    const link = linkOf(def, text);
    if (!link) return nothing;
    const { detail } = this.model.t;
    const said =
      def.type === 'phone' ? detail.call(text) : def.type === 'email' ? detail.writeTo(text) : detail.openLink(text);
    return html`<a class="btn btn--icon btn--quiet btn--sm" href=${link} aria-label=${said} title=${said} rel="noopener noreferrer" target=${def.type === 'link' ? '_blank' : '_self'}
      >${icon(def.type === 'phone' ? icons.phone : def.type === 'email' ? icons.mail : icons.external, { size: 'sm' })}</a
    >`;
  }

  #pick(
    at: At,
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
      run: () => this.values.choose(at, read(option.id)),
    }));
    if (items.length === 0) items.push({ head: t.common.noOptions });
    return value === null
      ? items
      : [
          ...items,
          'separator',
          { id: 'none', label: t.common.clear, icon: icons.x, run: () => this.values.choose(at, null) },
        ];
  }

  #pickMany(at: At, def: Field): readonly MenuItem[] {
    const value = this.model.record?.custom[def.id];
    const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
    if (def.options.length === 0) return [{ head: this.model.t.common.noOptions }];
    return def.options.map((option): MenuItem => {
      const on = chosen.includes(option.id);
      const next = on ? chosen.filter((id) => id !== option.id) : [...chosen, option.id];
      return {
        id: option.id,
        label: option.name,
        checked: on,
        run: () => this.values.choose(at, next.length === 0 ? null : next),
      };
    });
  }

  #record(at: At, kind: 'person' | 'organization', value: Id | null, text: string): TemplateResult {
    return this.values.place.render<Chosen | null>({
      key: this.values.key(at.field),
      name: at.name,
      text,
      locked: this.values.locked,
      value: value === null ? null : { kind: 'existing', id: value, label: text },
      same: (a, b) => same(a, b),
      commit: (chosen) => {
        const { store } = this.model;
        if (chosen?.kind === 'existing' && store) namesIn(store).know(chosen.id, kind, chosen.label);
        return this.values.store(at, chosen?.kind === 'existing' ? chosen.id : null);
      },
      editor: (editing) =>
        this.values.picker(at.field, kind, false).render({
          id: `${this.values.key(at.field)}-find`,
          label: at.name,
          hideLabel: true,
          value: editing.value,
          error: editing.error,
          icon: kind === 'person' ? icons.person : icons.org,
          onChange: editing.choose,
        }),
    });
  }

  #range(at: At, value: CustomValue, text: string): TemplateResult {
    const { t } = this.model;
    return this.values.place.render<DayRange>({
      key: this.values.key(at.field),
      name: at.name,
      text,
      value: rangeOf(value),
      same: (a, b) => same(a, b),
      locked: this.values.locked,
      commit: (range) => rangeProblem(range, t.common) ?? this.values.store(at, range[0] === '' ? null : range),
      editor: (editing) =>
        dayRange({
          id: this.values.key(at.field),
          value: editing.value,
          words: t.common,
          error: editing.error,
          onChange: editing.set,
          onInvalid: editing.wrong,
        }),
    });
  }
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
