import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { Lift } from './lift.js';
import type { BoardModel } from './model.js';

/** Won, lost, delete, another pipeline or the leads: there while a pointer holds cards; their menu has the same. */
export function dock({ t, pipelines, pipeline, store }: BoardModel): TemplateResult {
  const elsewhere = pipelines.some(({ id }) => id !== pipeline?.id && (store?.directory.stagesOf(id).length ?? 0) > 0);
  return html`<div class="dock" part="dock" aria-hidden="true" hidden>
    <div class="zone" data-zone="delete">${icon(icons.trash)}${t.pipeline.deleteZone}</div>
    <div class="zone" data-zone="lost">${icon(icons.lost)}${t.pipeline.lostZone}</div>
    <div class="zone" data-zone="won">${icon(icons.won)}${t.pipeline.wonZone}</div>
    <div class="zone" data-zone="move">${icon(icons.move, { turn: true })}${t.pipeline.move}<small>${elsewhere ? t.pipeline.moveZoneText : t.pipeline.moveZoneLeads}</small></div>
  </div>`;
}

/** What the keys do with the card in hand; the same is said aloud when it is lifted. */
export function hint(model: BoardModel, lift: Lift): TemplateResult {
  const { t, preview, byHand } = model;
  return html`<div class="hint" aria-hidden="true">
    <b><bdi>${preview ? t.pipeline.moving(lift.name) : ''}</bdi></b>
    <bdi>${lift.words()}</bdi>
    <span><kbd>← →</kbd><bdi>${model.layout?.words.across ?? t.pipeline.keyStage}</bdi></span>
    ${byHand ? html`<span><kbd>↑ ↓</kbd>${t.pipeline.keyPlace}</span>` : nothing}
    <span><kbd>Space</kbd>${t.pipeline.keyDrop}</span>
    <span><kbd>Esc</kbd>${t.pipeline.keyBack}</span>
  </div>`;
}
