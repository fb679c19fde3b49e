import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { same } from '../../domain/change.js';
import type { Field, Id, Organization, Person } from '../../domain/records.js';
import type { contact } from '../../i18n/en/contact.js';
import { avatar } from '../../shared/avatar.js';
import type { Chosen } from '../../shared/combobox.js';
import { CustomValues } from '../../shared/detail/custom-values.js';
import { addedRow, row } from '../../shared/detail/details.js';
import { mailHref, telHref, webHref } from '../../shared/detail/linkify.js';
import type { DetailModel } from '../../shared/detail/model.js';
import { Points } from '../../shared/detail/points.js';
import { save } from '../../shared/detail/save.js';
import type { Values } from '../../shared/detail/values.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { Menu } from '../../shared/menu.js';
import { openContact } from '../../shared/open-contact.js';

/** Who the person or organization is: how they are reached, to whom they belong, and the other fields. */
export class About {
  readonly points: Points;
  readonly #custom: CustomValues;
  /** A field without a value that somebody has asked for; the record it was asked of. */
  #asked: { readonly field: Id; readonly of: Id | null } | null = null;

  constructor(
    readonly model: DetailModel<'person' | 'organization'>,
    readonly values: Values,
    readonly menu: Menu,
    readonly words: () => typeof contact,
  ) {
    this.points = new Points(model, values, menu);
    this.#custom = new CustomValues(model, values);
  }

  render(record: Person | Organization): TemplateResult {
    return html`${this.#reach(record)}${this.#details(record)}`;
  }

