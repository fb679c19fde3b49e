import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { Columns } from './columns.js';
import type { BoardFocus } from './focus.js';
import { overall } from './head.js';
import type { Lift } from './lift.js';
import type { BoardModel } from './model.js';
import { emptyBoard, noMatch, noPipeline } from './states.js';
import { skeletonLines } from './card.js';
import { stageView } from './stage.js';
import type { StageActions } from './stage.js';

export interface BoardActions extends StageActions {
  readonly click: (event: MouseEvent) => void;
  readonly contextMenu: (event: MouseEvent) => void;
  readonly keyup: (event: KeyboardEvent) => void;
  readonly scrolled: (event: Event) => void;
  readonly clear: () => void;
}

/** The stages side by side, what stands in their place where there is nothing, and what is only there while a card is moved. */
export function boardView(
  model: BoardModel,
  columns: Columns,
  focus: BoardFocus,
  lift: Lift,
  actions: BoardActions,
): TemplateResult {
  const { stages, store } = model;
  const ready = store?.directory.ready ?? false;
  if (ready && stages.length === 0) return html`<div class="board-wrap">${noPipeline(model)}</div>`;
  const total = overall(model);
  const none = ready && total?.count === 0 && model.preview === null;
  if (none)
    return html`<div class="board-wrap">${model.narrowed ? noMatch(model, actions.clear) : emptyBoard(model, actions.noAdd, () => actions.add(stages[0]?.id ?? ''))}</div>`;
  return html`<div class="board-wrap">
    <div
      class="board"
      part="board"
      role="group"
      aria-label=${model.t.pipeline.stages}
      @click=${actions.click}
      @contextmenu=${actions.contextMenu}
      @keyup=${actions.keyup}
      @focusin=${focus.focusin}
      @focusout=${focus.focusout}
      @scroll=${actions.scrolled}
    >
      ${
        ready
          ? repeat(
              stages,
              (stage) => stage.id,
              (stage) => stageView(stage, columns.of(stage.id), model, actions),
            )
          : waiting(model)
      }
    </div>
    ${dock(model)}${lift.active ? hint(model, lift) : nothing}
  </div>`;
}

/** Won, lost, delete: there while a pointer holds a card; the card's menu has the same. */
function dock({ t }: BoardModel): TemplateResult {
  return html`<div class="dock" part="dock" aria-hidden="true" hidden>
    <div class="zone" data-zone="delete">${icon(icons.trash)}${t.pipeline.deleteZone}</div>
    <div class="zone" data-zone="lost">${icon(icons.lost)}${t.pipeline.lostZone}</div>
    <div class="zone" data-zone="won">${icon(icons.won)}${t.pipeline.wonZone}</div>
  </div>`;
}

/** What the keys do with the card in hand; the same is said aloud when it is lifted. */
function hint(model: BoardModel, lift: Lift): TemplateResult {
  const { t, preview, byHand } = model;
  return html`<div class="hint" aria-hidden="true">
    <b><bdi>${preview ? t.pipeline.moving(model.titleOf(preview.deal)) : ''}</bdi></b>
    <bdi>${lift.words()}</bdi>
    <span><kbd>← →</kbd><bdi>${t.pipeline.keyStage}</bdi></span>
    ${byHand ? html`<span><kbd>↑ ↓</kbd>${t.pipeline.keyPlace}</span>` : nothing}
    <span><kbd>Space</kbd>${t.pipeline.keyDrop}</span>
    <span><kbd>Esc</kbd>${t.pipeline.keyBack}</span>
  </div>`;
}

/** Before the stages are known, once it takes long. */
function waiting(model: BoardModel): TemplateResult | typeof nothing {
  if (!model.slow || model.crm.state === 'failed' || model.crm.state === 'mismatch') return nothing;
  return html`${[2, 1, 2, 1, 0].map(
    (cards) => html`<div class="stage" aria-hidden="true">
      <div class="stage-head"><h3><span class="skel skel--name"></span></h3><p><span class="skel skel--sum"></span></p></div>
      <div class="cards"><div class="skeletons">
        ${Array.from({ length: cards }).map(() => html`<div class="card is-skeleton">${skeletonLines()}</div>`)}
      </div></div>
    </div>`,
  )}`;
}

/** On a narrow board one stage is seen; here are all. */
export function strip(model: BoardModel, show: (stageId: string) => void): TemplateResult | typeof nothing {
  const { stages, t, format } = model;
  if (stages.length === 0) return nothing;
  const shown = stages.find((stage) => stage.id === model.shownStage) ?? stages[0];
  return html`<nav class="steps" part="steps" aria-label=${t.pipeline.stages}>
    ${stages.map((stage) => {
      const count = model.summaries()?.of(stage.id)?.count;
      const on = stage === shown;
      return html`<button type="button" class="chip${on ? ' chip--on' : ''}" aria-current=${on ? 'true' : 'false'} data-step=${stage.id} @click=${() => show(stage.id)}
        ><bdi>${stage.name}</bdi>${count === undefined ? nothing : html` <b class="num">${format.number(count)}</b>`}</button
      >`;
    })}
  </nav>`;
}
