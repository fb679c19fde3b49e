import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { same } from '../../domain/change.js';
import type { Deal, Id, Organization, Person } from '../../domain/records.js';
import { initials } from '../avatar.js';
import type { Chosen } from '../combobox.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { Menu, MenuItem } from '../menu.js';
import { openContact, showsContacts } from '../open-contact.js';
import { mailHref, telHref, webHref } from './linkify.js';
import type { DetailModel } from './model.js';
import { openDeal } from './open-deal.js';
import type { OpenDeals } from './open-deals.js';
import { Points } from './points.js';
import { save } from './save.js';
import type { Values } from './values.js';

type Kind = 'person' | 'organization';

/** The person and the organization of a record: who they are, how they are reached, and who stands here instead. */
export class People {
  readonly #points: Points;

  constructor(
    readonly model: DetailModel,
    readonly values: Values,
    readonly menu: Menu,
    readonly deals: OpenDeals,
  ) {
    this.#points = new Points(model, values, menu);
  }

  person(): TemplateResult {
    const { model } = this;
    const { person } = model;
    if (person) this.#settle('person', person);
    const phone = person?.phones[0];
    const email = person?.emails[0];
    const { t } = model;
    return html`<section class="block people" part="person" aria-label=${t.common.person}>
      ${this.#head('person', person !== undefined)}
      ${
        person && !this.#choosing('person')
          ? html`<div class="who">
                ${face(person, false)}
                <div>
                  <b>${this.#field('person', person, 'name', t.common.name, person.name)}</b>
                  <small>${this.#field('person', person, 'jobTitle', t.detail.jobTitle, person.jobTitle, t.detail.addJobTitle)}</small>
                </div>
                ${phone ? iconLink(telHref(phone.value), icons.phone, t.detail.call(phone.value)) : nothing}
                ${email ? iconLink(mailHref(email.value), icons.mail, t.detail.writeTo(person.name)) : nothing}
              </div>
              ${this.#points.render(person)}${this.#deals(person.name, this.deals.of('personId', person.id))}`
          : this.#chooser('person')
      }
    </section>`;
  }

  organization(): TemplateResult {
    const { model } = this;
    const { organization, t } = model;
    if (organization) this.#settle('organization', organization);
    const web = organization?.website ? webHref(organization.website) : null;
    return html`<section class="block people" part="organization" aria-label=${t.common.organization}>
      ${this.#head('organization', organization !== undefined)}
      ${
        organization && !this.#choosing('organization')
          ? html`<div class="who">
                ${face(organization, true)}
                <div>
                  <b>${this.#field('organization', organization, 'name', t.common.name, organization.name)}</b>
                  <small>${this.#field('organization', organization, 'address', t.detail.address, organization.address, t.detail.addAddress)}</small>
                </div>
                ${web ? iconLink(web, icons.globe, t.detail.openLink(organization.website), true) : nothing}
                ${this.#deals(organization.name, this.deals.of('organizationId', organization.id))}
              </div>
              ${this.#isAt(this.#key('organization', organization, 'website')) ? this.#website(organization) : nothing}`
          : this.#chooser('organization')
      }
    </section>`;
  }

  #head(kind: Kind, there: boolean): TemplateResult {
    const { t } = this.model;
    const label = kind === 'person' ? t.detail.personActions : t.detail.organizationActions;
    return html`<header>
      ${icon(kind === 'person' ? icons.person : icons.org)}
      <h3>${kind === 'person' ? t.common.person : t.common.organization}</h3>
      ${
        there
          ? html`<button type="button" class="btn btn--icon btn--quiet btn--sm" data-actions-of=${kind} aria-haspopup="menu" aria-label=${label} title=${label} @click=${(event: Event) => this.#open(event, kind)}
              >${icon(icons.more)}</button
            >`
          : nothing
      }
    </header>`;
  }

  #field(
    kind: Kind,
    record: Person | Organization,
    field: string,
    name: string,
    value: string,
    empty?: string,
  ): TemplateResult {
    const { model } = this;
    const command = `${kind}-edit` as const;
    return this.values.inline.render({
      key: this.#key(kind, record, field),
      name: `${model.t.common[kind]}, ${name}`,
      text: value,
      empty,
      shown: value || undefined,
      locked: model.why(command, record),
      commit: (text) => save(model, command, { id: record.id, fields: { [field]: text } }, name),
    });
  }

  /** A lead or deal may be with somebody else meanwhile: what is typed about one is never stored with another one. */
  #key(kind: Kind, { id }: { readonly id: Id }, field: string): string {
    return this.values.key(`${kind}-${id}-${field}`);
  }

  /** It is being typed, or waits with what is wrong with it. */
  #isAt(key: string): boolean {
    const { inline } = this.values;
    return inline.editing === key || inline.waiting(key).some(([one]) => one === key);
  }

  /** What was typed about one that was merged into this one, and could not be stored any more, waits here. */
  #settle(kind: Kind, record: Person | Organization): void {
    const { inline } = this.values;
    for (const old of record.mergedIds ?? []) {
      const start = this.#key(kind, { id: old }, '');
      for (const [key] of inline.waiting(start)) {
        const there = this.#key(kind, record, key.slice(start.length));
        if (!this.#isAt(there)) inline.move(key, there);
      }
    }
  }

  #website(organization: Organization): TemplateResult {
    return html`<div class="points">${this.#field('organization', organization, 'website', this.model.t.common.website, organization.website)}</div>`;
  }

  #open(event: Event, kind: Kind): void {
    const { model, values } = this;
    this.menu.open(event.currentTarget as HTMLElement, () => {
      const { t } = model;
      const label = kind === 'person' ? t.detail.personActions : t.detail.organizationActions;
      const { record } = model;
      const locked = values.locked;
      const other = kind === 'person' ? record?.organizationId : record?.personId;
      const last = model.kind === 'lead' ? t.detail.lastOne : t.detail.lastOneDeal;
      const at = values.at(`${kind}Id`, t.common[kind]);
      const shown = kind === 'person' ? model.person : model.organization;
      const own = model.why(`${kind}-edit`, shown ?? null);
      const items: MenuItem[] = [
        ...(shown && showsContacts()
          ? [
              {
                id: 'open',
                label: kind === 'person' ? t.detail.openPerson : t.detail.openOrganization,
                icon: icons.external,
                run: () => void openContact(model.crm, kind, shown.id),
              },
              'separator' as const,
            ]
          : []),
        ...(kind === 'person'
          ? [
              {
                id: 'email',
                label: t.detail.addEmail,
                icon: icons.mail,
                disabled: own,
                run: () => this.#points.add('emails'),
              },
              {
                id: 'phone',
                label: t.detail.addPhone,
                icon: icons.phone,
                disabled: own,
                run: () => this.#points.add('phones'),
              },
            ]
          : [
              {
                id: 'website',
                label: t.common.website,
                icon: icons.globe,
                disabled: own,
                run: () =>
                  shown && values.inline.edit(this.#key(kind, shown, 'website'), model.organization?.website ?? ''),
              },
            ]),
        'separator',
        {
          id: 'other',
          label: kind === 'person' ? t.detail.choosePerson : t.detail.chooseOrganization,
          icon: icons.refresh,
          disabled: locked,
          run: () => values.place.open(values.key(kind)),
        },
        {
          id: 'remove',
          label: kind === 'person' ? t.detail.removePerson : t.detail.removeOrganization,
          icon: icons.x,
          disabled: locked ?? (other ? undefined : last),
          run: () => values.choose(at, null),
        },
      ];
      return { label, items, align: 'end' };
    });
  }

  #choosing(kind: Kind): boolean {
    return this.values.place.editing === this.values.key(kind);
  }

  /** Nobody stands here yet, or another one is being chosen: an existing record, or the name of a new one. */
  #chooser(kind: Kind): TemplateResult {
    const { model, values } = this;
    const { t } = model;
    const held = kind === 'person' ? model.person : model.organization;
    const id = model.id ?? '';
    const name = t.common[kind];
    return values.place.render<Chosen | null>({
      key: values.key(kind),
      name,
      text: '',
      empty: kind === 'person' ? t.detail.addPerson : t.detail.addOrganization,
      locked: values.locked,
      value: held ? { kind: 'existing', id: held.id, label: held.name } : null,
      same: (a, b) => same(a, b),
      commit: (chosen) => {
        // Emptied and left: whoever stands here stays. Taking off has a menu item of its own.
        if (!chosen) return undefined;
        const choice = chosen.kind === 'existing' ? { id: chosen.id } : { name: chosen.text };
        return save(model, model.editName, { id, fields: {}, [kind]: choice }, name);
      },
      editor: (editing) =>
        values.picker(kind, kind, true).render({
          id: `find-${kind}`,
          label: name,
          hideLabel: true,
          value: editing.value,
          error: editing.error,
          placeholder: t.common.findOf(name),
          icon: kind === 'person' ? icons.person : icons.org,
          onChange: editing.choose,
        }),
    });
  }

  /** "1 open deal" leads there; of several one chooses. */
  #deals(name: string, deals: readonly Deal[]): TemplateResult | typeof nothing {
    const { model } = this;
    const { t } = model;
    const [first] = deals;
    if (!first) return nothing;
    const open = (event: Event): void => {
      if (deals.length === 1) return openDeal(model, first.id);
      this.menu.open(event.currentTarget as HTMLElement, () => ({
        label: model.t.detail.openDeals(deals.length),
        align: 'end',
        items: deals.map((deal) => ({
          id: deal.id,
          label: deal.title,
          icon: icons.external,
          run: () => openDeal(model, deal.id),
        })),
      }));
    };
    return html`<button type="button" class="tag tag--info tag--open" aria-label=${t.detail.openDealsOf(name, deals.length)}
      aria-haspopup=${deals.length > 1 ? 'menu' : nothing} @click=${open}>${t.detail.openDeals(deals.length)}</button>`;
  }
}

function face(record: { readonly id: string; readonly name: string }, square: boolean): TemplateResult {
  let sum = 0;
  for (let i = 0; i < record.id.length; i++) sum = (sum * 31 + record.id.charCodeAt(i)) % 997;
  return html`<span class="avatar avatar--lg ${square ? 'avatar--sq' : ''}" data-c=${sum % 5} aria-hidden="true">${initials(record.name)}</span>`;
}

function iconLink(href: string, drawing: icons.Drawing, said: string, away = false): TemplateResult {
  return html`<a class="btn btn--icon btn--sm" href=${href} aria-label=${said} title=${said} rel="noopener noreferrer" target=${away ? '_blank' : '_self'}>${icon(drawing)}</a>`;
}
