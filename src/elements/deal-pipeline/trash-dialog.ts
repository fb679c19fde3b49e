import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Deal, Id, Trash } from '../../domain/records.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import type { Dialog } from '../../shared/dialog.js';
import { isKept } from '../../shared/merge/survivor.js';
import { hasLostFocus } from '../../shared/keep-focus.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import { openRecord } from '../../shared/open-record.js';
import { rowsOf } from '../../shared/rows-of.js';
import type { LiveList } from '../../store/api.js';
import type { BoardModel } from './model.js';

/** Deals per press of "Show more". */
const page = 50;

/** Deals that were deleted and can still come back, the last one first, each with the way back. */
export function openTrash(model: BoardModel, dialog: Dialog): void {
  const { store } = model;
  if (!store || dialog.isOpen) return;
  const list: LiveList<'trash'> = store.list({
    kind: 'trash',
    where: { field: 'of', op: 'is', value: 'deal' },
    order: [{ field: 'createdAt', descending: true }],
  });
  let shown = page;
  let said = '';
  list.setWindow(0, shown);
  const off = list.subscribe(() => dialog.draw());
  const more = (): void => {
    shown += page;
    list.setWindow(0, shown);
    dialog.draw();
  };
  const follow = async (id: Id): Promise<void> => {
    if (!(await isKept(model.store, 'deal', id))) {
      said = wordsOf('merge', merge, model.words.lang).survivorGone;
      return dialog.draw();
    }
    dialog.close();
    openRecord(model.crm, 'deal', id);
  };
  const restore = async (trash: Trash): Promise<void> => {
    const result = await model.commands.run('trash-restore', { ids: [trash.id] }, { quiet: true });
    // Why it was not is told on the board.
    if (!result?.outcomes.every(({ state }) => state === 'done')) return dialog.close();
    said = model.t.pipeline.restoredTo(titleOf(trash, model), model.stageName((trash.record as Deal).stageId));
    dialog.draw();
    if (hasLostFocus(model.host)) dialog.element?.querySelector<HTMLElement>('[data-said]')?.focus();
  };
  dialog.open({
    width: 560,
    focus: '[data-close]',
    content: () => {
      const { t } = model;
      return dialog.frame({
        title: t.pipeline.trashTitle,
        text: t.pipeline.trashText(store.settings.keepReceipts),
        body: html`<p role="status" tabindex="-1" data-said ?hidden=${said === ''}>${said}</p>
          ${content(model, list, { shown, more, follow: (id) => void follow(id), restore: (trash) => void restore(trash) })}`,
        foot: html`<span class="grow"></span><button type="submit" class="btn btn--primary">${t.common.close}</button>`,
        close: t.common.close,
        onSubmit: () => dialog.close(),
      });
    },
    onClose: off,
  });
}

interface Shown {
  readonly shown: number;
  readonly more: () => void;
  readonly restore: (trash: Trash) => void;
  /** To the deal that a merged one went into. */
  readonly follow: (id: Id) => void;
}

function content(model: BoardModel, list: LiveList<'trash'>, actions: Shown): TemplateResult {
  const { shown, more } = actions;
  const { t } = model;
  const { total, state } = list;
  if (state === 'error')
    return html`<p role="alert">${t.pipeline.errorUnavailable}
      <button type="button" class="btn btn--sm" @click=${() => list.retry()}>${t.common.retry}</button></p>`;
  const rows = rowsOf(list, shown);
  if (rows.length === 0)
    return html`<p class="muted" role="status">${state === 'loading' ? t.common.loading : t.pipeline.trashEmpty}</p>`;
  const rest = total === undefined ? 0 : total - rows.length;
  return html`<ul class="trashed">
      ${repeat(
        rows,
        ({ id }) => id,
        (trash) => row(model, trash, actions),
      )}
    </ul>
    ${rest > 0 ? html`<button type="button" class="btn btn--link btn--sm" @click=${more}>${t.pipeline.trashMore(rest)}</button>` : nothing}`;
}

function row(model: BoardModel, trash: Trash, { restore, follow }: Shown): TemplateResult {
  const { t, format, store } = model;
  const title = titleOf(trash, model);
  const { value, stageId } = trash.record as Deal;
  const why = model.why('trash-restore', trash, t.pipeline.mayNotRestore);
  const busy = model.commands.busy(trash.id);
  const { mergedInto: into, mergedTitle } = trash;
  const merged = wordsOf('merge', merge, model.words.lang);
  const ago = format.ago(trash.createdAt, Date.parse(store?.now() ?? trash.createdAt));
  const about = [
    value ? format.money(value) : '',
    model.stageName(stageId),
    into ? merged.into(mergedTitle ?? '') : t.pipeline.trashWhen(ago),
    into ? ago : '',
  ].filter(Boolean);
  return html`<li>
    <span class="what"><b><bdi>${title}</bdi></b> <span class="muted">${about.map((part, at) => html`${at > 0 ? ' · ' : ''}<bdi>${part}</bdi>`)}</span></span>
    ${into ? html`<button type="button" class="btn btn--sm" data-survivor @click=${() => follow(into)}>${icon(icons.external, { size: 'sm' })}<bdi>${mergedTitle ? merged.openTitle(mergedTitle) : merged.openSurvivor}</bdi></button>` : nothing}
    <button
      type="button"
      class="btn btn--sm"
      data-restore
      aria-label=${t.pipeline.restoreOf(title)}
      aria-disabled=${why === null ? nothing : 'true'}
      aria-busy=${busy ? 'true' : nothing}
      title=${why ?? nothing}
      @click=${() => {
        if (why === null && !busy) restore(trash);
      }}
    >${icon(icons.undo, { size: 'sm', turn: true })}${t.pipeline.restore}</button>
  </li>`;
}

function titleOf(trash: Trash, model: BoardModel): string {
  return model.titleOf(trash.record as Deal);
}

export const partStyles = css`
  .trashed { border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); }
  .trashed > li { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; padding: 8px 12px; }
  .trashed > li + li { border-block-start: 1px solid var(--crm-border-subtle); }
  .trashed .what { flex: 1 1 12rem; min-inline-size: 0; overflow-wrap: anywhere; }
  .trashed b { display: block; font-weight: var(--crm-weight-medium); }
  .trashed .muted { font-size: var(--crm-text-sm); }
`;
