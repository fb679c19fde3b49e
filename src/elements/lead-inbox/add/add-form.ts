import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { decimal } from '../../../i18n/format-more.js';
import { partedMoney } from '../../../i18n/parse.js';
import { chipsField } from '../../../shared/chips-field.js';
import { longTextField, selectField, textField } from '../../../shared/field.js';
import * as icons from '../../../shared/icons.js';
import { icon } from '../../../shared/icon.js';
import { currencyChoices } from '../../../shared/opportunity/choices.js';
import type { AddDialog } from './add-dialog.js';

/** The form of "Add lead", as the look draws it. */
export function addForm(add: AddDialog): TemplateResult {
  const { dialog, model, t } = add;
  const { common } = model.t;
  const { busy } = dialog;
  return dialog.frame({
    title: t.addTitle,
    text: t.addText,
    body: fields(add),
    foot: html`<label class="row"
        ><input type="checkbox" class="check" id="add-another" .checked=${add.another} @change=${(event: Event) => (add.another = (event.target as HTMLInputElement).checked)} />${t.addAnother}</label
      ><span class="grow"></span
      ><button type="button" class="btn" ?disabled=${busy} @click=${() => dialog.requestClose()}>${common.cancel}</button
      ><button type="submit" class="btn btn--primary" aria-busy=${busy ? 'true' : nothing}>${busy ? html`<span class="spin"></span>${t.adding}` : t.addAction}</button>`,
    close: common.close,
    onSubmit: () => void add.submit(),
  });
}

function fields(add: AddDialog): TemplateResult {
  const { draft, errors, t, model } = add;
  const { common } = model.t;
  return html`
    ${
      errors.all
        ? html`<div class="banner banner--negative note-box" role="alert" tabindex="-1" data-error>${icon(icons.warning)}<div class="grow">${errors.all()}</div></div>`
        : nothing
    }
    ${add.person.render({
      id: 'add-person',
      label: common.person,
      value: draft.person,
      icon: icons.person,
      placeholder: t.findOrAdd,
      error: errors.person?.(),
      onChange: (person) => add.set({ person }),
    })}
    ${
      draft.person?.kind === 'new'
        ? html`<div class="pair">
          ${textField({ id: 'add-email', label: t.email, type: 'email', value: draft.email, error: errors.email?.(), onInput: (email) => add.set({ email }) })}
          ${textField({ id: 'add-phone', label: t.phone, type: 'tel', value: draft.phone, onInput: (phone) => add.set({ phone }) })}
        </div>`
        : nothing
    }
    ${add.organization.render({
      id: 'add-organization',
      label: common.organization,
      value: draft.organization,
      icon: icons.org,
      placeholder: t.findOrAdd,
      onChange: (organization) => add.set({ organization }),
    })}
    ${twins(add)}
    ${textField({ id: 'add-title', label: common.title, value: draft.title, placeholder: add.titleHint, maxLength: 300, onInput: (title) => add.set({ title }) })}
    <div class="pair">
      ${textField({ id: 'add-amount', label: common.value, value: draft.amount, placeholder: decimal(model.format, 0, 2), error: errors.amount?.(), onInput: (amount) => add.set({ amount }), onChange: (amount) => add.set(partedMoney(amount, model.format, draft.currency) ?? {}) })}
      ${selectField({
        id: 'add-currency',
        label: common.currency,
        value: draft.currency,
        options: currencyChoices(model.format, model.store?.settings.currency ?? draft.currency, draft.currency),
        onChange: (currency) => add.set({ currency }),
      })}
    </div>
    <div class="pair">
      <div class="field">
        <label for="add-close">${common.expectedClose}</label
        ><input class="input" type="date" id="add-close" .value=${draft.expectedClose} @input=${(event: Event) => add.set({ expectedClose: (event.target as HTMLInputElement).value })} />
      </div>
      ${selectField({
        id: 'add-owner',
        label: common.owner,
        value: draft.ownerId,
        placeholder: model.t.filter.noOwner,
        options: owners(add),
        onChange: (ownerId) => add.set({ ownerId }),
      })}
    </div>
    ${add.own.render('add', draft.currency)}${labels(add)}
    ${textField({ id: 'add-source', label: common.source, value: draft.source, maxLength: 120, onInput: (source) => add.set({ source }) })}
    ${longTextField({ id: 'add-note', label: t.noteField, value: draft.note, rows: 2, onInput: (note) => add.set({ note }) })}
    ${add.labels.render()}`;
}

/** A lead for the same name may be a second one by mistake: it is said, and nothing is forbidden. */
function twins(add: AddDialog): TemplateResult | typeof nothing {
  const { twins: found, t } = add;
  if (found.length === 0) return nothing;
  return html`<div class="banner banner--info note-box" role="status" data-twins>
    ${icon(icons.info)}
    <div class="grow">
      ${t.possibleDuplicate(found.length)}
      ${found.slice(0, 3).map((lead) => html`<button type="button" class="btn btn--link btn--sm" @click=${() => add.openTwin(lead.id)}><bdi class="cut">${lead.title}</bdi></button>`)}
    </div>
  </div>`;
}

function labels(add: AddDialog): TemplateResult {
  const { draft, t, model } = add;
  const all = model.store?.directory.labels ?? [];
  const chosen = draft.labelIds.flatMap((id) => all.find((label) => label.id === id) ?? []);
  const toggle = (id: string): void =>
    add.set({
      labelIds: draft.labelIds.includes(id) ? draft.labelIds.filter((one) => one !== id) : [...draft.labelIds, id],
    });
  return chipsField({
    label: t.labelsField,
    items: chosen.map(({ id, name, color }) => ({ id, label: name, color })),
    add: t.addLabel,
    removeLabel: t.removeLabel,
    onRemove: toggle,
    onAdd:
      all.length === 0
        ? undefined
        : (anchor) =>
            add.labels.open(anchor, () => ({
              label: add.t.labelsTitle,
              items: () =>
                all.map(({ id, name, color }) => ({
                  id,
                  label: name,
                  checked: draft.labelIds.includes(id),
                  lead: html`<span class="label label--dot" data-c=${color}></span>`,
                  run: () => toggle(id),
                })),
            })),
  });
}

/** The user comes first and is told so; whoever has left is no owner of something new. */
function owners({ model }: AddDialog): { value: string; label: string }[] {
  const users = model.store?.directory.users.filter(({ active }) => active) ?? [];
  return users.map((user) => ({ value: user.id, label: user.name || model.t.common.you }));
}
