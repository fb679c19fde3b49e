import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ContactPoint, Person } from '../../domain/records.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { Menu, MenuItem } from '../menu.js';
import { mailHref, telHref } from './linkify.js';
import type { AnyDetail } from './model.js';
import { save } from './save.js';
import type { Values } from './values.js';

type Which = 'emails' | 'phones';
const labels = ['work', 'home', 'mobile', 'other'] as const;

/** Every e-mail address and phone number of a person: a link, and beside it what can be done with it. */
export class Points {
  #adding: { which: Which; person: string } | null = null;

  constructor(
    readonly model: AnyDetail,
    readonly values: Values,
    readonly menu: Menu,
  ) {}

  /** Opens the field for one more. */
  add(which: Which): void {
    const { person } = this.model;
    if (!person) return;
    this.#adding = { which, person: person.id };
    this.values.inline.edit(this.#key(person, which, person.emails.length + person.phones.length), '');
  }

  /** What was typed into one of somebody who was merged into this person waits at the same one here, else as a new one. */
  #settle(person: Person): void {
    const { inline } = this.values;
    for (const which of ['phones', 'emails'] as const)
      for (const [key, before] of this.#starts(person, which).flatMap((start) => inline.waiting(start))) {
        const at =
          before === '' ? -1 : person[which].findIndex(({ value }) => plain(which, value) === plain(which, before));
        const end = person.emails.length + person.phones.length;
        const place = this.#key(person, which, at === -1 ? end : at);
        if (this.#waits(place) || (at === -1 && this.#isAdding(person))) continue;
        inline.move(key, place);
        if (at === -1) this.#adding = { which, person: person.id };
      }
  }

  /** How the keys begin under which that waits: as `Values.leadOn` calls them, or those of whom a lead or deal was with before. */
  #starts(person: Person, which: Which): readonly string[] {
    const { model, values } = this;
    if (model.kind === 'person') return [values.key(`${which}=`)];
    return (person.mergedIds ?? []).map((id) => values.key(`${id}-${which}-`));
  }

  /** A new one is being typed, or waits. */
  #isAdding(person: Person): boolean {
    const { inline } = this.values;
    if (this.#adding?.person !== person.id) return false;
    const key = this.#key(person, this.#adding.which, person.emails.length + person.phones.length);
    return inline.editing === key || this.#waits(key);
  }

