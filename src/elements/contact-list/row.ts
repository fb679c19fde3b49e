import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { valueOf } from '../../domain/field-value.js';
import type { ContactPoint, Organization, Person } from '../../domain/records.js';
import { avatar } from '../../shared/avatar.js';
import { fieldText } from '../../shared/field-text.js';
import { rowWriting } from '../../shared/record-names.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import { dayIn } from '../../store/clock.js';
import type { ContactColumn } from './columns.js';
import type { Contact, ContactListModel } from './model.js';
import type { UnderWay } from './under-way.js';

/** One cell. Its part names what it is, so that cards and narrow lists can place it. */
export function cell(
  column: ContactColumn,
  record: Contact,
  model: ContactListModel,
  underWay: UnderWay,
): TemplateResult {
  switch (column.cell) {
    case 'who':
      return whoCell(record, model);
    case 'busy':
      return busyCell(record, model, underWay);
    case 'user':
      return ownerCell(record, model);
    case 'age': {
      const now = model.store ? Date.parse(model.store.now()) : 0;
      const ago = model.format.ago(record.updatedAt, now);
      return html`<span class=${column.part} role="gridcell" title=${model.t.contacts.updatedAgo(ago)}>${model.format.age(record.updatedAt, now)}</span>`;
    }
    case 'emails':
    case 'phones':
      return pointsCell(column, (record as Person)[column.cell], model);
    case 'organization':
    case 'day':
    case 'custom':
    case 'text': {
      const text = textOf(column, record, model);
      return html`<span class=${column.part} role="gridcell" title=${text || nothing}>${text ? html`<bdi class="cut">${text}</bdi>` : nothing}</span>`;
    }
  }
}

/** What a column says of a person or an organization, as text. */
export function textOf(column: ContactColumn, record: Contact, model: ContactListModel): string {
  if (column.cell === 'organization') return organizationOf(record as Person, model)?.name ?? '';
  if (column.field) return fieldText(valueOf(record, column.id), column.field, rowWriting(model));
  const held = (record as unknown as Readonly<Record<string, unknown>>)[column.id];
  if (typeof held !== 'string') return '';
  return column.cell === 'day' ? dayOf(held, model) : held;
}

function dayOf(instant: string, { store, format }: ContactListModel): string {
  if (!store) return '';
  const day = dayIn(Date.parse(instant), store.settings.timeZone);
  return format.day(day, { weekday: false, today: store.today() });
}

export function organizationOf({ organizationId }: Person, { list }: ContactListModel): Organization | undefined {
  return organizationId === null ? undefined : list?.related.organizations.get(organizationId);
}

function whoCell(record: Contact, model: ContactListModel): TemplateResult {
  const below = 'address' in record ? record.address : record.jobTitle;
  const square = 'address' in record ? ' avatar--sq' : '';
  return html`<span class="lead who" role="gridcell"
    ><span class="face${square}" aria-hidden="true">${avatar(model.nameOf(record), record.id)}</span
    ><button type="button" tabindex="-1" dir="auto" data-do="open">${model.nameOf(record)}</button
    ><small class="cut" dir="auto">${below}</small></span
  >`;
}

/** The first of them, and how many more there are. */
function pointsCell(column: ContactColumn, points: readonly ContactPoint[], model: ContactListModel): TemplateResult {
  const [first] = points;
  const all = points.map(({ value }) => value);
  const more = points.length - 1;
  return html`<span class=${column.part} role="gridcell" title=${all.join('\n') || nothing}
    >${first ? html`<bdi class="cut">${first.value}</bdi>` : nothing}${
      more > 0
        ? html` <span class="tag" dir="ltr" role="img" aria-label=${model.t.contacts.morePoints(more)}>+${model.format.number(more)}</span>`
        : nothing
    }</span
  >`;
}

function busyCell({ id }: Contact, { t }: ContactListModel, underWay: UnderWay): TemplateResult {
  const counts = underWay.of(id);
  const { leads = 0, deals = 0 } = counts ?? {};
  return html`<span class="busy" role="gridcell"
    >${deals > 0 ? html`<span class="tag tag--info" dir="auto">${t.detail.openDeals(deals)}</span>` : nothing}${
      leads > 0 ? html`<span class="tag" dir="auto">${t.common.countLeads(leads)}</span>` : nothing
    }</span
  >`;
}

function ownerCell({ ownerId }: Contact, { store, t }: ContactListModel): TemplateResult {
  const owner = store?.directory.user(ownerId);
  return html`<span class="own leaves" role="gridcell">${owner ? avatar(owner.name || t.common.you, owner.id) : nothing}</span>`;
}

/** What can be done with the row under the pointer or the focus. Drawn for that row only. */
export function rowActions(record: Contact, model: ContactListModel): TemplateResult {
  const more = model.t.dealList.moreFor(model.nameOf(record));
  return html`<span class="rowacts" role="gridcell"
    ><button type="button" class="btn btn--sm btn--icon" tabindex="-1" data-do="more" aria-label=${more} title=${more} aria-haspopup="menu" aria-expanded="false"
      >${icon(icons.more)}</button
    ></span
  >`;
}
