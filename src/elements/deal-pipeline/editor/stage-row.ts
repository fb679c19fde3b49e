import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { selectField, textField } from '../../../shared/field.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import { numberField } from '../../../shared/value-fields.js';
import { asks } from './asks.js';
import type { StageDraft } from './draft.js';
import { step } from './step.js';
import type { EditorView } from './view.js';

/** One stage of the form: its name, chance, days until it is quiet, what it asks for; and its place among the others. */
export function stageRow(stage: StageDraft, index: number, view: EditorView): TemplateResult {
  return html`<li><div
    class="stage-edit${stage.gone ? ' is-gone' : ''}"
    data-key=${stage.key}
    role="group"
    aria-label=${stage.name || view.t.stage(index + 1)}
    @keydown=${(event: KeyboardEvent) => placeKeys(event, stage, view)}
  >${stage.gone ? leaving(stage, view) : editing(stage, index, view)}</div></li>`;
}

/** Alt with an arrow puts the stage before or behind its neighbour. */
function placeKeys(event: KeyboardEvent, stage: StageDraft, view: EditorView): void {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  if (!event.altKey || by === 0 || stage.gone) return;
  event.preventDefault();
  event.stopPropagation();
  view.shift(stage, by);
}

function editing(stage: StageDraft, index: number, view: EditorView): TemplateResult {
  const { t, errors, model } = view;
  const { key } = stage;
  const last = view.draft.stages.length - 1;
  const called = stage.name || t.stage(index + 1);
  const error = (field: string): string | undefined => errors[`${key}.${field}`];
  const number = (field: 'chance' | 'days', label: string, placeholder?: string): TemplateResult =>
    numberField({
      id: `${key}-${field}`,
      label,
      value: stage[field],
      placeholder,
      error: error(field),
      format: model.format,
      words: model.t.common,
      onChange: (value) => view.change(stage, { [field]: value }, `${key}.${field}`),
      onInvalid: () => view.wrong(`${key}.${field}`, field === 'chance' ? t.chanceWrong : t.quietWrong),
    });
  return html`
    <span class="places">
      ${step({ by: -1, name: t.up(called), end: index === 0, run: () => view.shift(stage, -1) })}
      ${step({ by: 1, name: t.down(called), end: index === last, run: () => view.shift(stage, 1) })}
    </span>
    <div class="stage-fields">
      ${textField({
        id: `${key}-name`,
        label: t.stageName,
        value: stage.name,
        maxLength: 255,
        error: error('name'),
        onInput: (name) => view.change(stage, { name }, `${key}.name`),
      })}
      ${number('chance', t.chance)}${number('days', t.quiet, t.never)}
      ${asks({
        key,
        said: t.asks(stage.requiredFields.length),
        text: t.asksText,
        chosen: stage.requiredFields,
        view,
        onChange: (requiredFields) => view.change(stage, { requiredFields }),
      })}
    </div>
    <button
      type="button"
      class="btn btn--icon btn--quiet"
      data-remove
      aria-label=${t.removeStage(called)}
      title=${t.removeStage(called)}
      @click=${() => view.remove(stage)}
    >${icon(icons.trash)}</button>`;
}

/** It goes when the form is saved; until then it can stay. Where deals stand in it, it says where they are to go. */
function leaving(stage: StageDraft, view: EditorView): TemplateResult {
  const { t, draft, errors } = view;
  const others = draft.stages.filter((each) => !each.gone && each.was !== null);
  return html`<div class="grow">
      <p><s><bdi>${stage.name}</bdi></s> ${t.goes}${stage.deals === undefined ? html` <span role="status">${t.counting}</span>` : nothing}</p>
      ${
        stage.deals
          ? selectField({
              id: `${stage.key}-target`,
              label: t.goTo(stage.deals),
              value: stage.target,
              required: true,
              placeholder: view.model.t.common.choose,
              options: others.map((each) => ({ value: each.was!.id, label: each.name })),
              error: errors[`${stage.key}.target`],
              onChange: (target) => view.change(stage, { target }, `${stage.key}.target`),
            })
          : nothing
      }
    </div>
    <button type="button" class="btn btn--sm" data-keep aria-label=${t.keepStage(stage.name)} @click=${() => view.keep(stage)}>${t.keep}</button>`;
}
