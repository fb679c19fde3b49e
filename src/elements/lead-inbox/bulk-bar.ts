import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Drawing } from '../../shared/icons.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import { chooseAll } from './choose.js';
import type { InboxModel } from './model.js';

export interface BulkActions {
  readonly clear: () => void;
  readonly convert: () => void;
  readonly archive: () => void;
  readonly restore: () => void;
  readonly label: (anchor: HTMLElement) => void;
  readonly owner: (anchor: HTMLElement) => void;
  readonly exportCsv: () => void;
  readonly more: (anchor: HTMLElement) => void;
  /** Why an action is refused here; null = it is not. */
  readonly why: (
    action:
      | 'leads-convert'
      | 'leads-archive'
      | 'leads-restore'
      | 'leads-label'
      | 'leads-assign'
      | 'leads-delete'
      | 'trash-restore',
  ) => string | null;
  readonly canArchive: boolean;
}

/** Stands in the toolbar's place while something is chosen, so that nothing below it moves. */
export function bulkBar(model: InboxModel, actions: BulkActions): TemplateResult {
  const { t, segment, running } = model;
  const count = model.selection.count(model.total);
  return html`<div class="bulk" part="bulk" role="group" aria-label=${t.inbox.selectedLeads}>
    ${
      running
        ? progress(model)
        : html`<button
            type="button"
            class="btn btn--icon btn--quiet btn--sm"
            data-clear
            aria-label=${t.inbox.clearSelection}
            title=${t.inbox.clearSelection}
            @click=${actions.clear}
          >${icon(icons.x)}</button
          ><b class="num"><bdi>${count === undefined ? t.inbox.selectedAll : t.inbox.selected(count)}</bdi></b>
          ${segment === 'inbox' ? button('convert', icons.convert, t.inbox.convertLeads, actions.convert, actions.why('leads-convert'), 'btn--primary', undefined, t.inbox.convert) : nothing}
          ${segment === 'inbox' && actions.canArchive ? button('archive', icons.archive, t.inbox.archive, actions.archive, actions.why('leads-archive'), 'keeps') : nothing}
          ${segment === 'inbox' ? nothing : button('restore', icons.undo, t.inbox.restore, actions.restore, actions.why(segment === 'trash' ? 'trash-restore' : 'leads-restore'), 'btn--primary')}
          ${
            segment === 'trash'
              ? nothing
              : html`${button('label', icons.label, t.common.label, actions.label, actions.why('leads-label'), 'leaves', 'dialog')}
              ${button('owner', icons.person, t.common.owner, actions.owner, actions.why('leads-assign'), 'leaves', 'menu')}
              ${button('export', icons.download, t.inbox.export, actions.exportCsv, null, 'leaves')}
              <button
                type="button"
                class="btn btn--icon btn--quiet btn--sm"
                data-more
                aria-label=${t.inbox.more}
                title=${t.inbox.more}
                aria-haspopup="menu"
                aria-expanded="false"
                @click=${(event: Event) => actions.more(event.currentTarget as HTMLElement)}
              >${icon(icons.more)}</button>`
          }
          ${
            segment === 'inbox'
              ? html`<span class="end subtle hints" aria-hidden="true"
                ><kbd>C</kbd> ${t.inbox.keyConvert} · <kbd>E</kbd> ${t.inbox.keyArchive} · <kbd>Esc</kbd> ${t.inbox.keyClear}</span
              >`
              : nothing
          }`
    }
  </div>`;
}

function button(
  name: string,
  drawing: Drawing,
  text: string,
  run: (anchor: HTMLElement) => void,
  why: string | null,
  kind: string,
  popup?: 'menu' | 'dialog',
  /** In its place where it is narrow. */
  short?: string,
): TemplateResult {
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

function progress(model: InboxModel): TemplateResult {
  const { t, running } = model;
  if (!running) return html``;
  // The width is set by the object model: a style attribute is what a strict content policy forbids.
  const width = (element: Element | undefined): void =>
    (element as HTMLElement | undefined)?.style.setProperty(
      'inline-size',
      `${(100 * running.done) / Math.max(1, running.of)}%`,
    );
  return html`<span class="spin" aria-hidden="true"></span><b class="num"><bdi>${running.text}</bdi></b>
    <div class="progress" role="progressbar" aria-label=${running.text} aria-valuemin="0" aria-valuemax=${running.of} aria-valuenow=${running.done}
      ><i ${ref(width)}></i
    ></div>
    <span class="num subtle">${t.inbox.progress(running.done, running.of)}</span>
    <button type="button" class="btn btn--sm end" data-stop @click=${running.stop}>${t.inbox.stop}</button>`;
}

/** After "all on the screen": everything else that matches, in one step. */
export function pickAll(model: InboxModel): TemplateResult | typeof nothing {
  const { t, selection, total } = model;
  if (!selection.offerAll || !model.selecting) return nothing;
  const count = selection.count(total) ?? 0;
  const text = selection.all && count === total ? t.inbox.allSelected(count) : t.inbox.selectedHere(count);
  return html`<div class="pickall" role="row">
    <span role="gridcell"
      ><bdi>${text}</bdi>
      ${
        total !== undefined && count < total
          ? html`<button type="button" data-select-all @click=${() => chooseAll(model)}>${t.inbox.selectAllMatching(total)}</button>`
          : nothing
      }</span
    >
  </div>`;
}
