import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { errorBox } from '../../../shared/deals/error-box.js';
import { lostReasons } from '../../../shared/deals/lost-dialog.js';
import { longTextField, textField } from '../../../shared/field.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import { asks } from './asks.js';
import type { PipelineDraft } from './draft.js';
import { stageRow } from './stage-row.js';
import type { EditorView } from './view.js';

/** The form of one pipeline. */
export function editorForm(view: EditorView): TemplateResult {
  const { dialog, model, t, draft, progress } = view;
  const { busy } = dialog;
  const isNew = draft.was === null;
  return dialog.frame({
    title: isNew ? t.addTitle : t.editTitle,
    text: isNew && model.pipelines.length > 0 ? t.addText : undefined,
    body: body(view),
    foot: html`${isNew || model.pipelines.length < 2 ? nothing : deletion(view)}
      <span class="grow" role="status">${progress}</span
      ><button type="button" class="btn" ?disabled=${busy} @click=${() => dialog.requestClose()}>${model.t.common.cancel}</button
      ><button type="submit" class="btn btn--primary" aria-busy=${busy ? 'true' : nothing}>${busy ? html`<span class="spin"></span>` : nothing}${isNew ? t.add : model.t.common.save}</button>`,
    close: model.t.common.close,
    onSubmit: () => view.submit(),
  });
}

function deletion(view: EditorView): TemplateResult {
  const { model, draft, dialog, t } = view;
  const why = model.why('pipeline-delete', draft.was);
  return html`<button
    type="button"
    class="btn btn--negative-quiet"
    data-delete
    ?disabled=${dialog.busy}
    aria-disabled=${why === null ? nothing : 'true'}
    title=${why ?? nothing}
    @click=${() => why === null && view.end()}
  >${icon(icons.trash)}${t.deletePipeline}</button>`;
}

function body(view: EditorView): TemplateResult {
  const { t, draft, errors } = view;
  return html`${errorBox(errors['all'])}
    ${textField({
      id: 'pipeline-name',
      label: t.name,
      required: true,
      value: draft.name,
      maxLength: 255,
      error: errors['name'],
      onInput: (name) => view.set({ name }, 'name'),
    })}
    <section class="stages-edit" aria-label=${t.stages}>
      <h3>${t.stages}</h3>
      <ol>
        ${repeat(
          draft.stages,
          ({ key }) => key,
          (stage, index) => stageRow(stage, index, view),
        )}
      </ol>
      <button type="button" class="btn btn--sm" data-add-stage @click=${() => view.add()}>${icon(icons.plus)}${t.addStage}</button>
    </section>
    ${reasons(view)}${ends(view)}`;
}

function reasons(view: EditorView): TemplateResult {
  const { t, draft, errors, model } = view;
  const choices: readonly (readonly [PipelineDraft['reasons'], string])[] = [
    ['kit', t.reasonsKit(model.format.list(lostReasons(model.t.pipeline), 'disjunction'))],
    ['own', t.reasonsOwn],
    ['free', t.reasonsFree],
  ];
  return html`<fieldset class="reasons-edit">
    <legend>${t.reasons}</legend>
    ${choices.map(
      ([value, label]) => html`<label class="row"
        ><input
          type="radio"
          class="check"
          name="lost-reasons"
          value=${value}
          .checked=${draft.reasons === value}
          @change=${() => view.set({ reasons: value }, 'list')}
        /><span>${label}</span></label
      >`,
    )}
    ${
      draft.reasons === 'own'
        ? longTextField({
            id: 'pipeline-reasons',
            label: t.reasonsList,
            value: draft.list,
            rows: 5,
            maxLength: 5_000,
            error: errors['list'],
            onInput: (list) => view.set({ list }, 'list'),
          })
        : nothing
    }
  </fieldset>`;
}

/** What a deal of the pipeline needs to be won, and to be lost. */
function ends(view: EditorView): TemplateResult {
  const { t, draft } = view;
  return html`<section class="ends-edit" aria-label=${t.ends}>
    <h3>${t.ends}</h3>
    ${asks({
      key: 'won',
      said: t.wonAsks(draft.wonFields.length),
      text: t.wonAsksText,
      chosen: draft.wonFields,
      view,
      onChange: (wonFields) => view.set({ wonFields }),
    })}
    ${asks({
      key: 'lost',
      said: t.lostAsks(draft.lostFields.length),
      text: t.lostAsksText,
      chosen: draft.lostFields,
      more: ['lostReason', 'lostComment'],
      view,
      onChange: (lostFields) => view.set({ lostFields }),
    })}
  </section>`;
}
