import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { currencyDigits, decimal } from '../../i18n/format-more.js';
import { partedMoney } from '../../i18n/parse.js';
import { chipsField } from '../../shared/chips-field.js';
import { selectField, textField } from '../../shared/field.js';
import * as icons from '../../shared/icons.js';
import { currencyChoices } from '../../shared/opportunity/choices.js';
import { dateField } from '../../shared/value-fields.js';
import { errorBox } from '../../shared/deals/error-box.js';
import type { AddView } from './add-view.js';

/** The form of "Add deal". */
export function addForm(add: AddView): TemplateResult {
  const { dialog, model } = add;
  const { t } = model;
  const { busy } = dialog;
  return dialog.frame({
    title: t.pipeline.addTitle,
    text: t.pipeline.addText,
    body: fields(add),
    foot: html`<span class="grow"></span
      ><button type="button" class="btn" ?disabled=${busy} @click=${() => dialog.requestClose()}>${t.common.cancel}</button
      ><button type="submit" class="btn btn--primary" aria-busy=${busy ? 'true' : nothing}>${busy ? html`<span class="spin"></span>` : nothing}${t.pipeline.addDeal}</button>`,
    close: t.common.close,
    onSubmit: () => void add.submit(),
  });
}

function fields(add: AddView): TemplateResult {
  const { draft, errors, model } = add;
  const { t, format } = model;
  const currency = model.store?.settings.currency ?? draft.currency;
  const who = draft.organization ?? draft.person;
  const needs = (field: string): boolean => add.asked.includes(field);
  return html`
    ${errorBox(errors.all?.())}
    ${add.person.render({
      id: 'deal-person',
      label: t.common.person,
      value: draft.person,
      icon: icons.person,
      required: needs('personId'),
      error: errors.person?.() ?? add.wrong.get('personId')?.(),
      placeholder: t.pipeline.findOrAdd,
      onChange: (person) => add.set({ person }),
    })}
    ${add.organization.render({
      id: 'deal-organization',
      label: t.common.organization,
      value: draft.organization,
      required: needs('organizationId'),
      error: add.wrong.get('organizationId')?.(),
      icon: icons.org,
      placeholder: t.pipeline.findOrAdd,
      onChange: (organization) => add.set({ organization }),
    })}
    ${textField({
      id: 'deal-title',
      label: t.common.title,
      value: draft.title,
      maxLength: 300,
      placeholder: who === null ? t.pipeline.titleHint : who.kind === 'new' ? who.text : who.label,
      onInput: (title) => add.set({ title }),
    })}
    <div class="pair">
      ${textField({
        id: 'deal-amount',
        label: t.common.value,
        value: draft.amount,
        placeholder: decimal(format, 0, currencyDigits(format, draft.currency)),
        required: needs('value'),
        error: errors.amount?.() ?? add.wrong.get('value')?.(),
        onInput: (amount) => add.set({ amount }),
        onChange: (amount) => add.set(partedMoney(amount, format, draft.currency) ?? {}),
      })}
      ${selectField({
        id: 'deal-currency',
        label: t.common.currency,
        value: draft.currency,
        options: currencyChoices(format, currency, draft.currency),
        onChange: (code) => add.set({ currency: code }),
      })}
    </div>
    <div class="pair">
      ${selectField({ id: 'deal-stage', label: t.common.stage, value: draft.stageId, options: stages(add), onChange: (stageId) => add.set({ stageId }) })}
      ${selectField({
        id: 'deal-owner',
        label: t.common.owner,
        value: draft.ownerId,
        placeholder: t.pipeline.noOwner,
        options: owners(add),
        required: needs('ownerId'),
        error: add.wrong.get('ownerId')?.(),
        onChange: (ownerId) => add.set({ ownerId }),
      })}
    </div>
    ${dateField({
      id: 'deal-close',
      label: t.common.expectedClose,
      value: draft.expectedClose || null,
      words: t.common,
      required: needs('expectedClose'),
      error: add.wrong.get('expectedClose')?.(),
      onChange: (day) => add.set({ expectedClose: day ?? '' }),
    })}
    ${asked(add)}${labels(add)}${add.labels.render()}`;
}

/** The fields of one's own that the stage asks for, that are always asked for, and that are set to stand here. */
function asked(add: AddView): TemplateResult[] {
  const { draft, model } = add;
  return [...add.asked, ...add.offered]
    .filter((field) => field.startsWith('custom.'))
    .map((field) =>
      add.answers.render({
        id: `deal-${field}`,
        field,
        label: model.commands.fieldName(field),
        value: draft.custom[field.slice('custom.'.length)] ?? null,
        required: add.asked.includes(field),
        error: add.wrong.get(field)?.(),
        format: model.format,
        words: model.t.common,
        currency: draft.currency,
        onChange: (value) => add.answer(field, value),
        onInput: (text) => add.typed(field, text),
        onCurrency: (currency) => add.set({ currency }),
        onInvalid: (message) => add.invalid(field, message),
      }),
    );
}

/** The stages of every pipeline; with several, each stage says whose it is. */
function stages({ model }: AddView): { value: string; label: string }[] {
  const directory = model.store?.directory;
  const { pipelines } = model;
  return pipelines.flatMap((pipeline) =>
    (directory?.stagesOf(pipeline.id) ?? []).map((stage) => ({
      value: stage.id,
      label: pipelines.length > 1 ? `${pipeline.name}: ${stage.name}` : stage.name,
    })),
  );
}

/** Whoever has left is no owner of something new. */
function owners({ model }: AddView): { value: string; label: string }[] {
  const users = model.store?.directory.users.filter(({ active }) => active) ?? [];
  return users.map((user) => ({ value: user.id, label: user.name || model.t.common.you }));
}

function labels(add: AddView): TemplateResult | typeof nothing {
  const { draft, model } = add;
  const all = model.store?.directory.labels ?? [];
  if (all.length === 0) return nothing;
  const { t } = model;
  const toggle = (id: string): void =>
    add.set({
      labelIds: draft.labelIds.includes(id) ? draft.labelIds.filter((one) => one !== id) : [...draft.labelIds, id],
    });
  return chipsField({
    label: t.common.labels,
    items: all
      .filter(({ id }) => draft.labelIds.includes(id))
      .map(({ id, name, color }) => ({ id, label: name, color })),
    add: t.common.add,
    removeLabel: t.common.removeChoice,
    onRemove: toggle,
    onAdd: (anchor) =>
      add.labels.open(anchor, {
        label: t.common.labels,
        items: () =>
          all.map(({ id, name, color }) => ({
            id,
            label: name,
            checked: add.draft.labelIds.includes(id),
            lead: html`<span class="label label--dot" data-c=${color}></span>`,
            run: () => toggle(id),
          })),
      }),
  });
}
