import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Summary } from '../../domain/query.js';
import type { Stage } from '../../domain/records.js';
import type { Lane } from './layout.js';
import * as icons from '../../shared/first-icons.js';
import type { Column } from './column.js';
import { needed } from './model.js';
import type { BoardModel } from './model.js';

export interface StageActions {
  readonly add: (stageId: string) => void;
  /** Why no deal can be added; null = it can. */
  readonly noAdd: string | null;
}

/** A stage: its head with count and totals, and the window over its cards. */
export function stageView(
  lane: Lane,
  column: Column | undefined,
  model: BoardModel,
  actions: StageActions,
): TemplateResult {
  const { preview, layout } = model;
  const stage = layout ? undefined : model.stage(lane.id);
  const head = layout
    ? layout.head(lane, { ...actions, sumsOf: (sums) => sumsOf(sums, model) })
    : stage && stageHead(stage, model, actions);
  return html`<section class="stage${preview?.lifted && preview.stageId === lane.id ? ' is-target' : ''}" part="stage" data-stage=${lane.id} aria-label=${lane.name} ?data-closed=${layout && !layout.target(lane.id)}>
    ${head}${column ? cards(column, model) : html`<div class="cards">${grey(model)}</div>`}
  </section>`;
}

function stageHead(stage: Stage, model: BoardModel, { add, noAdd }: StageActions): TemplateResult {
  const { t, stop } = model;
  const summary = model.summaries()?.of(stage.id);
  const here = stop?.stageId === stage.id;
  return html`<header class="stage-head" part="stage-header">
    <h3>
      <span class="cut" data-stage-head tabindex=${here && stop.id === null ? '0' : '-1'} dir="auto" title=${stage.name}>${stage.name}</span>
      ${
        summary
          ? html`<span class="count" aria-label=${t.pipeline.dealsIn(summary.count)}>${model.format.number(summary.count)}</span>`
          : html`<span class="count"><span class="skel skel--count"></span><span class="sr">${t.pipeline.countPending}</span></span>`
      }
      <button
        type="button"
        class="btn btn--icon btn--quiet btn--sm"
        data-add
        tabindex=${here ? '0' : '-1'}
        aria-label=${t.pipeline.addTo(stage.name)}
        title=${noAdd ?? t.pipeline.addTo(stage.name)}
        aria-disabled=${noAdd === null ? nothing : 'true'}
        @click=${() => noAdd === null && add(stage.id)}
      >${icons.firstIcon(icons.plus)}</button>
    </h3>
    <p>${sumsOf(summary, model)}</p>
    ${model.hands.here?.weights.line(stage, (sums) => sumsOf(sums, model)) ?? html`<p><span class="skel skel--sum"></span></p>`}
  </header>`;
}

/** Sums per currency over all deals, the workspace's own first; pending until they are known, never 0 instead. */
export function sumsOf(summary: Pick<Summary, 'sums'> | undefined, model: BoardModel): TemplateResult {
  if (!summary) return html`<span class="skel skel--sum"></span><span class="sr">${model.t.pipeline.sumPending}</span>`;
  const { format } = model;
  const own = model.store?.settings.currency ?? 'EUR';
  const sums =
    summary.sums.length > 0
      ? [...summary.sums].sort((a, b) => +(b.currency === own) - +(a.currency === own))
      : [{ amount: '0', currency: own }];
  const rest = sums.length - model.firstSums;
  return html`${sums.map((sum, at) => html`<span class="sum"><bdi>${format.money(sum)}</bdi>${at < sums.length - 1 ? html`<span aria-hidden="true"> ·</span>` : nothing}</span> `)}${rest > 0 ? html`<bdi class="rest">+${rest}</bdi>` : nothing}`;
}

function cards(column: Column, model: BoardModel): TemplateResult {
  const { list } = column;
  const known = list !== null && column.total !== undefined;
  const failed = list?.state === 'error' && !known;
  const none = known && column.count === 0;
  return html`<div
    class="cards win win--cards"
    part="cards"
    aria-busy=${list?.state === 'loading' ? 'true' : nothing}
  >
    ${(list?.waiting ?? 0) > 0 ? needed(model.hands)?.news(column) : nothing}
    ${failed ? needed(model.hands)?.columnError(column) : !known ? grey(model) : none ? emptyStage(model) : nothing}
    ${column.window.render()}<div class="slot" hidden></div>
  </div>`;
}

function emptyStage(model: BoardModel): TemplateResult {
  const { t } = model;
  return html`<div class="stage-empty">
    ${model.narrowed ? icons.firstIcon(icons.search) : icons.firstIcon(icons.move, 'i--turn')}
    <span dir="auto">${model.narrowed ? t.pipeline.noneMatch : (model.layout?.words.empty ?? t.pipeline.dropHere)}</span>
  </div>`;
}

/** Once it takes long. */
function grey(model: BoardModel): TemplateResult | typeof nothing | undefined {
  return model.slow ? needed(model.hands)?.skeletons() : nothing;
}
