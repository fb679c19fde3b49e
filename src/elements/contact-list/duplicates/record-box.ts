import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Organization, Person } from '../../../domain/records.js';
import { merge } from '../../../i18n/en/merge.js';
import { wordsOf } from '../../../i18n/words.js';
import type { Contact, ContactListModel } from '../model.js';

/** One of those who may be the same. @param choice it can be left out; null = they are two */
export function recordBox(
  model: ContactListModel,
  record: Contact,
  choice: { readonly picked: boolean; readonly toggle: () => void } | null,
): TemplateResult {
  const { format, words } = model;
  const name = model.nameOf(record);
  const { added } = wordsOf('merge', merge, words.lang);
  const day = format.day(record.createdAt.slice(0, 10), { weekday: false, year: true });
  const body = html`<span><bdi class="dup-name">${name}</bdi>${lines(record).map((line) => html`<small><bdi>${line}</bdi></small>`)}<small class="subtle">${added(day)}</small></span>`;
  if (choice === null) return html`<div class="dup-record">${body}</div>`;
  const { picked, toggle } = choice;
  return html`<label class="dup-record"><input type="checkbox" class="check" aria-label=${name} .checked=${live(picked)} @change=${toggle} />${body}</label>`;
}

/** What tells them apart, or does not. */
function lines(record: Person | Organization): readonly string[] {
  const all =
    'emails' in record
      ? [record.jobTitle, ...record.emails.map(({ value }) => value), ...record.phones.map(({ value }) => value)]
      : [record.address, record.website];
  return all.filter((line) => line !== '').slice(0, 5);
}
