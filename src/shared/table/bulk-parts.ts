import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Drawing } from '../icons.js';
import { icon } from '../icon.js';
import { chooseAll } from './choose.js';
import type { RowRecord, Running, TableModel } from './model.js';

/** A button of the bar over what is chosen. */
export interface BulkButton {
  readonly name: string;
  readonly drawing: Drawing;
  readonly text: string;
  readonly run: (anchor: HTMLElement) => void;
  /** Why it is refused; null = it is not. */
  readonly why: string | null;
  /** `keeps`: only its icon where it is narrow; `leaves`: gone there. */
  readonly kind: string;
  readonly popup?: 'menu' | 'dialog' | undefined;
  /** In place of its text where it is narrow. */
  readonly short?: string | undefined;
}

export function bulkButton({ name, drawing, text, run, why, kind, popup, short }: BulkButton): TemplateResult {
  return html`<button
    type="button"
    class="btn btn--sm ${kind}"
    data-bulk=${name}
    aria-label=${text}
    aria-haspopup=${popup ?? nothing}
    aria-expanded=${popup ? 'false' : nothing}
    aria-disabled=${why === null ? nothing : 'true'}
    title=${why ?? nothing}
    @click=${(event: Event) => why === null && run(event.currentTarget as HTMLElement)}
  >${icon(drawing)}<span class=${short ? 'leaves' : nothing}>${text}</span>${short ? html`<span class="comes">${short}</span>` : nothing}</button>`;
}

/** How far a command over many has come, with the way to stop it. */
export function progress(
  running: Running,
  words: { readonly stop: string; readonly progress: (done: number, of: number) => string },
): TemplateResult {
  const { text, done, of, stop } = running;
  // The width is set by the object model: a style attribute is what a strict content policy forbids.
  const width = (element: Element | undefined): void =>
    (element as HTMLElement | undefined)?.style.setProperty('inline-size', `${(100 * done) / Math.max(1, of)}%`);
  return html`<span class="spin" aria-hidden="true"></span><b class="num"><bdi>${text}</bdi></b>
    <div class="progress" role="progressbar" aria-label=${text} aria-valuemin="0" aria-valuemax=${of} aria-valuenow=${done}
      ><i ${ref(width)}></i
    ></div>
    <span class="num subtle">${words.progress(done, of)}</span>
    <button type="button" class="btn btn--sm end" data-stop @click=${stop}>${words.stop}</button>`;
}

export interface PickAllWords {
  readonly selectedHere: (count: number) => string;
  readonly allSelected: (count: number) => string;
  readonly selectAllMatching: (count: number) => string;
}

/** After "all on the screen": everything else that matches, in one step. */
export function pickAllLine<R extends RowRecord>(
  model: TableModel<R>,
  words: PickAllWords,
): TemplateResult | typeof nothing {
  const { selection, total } = model;
  if (!selection.offerAll || selection.empty(total)) return nothing;
  const count = selection.count(total) ?? 0;
  const text = selection.all && count === total ? words.allSelected(count) : words.selectedHere(count);
  return html`<div class="pickall" role="row">
    <span role="gridcell"
      ><bdi>${text}</bdi>
      ${
        total !== undefined && count < total
          ? html`<button type="button" data-select-all @click=${() => chooseAll(model)}>${words.selectAllMatching(total)}</button>`
          : nothing
      }</span
    >
  </div>`;
}
