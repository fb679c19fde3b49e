import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ConvertDraft } from '../../domain/plan.js';
import { isMoney } from '../../domain/money.js';
import { Sum } from '../../domain/totals.js';
import { selectField } from '../field.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { problemWords } from '../outcome-words.js';
import { leadWords, nameOfField, openLink, stagePicker } from './parts.js';
import type { ConvertView } from './view.js';

/** Rows of what is ready, per press of "Show more". */
const MORE = 100;
/** Sums named beside the buttons; the rest are counted. */
const SUMS = 3;

/** Many leads: what needs an answer comes first and is answered in its row; the ready ones need not wait. */
export function manyBody(view: ConvertView): TemplateResult {
  const { session, t } = view;
  const { drafts } = session.plan;
  const asked = drafts.filter((draft) => session.asked.has(draft.id));
  const out = drafts.filter((draft) => session.stateOf(draft) === 'out');
  const ready = drafts.filter((draft) => !session.asked.has(draft.id) && session.stateOf(draft) === 'ready');
  const [nReady, nAsks] = [session.count('ready'), session.count('asks')];
  const tag = (tone: string, drawing: icons.Drawing, text: string) =>
    html`<span class="tag tag--${tone}">${icon(drawing, { size: 'sm' })}<bdi>${text}</bdi></span>`;
  const more = (n: number, text: (n: number) => string, show: () => void) =>
    n > 0
      ? html`<li class="more"><span>${text(n)} <button type="button" class="btn btn--link btn--sm" @click=${show}>${n > MORE ? t.convert.showMore : t.convert.showAll}</button></span></li>`
      : nothing;
  const show = (group: 'asked' | 'ready') => (): void => {
    session.shown[group] += MORE;
    view.redraw();
  };
  // One that is left takes no less room as a row than as the line that tells of it.
  const shown = (group: 'asked' | 'ready', of: number): number =>
    of === session.shown[group] + 1 ? of : session.shown[group];
  const [upToAsked, upToReady] = [shown('asked', asked.length), shown('ready', ready.length)];
  const allNew = (): void => {
    session.undecided.clear();
    view.redraw();
  };
  return html`${stagePicker(view)}
    <div class="tally">
      <span class="tally" role="status">${tag('positive', icons.check, t.convert.ready(nReady))}${
        nAsks > 0 ? tag('warning', icons.info, t.convert.needAnswer(nAsks)) : nothing
      }</span>${
        session.undecided.size > 1
          ? html`<button type="button" class="btn btn--link btn--sm" @click=${allNew}>${t.convert.allNew(session.undecided.size)}</button>`
          : nothing
      }${out.length > 0 ? tag('negative', icons.warning, t.convert.cannot(out.length)) : nothing}
    </div>
    <ul class="leadlist">
      ${repeat(
        asked.slice(0, upToAsked),
        ({ id }) => id,
        (draft) => askRow(view, draft),
      )}
      ${more(asked.length - upToAsked, t.convert.moreAsked, show('asked'))}
      ${repeat(
        out.slice(0, session.shown.asked),
        ({ id }) => id,
        (draft) => outRow(view, draft),
      )}
      ${repeat(
        ready.slice(0, upToReady),
        ({ id }) => id,
        (draft) => readyRow(view, draft),
      )}
      ${more(ready.length - upToReady, t.convert.moreReady, show('ready'))}
    </ul>
    <p class="muted"><bdi>${t.convert.allMove}</bdi></p>`;
}

function askRow(view: ConvertView, draft: ConvertDraft): TemplateResult {
  const { session, t } = view;
  const open = session.stateOf(draft) === 'asks';
  const fields = session.asked.get(draft.id) ?? [];
  const missing = new Set(session.gapsOf(draft));
  const why = [
    ...draft.problems.map((problem) =>
      problem.code === 'required'
        ? t.convert.isEmpty(nameOfField(view, problem.field ?? ''))
        : problemWords(problem, t.outcome, nameOfField(view, problem.field ?? '')),
    ),
    ...(draft.joinable.length === 1
      ? [t.convert.hasOpen(draft.joinable[0]!.title)]
      : draft.joinable.length > 1
        ? [t.convert.hasOpenMany(draft.joinable.length)]
        : []),
  ];
  return html`<li class=${open ? 'fix' : 'ok'}>
    ${icon(open ? icons.info : icons.check)}${leadWords(draft.title, why.join(' · ') || (draft.record?.personName ?? ''))}
    <span class="answer">
      ${draft.joinable.length > 0 ? joinSelect(view, draft) : nothing}${
        draft.join === null
          ? fields.map((name) =>
              view.answer(draft, name, {
                row: true,
                error: session.tried && missing.has(name) ? t.common.required : undefined,
              }),
            )
          : nothing
      }
    </span>
  </li>`;
}

/** Shall it join the open deal? Asked, never guessed: the wrong guess is found out by the customer. */
function joinSelect({ session, t, id, redraw }: ConvertView, draft: ConvertDraft): TemplateResult {
  const undecided = session.undecided.has(draft.id);
  return selectField({
    id: `${id}-${draft.id}-join`,
    label: `${draft.title}: ${t.convert.chooseDeal}`,
    hideLabel: true,
    required: true,
    error: session.tried && undecided ? t.common.required : undefined,
    value: undecided ? '' : (draft.join ?? 'new'),
    placeholder: t.convert.chooseDeal,
    options: [
      ...draft.joinable.map((deal) => ({ value: deal.id, label: t.convert.addTo(deal.title) })),
      { value: 'new', label: t.convert.makeNew },
    ],
    onChange: (value) => {
      if (value === '') session.undecided.add(draft.id);
      else session.join(draft, draft.joinable.find((deal) => deal.id === value) ?? null);
      redraw();
    },
  });
}

function readyRow({ session, format }: ConvertView, draft: ConvertDraft): TemplateResult {
  const { value } = draft.fields;
  const { record } = draft;
  const deal = session.dealOf(draft);
  return html`<li class="ok">
    ${icon(icons.check)}${leadWords(draft.title, deal?.title ?? (record?.personName || record?.organizationName) ?? '')}
    <span class="num"><bdi>${isMoney(value) ? format.money(value) : ''}</bdi></span>
  </li>`;
}

function outRow(view: ConvertView, draft: ConvertDraft): TemplateResult {
  const [problem] = draft.problems;
  return html`<li class="bad">
    ${icon(icons.warning)}${leadWords(view.session.titleOf(draft) || view.t.convert.gone, problem ? problemWords(problem, view.t.outcome, '') : '')}
    ${openLink(view, problem?.dealId, view.session.titleOf(draft))}
  </li>`;
}

/** "€151,750 · ¥15,600,000": what the deals are worth together, per currency, over all that can be converted. */
export function worth({ session, format, t }: ConvertView): { readonly short: string; readonly all: string } {
  const sum = new Sum();
  for (const draft of session.plan.drafts) {
    const { value } = draft.fields;
    if (session.stateOf(draft) !== 'out' && draft.join === null && isMoney(value)) sum.add(value);
  }
  const sums = sum.sums.map((money) => format.money(money));
  const all = sums.join(' · ');
  return {
    short: sums.length > SUMS + 1 ? t.convert.sumsMore(sums.slice(0, SUMS).join(' · '), sums.length - SUMS) : all,
    all,
  };
}
