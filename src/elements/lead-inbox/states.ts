import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { CrmError } from '../../domain/errors.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import { filterPhrases } from './filtering.js';
import type { InboxModel } from './model.js';
import { setFilter, setSegment } from './setup-change.js';

/** What stands in the list's place where there is nothing to list. */
export interface StateActions {
  readonly noAdd: string | null;
  readonly add: (title?: string) => void;
  readonly canImport: boolean;
  readonly importFile: () => void;
  readonly restoreBackup: () => void;
  readonly keepDays: number;
}

export function emptyState(model: InboxModel, actions: StateActions): TemplateResult {
  const { t, segment } = model;
  if (segment === 'archived') return box(inboxArt(), t.inbox.archivedEmptyTitle, t.inbox.archivedEmptyText);
  if (segment === 'trash') return box(inboxArt(), t.inbox.trashEmptyTitle, t.inbox.trashEmptyText(actions.keepDays));
  return box(
    inboxArt(),
    t.inbox.emptyTitle,
    t.inbox.emptyText,
    html`<div class="row wrap">
      ${
        actions.noAdd === null
          ? html`<button type="button" class="btn btn--primary" @click=${() => actions.add()}>${icon(icons.plus)}${t.inbox.addLead}</button>`
          : nothing
      }
      ${
        actions.canImport
          ? html`<button type="button" class="btn" @click=${actions.importFile}>${icon(icons.upload)}${t.inbox.importFile}</button>`
          : nothing
      }
      ${
        // Who has lost what this browser held looks at an empty inbox.
        actions.noAdd === null
          ? html`<button type="button" class="btn btn--quiet" data-restore-backup @click=${actions.restoreBackup}>${icon(icons.undo, { turn: true })}${t.inbox.restoreBackup}</button>`
          : nothing
      }
      <slot name="empty"></slot>
    </div>`,
  );
}

/** What was asked, what would match elsewhere, and the way out. */
export function noResults(model: InboxModel, actions: StateActions): TemplateResult {
  const { t, segment, elsewhere } = model;
  const words = model.search.trim();
  const filters = segment === 'trash' ? '' : model.format.list(filterPhrases(model));
  const said = words
    ? filters
      ? t.inbox.noResultsSearchFilter(words, filters)
      : t.inbox.noResultsSearch(words)
    : t.inbox.noResultsFilter(filters);
  const there = segment === 'trash' ? 0 : (elsewhere ?? 0);
  const other = segment === 'inbox' ? 'archived' : 'inbox';
  return box(
    searchArt(),
    t.inbox.noResultsTitle,
    `${said}${there > 0 ? ` ${other === 'archived' ? t.inbox.archivedMatch(there) : t.inbox.inboxMatch(there)}` : ''}`,
    html`<div class="row wrap">
      <button type="button" class="btn" @click=${() => clear(model)}>${t.inbox.clearFilters}</button>
      ${
        there > 0
          ? html`<button type="button" class="btn btn--quiet" @click=${() => setSegment(model, other)}
            >${icon(icons.archive)}${other === 'archived' ? t.inbox.showArchived : t.inbox.showInbox}</button
          >`
          : nothing
      }
      ${
        words && segment === 'inbox' && actions.noAdd === null
          ? html`<button type="button" class="btn btn--quiet" @click=${() => actions.add(words)}
            >${icon(icons.plus)}<bdi>${t.inbox.addNamed(words)}</bdi></button
          >`
          : nothing
      }
    </div>`,
  );
}

function clear(model: InboxModel): void {
  if (model.setup.filter.length > 0) setFilter(model, []);
  model.setSearch('');
}

/** The cause, the comfort, one button. */
export function errorState({ t }: InboxModel, cause: string, retry: () => void): TemplateResult {
  return box(
    storageArt(),
    t.inbox.errorTitle,
    cause,
    html`<div class="row wrap">
      <button type="button" class="btn btn--primary" @click=${retry}>${icon(icons.refresh)}${t.common.retry}</button>
    </div>`,
    'alert',
  );
}

/** Why nothing could be read. */
export function causeOf({ t }: InboxModel, error: CrmError | null): string {
  if (error === null || error.code === 'unavailable') return t.inbox.errorUnavailable;
  if (error.code === 'denied') return t.inbox.errorDenied;
  return error.code === 'auth' ? t.inbox.errorAuth : t.inbox.errorOther(error.reason ?? error.message);
}

function box(
  art: TemplateResult,
  title: string,
  text: string,
  actions?: TemplateResult,
  role?: 'alert',
): TemplateResult {
  return html`<div class="empty" part="empty" role=${role ?? nothing}>
    ${art}
    <h3 tabindex="-1">${title}</h3>
    <p dir="auto">${text}</p>
    ${actions ?? nothing}
  </div>`;
}

function art(drawing: SVGTemplateResult): TemplateResult {
  return html`<svg class="empty-art" viewBox="0 0 96 72" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true">${drawing}</svg>`;
}

const inboxArt = (): TemplateResult =>
  art(
    svg`<path class="tint" d="M18 40 29 22h38l11 18v18a6 6 0 0 1-6 6H24a6 6 0 0 1-6-6Z"/><path class="face" d="M18 40h18l4 8h16l4-8h18v18a6 6 0 0 1-6 6H24a6 6 0 0 1-6-6Z"/><path d="M18 40 29 22h9M78 40 67 22h-9"/><path class="ink" d="M48 4v28M40.500 24.500 48 32l7.500-7.500"/>`,
  );
const searchArt = (): TemplateResult =>
  art(
    svg`<rect class="tint" x="12" y="14" width="60" height="44" rx="8"/><path class="face" d="M16 16h52M16 30h34M16 44h26"/><circle class="face" cx="60" cy="40" r="15"/><path class="ink" d="m71 51 11 11M55 36l10 9M65 36l-10 9"/>`,
  );
const storageArt = (): TemplateResult =>
  art(
    svg`<rect class="tint" x="16" y="12" width="64" height="48" rx="8"/><ellipse class="face" cx="48" cy="20" rx="26" ry="8"/><path d="M22 20v32c0 4.500 11.600 8 26 8s26-3.500 26-8V20M22 36c0 4.500 11.600 8 26 8s26-3.500 26-8"/><path class="ink" d="m52 8-8 14h10l-8 15"/>`,
  );
