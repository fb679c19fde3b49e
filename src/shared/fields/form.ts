import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FieldType, Id } from '../../domain/records.js';
import { errorBox } from '../deals/error-box.js';
import { checkField, selectField, textField } from '../field.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { typeForms } from './types.js';
import type { FormView } from './view.js';

/** The form of one field. */
export function fieldForm(view: FormView): TemplateResult {
  const { place, t, draft } = view;
  const { dialog } = place;
  const { common } = place.words.t;
  const { was } = draft;
  return dialog.frame({
    title: was === null ? t.addTitle : t.editTitle,
    body: body(view),
    foot: html`${was === null ? nothing : deletion(view)}<span class="grow" role="status">${view.said}</span
      ><button type="button" class="btn" data-cancel ?disabled=${dialog.busy} @click=${() => view.back()}>${common.cancel}</button
      ><button type="submit" class="btn btn--primary" aria-busy=${dialog.busy ? 'true' : nothing}>${dialog.busy ? html`<span class="spin"></span>` : nothing}${was === null ? t.add : common.save}</button>`,
    close: common.close,
    onSubmit: () => view.submit(),
  });
}

function deletion(view: FormView): TemplateResult {
  const { t, draft, place } = view;
  const why = view.why('field-delete', draft.was);
  return html`<button
    type="button" class="btn btn--negative-quiet" data-delete ?disabled=${place.dialog.busy}
    aria-disabled=${why === null ? nothing : 'true'} title=${why ?? nothing}
    @click=${() => why === null && draft.was && view.askDeletion(draft.was)}
  >${icon(icons.trash)}${t.deleteField}</button>`;
}

function body(view: FormView): TemplateResult {
  const { t, draft, errors } = view;
  const noRetype = draft.was === null ? null : view.why('field-retype', draft.was);
  // Nobody fills it in, so that it can be asked for nowhere.
  const computed = draft.type === 'formula';
  const changes = draft.was !== null && draft.type !== draft.was.type;
  return html`${errorBox(view.error)}
    <div class="field-pair">
      ${textField({
        id: 'field-name',
        label: t.name,
        required: true,
        value: draft.name,
        maxLength: 255,
        error: errors['name'],
        onInput: (name) => view.set({ name }, 'name'),
      })}
      ${selectField({
        id: 'field-type',
        label: t.type,
        value: draft.type,
        disabled: noRetype !== null || (draft.was !== null && typeForms[draft.was.type].fixed === true),
        note: noRetype ?? (changes ? t.typeNote : undefined),
        options: (Object.keys(typeForms) as FieldType[])
          .filter((type) => draft.was === null || !typeForms[type].fixed || type === draft.was.type)
          .map((type) => ({
            value: type,
            label: typeForms[type].word(t),
          })),
        onChange: (type) => view.set({ type: type as FieldType }, 'options'),
      })}
    </div>
    ${typeForms[draft.type].form?.(view) ?? nothing}
    ${textField({
      id: 'field-description',
      label: t.description,
      note: t.descriptionNote,
      value: draft.description,
      maxLength: 1_000,
      onInput: (description) => view.set({ description }),
    })}
    <fieldset class="checks">
      <legend>${t.shown}</legend>
      ${computed ? nothing : important(view)}${check('onCards', t.onCards, view)}${computed ? nothing : check('onAdd', t.onAdd, view)}
    </fieldset>
    ${computed ? nothing : required(view)}`;
}

function check(name: 'important' | 'required' | 'onCards' | 'onAdd', label: string, view: FormView): TemplateResult {
  return checkField({
    id: `field-${name}`,
    label,
    checked: view.draft[name],
    onChange: (checked) => view.set({ [name]: checked }),
  });
}

/** Everywhere, or only while a deal stands in one of some stages. */
function important(view: FormView): TemplateResult {
  const { t, draft, place } = view;
  const directory = place.crm.store?.directory;
  const pipelines = directory?.pipelines ?? [];
  const { importantIn } = draft;
  const one = (id: Id, name: string): TemplateResult =>
    checkField({
      id: `important-${id}`,
      label: html`<bdi>${name}</bdi>`,
      checked: importantIn.has(id),
      onChange: (on) =>
        view.set({ importantIn: new Set(on ? [...importantIn, id] : [...importantIn].filter((each) => each !== id)) }),
    });
  return html`${check('important', t.important, view)}
    ${
      draft.important && pipelines.length > 0
        ? html`<details class="asks">
            <summary>${t.importantIn(importantIn.size)}</summary>
            ${pipelines.map(
              ({ id, name }, at) =>
                html`<div role="group" aria-label="${name}: ${t.importantInText}">
                  ${at === 0 ? html`<p class="muted" aria-hidden="true">${t.importantInText}</p>` : nothing}
                  ${pipelines.length > 1 ? html`<p aria-hidden="true"><bdi>${name}</bdi></p>` : nothing}
                  ${directory!.stagesOf(id).map((stage) => one(stage.id, stage.name))}
                </div>`,
            )}
          </details>`
        : nothing
    }`;
}

/** Always, or where a deal stands or ends: what stages and pipelines ask for, shown and written here and in their own form alike. */
function required(view: FormView): TemplateResult {
  const { t, draft, place } = view;
  const directory = place.crm.store?.directory;
  return html`<fieldset class="checks">
    <legend>${t.requiredHead}</legend>
    ${check('required', t.required, view)}
    ${(directory?.pipelines ?? []).map(({ id, name }) => {
      const stages = directory!.stagesOf(id);
      const count =
        stages.filter((stage) => draft.stages.has(stage.id)).length +
        Number(draft.won.has(id)) +
        Number(draft.lost.has(id));
      const one = (
        key: string,
        label: string | TemplateResult,
        set: 'stages' | 'won' | 'lost',
        of: Id,
      ): TemplateResult =>
        checkField({
          id: `asked-${key}`,
          label,
          checked: draft[set].has(of),
          onChange: (on) =>
            view.set({
              [set]: on ? new Set([...draft[set], of]) : new Set([...draft[set]].filter((each) => each !== of)),
            }),
        });
      return html`<details class="asks">
        <summary><bdi>${t.asked(name, count)}</bdi></summary>
        <div role="group" aria-label="${name}: ${t.askedText}">
          <p class="muted" aria-hidden="true">${t.askedText}</p>
          ${stages.map((stage) => one(stage.id, html`<bdi>${stage.name}</bdi>`, 'stages', stage.id))}
          ${one(`won-${id}`, t.askedWon, 'won', id)}${one(`lost-${id}`, t.askedLost, 'lost', id)}
        </div>
      </details>`;
    })}
  </fieldset>`;
}
