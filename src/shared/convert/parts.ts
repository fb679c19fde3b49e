import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { isMoney } from '../../domain/money.js';
import type { Id } from '../../domain/records.js';
import { fieldName } from '../field-name.js';
import { fieldText } from '../field-text.js';
import { selectField } from '../field.js';
import type { ConvertSession } from './session.js';
import type { ConvertView } from './view.js';

export function nameOfField({ t, session }: ConvertView, field: string): string {
  return fieldName(field, t.common, session.store);
}

/** Any value of a lead or a deal, as people read it; '' for none. */
export function valueText({ format, session, nameOf, t }: ConvertView, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (field === 'expectedClose') return format.day(value as string, { weekday: false, year: true });
  if (field === 'ownerId') return userName(session, value as Id, t.common.you);
  if (field === 'personId' || field === 'organizationId') return nameOf(value as Id);
  if (isMoney(value)) return format.money(value);
  const def = field.startsWith('custom.')
    ? session.store.directory.fields.find((each) => each.id === field.slice('custom.'.length))
    : undefined;
  if (!def) return typeof value === 'string' ? value : '';
  return fieldText(value, def, {
    format,
    words: t.common,
    nameOf: (id, kind) => (kind === 'user' ? userName(session, id, t.common.you) : nameOf(id)) || id,
  });
}

export function userName(session: ConvertSession, id: Id | null, you: string): string {
  const { settings, directory } = session.store;
  const name = directory.user(id)?.name ?? (id === settings.user.id ? settings.user.name : '');
  return name || (id === settings.user.id ? you : '');
}

/** Pipeline and stage: a list, and the strip whose bars fill up to the chosen one. */
export function stagePicker(view: ConvertView): TemplateResult {
  const { session, t, id, redraw } = view;
  const { directory } = session.store;
  const { pipelineId, stageId } = session.draft;
  const place = (pipeline: Id, stage: Id): void => {
    session.place(pipeline, stage);
    redraw();
  };
  const stages = directory.stagesOf(pipelineId);
  return html`<div class="two two--pipe">
    ${selectField({
      id: `${id}-pipeline`,
      label: t.common.pipeline,
      value: pipelineId,
      options: directory.pipelines.map(({ id: value, name }) => ({ value, label: name })),
      onChange: (pipeline) => place(pipeline, directory.stagesOf(pipeline)[0]?.id ?? ''),
    })}
    <fieldset class="field">
      <legend class="field-name">${t.common.stage}</legend>
      <div class="stages">
        ${stages.map(
          (stage) => html`<label
            ><input
              class="sr"
              type="radio"
              name="${id}-stage"
              value=${stage.id}
              .checked=${live(stage.id === stageId)}
              @change=${() => place(pipelineId, stage.id)}
            /><i></i><span dir="auto" title=${stage.name}>${stage.name}</span></label
          >`,
        )}
      </div>
    </fieldset>
  </div>`;
}

/** A lead's title, and who it is with below it. */
export function leadWords(title: string, below: string | TemplateResult): TemplateResult {
  return html`<div class="lead-words"><b class="cut" dir="auto">${title}</b><small dir="auto">${below}</small></div>`;
}

/** "3 notes, 2 activities, 1 file": what hangs on a lead; '' where nothing does. */
export function movesText(
  { format, t }: ConvertView,
  moves: { readonly notes: number; readonly activities: number; readonly files?: number },
): string {
  const parts = [
    ...(moves.notes > 0 ? [t.common.countNotes(moves.notes)] : []),
    ...(moves.activities > 0 ? [t.common.countActivities(moves.activities)] : []),
    ...(moves.files ? [t.common.countFiles(moves.files)] : []),
  ];
  return parts.length > 0 ? format.list(parts) : '';
}

/** A button that looks like the link it is: inside the page, to a record. */
export function openLink(view: ConvertView, dealId: Id | undefined, title: string): TemplateResult | typeof nothing {
  if (dealId === undefined) return nothing;
  return html`<button type="button" class="btn btn--link" aria-label=${view.t.convert.openDealOf(title)} @click=${() => view.open(dealId)}>
    ${view.t.convert.openDeal}
  </button>`;
}
