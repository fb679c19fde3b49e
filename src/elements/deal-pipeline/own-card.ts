import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { daysBetween } from '../../domain/dates.js';
import { valueOf } from '../../domain/field-value.js';
import type { Deal, Field } from '../../domain/records.js';
import { weighted } from '../../domain/weighted.js';
import { cardFields } from '../../i18n/en/card-fields.js';
import { percent } from '../../i18n/format-more.js';
import { wordsOf } from '../../i18n/words.js';
import { fieldsFor, readingOf } from '../../shared/formula/here.js';
import { namesIn, rowWriting } from '../../shared/record-names.js';
import { fieldText } from '../../shared/field-text.js';
import * as icons from '../../shared/icons.js';
import type { MenuItem } from '../../shared/menu.js';
import { dayIn } from '../../store/clock.js';
import type { OwnCard } from './arriving.js';
import { defaultFields } from './card-fields.js';
import type { BoardModel } from './model.js';

/** Those at the lower edge; labels stand at the upper one, all others between. */
const atFoot: readonly string[] = ['ownerId', 'value', 'nextActivity'];

export interface CardField {
  readonly id: string;
  readonly name: string;
  /** For custom ones. */
  readonly field?: Field;
}

/** Every field that a card can show: those that everybody sees first, then the kit's others, then custom ones. */
export function allFields({ t, words, store }: BoardModel): readonly CardField[] {
  const own = wordsOf('cardFields', cardFields, words.lang);
  const { common } = t;
  return [
    { id: 'labelIds', name: common.labels },
    { id: 'organizationName', name: common.organization },
    { id: 'personName', name: common.person },
    { id: 'expectedClose', name: common.expectedClose },
    { id: 'ownerId', name: common.owner },
    { id: 'value', name: common.value },
    { id: 'nextActivity', name: common.nextActivity },
    { id: 'weighted', name: t.pipeline.weighted },
    { id: 'probability', name: own.chance },
    { id: 'createdAt', name: common.age },
    { id: 'stageChangedAt', name: own.inStage },
    { id: 'sourceName', name: common.source },
    ...fieldsFor(store, 'deal').map((field) => ({ id: `custom.${field.id}`, name: field.name, field })),
  ];
}

/** What leads to the panel of the fields that cards show, and to all fields that this account has made for itself. */
export function fieldItems({ words, t }: BoardModel, cards: () => void, own: () => void): readonly MenuItem[] {
  return [
    { id: 'fields', label: wordsOf('cardFields', cardFields, words.lang).title, icon: icons.columns, run: cards },
    { id: 'own-fields', label: t.common.fields, icon: icons.columns, run: own },
  ];
}

/** So many fields that are set to stand on cards do, beside the usual ones. */
const mostOwn = 3;

/** Cards with the fields that somebody has chosen; the same object as long as nothing that they all rest on is different. */
export class OwnCards {
  #rests: readonly unknown[] = [];
  #card: OwnCard | undefined;

  constructor(readonly model: BoardModel) {}

  /** undefined = nobody has chosen, and no field is set to stand on cards. */
  get now(): OwnCard | undefined {
    const { model } = this;
    const { fields } = model.host;
    const { directory } = model.store ?? {};
    const own = fields === defaultFields ? (directory?.fields ?? []).filter(({ onCards }) => onCards) : [];
    if (fields === defaultFields && own.length === 0) return undefined;
    const rests = [
      fields,
      model.t,
      model.format,
      model.today,
      directory?.fields,
      directory?.users,
      model.store && namesIn(model.store).version,
      this.#reading(),
    ];
    if (!this.#card || rests.some((part, at) => part !== this.#rests[at])) {
      this.#rests = rests;
      const shown = own.slice(0, mostOwn).map(({ id }) => `custom.${id}`);
      this.#card = new Drawn(model, [...fields, ...shown]);
    }
    return this.#card;
  }

  /** What works formulas out, where a card shows one. */
  #reading(): unknown {
    const { store, host } = this.model;
    const shown = fieldsFor(store, 'deal').some(
      ({ id, type }) => type === 'formula' && host.fields.includes(`custom.${id}`),
    );
    return shown ? readingOf(store, () => host.requestUpdate()) : null;
  }
}

interface Line {
  /** '' = the text says itself what it is. */
  readonly name: string;
  readonly text: string;
}

