import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Deal } from '../../domain/records.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { problemWords } from '../outcome-words.js';
import { movesText, nameOfField, stagePicker, userName, valueText } from './parts.js';
import { alikeFor, choiceProblem, comparableOf, dealValue, isNothing } from './session.js';
import type { ConvertView } from './view.js';

/** Fields that the form of one lead shows anyway: what is missing there is asked there. */
const shown = new Set(['title', 'value', 'expectedClose', 'ownerId']);

/** One lead: a new deal, or one of the open deals of the same person or organization. */
export function oneBody(view: ConvertView): TemplateResult {
  const { session } = view;
  const { draft } = session;
  const wrong = choiceProblem(draft);
  return html`${
    wrong
      ? html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${problemWords(wrong, view.t.outcome)}</span></p>`
      : nothing
  }${draft.joinable.length > 0 ? chooser(view) : nothing}${draft.join === null ? newDeal(view) : merge(view)}`;
}

function chooser({ session, t, id, redraw, nameOf }: ConvertView): TemplateResult {
  const { draft } = session;
  const [first] = draft.joinable;
  const { record } = draft;
  // The name that brought them together: the organization's, where it is the same.
  const shared = first?.organizationId != null && first.organizationId === record?.organizationId;
  const who = (shared ? record?.organizationName || nameOf(first.organizationId ?? '') : record?.personName) ?? '';
  const option = (name: string, small: string, chosen: boolean, deal: Deal | null) => html`<label class="option">
    <input
      type="radio"
      class="check"
      name="${id}-target"
      .checked=${live(chosen)}
      @change=${() => {
        session.join(draft, deal);
        redraw();
      }}
    /><b>${name}</b><small dir="auto">${small}</small>
  </label>`;
  return html`<div class="pick2" role="radiogroup" aria-label=${t.convert.target}>
    ${option(t.convert.newDeal, t.convert.newDealHow, draft.join === null, null)}
    ${option(t.convert.existing, t.convert.existingHow(draft.joinable.length, who), draft.join !== null, session.dealOf(draft) ?? first ?? null)}
  </div>`;
}

function newDeal(view: ConvertView): TemplateResult {
  const { session, t, answer } = view;
  const { draft } = session;
  const asked = session.asked.get(draft.id) ?? [];
  const missing = new Set(session.gapsOf(draft));
  const field = (name: string, always = false) => {
    const required = always || asked.includes(name);
    const error =
      required && missing.has(name) && (session.tried || asked.includes(name))
        ? t.outcome.required(nameOfField(view, name))
        : undefined;
    return answer(draft, name, { required, error });
  };
  return html`${field('title', true)}
    <div class="three">${field('value')}${field('expectedClose')}${field('ownerId')}</div>
    ${session.store.directory.pipelines.length > 0 ? stagePicker(view) : html`<p class="muted"><bdi>${t.convert.noPipeline}</bdi></p>`}
    ${asked.length > 0 ? need(view, asked, missing) : nothing} ${fate(view)}`;
}

/** What the stage asks for, asked where it is missing. */
function need(view: ConvertView, asked: readonly string[], missing: ReadonlySet<string>): TemplateResult {
  const { session, t, answer } = view;
  const rest = asked.filter((name) => !shown.has(name));
  const left = asked.filter((name) => missing.has(name)).length;
  return html`<div class="need" role="group" aria-label=${t.convert.missing}>
    ${
      left > 0
        ? html`<p>${icon(icons.info)}<span><b dir="auto">${session.stage?.name ?? ''}</b> ${t.convert.needs(left)}</span></p>`
        : nothing
    }
    ${rest.map((name) => answer(session.draft, name, { error: session.tried && missing.has(name) ? t.common.required : undefined }))}
  </div>`;
}

function fate(view: ConvertView): TemplateResult {
  const { session, t } = view;
  const { draft } = session;
  const { moves, record } = draft;
  const counts = movesText(view, moves);
  const labels = (record?.labelIds ?? []).flatMap((id) => session.store.directory.label(id) ?? []);
  const yes = (what: unknown) => html`<li class="yes">${icon(icons.check)}<bdi>${what}</bdi></li>`;
  const who =
    record?.personId && record.organizationId
      ? t.convert.personAndOrganization
      : record?.personId
        ? t.common.person
        : t.common.organization;
  return html`<div class="fate">
    <div>
      <h3>${t.convert.moves}</h3>
      <ul>
        ${yes(who)}${counts ? yes(counts) : nothing}${yes(t.convert.ownFields(moves.customFields))}${
          labels.length > 0
            ? yes(
                labels.map(
                  ({ name, color }) =>
                    html`<span class="label" data-c=${color}><span dir="auto">${name}</span></span> `,
                ),
              )
            : nothing
        }
      </ul>
    </div>
    <div>
      <h3>${t.convert.stays}</h3>
      <ul>
        ${draft.drops.map((key) => html`<li class="hm">${icon(icons.warning)}<span>${dropWords(view, key)}</span></li>`)}
        <li>${icon(icons.archive)}<span>${t.convert.leadLeaves}</span></li>
      </ul>
    </div>
  </div>`;
}

/** A key of `drops` is one of the area `convert`, or a field. */
export function dropWords(view: ConvertView, key: string): string {
  const words: unknown = Reflect.get(view.t.convert, key);
  return typeof words === 'string' ? words : nameOfField(view, key);
}

/** Field by field: the lead's value or the deal's. */
function merge(view: ConvertView): TemplateResult {
  const { session, t, format } = view;
  const { draft } = session;
  const deal = session.dealOf(draft);
  if (!deal) return html`${nothing}`;
  const own = session.ownOf(draft);
  const rows = comparableOf(own).filter((name) => !isNothing(own[name]) || !isNothing(dealValue(deal, name)));
  const added = movesText(view, draft.moves);
  return html`<fieldset class="field">
      <legend class="field-name">${t.common.deal}</legend>
      ${draft.joinable.map((each) => dealOption(view, each))}
    </fieldset>
    <table class="table merge">
      <thead>
        <tr><th scope="col">${t.convert.field}</th><th scope="col">${t.convert.fromLead}</th><th scope="col">${t.convert.inDeal}</th></tr>
      </thead>
      <tbody>
        ${rows.map((name) => mergeRow(view, name, own[name], dealValue(deal, name)))}
      </tbody>
    </table>
    <p class="muted">${added ? t.convert.added(format.capital(added)) : t.convert.addedNothing}</p>`;
}

function dealOption(view: ConvertView, deal: Deal): TemplateResult {
  const { session, t, format, id, redraw } = view;
  const { draft, store } = session;
  const now = Date.parse(store.now());
  const about = [
    store.directory.stage(deal.stageId)?.name ?? '',
    userName(session, deal.ownerId, t.common.you),
    t.convert.updated(format.ago(deal.touchedAt, now)),
  ].filter(Boolean);
  return html`<label class="option option--deal">
    <input
      type="radio"
      class="check"
      name="${id}-deal"
      .checked=${live(draft.join === deal.id)}
      @change=${() => {
        session.join(draft, deal);
        redraw();
      }}
    /><b dir="auto">${deal.title}</b><span class="num"><bdi>${deal.value ? format.money(deal.value) : ''}</bdi></span
    ><small dir="auto">${about.join(', ')}</small>
  </label>`;
}

function mergeRow(view: ConvertView, name: string, lead: unknown, deal: unknown): TemplateResult {
  const { session, t, id, redraw } = view;
  const { draft } = session;
  const label = nameOfField(view, name);
  // What is not among the draft's fields keeps the deal's own value.
  const chosen = name in draft.fields ? draft.fields[name] : deal;
  if (alikeFor(lead, deal)) {
    return html`<tr><th scope="row">${label}</th><td colspan="2" class="muted"><bdi>${t.convert.same(valueText(view, name, deal))}</bdi></td></tr>`;
  }
  const cell = (value: unknown, side: string) => html`<td>
    <label
      ><input
        type="radio"
        class="check"
        name="${id}-merge-${name}"
        aria-label="${label}: ${valueText(view, name, value) || t.convert.empty} (${side})"
        .checked=${live(alikeFor(chosen, value))}
        @change=${() => {
          session.set(draft, name, value);
          redraw();
        }}
      />${
        isNothing(value)
          ? html`<span class="subtle">${t.convert.empty}</span>`
          : html`<bdi class="num">${valueText(view, name, value)}</bdi>`
      }</label
    >
  </td>`;
  return html`<tr><th scope="row">${label}</th>${cell(lead, t.convert.fromLead)}${cell(deal, t.convert.inDeal)}</tr>`;
}
