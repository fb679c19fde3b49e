import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Columns } from './columns.js';
import { needed } from './model.js';
import type { BoardModel } from './model.js';
import { click, keyup, press } from './presses.js';
import { stageView } from './stage.js';
import type { StageActions } from './stage.js';

export interface BoardActions extends StageActions {
  readonly clear: () => void;
}

/** The stages side by side, what stands in their place where there is nothing, and what is only there while a card is moved. */
export function boardView(model: BoardModel, columns: Columns, actions: BoardActions): TemplateResult {
  const { stages, lanes, layout, store, hands } = model;
  const ready = store?.directory.ready ?? false;
  if (ready && stages.length === 0) return html`<div class="board-wrap">${needed(hands)?.noPipeline()}</div>`;
  if (model.lost) return html`<div class="board-wrap">${model.lost}</div>`;
  const total = model.overall;
  // The lists may know that there is nothing before the sums do.
  const nothingRead =
    !layout && columns.all.length > 0 && columns.all.every(({ list }) => list?.total === 0 && list.waiting === 0);
  const none = ready && (total ? total.count === 0 : nothingRead) && model.preview === null;
  // Whoever has several pipelines wants to see what this one is made of, and to fill it.
  if (none && (model.narrowed || model.pipelines.length < 2))
    return html`<div class="board-wrap">${model.narrowed ? needed(hands)?.noMatch(actions.clear) : needed(hands)?.emptyBoard(actions.noAdd, () => actions.add(stages[0]?.id ?? ''))}</div>`;
  return html`<div class="board-wrap">
    <div
      class="board"
      part="board"
      role="group"
      aria-label=${model.t.pipeline.stages}
      @pointerdown=${(event: PointerEvent) => press(hands, event)}
      @click=${(event: MouseEvent) => click(hands, event)}
      @contextmenu=${(event: MouseEvent) => click(hands, event)}
      @keyup=${keyup}
      @focusin=${() => hands.use(({ focus }) => focus.focusin())}
      @focusout=${(event: FocusEvent) => hands.here?.focus.focusout(event)}
      @scroll=${(event: Event) => hands.here?.clicks.scrolled(event.currentTarget as HTMLElement)}
    >
      ${
        ready && lanes.length > 0
          ? repeat(
              lanes,
              ({ id }) => id,
              (lane) => stageView(lane, columns.of(lane.id), model, actions),
            )
          : model.slow && model.crm.state !== 'failed' && model.crm.state !== 'mismatch'
            ? needed(hands)?.waiting()
            : nothing
      }
    </div>
    ${hands.here?.over()}
  </div>`;
}

/** On a narrow board one stage is seen; here are all. */
export function strip(model: BoardModel): TemplateResult | typeof nothing {
  const { lanes, layout, t, format, hands } = model;
  if (lanes.length === 0 || model.lost) return nothing;
  const shown = lanes.find(({ id }) => id === model.shownStage) ?? lanes[0];
  return html`<nav class="steps" part="steps" aria-label=${t.pipeline.stages}>
    ${lanes.map((lane) => {
      const count = layout ? layout.count(lane.id) : model.summaries()?.of(lane.id)?.count;
      const on = lane === shown;
      return html`<button type="button" class="chip${on ? ' chip--on' : ''}" aria-current=${on ? 'true' : 'false'} data-step=${lane.id} @click=${() => hands.use(({ clicks }) => clicks.showStage(lane.id))}
        ><bdi>${lane.name}</bdi>${count === undefined ? nothing : html` <b class="num">${format.number(count)}</b>`}</button
      >`;
    })}
  </nav>`;
}