  #reach(record: Person | Organization): TemplateResult {
    const { model } = this;
    const { common, detail } = model.t;
    const t = this.words();
    if ('emails' in record) {
      const none = record.emails.length + record.phones.length === 0;
      const why = model.why('person-edit', record);
      const add = (which: 'emails' | 'phones', label: string): TemplateResult =>
        html`<button type="button" class="btn btn--quiet btn--sm" data-add-point=${which} aria-disabled=${why === undefined ? nothing : 'true'} title=${why ?? nothing}
          @click=${() => why === undefined && this.points.add(which)}>${icon(which === 'emails' ? icons.mail : icons.phone, { size: 'sm' })}${label}</button>`;
      return html`<section class="block reach" part="reach" aria-label=${t.reach}>
        <header><h3>${t.reach}</h3></header>
        ${this.points.render(record)}${none ? html`<p class="subtle">${t.noReach}</p>` : nothing}
        <div class="row wrap">${add('emails', detail.addEmail)}${add('phones', detail.addPhone)}</div>
      </section>`;
    }
    const web = record.website ? webHref(record.website) : null;
    return html`<section class="block reach" part="reach" aria-label=${t.reach}>
      <header><h3>${t.reach}</h3></header>
      <dl class="fields">
        ${row(detail.address, this.values.text({ field: 'address', name: detail.address }, record.address))}
        ${row(
          common.website,
          html`<span class="row linked"><span class="grow">${this.values.text({ field: 'website', name: common.website }, record.website)}</span>${
            web
              ? html`<a class="btn btn--icon btn--quiet btn--sm" href=${web} target="_blank" rel="noopener noreferrer" aria-label=${detail.openLink(record.website)} title=${detail.openLink(record.website)}>${icon(icons.external, { size: 'sm' })}</a>`
              : nothing
          }</span>`,
        )}
      </dl>
    </section>`;
  }

  #details(record: Person | Organization): TemplateResult {
    const { model, values } = this;
    const { common, detail } = model.t;
    const all = model.store?.directory.fields ?? [];
    const shown = all.filter(({ id }) => this.#isShown(id, record));
    const more = all.filter((field) => !shown.includes(field) && field.type !== 'formula');
    return html`<section class="block" part="details" aria-label=${detail.details}>
      <header><h3>${detail.details}</h3></header>
      <dl class="fields">
        ${'emails' in record ? row(detail.jobTitle, values.text({ field: 'jobTitle', name: detail.jobTitle }, record.jobTitle)) : nothing}
        ${'emails' in record ? row(common.organization, this.#organization(record)) : nothing}
        ${row(common.owner, values.owner(common.owner, record.ownerId))}
        ${shown.map((field) => row(field.name, this.#custom.render(field), field.type === 'number' || field.type === 'money'))}
        ${addedRow(model)}
      </dl>
      ${more.length > 0 && values.locked === undefined ? this.#addField(more) : nothing}
    </section>`;
  }

  #isShown(id: Id, record: Person | Organization): boolean {
    return (record.custom[id] ?? null) !== null || (this.#asked?.field === id && this.#asked.of === this.model.id);
  }

  /** Fields are made for leads and deals; a person or an organization shows those that hold something, and takes any other. */
  #addField(fields: readonly Field[]): TemplateResult {
    const t = this.words();
    const ask = (field: Field): void => {
      this.#asked = { field: field.id, of: this.model.id };
      this.model.update();
      void this.model.focus(`[data-edit$="custom.${CSS.escape(field.id)}"]`);
    };
    const open = (event: Event): void =>
      this.menu.open(event.currentTarget as HTMLElement, () => ({
        label: this.words().addField,
        filter: fields.length > 9 ? this.model.t.common.find : undefined,
        nothing: this.model.t.common.nothingFound,
        items: fields.map((field) => ({ id: field.id, label: field.name, run: () => ask(field) })),
      }));
    return html`<div><button type="button" class="btn btn--quiet btn--sm" data-add-field aria-haspopup="menu" @click=${open}>${icon(icons.plus)}${t.addField}</button></div>`;
  }

  /** To whom the person belongs: found, taken off, or opened. */
  #organization({ id, organizationId }: Person): TemplateResult {
    const { model, values } = this;
    const { common, detail } = model.t;
    const { organization } = model;
    const at = values.at('organizationId', common.organization);
    const open = this.words().openOrganization(organization?.name ?? '');
    const edit = values.place.render<Chosen | null>({
      key: values.key('organizationId'),
      name: common.organization,
      text: organization?.name ?? '',
      empty: detail.addOrganization,
      locked: values.locked,
      value: organization ? { kind: 'existing', id: organization.id, label: organization.name } : null,
      same: (a, b) => same(a, b),
      commit: (chosen) =>
        chosen?.kind === 'new'
          ? save(model, 'person-edit', { id, fields: {}, organization: { name: chosen.text } }, common.organization)
          : values.store(at, chosen?.id ?? null),
      editor: (editing) =>
        values.picker('organizationId', 'organization', true).render({
          id: 'find-organization',
          label: common.organization,
          hideLabel: true,
          value: editing.value,
          error: editing.error,
          placeholder: common.findOf(common.organization),
          icon: icons.org,
          onChange: editing.choose,
        }),
    });
    return html`<span class="row linked"><span class="grow">${edit}</span>${
      organizationId && organization
        ? html`<button type="button" class="btn btn--icon btn--quiet btn--sm" data-open-organization aria-label=${open} title=${open}
            @click=${() => openContact(model.crm, 'organization', organizationId)}>${icon(icons.external, { size: 'sm' })}</button>`
        : nothing
    }</span>`;
  }
}

/** Above all of it: who it is, and the first ways to reach them. */
export function identity(
  model: DetailModel<'person' | 'organization'>,
  values: Values,
  record: Person | Organization,
): TemplateResult {
  const { common, detail } = model.t;
  const square = 'address' in record ? 'face--sq' : '';
  const [phone, email] = 'emails' in record ? [record.phones[0]?.value, record.emails[0]?.value] : [];
  const below = 'emails' in record ? [record.jobTitle, model.organization?.name] : [record.address];
  const link = (href: string, drawing: icons.Drawing, said: string): TemplateResult =>
    html`<a class="btn btn--icon" href=${href} aria-label=${said} title=${said} rel="noopener noreferrer">${icon(drawing)}</a>`;
  return html`<span class="face ${square}" aria-hidden="true">${avatar(record.name, record.id)}</span>
    <div class="grow">
      <h2>${values.text({ field: 'name', name: common.name }, record.name)}</h2>
      <div class="meta">${below.filter(Boolean).map((part, at) => html`${at > 0 ? html`<span aria-hidden="true">·</span>` : nothing}<bdi>${part}</bdi>`)}
        ${model.live()?.pending ? html`<span class="subtle" role="status">${detail.pending}</span>` : nothing}
      </div>
    </div>
    ${phone ? link(telHref(phone), icons.phone, detail.call(phone)) : nothing}${email ? link(mailHref(email), icons.mail, detail.writeTo(email)) : nothing}`;
}
