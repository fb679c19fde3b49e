import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { inboxMore } from '../../i18n/en/inbox-more.js';
import { wordsOf } from '../../i18n/words.js';
import * as icons from '../icons.js';
import { icon } from '../icon.js';
import { moveInList } from '../list-keys.js';
import type { Popup } from '../popup.js';
import type { HeadColumn, HeadsModel } from './head-menus.js';

interface NamedColumn {
  readonly id: string;
  readonly name: string;
}

/** The list whose columns are chosen. */
export interface ColumnsPlace {
  readonly host: { readonly updateComplete: Promise<boolean> };
  /** The language of its words, and the name of the panel in it: both as they are now. */
  readonly lang: () => string;
  readonly label: () => string;
  /** Those that are shown, in their order; the first one always is. */
  readonly shown: () => readonly NamedColumn[];
  /** Every one there is, in the order they stand in of themselves. */
  readonly all: () => readonly NamedColumn[];
  readonly set: (ids: readonly string[]) => void;
  /** Those that somebody sees who has not chosen. */
  readonly reset: () => void;
  readonly say: (text: string) => void;
}

/** Which columns the segment that is shown has, of a list whose heads have menus. */
export function openColumnsOf<C extends HeadColumn>(
  popup: Popup,
  anchor: HTMLElement,
  model: HeadsModel<C> & Pick<ColumnsPlace, 'host'> & { readonly words: { readonly lang: string } },
): void {
  const named = (columns: readonly C[]): readonly NamedColumn[] =>
    columns.map((column) => ({ id: column.id, name: model.nameOfColumn(column) }));
  openColumns(popup, anchor, {
    host: model.host,
    lang: () => model.words.lang,
    label: () => model.t.dealList.columns,
    shown: () => named(model.columns),
    all: () => named(model.allColumns),
    set: (ids) => model.setColumns(ids),
    reset: () => model.setColumns(undefined),
    say: (text) => model.say(text),
  });
}

/** Which columns, and in which order: by box and by arrows, so that the keyboard needs no dragging. */
export function openColumns(popup: Popup, anchor: HTMLElement, place: ColumnsPlace): void {
  popup.show(anchor, {
    label: place.label,
    align: 'end',
    focus: 'input:not([disabled])',
    content: () => content(popup, place),
  });
}

function content(popup: Popup, place: ColumnsPlace): TemplateResult {
  const t = wordsOf('inboxMore', inboxMore, place.lang());
  const shown = place.shown();
  const known = place.all();
  const rest = known.filter((column) => !shown.some(({ id }) => id === column.id));
  // Its row has moved, and the browser takes the focus from what moves.
  const refocus = (focus: string): void =>
    void place.host.updateComplete.then(() => popup.element?.querySelector<HTMLElement>(focus)?.focus());
  const parts: Parts = {
    place,
    t,
    ids: shown.map(({ id }) => id),
    all: known.map(({ id }) => id),
    set: (columns, focus) => {
      place.set(columns);
      refocus(focus);
    },
  };
  const reset = (): void => {
    place.reset();
    refocus('[data-reset]');
  };
  return html`<div class="menu-head" id="columns-head">${t.columnsTitle}</div>
    <div role="group" aria-labelledby="columns-head" @keydown=${moveInList}>
      ${repeat(
        [...shown, ...rest],
        ({ id }) => id,
        (column, index) => item(column, index === 0, parts),
      )}
    </div>
    <hr />
    <button type="button" class="menu-item" data-reset @click=${reset}>${t.resetColumns}</button>`;
}

interface Parts {
  readonly place: ColumnsPlace;
  readonly t: typeof inboxMore;
  readonly ids: readonly string[];
  readonly all: readonly string[];
  /** @param focus selects what has the focus then */
  readonly set: (columns: readonly string[], focus: string) => void;
}

function item(column: NamedColumn, locked: boolean, { place, t, ids, all, set }: Parts): TemplateResult {
  const { id, name } = column;
  const at = ids.indexOf(id);
  const own = `[data-column="${CSS.escape(id)}"]`;
  const toggle = (): void => set(at < 0 ? withColumn(ids, id, all) : ids.filter((one) => one !== id), `${own} input`);
  const move = (by: -1 | 1): void => {
    const to = at + by;
    const goesOn = by < 0 ? to > 1 : to < ids.length - 1;
    set(ids.toSpliced(at, 1).toSpliced(to, 0, id), `${own} [data-by="${goesOn ? by : -by}"]`);
    place.say(t.movedTo(name, to + 1, ids.length));
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
  return html`<div class="row column-item" data-column=${id}>
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
