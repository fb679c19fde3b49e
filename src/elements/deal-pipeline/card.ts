import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { activityState } from '../../domain/activity-state.js';
import type { ActivityState } from '../../domain/query.js';
import type { Deal, Label } from '../../domain/records.js';
import { avatar } from '../../shared/avatar.js';
import * as icons from '../../shared/first-icons.js';
import { labelTag } from '../../shared/label-tag.js';
import { clock, pause } from '../../shared/quiet-icons.js';
import type { CardDrawing, Column } from './column.js';
import type { BoardModel } from './model.js';
import { isWaiting } from '../../domain/rotting.js';
import { quiet } from './quiet.js';

/** Labels on a card before the rest becomes a number. */
const labelsShown = 4;

/** What a card shows besides its deal. */
interface CardState {
  /** The tab stop of the board. */
  readonly stop: boolean;
  /** It is open beside the board. */
  readonly open: boolean;
  /** Waits for the storage. */
  readonly pending: boolean;
  readonly lifted: boolean;
  /** undefined = it has no box just now. */
  readonly chosen: boolean | undefined;
  /** Where the lifted card would come to stand. */
  readonly place: string;
  /** It is lifted, and stands first: what is said of its place is below it. */
  readonly below: boolean;
}

/** The cards of a column, each drawn anew only where something that it shows has changed. */
export const cards: CardDrawing = { shows, draw };

/** What a card shows, its place among the others included. */
function shows(column: Column, index: number): readonly unknown[] {
  const deal = column.dealAt(index);
  if (!deal) return [column.model.hands.here];
  return [index, column.count, ...inside(deal, stateOf(column, deal, index), column.model)];
}

function draw(column: Column, index: number): TemplateResult {
  const { model } = column;
  const deal = column.dealAt(index);
  if (!deal)
    return html`<div class="card is-coming" role="listitem" aria-hidden="true">${model.hands.here?.coming()}</div>`;
  const state = stateOf(column, deal, index);
  return html`<div
    class="card${state.open ? ' is-open' : ''}${state.pending ? ' is-busy' : ''}${state.lifted ? ' is-lifted' : ''}${state.chosen ? ' is-chosen' : ''}"
    part="card"
    role="listitem"
    data-id=${deal.id}
    data-rot=${quiet(deal, model)?.level ?? nothing}
    aria-setsize=${column.count}
    aria-posinset=${index + 1}
    aria-busy=${state.pending ? 'true' : nothing}
  >${guard(inside(deal, state, model), () => content(deal, state, model))}</div>`;
}

function stateOf(column: Column, { id }: Deal, index: number): CardState {
  const { model, stageId } = column;
  const { preview, stop } = model;
  const lifted = preview?.deal.id === id && preview.lifted && preview.stageId === stageId;
  return {
    stop: stop?.id === id && stop.stageId === stageId,
    open: model.crm.current.deal === id,
    pending: (column.list?.pending(id) ?? false) || model.telling.busy(id),
    lifted,
    chosen: model.hands.here?.chosen.boxed(id, stop?.id),
    place: (lifted && model.hands.here?.lift.words()) || '',
    below: lifted && index === 0,
  };
}

/** What stands in a card: the same wherever it stands. */
function inside(deal: Deal, state: CardState, { t, format, today, store, hands }: BoardModel): unknown[] {
  return [
    deal,
    ...(Object.values(state) as unknown[]),
    t,
    format,
    today,
    store?.directory.labels,
    store?.directory.users,
    store?.directory.stage(deal.stageId),
    hands.here?.ownCard,
  ];
}

function content(deal: Deal, { stop, lifted, chosen, place, below }: CardState, model: BoardModel): TemplateResult {
  const { t } = model;
  const title = model.titleOf(deal);
  const tab = stop ? '0' : '-1';
  const own = model.hands.here?.ownCard;
  return html`${lifted ? html`<span class="tip place${below ? ' place--below' : ''}" aria-hidden="true" dir="auto">${place}</span>` : nothing}
    ${own?.labels === false ? nothing : labels(deal, model)}
    <button
      type="button"
      class="title"
      data-do="open"
      tabindex=${tab}
      aria-describedby="who-${deal.id} rot-${deal.id} due-${deal.id} foot-${deal.id}"
      aria-keyshortcuts="Space M Alt+ArrowLeft Alt+ArrowRight"
    ><span class="clamp"><bdi>${title}</bdi></span></button>
    <button
      type="button"
      class="btn btn--icon btn--quiet"
      data-do="menu"
      tabindex=${tab}
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label=${t.pipeline.actionsFor(title)}
      title=${t.pipeline.actionsFor(title)}
    ></button>
    ${chosen === undefined ? nothing : model.hands.here?.chosen.box(deal, tab)}${own ? own.lines(deal, () => close(deal, model)) : who(deal)}${rot(deal, model)}${own ? nothing : close(deal, model)}
    ${own?.foot.length === 0 ? nothing : html`<div class="card-foot" id="foot-${deal.id}">${own ? own.foot.map((field) => footers[field]?.(deal, model)) : owner(deal, model)}${own ? nothing : value(deal, model)}${own ? nothing : activity(deal, model)}</div>`}`;
}

