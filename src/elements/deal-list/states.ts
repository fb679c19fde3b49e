import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { CrmError } from '../../domain/errors.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import { banner } from '../../shared/notice.js';
import type { DealListModel } from './model.js';

/** What stands in the list's place: nothing could be read, nothing is there, nothing matches. @param elsewhere how many match in all segments */
export function instead(model: DealListModel, elsewhere: number | undefined): TemplateResult {
  const { list, crm } = model;
  if (crm.state === 'failed') return errorState(model, causeOf(model, crm.crm?.error ?? null), () => crm.crm?.retry());
  if (model.formulas.failed) return errorState(model, model.t.common.formulasLost, model.formulas.retry);
  if (list?.state === 'error') return errorState(model, causeOf(model, list.error), () => list.retry());
  return model.narrowed ? noMatch(model, elsewhere) : emptyState(model);
}

function emptyState({ t, segment }: DealListModel): TemplateResult {
  const { dealList: own, pipeline } = t;
  const words = {
    open: [own.emptyOpen, own.emptyOpenText],
    won: [own.emptyWon, own.emptyWonText],
    lost: [own.emptyLost, own.emptyLostText],
    all: [own.emptyAll, pipeline.emptyText],
  } as const;
  const [title, text] = words[segment];
  return box(listArt, title, text, html`<div class="row wrap"><slot name="empty"></slot></div>`);
}

/** What was asked, what would match elsewhere, and the way out. */
function noMatch(model: DealListModel, elsewhere: number | undefined): TemplateResult {
  const { dealList: t } = model.t;
  const { search, filter } = model.setup;
  const words = search.trim();
  const said = words ? (filter.length > 0 ? t.noneBoth(words) : t.noneSearch(words)) : t.noneFilter;
  const there = model.segment === 'all' ? 0 : (elsewhere ?? 0);
  const clear = (): void => {
    model.setSearch('');
    if (filter.length > 0) model.arrange({ filter: [] });
  };
  return box(
    searchArt,
    t.noneTitle,
    `${said}${there > 0 ? ` ${t.closedMatch(there)}` : ''}`,
    html`<div class="row wrap">
      ${model.host.embedded ? nothing : html`<button type="button" class="btn" data-clear-filters @click=${clear}>${t.clearFilters}</button>`}
      ${there > 0 ? html`<button type="button" class="btn btn--quiet" data-show-all @click=${() => model.setSegment('all')}>${t.showAll}</button>` : nothing}
    </div>`,
  );
}

/** The cause, the comfort, one button. */
function errorState({ t }: DealListModel, cause: string, retry: () => void): TemplateResult {
  return box(
    listArt,
    t.pipeline.errorTitle,
    cause,
    html`<div class="row wrap">
      <button type="button" class="btn btn--primary" data-retry @click=${retry}>${icon(icons.refresh)}${t.common.retry}</button>
    </div>`,
    'alert',
  );
}

function causeOf({ t }: DealListModel, error: CrmError | null): string {
  const own = t.pipeline;
  if (error === null || error.code === 'unavailable') return own.errorUnavailable;
  if (error.code === 'denied') return own.errorDenied;
  return error.code === 'auth' ? own.errorAuth : own.errorOther(error.reason ?? error.message);
}

function box(
  drawing: SVGTemplateResult,
  title: string,
  text: string,
  actions: TemplateResult,
  role?: 'alert',
): TemplateResult {
  return html`<div class="empty" part="empty" role=${role ?? nothing}>
    <svg class="empty-art" viewBox="0 0 96 72" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true">${drawing}</svg>
    <h3 tabindex="-1">${title}</h3>
    <p dir="auto">${text}</p>
    ${actions}
  </div>`;
}

/** A table, and a row that is on its way into it. */
const listArt = svg`<rect class="tint" x="12" y="10" width="72" height="52" rx="8"/><path d="M12 24h72M36 10v52"/><path class="face" d="M18 34h12M42 34h34M18 44h12M42 44h24"/><path class="ink" d="M42 54h22m-6-5 6 5-6 5"/>`;
const searchArt = svg`<rect class="tint" x="12" y="14" width="60" height="44" rx="8"/><path class="face" d="M16 16h52M16 30h34M16 44h26"/><circle class="face" cx="60" cy="40" r="15"/><path class="ink" d="m71 51 11 11M55 36l10 9M65 36l-10 9"/>`;

/** Others' new deals wait while one reads. */
export function newsBanner({ t, list }: DealListModel): TemplateResult | typeof nothing {
  const waiting = list?.waiting ?? 0;
  if (waiting === 0) return nothing;
  return banner({
    tone: 'info',
    drawing: icons.info,
    head: t.dealList.waiting(waiting),
    body: t.dealList.waitingText,
    actions: html`<button type="button" class="btn btn--sm" data-show-waiting @click=${() => list?.showWaiting()}>${t.dealList.showThem(waiting)}</button>`,
  });
}
