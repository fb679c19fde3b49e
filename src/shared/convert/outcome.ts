import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Outcome } from '../../domain/plan.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { reasonWords } from '../outcome-words.js';
import { leadWords, nameOfField, openLink } from './parts.js';
import type { ConvertView } from './view.js';

/** Rows that are drawn of each group; the counts above tell the rest. */
const MOST = 200;

/** How far it is. The number is said now and then by the live region around it, not with every lead. */
export function progressBody({ session, t }: ConvertView): TemplateResult {
  const { done, of } = session.progress;
  // Widths come from code: a strict content policy blocks style attributes.
  const fill = (element: Element | undefined): void => {
    if (element instanceof HTMLElement) element.style.inlineSize = `${of > 0 ? (100 * done) / of : 0}%`;
  };
  return html`<div>
    <div class="row bar-head"><b class="num">${t.convert.doneOf(done, of)}</b></div>
    <div class="progress" role="progressbar" aria-valuemin="0" aria-valuenow=${done} aria-valuemax=${of} aria-label=${t.convert.progress}>
      <i ${ref(fill)}></i>
    </div>
  </div>`;
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