function labels(deal: Deal, model: BoardModel): TemplateResult | typeof nothing {
  const all = deal.labelIds.flatMap((id): readonly Label[] => {
    const label = model.store?.directory.label(id);
    return label ? [label] : [];
  });
  if (all.length === 0) return nothing;
  const rest = all.slice(labelsShown);
  return html`<div class="labels">
    ${all.slice(0, labelsShown).map(labelTag)}${
      rest.length === 0
        ? nothing
        : html`<span class="tag" title=${model.format.list(rest.map((label) => label.name))}
          ><span aria-hidden="true">${model.t.pipeline.labelsMore(rest.length)}</span
          ><span class="sr">${model.t.pipeline.moreLabels(rest.length)}</span></span
        >`
    }
  </div>`;
}

function who({ id, organizationName, personName }: Deal): TemplateResult | typeof nothing {
  const names = [organizationName, personName].filter(Boolean);
  if (names.length === 0) return nothing;
  return html`<div class="sub" id="who-${id}">${names.map((name, at) => html`${at > 0 ? ' · ' : nothing}<bdi>${name}</bdi>`)}</div>`;
}

/** How long it has been quiet; or until when it waits, and why. */
function rot(deal: Deal, model: BoardModel): TemplateResult | typeof nothing {
  const { t, format, today } = model;
  const waits = isWaiting(deal, today);
  const { days } = quiet(deal, model) ?? {};
  if (!waits && !days) return nothing;
  const said = waits
    ? t.pipeline.waiting(format.day(deal.waitUntil!, { weekday: false, today }), deal.waitReason ?? '')
    : t.pipeline.quietFor(days!);
  return html`<div class="due${waits ? '' : ' is-late'}" id="rot-${deal.id}">${icons.firstIcon(waits ? pause : clock, 'i--sm')}<span class="clamp" dir="auto">${said}</span></div>`;
}

/** When it is expected to close; a day that has passed says so. */
function close(deal: Deal, { format, today, t }: BoardModel): TemplateResult | typeof nothing {
  const day = deal.expectedClose;
  if (day === null) return nothing;
  const late = day < today;
  const text = day === today ? format.capital(format.daysAway(0)) : format.day(day, { weekday: false, today });
  return html`<div class="due${late ? ' is-late' : ''}" id="due-${deal.id}" title=${t.pipeline.closes(text)}>
    <svg class="i i--sm" viewBox="0 0 16 16" role="img" aria-label=${t.common.expectedClose}>${icons.calendar()}</svg> ${late ? t.pipeline.due(text) : text}
  </div>`;
}

function owner(deal: Deal, model: BoardModel): TemplateResult | typeof nothing {
  const user = model.store?.directory.user(deal.ownerId);
  return user ? avatar(user.name || model.t.common.you, user.id, { small: true }) : nothing;
}

function value(deal: Deal, { format, t }: BoardModel): TemplateResult {
  return deal.value
    ? html`<bdi class="value">${format.money(deal.value)}</bdi>`
    : html`<span class="none" role="img" aria-label=${t.pipeline.noValue}>&ndash;</span>`;
}

function activity(deal: Deal, model: BoardModel): TemplateResult {
  const { today, words, t } = model;
  const next = deal.nextActivity;
  if (!next) return mark('none', t.pipeline.noActivity);
  return mark(
    activityState(next, today),
    t.pipeline.activitySaid(next.subject || t.common[next.type], words.due(next.due, next.time, today)),
  );
}

const footers: Readonly<Record<string, (deal: Deal, model: BoardModel) => unknown>> = {
  ownerId: owner,
  value,
  nextActivity: activity,
};

/** As `activityMark` draws it: that comes with what shows more than cards. */
function mark(state: ActivityState, words: string): TemplateResult {
  return html`<span class="act" role="img" aria-label=${words} data-a=${state} title=${words}>${icons.firstIcon(icons.activityMarks[state])}</span>`;
}