class Drawn implements OwnCard {
  readonly foot: readonly string[];
  readonly #between: readonly CardField[];
  /** What makes it as tall as it is; another stage has another chance. */
  readonly #kinds = new WeakMap<Deal, readonly [stage: unknown, kind: string]>();

  constructor(
    readonly model: BoardModel,
    readonly fields: readonly string[],
  ) {
    const all = allFields(model);
    this.foot = fields.filter((id) => atFoot.includes(id));
    this.#between = fields
      .filter((id) => id !== 'labelIds' && !atFoot.includes(id))
      // One that was deleted has nothing to show.
      .flatMap((id) => all.find((field) => field.id === id) ?? []);
  }

  get labels(): boolean {
    return this.fields.includes('labelIds');
  }

  kindOf(deal: Deal): string {
    const stage = this.model.stage(deal.stageId);
    const known = this.#kinds.get(deal);
    if (known && known[0] === stage) return known[1];
    const texts = this.#between.map((field) => this.#line(deal, field)?.text ?? '');
    const labels = this.labels ? deal.labelIds.join() : '';
    const foot = this.foot.includes('value') && deal.value ? `${deal.value.amount}${deal.value.currency}` : '';
    const kind = [deal.title, labels, ...texts, foot].join('\n');
    this.#kinds.set(deal, [stage, kind]);
    return kind;
  }

  lines(deal: Deal, close: () => TemplateResult | typeof nothing): TemplateResult | typeof nothing {
    const lines = this.#between.flatMap((field) => {
      if (field.id === 'expectedClose') return deal.expectedClose === null ? [] : [close()];
      const line = this.#line(deal, field);
      return line ? [drawn(line)] : [];
    });
    return lines.length === 0 ? nothing : html`<div class="own" id="who-${deal.id}">${lines}</div>`;
  }

  #line(deal: Deal, { id, name, field }: CardField): Line | null {
    const text = this.#text(deal, id, field);
    if (!text) return null;
    return { name: id === 'personName' || id === 'organizationName' ? '' : name, text };
  }

  #text(deal: Deal, id: string, field: Field | undefined): string {
    const { format } = this.model;
    if (field)
      return fieldText(
        field.type === 'formula' ? readingOf(this.model.store)?.value(deal, field) : valueOf(deal, id),
        field,
        rowWriting(this.model),
      );
    switch (id) {
      case 'weighted':
        return deal.value ? format.money(weighted(deal.value, this.#chance(deal))) : '';
      case 'probability':
        return percent(format, this.#chance(deal) / 100);
      case 'createdAt':
      case 'stageChangedAt':
        return this.#days(deal[id]);
      case 'personName':
      case 'organizationName':
      case 'sourceName':
        return deal[id];
      default:
        // When it is expected to close is drawn as on every card.
        return deal.expectedClose ?? '';
    }
  }

  #chance({ probability, stageId }: Deal): number {
    return probability ?? this.model.stage(stageId)?.probability ?? 0;
  }

  /** Whole days of the account's calendar. */
  #days(instant: string): string {
    const { store, today, words } = this.model;
    if (!store) return '';
    const days = daysBetween(dayIn(Date.parse(instant), store.settings.timeZone), today);
    return wordsOf('cardFields', cardFields, words.lang).days(Math.max(0, days));
  }
}

function drawn({ name, text }: Line): TemplateResult {
  return html`<div class="sub" title=${name ? `${name}: ${text}` : text}>${name ? html`<bdi class="what">${name}</bdi> ` : nothing}<bdi>${text}</bdi></div>`;
}

/** They come with the hands. */
export const ownCardStyles = css`
  .card .own { display: grid; gap: 3px; min-inline-size: 0; }
  .card .own .sub { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; color: var(--crm-text-base); }
  .card .own .what { color: var(--crm-text-subtle); }
  .card-foot > .act:first-child:not(:last-child) { margin-inline-start: 0; }
  .card-fields { max-inline-size: 320px; }
  .card-fields .field-item { display: flex; align-items: center; gap: 2px; }
  .card-fields .field-item > label { flex: 1; min-inline-size: 0; }
  .card-fields p { padding: 4px 10px 6px; font-size: var(--crm-text-xs); color: var(--crm-text-muted); }
`;
