import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ConvertDraft, Outcome } from '../../domain/plan.js';
import { holdsFocus } from '../focus.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { reasonWords } from '../outcome-words.js';
import { leadWords, movesText, nameOfField, openLink } from './parts.js';
import type { ConvertView } from './view.js';

/** Rows that are drawn of each group; the counts above tell the rest. */
const MOST = 200;

/** Leads drawn before and behind the one under way; the lines around them count the rest. */
const AROUND = 100;

/** How far it is, and each lead's state. The number is said now and then by the live region around it, not with every lead. */
export function progressBody(view: ConvertView): TemplateResult {
  const { session, t } = view;
  const { done, of, outcomes } = session.progress;
  const failed = [...outcomes.values()].filter(({ state }) => state !== 'done').length;
  const live = session.plan.drafts.filter((draft) => draft.refused === null && draft.problems.length === 0);
  const at = live.findIndex(({ id }) => !outcomes.has(id));
  const from = Math.max(0, (at < 0 ? live.length : at) - AROUND);
  const shown = live.slice(from, from + 2 * AROUND);
  // Of two chunks on their way the second may be the first that is stored.
  const behind = live.slice(from + shown.length);
  const waiting = behind.filter(({ id }) => !outcomes.has(id)).length;
  const more = (n: number, text: (n: number) => string) => (n > 0 ? html`<li class="more">${text(n)}</li>` : nothing);
  return html`<div>
      <div class="row bar-head"><b class="num">${t.convert.doneOf(done, of)}</b></div>
      <div class="progress" role="progressbar" aria-valuemin="0" aria-valuenow=${done} aria-valuemax=${of} aria-label=${t.convert.progress}>
        <i ${ref(wide(done - failed, of))}></i>${failed > 0 ? html`<i data-failed ${ref(wide(failed, of))}></i>` : nothing}
      </div>
    </div>
    <ul class="leadlist leadlist--running" tabindex="0" aria-label=${t.convert.each} ${ref((list) => showCurrent(list))}>
      ${more(from + behind.length - waiting, t.convert.moreDone)}
      ${repeat(
        shown,
        ({ id }) => id,
        (draft, i) => stateRow(view, draft, from + i === at),
      )}
      ${more(waiting, t.convert.moreWaiting)}
    </ul>`;
}

/** Widths come from code: a strict content policy blocks style attributes. */
function wide(part: number, of: number): (element: Element | undefined) => void {
  return (element) => {
    if (element instanceof HTMLElement) element.style.inlineSize = `${of > 0 ? (100 * part) / of : 0}%`;
  };
}

/** The lead under way is kept in sight after each drawing, unless somebody reads the list. */
function showCurrent(list: Element | undefined): void {
  if (!(list instanceof HTMLElement)) return;
  queueMicrotask(() => {
    const current = list.querySelector<HTMLElement>('.now');
    if (!current || list.matches(':hover') || holdsFocus(list)) return;
    const over = current.offsetTop + 2 * current.offsetHeight - list.clientHeight;
    if (over > list.scrollTop) list.scrollTop = over;
  });
}

function stateRow(view: ConvertView, draft: ConvertDraft, now: boolean): TemplateResult {
  const { session, t } = view;
  const outcome = session.progress.outcomes.get(draft.id);
  if (outcome?.state === 'done') return doneRow(view, outcome);
  if (outcome) return leftRow(view, outcome);
  if (!now) return html`<li>${icon(icons.clock)}${leadWords(draft.title, t.convert.waits)}</li>`;
  const what = movesText(view, draft.moves);
  return html`<li class="now">
    <span class="spin" aria-hidden="true"></span>${leadWords(draft.title, what ? t.convert.moving(what) : t.convert.converting)}
  </li>`;
}

/** What became of many: the count, those that stayed with their reason, and all one by one on demand. */
export function resultBody(view: ConvertView): TemplateResult {
  const { session, t } = view;
  const outcomes = session.result?.outcomes ?? [];
  const left = outcomes.filter((outcome) => outcome.state !== 'done');
  const done = outcomes.filter((outcome) => outcome.state === 'done');
  const { directory } = session.store;
  const pipeline = directory.pipelines.find(({ id }) => id === session.draft.pipelineId)?.name ?? '';
  const made = done.some(({ dealId }) => dealId !== undefined && !joined(view, dealId));
  return html`<div class="result">
      <span class="result-mark" ?data-none=${done.length === 0}>${icon(done.length > 0 ? icons.check : icons.warning)}</span>
      <div>
        <div class="big-n num">${t.convert.doneOf(done.length, outcomes.length)}</div>
        ${made ? html`<div class="muted" dir="auto">${t.convert.inStage(pipeline, session.stage?.name ?? '')}</div>` : nothing}
      </div>
    </div>
    ${left.length > 0 ? html`<ul class="leadlist">${left.slice(0, MOST).map((outcome) => leftRow(view, outcome))}</ul>` : nothing}
    ${
      done.length > 0
        ? html`<details>
          <summary>${t.convert.each}</summary>
          <ul class="leadlist">${done.slice(0, MOST).map((outcome) => doneRow(view, outcome))}</ul>
        </details>`
        : nothing
    }`;
}

function joined({ session }: ConvertView, dealId: string): boolean {
  return session.plan.drafts.some((draft) => draft.join === dealId);
}

function doneRow(view: ConvertView, { title, dealId }: Outcome): TemplateResult {
  const { t } = view;
  const what = dealId !== undefined && joined(view, dealId) ? t.convert.dealJoined : t.convert.dealMade;
  return html`<li class="ok">${icon(icons.check)}${leadWords(title, what)}${openLink(view, dealId, title)}</li>`;
}

function leftRow(view: ConvertView, outcome: Outcome): TemplateResult {
  const title = outcome.title || (view.session.titles.get(outcome.id) ?? '');
  const why = reasonWords(outcome, view.t.outcome, (field) => nameOfField(view, field));
  return html`<li class="bad">${icon(icons.warning)}${leadWords(title, why)}${openLink(view, outcome.dealId, title)}</li>`;
}
