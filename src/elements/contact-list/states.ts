import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { errorState, stateBox } from '../../shared/detail/states.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import { banner } from '../../shared/notice.js';
import type { ToolActions } from './head.js';
import type { ContactListModel } from './model.js';

/** What stands in the list's place: nothing could be read, nobody is there, nobody matches. */
export function instead(model: ContactListModel, actions: ToolActions): TemplateResult {
  const { list, crm } = model;
  if (crm.state === 'failed') return errorState(model, crm.crm?.error ?? null, () => crm.crm?.retry());
  if (list?.state === 'error') return errorState(model, list.error, () => list.retry());
  return model.narrowed ? noMatch(model, actions) : emptyState(model, actions);
}

function emptyState(model: ContactListModel, { add }: ToolActions): TemplateResult {
  const { contacts: t } = model.t;
  const persons = model.segment === 'persons';
  const why = model.why(persons ? 'person-add' : 'organization-add', null);
  return stateBox(
    peopleArt,
    persons ? t.noPersons : t.noOrganizations,
    [persons ? t.noPersonsText : t.noOrganizationsText],
    html`${why === null ? html`<button type="button" class="btn btn--primary" data-add-first @click=${add}>${icon(icons.plus)}${persons ? t.addPerson : t.addOrganization}</button>` : nothing}<slot name="empty"></slot>`,
  );
}

/** What was looked for, who would match elsewhere, and the way out. */
function noMatch(model: ContactListModel, { count }: ToolActions): TemplateResult {
  const { contacts: t, dealList } = model.t;
  const persons = model.segment === 'persons';
  const there = count(persons ? 'organizations' : 'persons') ?? 0;
  const show = (): void => model.setSegment(persons ? 'organizations' : 'persons');
  return stateBox(
    searchArt,
    persons ? t.nonePersons : t.noneOrganizations,
    [dealList.noneSearch(model.setup.search.trim())],
    html`<button type="button" class="btn" data-clear-search @click=${() => model.setSearch('')}>${t.clearSearch}</button>
      ${there > 0 ? html`<button type="button" class="btn btn--quiet" data-show-other @click=${show}>${persons ? t.showOrganizations(there) : t.showPersons(there)}</button>` : nothing}`,
  );
}

const peopleArt = svg`<rect class="tint" x="12" y="10" width="72" height="52" rx="8"/><circle class="face" cx="36" cy="28" r="8"/><path class="face" d="M22 52c0-9 6-14 14-14s14 5 14 14"/><path d="M58 26h16M58 36h16M58 46h10"/><path class="ink" d="M70 50h12m-6-6v12"/>`;
const searchArt = svg`<rect class="tint" x="12" y="14" width="60" height="44" rx="8"/><path class="face" d="M16 16h52M16 30h34M16 44h26"/><circle class="face" cx="60" cy="40" r="15"/><path class="ink" d="m71 51 11 11M55 36l10 9M65 36l-10 9"/>`;

/** Others' new records wait while one reads. */
export function newsBanner({ t, list }: ContactListModel): TemplateResult | typeof nothing {
  const waiting = list?.waiting ?? 0;
  if (waiting === 0) return nothing;
  return banner({
    tone: 'info',
    drawing: icons.info,
    head: t.contacts.waiting(waiting),
    body: t.dealList.waitingText,
    actions: html`<button type="button" class="btn btn--sm" data-show-waiting @click=${() => list?.showWaiting()}>${t.dealList.showThem(waiting)}</button>`,
  });
}