  #waits(key: string): boolean {
    return this.values.inline.waiting(key).some(([one]) => one === key);
  }

  render(person: Person): TemplateResult | typeof nothing {
    this.#settle(person);
    const adding = this.#adding?.person === person.id ? this.#adding.which : null;
    const end = person.emails.length + person.phones.length;
    const rows = (['phones', 'emails'] as const).flatMap((which) => [
      ...person[which].map((point, at) => this.#row(person, which, point, at)),
      ...(adding === which && this.#isAdding(person) ? [html`<li>${this.#field(person, which, null, end)}</li>`] : []),
    ]);
    return rows.length === 0 ? nothing : html`<ul class="points">${rows}</ul>`;
  }

  #row(person: Person, which: Which, point: ContactPoint, at: number): TemplateResult {
    const { t } = this.model;
    const key = this.#key(person, which, at);
    if (this.values.inline.editing === key || this.#waits(key))
      return html`<li>${this.#field(person, which, point, at)}</li>`;
    const mail = which === 'emails';
    const label = t.detail.pointActions(point.value);
    return html`<li class="row">
      ${icon(mail ? icons.mail : icons.phone, { size: 'sm' })}
      <a class="cut" href=${mail ? mailHref(point.value) : telHref(point.value)} title=${mail ? t.detail.writeTo(point.value) : t.detail.call(point.value)}><bdi>${point.value}</bdi></a>
      <span class="subtle">${wordOf(point.label, t.detail)}</span>
      <button type="button" class="btn btn--icon btn--quiet btn--sm end" data-edit=${key} aria-haspopup="menu" aria-label=${label} title=${label}
        @click=${(event: Event) => this.#open(event, person, which, at)}>${icon(icons.more, { size: 'sm' })}</button>
    </li>`;
  }

  #field(person: Person, which: Which, point: ContactPoint | null, at: number): TemplateResult {
    const { t } = this.model;
    const mail = which === 'emails';
    const name = mail ? (point ? t.common.email : t.detail.newEmail) : point ? t.common.phone : t.detail.newPhone;
    return this.values.inline.render({
      key: this.#key(person, which, at),
      name,
      text: point?.value ?? '',
      type: mail ? 'email' : 'tel',
      // One more can be added there: nothing stands in the place of the field until it is stored.
      instead: point ? undefined : `[data-add-point=${which}], [data-actions-of=person]`,
      locked: this.model.why('person-edit', person),
      commit: (text) => {
        const points = point
          ? person[which].map((each, index) => (index === at ? { ...each, value: text } : each))
          : [
              ...person[which],
              {
                value: text,
                label: mail ? ('work' as const) : ('mobile' as const),
                primary: person[which].length === 0,
              },
            ];
        return this.#store(
          person,
          which,
          points.filter(({ value }) => value !== ''),
        );
      },
    });
  }

  #open(event: Event, person: Person, which: Which, at: number): void {
    const { model } = this;
    const points = person[which];
    const point = points[at];
    if (!point) return;
    const change = (next: readonly ContactPoint[]): void =>
      void this.#store(person, which, next).catch((error: Error) => model.commands.say(error.message));
    this.menu.open(event.currentTarget as HTMLElement, () => {
      const { t } = model;
      const disabled = model.why('person-edit', person);
      const items: MenuItem[] = [
        {
          id: 'edit',
          label: t.common.edit,
          icon: icons.note,
          disabled,
          run: () => this.values.inline.edit(this.#key(person, which, at), point.value),
        },
        ...(at > 0
          ? [
              {
                id: 'primary',
                label: t.detail.makePrimary,
                icon: icons.up,
                disabled,
                run: () =>
                  change([
                    { ...point, primary: true },
                    ...points.filter((each) => each !== point).map((each) => ({ ...each, primary: false })),
                  ]),
              },
            ]
          : []),
        'separator',
        ...labels.map((each): MenuItem => ({
          id: each,
          label: wordOf(each, t.detail),
          checked: point.label === each,
          radio: true,
          disabled,
          run: () => change(points.map((one) => (one === point ? { ...one, label: each } : one))),
        })),
        'separator',
        {
          id: 'remove',
          label: t.common.remove,
          icon: icons.x,
          negative: true,
          disabled,
          run: () => change(points.filter((each) => each !== point)),
        },
      ];
      return { label: t.detail.pointActions(point.value), items, align: 'end' };
    });
  }

  #store(person: Person, which: Which, points: readonly ContactPoint[]): Promise<unknown> {
    const { t } = this.model;
    return save(
      this.model,
      'person-edit',
      { id: person.id, fields: { [which]: points } },
      which === 'emails' ? t.common.email : t.common.phone,
    );
  }

  /** A lead or deal may be with somebody else meanwhile: what is typed about one person is never stored with another one. */
  #key({ id }: Person, which: Which, at: number): string {
    return this.values.key(this.model.kind === 'person' ? `${which}-${at}` : `${id}-${which}-${at}`);
  }
}

/** By what an address or a number is the same one, however it is written. */
function plain(which: Which, value: string): string {
  return which === 'emails' ? value.trim().toLowerCase() : value.replace(/[^\d+]/g, '');
}

function wordOf(label: ContactPoint['label'], t: AnyDetail['t']['detail']): string {
  switch (label) {
    case 'work':
      return t.pointWork;
    case 'home':
      return t.pointHome;
    case 'mobile':
      return t.pointMobile;
    default:
      return t.pointOther;
  }
}
