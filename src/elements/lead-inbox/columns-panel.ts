import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import type { Popup } from '../../shared/popup.js';
import type { Column } from './columns.js';
import { allColumns, columnName, columnsOf, defaultColumns } from './columns.js';
import type { InboxModel } from './model.js';
import { moreWords } from './more-words.js';

/** Which columns, and in which order: by box and by arrows, so that the keyboard needs no dragging. */
export function openColumns(popup: Popup, anchor: HTMLElement, model: InboxModel): void {
  popup.show(anchor, {
    label: model.t.inbox.columns,
    align: 'end',
    focus: 'input:not([disabled])',
    content: () => content(model),
  });
}

function content(model: InboxModel): TemplateResult {
  const t = moreWords(model);
  const fields = model.store?.directory.fields ?? [];
  const chosen = columnsOf(model.setup.columns, fields);
  const rest = allColumns(fields).filter((column) => !chosen.some(({ id }) => id === column.id));
  const set = (columns: readonly string[]): void => {
    model.setColumns(columns);
  };
  const ids = chosen.map(({ id }) => id);
  return html`<div class="menu-head" id="columns-head">${t.columnsTitle}</div>
    <div role="group" aria-labelledby="columns-head">
      ${repeat(
        [...chosen, ...rest],
        ({ id }) => id,
        (column) => item(column, ids, set, model),
      )}
    </div>
    <hr />
    <button type="button" class="menu-item" data-reset @click=${() => set(defaultColumns)}>${t.resetColumns}</button>`;
}

function item(
  column: Column,
  ids: readonly string[],
  set: (columns: readonly string[]) => void,
  model: InboxModel,
): TemplateResult {
  const t = moreWords(model);
  const name = columnName(column, model.t);
  const at = ids.indexOf(column.id);
  const locked = column.cell === 'lead';
  const toggle = (): void => set(at < 0 ? [...ids, column.id] : ids.filter((id) => id !== column.id));
  const move = (by: number, event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    set(ids.toSpliced(at, 1).toSpliced(at + by, 0, column.id));
    model.say(t.movedTo(name, at + by + 1, ids.length));
    (button.isConnected && !button.hasAttribute('disabled')
      ? button
      : button.parentElement?.querySelector<HTMLElement>('button:not([disabled])')
    )?.focus();
  };
  const arrow = (by: -1 | 1): TemplateResult => html`<button
    type="button"
    class="btn btn--icon btn--quiet btn--sm"
    aria-label=${by < 0 ? t.moveUp(name) : t.moveDown(name)}
    title=${by < 0 ? t.moveUp(name) : t.moveDown(name)}
    ?disabled=${by < 0 ? at <= 1 : at === ids.length - 1}
    @click=${(event: Event) => move(by, event)}
  >${icon(by < 0 ? icons.up : icons.down)}</button>`;
  return html`<div class="row column-item" data-column=${column.id}>
    <label class="menu-item"
      ><input type="checkbox" class="check" .checked=${at >= 0} ?disabled=${locked} @change=${toggle} /><span class="grow"><bdi>${name}</bdi></span>${
        locked ? html`<span class="subtle end">${icon(icons.lock, { label: t.columnLocked })}</span>` : ''
      }</label
    >
    ${locked || at < 0 ? '' : html`${arrow(-1)}${arrow(1)}`}
  </div>`;
}
export { partStyles } from './parts.styles.js';
