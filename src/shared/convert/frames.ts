import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { addDays } from '../../domain/dates.js';
import type { Dialog } from '../dialog.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { banner } from '../notice.js';
import { doneWords } from '../outcome-words.js';
import { manyBody, worth } from './many.js';
import { oneBody } from './one.js';
import { progressBody, resultBody } from './outcome.js';
import { outOf } from './session.js';
import type { ConvertView } from './view.js';

/** What the buttons do. */
export interface ConvertActions {
  /** Convert; `ready` only those that need no answer. */
  submit(only?: 'ready'): void;
  close(): void;
  /** Cancels what a listener of the page holds. */
  cancelWait(): void;
  stop(): void;
  undo(): void;
  again(): void;
}

/** The whole content of the dialog, step by step. */
export function frameOf(dialog: Dialog, view: ConvertView, actions: ConvertActions): TemplateResult {
  const { session, t } = view;
  if (session.step === 'result') return resultFrame(dialog, view, actions);
  if (session.step === 'running' && session.many) return runningFrame(dialog, view, actions);
  const { many, draft } = session;
  return dialog.frame({
    title: many ? t.convert.titleMany(session.plan.drafts.length) : t.convert.title,
    text: many ? t.convert.eachBecomes : session.titleOf(draft),
    close: t.common.close,
    onSubmit: () => actions.submit(),
    body: html`${messages(view, actions)}${
      !many && outOf(draft)
        ? nothing
        : html`<div class="convert-form" ?inert=${session.step !== 'form'}>${many ? manyBody(view) : oneBody(view)}</div>`
    }`,
    foot: many ? manyFoot(view, actions) : oneFoot(view, actions),
  });
}

/** Why it is shown again, who holds it, and that it is a deal already. */
function messages(view: ConvertView, actions: ConvertActions): TemplateResult {
  const { session, t } = view;
  const out = session.many ? undefined : outOf(session.draft);
  const cancel = html`<span class="spin" aria-hidden="true"></span
    ><button type="button" class="btn btn--sm" data-cancel-wait @click=${() => actions.cancelWait()}>${t.common.cancel}</button>`;
  return html`${
    session.step === 'waiting'
      ? banner({
          tone: 'warning',
          drawing: icons.lock,
          head: t.convert.waiting,
          body: t.convert.waitingHow(session.plan.drafts.length),
          actions: cancel,
        })
      : nothing
  }${
    session.said
      ? banner({
          tone: 'negative',
          drawing: icons.warning,
          head: t.convert.notConverted,
          body: html`<bdi>${session.said}</bdi>`,
          alert: true,
        })
      : nothing
  }${out?.code === 'already-converted' ? already(view, out.dealId) : nothing}${
    out?.code === 'not-found'
      ? banner({ tone: 'info', drawing: icons.info, head: t.convert.gone, body: t.convert.goneHow })
      : nothing
  }${
    out?.code === 'denied'
      ? banner({
          tone: 'warning',
          drawing: icons.lock,
          head: t.convert.notConverted,
          body: html`<bdi>${out.reason ?? t.outcome.denied}</bdi>`,
        })
      : nothing
  }`;
}

function already(view: ConvertView, dealId: string | undefined): TemplateResult {
  const { t, session } = view;
  const open =
    dealId === undefined
      ? nothing
      : html`<button type="button" class="btn btn--sm" @click=${() => view.open(dealId)}>${t.convert.openDeal}</button>`;
  const body = html`<bdi>${session.converted || t.convert.alreadyHow}</bdi>`;
  return banner({ tone: 'info', drawing: icons.info, head: t.convert.already, body, actions: open });
}

function oneFoot({ session, t }: ConvertView, actions: ConvertActions): TemplateResult {
  const { draft, store, step } = session;
  if (outOf(draft)) {
    return html`<span class="grow"></span><button type="button" class="btn" @click=${() => actions.close()}>${t.common.close}</button>`;
  }
  const deal = session.dealOf(draft);
  const busy = step !== 'form';
  const left = deal
    ? t.convert.stageStays(store.directory.stage(deal.stageId)?.name ?? '')
    : t.convert.undoDays(store.settings.keepReceipts);
  return html`<p class="subtle small" dir="auto">${left}</p><span class="grow"></span>
    <button type="button" class="btn" ?disabled=${step === 'running'} @click=${() => actions.close()}>${t.common.cancel}</button>
    <button type="submit" class="btn btn--primary" aria-busy=${busy ? 'true' : nothing}>
      ${busy ? html`<span class="spin" aria-hidden="true"></span>` : icon(icons.convert)}${busy ? t.convert.converting : deal ? t.convert.addToDeal : t.convert.convert}
    </button>`;
}

