import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { selectField, textField } from '../field.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { AddContact } from './add-dialog.js';

/** The form of "Add person" and "Add organization". */
export function addForm(add: AddContact): TemplateResult {
  const { kind, place, opened } = add;
  const { contacts: t, common } = place.words.t;
  const { busy } = opened.dialog;
  const person = kind === 'person';
  return opened.dialog.frame({
    title: person ? t.addPerson : t.addOrganization,
    body: html`${
      add.errors.all
        ? html`<div class="banner banner--negative" role="alert" tabindex="-1" data-error>${icon(icons.warning)}<div class="grow"><bdi>${add.errors.all()}</bdi></div></div>`
        : nothing
    }${person ? personFields(add) : organizationFields(add)}`,
    foot: html`<label class="row"
        ><input type="checkbox" class="check" id="add-another" .checked=${add.another} @change=${(event: Event) => (add.another = (event.target as HTMLInputElement).checked)} />${t.addAnother}</label
      ><span class="grow"></span
      ><button type="button" class="btn" ?disabled=${busy} @click=${() => opened.dialog.requestClose()}>${common.cancel}</button
      ><button type="submit" class="btn btn--primary" aria-busy=${busy ? 'true' : nothing}>${busy ? html`<span class="spin"></span>` : nothing}${common.add}</button>`,
    close: common.close,
    onSubmit: () => void add.submit(),
  });
}

function personFields(add: AddContact): TemplateResult {
  const { draft, errors, place } = add;
  const { common, detail } = place.words.t;
  return html`${name(add)}
    ${textField({ id: 'add-job', label: detail.jobTitle, value: draft.jobTitle, maxLength: 200, onInput: (jobTitle) => add.set({ jobTitle }) })}
    ${add.organization.render({
      id: 'add-organization',
      label: common.organization,
      value: draft.organization,
      icon: icons.org,
      placeholder: common.findOf(common.organization),
      onChange: (organization) => add.set({ organization }),
    })}
    <div class="pair">
      ${textField({ id: 'add-email', label: common.email, type: 'email', value: draft.email, error: errors.email?.(), onInput: (email) => add.set({ email }) })}
      ${textField({ id: 'add-phone', label: common.phone, type: 'tel', value: draft.phone, error: errors.phone?.(), onInput: (phone) => add.set({ phone }) })}
    </div>
    ${alike(add)} ${owner(add)}`;
}

function organizationFields(add: AddContact): TemplateResult {
  const { draft, errors, place } = add;
  const { common, detail } = place.words.t;
  return html`${name(add)}
    ${textField({ id: 'add-address', label: detail.address, value: draft.address, maxLength: 1000, onInput: (address) => add.set({ address }) })}
    ${textField({ id: 'add-website', label: common.website, value: draft.website, maxLength: 1000, error: errors.website?.(), onInput: (website) => add.set({ website }) })}
    ${alike(add)} ${owner(add)}`;
}

function name(add: AddContact): TemplateResult {
  const { draft, errors, place } = add;
  const { common } = place.words.t;
  const options = { id: 'add-name', label: common.name, value: draft.name, maxLength: 200, required: true };
  return textField({ ...options, error: errors.name?.(), onInput: (text) => add.set({ name: text }) });
}

/** Whoever is there already may be meant: it is said, and nothing is forbidden. */
function alike(add: AddContact): TemplateResult | typeof nothing {
  const { contacts: t } = add.place.words.t;
  if (add.alike.length === 0) return nothing;
  return html`<div class="banner banner--info" role="status" data-alike>
    ${icon(icons.info)}
    <div class="grow">
      ${t.alike(add.alike.length)}
      ${add.alike.slice(0, 3).map(
        (one) => html`<button type="button" class="btn btn--link btn--sm" @click=${() => add.openAlike(one.id)}
          ><bdi class="cut">${one.name}${one.detail ? `, ${one.detail}` : ''}</bdi></button
        >`,
      )}
    </div>
  </div>`;
}

/** The user comes first; whoever has left is no owner of somebody new. */
function owner(add: AddContact): TemplateResult {
  const { common, detail } = add.place.words.t;
  const users = add.place.crm.store?.directory.users.filter(({ active }) => active) ?? [];
  return selectField({
    id: 'add-owner',
    label: common.owner,
    value: add.draft.ownerId,
    placeholder: detail.noOwner,
    options: users.map(({ id, name: called }) => ({ value: id, label: called || common.you })),
    onChange: (ownerId) => add.set({ ownerId }),
  });
}

export const addStyles = css`
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: start; }
  .dialog-body .cut { line-height: 1.5; }
  .dialog-body .banner { border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-md); }
  @container (max-width: 480px) { .pair { grid-template-columns: 1fr; } }
`;
