import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import { moveInList } from '../../shared/list-keys.js';
import type { Popup } from '../../shared/popup.js';
import type { Column } from './columns.js';
import { defaultColumns } from './columns.js';
import type { InboxModel } from './model.js';
import { allColumns } from './more-columns.js';
import { moreWords } from './more-words.js';
import { setColumns } from './setup-change.js';

/** Which columns, and in which order: by box and by arrows, so that the keyboard needs no dragging. */
export function openColumns(popup: Popup, anchor: HTMLElement, model: InboxModel): void {
  popup.show(anchor, {
    label: model.t.inbox.columns,
    align: 'end',
    focus: 'input:not([disabled])',
    content: () => content(popup, model),
  });
}

function content(popup: Popup, model: InboxModel): TemplateResult {
  const t = moreWords(model);
  const fields = model.store?.directory.fields ?? [];
  const chosen = model.columns;
  const known = allColumns(fields);
  const all = known.map(({ id }) => id);
  const rest = known.filter((column) => !chosen.some(({ id }) => id === column.id));
  const set = (columns: readonly string[], focus: string): void => {
    setColumns(model, columns);
    // Its row has moved, and the browser takes the focus from what moves.
    void model.host.updateComplete.then(() => popup.element?.querySelector<HTMLElement>(focus)?.focus());
  };
  const ids = chosen.map(({ id }) => id);
  return html`<div class="menu-head" id="columns-head">${t.columnsTitle}</div>
    <div role="group" aria-labelledby="columns-head" @keydown=${moveInList}>
      ${repeat(
        [...chosen, ...rest],
        ({ id }) => id,
        (column) => item(column, ids, all, set, model),
      )}
    </div>
    <hr />
    <button type="button" class="menu-item" data-reset @click=${() => set(defaultColumns, '[data-reset]')}>${t.resetColumns}</button>`;
}

function item(
  column: Column,
  ids: readonly string[],
  all: readonly string[],
  set: (columns: readonly string[], focus: string) => void,
  model: InboxModel,
): TemplateResult {
  const t = moreWords(model);
  const name = column.name(model.t);
  const at = ids.indexOf(column.id);
  const locked = column.cell === 'lead';
  const own = `[data-column="${CSS.escape(column.id)}"]`;
  const toggle = (): void =>
    set(at < 0 ? withColumn(ids, column.id, all) : ids.filter((id) => id !== column.id), `${own} input`);
  const move = (by: -1 | 1): void => {
    const to = at + by;
    const goesOn = by < 0 ? to > 1 : to < ids.length - 1;
    set(ids.toSpliced(at, 1).toSpliced(to, 0, column.id), `${own} [data-by="${goesOn ? by : -by}"]`);
    model.say(t.movedTo(name, to + 1, ids.length));
  };
  const arrow = (by: -1 | 1): TemplateResult => html`<button
    type="button"
    class="btn btn--icon btn--quiet btn--sm"
    aria-label=${by < 0 ? t.moveUp(name) : t.moveDown(name)}
    title=${by < 0 ? t.moveUp(name) : t.moveDown(name)}
    ?disabled=${by < 0 ? at <= 1 : at === ids.length - 1}
    data-by=${by}
    @click=${() => move(by)}
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

/** A column that is put back stands where it stands of itself: behind the nearest one before it that is shown. */
function withColumn(ids: readonly string[], id: string, all: readonly string[]): readonly string[] {
  const before = new Set(all.slice(0, all.indexOf(id)));
  return ids.toSpliced(ids.findLastIndex((one) => before.has(one)) + 1, 0, id);
}
export { partStyles } from './parts.styles.js';