function manyFoot(view: ConvertView, actions: ConvertActions): TemplateResult {
  const { session, t, id } = view;
  const [ready, asks] = [session.count('ready'), session.count('asks')];
  const dashed = asks > 0 || ready === 0;
  const waiting = session.step === 'waiting';
  const { short, all } = worth(view);
  return html`<p class="subtle small" title=${all}><bdi>${short}</bdi></p><span class="grow"></span>
    <button type="button" class="btn" @click=${() => actions.close()}>${t.common.cancel}</button>
    ${
      asks > 0 && ready > 0
        ? html`<button type="button" class="btn" ?disabled=${waiting} @click=${() => actions.submit('ready')}>${t.convert.convertReady(ready)}</button>`
        : nothing
    }
    <button type="submit" class="btn btn--primary" ?disabled=${waiting} aria-disabled=${dashed ? 'true' : nothing} aria-describedby=${dashed ? `${id}-why` : nothing}>
      ${icon(icons.convert)}${t.convert.convertN(ready + asks)}
    </button>
    <span class="sr" id="${id}-why">${asks > 0 ? t.convert.answerFirst(asks) : ready === 0 ? t.convert.nothingReady : ''}</span>`;
}

function runningFrame(dialog: Dialog, view: ConvertView, actions: ConvertActions): TemplateResult {
  const { session, t } = view;
  return dialog.frame({
    title: t.convert.convertingMany(session.progress.of),
    text: t.convert.goesOn,
    close: t.common.close,
    onSubmit: () => undefined,
    body: progressBody(view),
    foot: html`<p class="subtle small">${t.convert.stopKeeps}</p><span class="grow"></span>
      <button type="button" class="btn" data-stop ?disabled=${session.stopping} @click=${() => actions.stop()}>
        ${session.stopping ? t.convert.stopping : t.convert.stop}</button
      ><button type="button" class="btn" @click=${() => actions.close()}>${t.common.close}</button>`,
  });
}

function resultFrame(dialog: Dialog, view: ConvertView, actions: ConvertActions): TemplateResult {
  const { session, t, format } = view;
  const { result, store } = session;
  const outcomes = result?.outcomes ?? [];
  const done = outcomes.filter((outcome) => outcome.state === 'done').length;
  const left = outcomes.length - done;
  const again = outcomes.filter(retriable).length;
  const until = addDays(store.today(), store.settings.keepReceipts);
  // Joining makes no deal: then it is the leads that are counted.
  const joins = session.plan.drafts.some((draft) => draft.join !== null);
  return dialog.frame({
    title: joins ? doneWords('leads-convert', done, t.outcome) : t.convert.made(done),
    text: left > 0 ? t.convert.stayed(left) : undefined,
    close: t.common.close,
    onSubmit: () => actions.close(),
    body: resultBody(view),
    foot: html`${
      done > 0 && result?.canUndo
        ? html`<button type="button" class="btn" @click=${() => actions.undo()}>${icon(icons.undo, { turn: true })}${t.convert.undoAll(done)}</button>
            <p class="subtle small">${t.convert.until(format.day(until, { weekday: false, today: store.today() }))}</p>`
        : nothing
    }<span class="grow"></span>
      ${
        again > 0
          ? html`<button type="button" class="btn" @click=${() => actions.again()}>${icon(icons.refresh)}${t.convert.tryAgain(again)}</button>`
          : nothing
      }<button type="submit" class="btn btn--primary">${t.convert.done}</button>`,
  });
}

/** Trying once more can help: it was not finished, or needs an answer; but not where it is a deal already or gone. */
export function retriable({
  state,
  dealId,
  problem,
}: {
  state: string;
  dealId?: string;
  problem?: { code: string };
}): boolean {
  return state !== 'done' && dealId === undefined && problem?.code !== 'not-found';
}
