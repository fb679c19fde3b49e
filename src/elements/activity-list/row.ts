import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { activityState } from '../../domain/activity-state.js';
import type { Activity, Deal, Lead } from '../../domain/records.js';
import { activityMark } from '../../shared/activity-mark.js';
import { avatar } from '../../shared/avatar.js';
import { activityIcons } from '../../shared/detail/activity-form.js';
import { partsIn } from '../../shared/detail/model.js';
import { activityMarks, firstIcon } from '../../shared/first-icons.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { Item } from './items.js';
import type { AgendaModel } from './model.js';
import { isOpportunity } from './parent.js';
import type { Parent } from './parent.js';
import type { Section } from './sections.js';

export interface RowState {
  readonly index: number;
  /** It holds the tab stop of the grid. */
  readonly stop: boolean;
  readonly selected: boolean;
  /** Something is selected: boxes select. */
  readonly selecting: boolean;
  readonly pending: boolean;
  readonly parent: Parent | null;
  /** The group is closed. */
  readonly closed: boolean;
}

const marks = { overdue: 'overdue', today: 'today', leads: 'none', deals: 'none' } as const;

export function groupName(section: Section, { t, format, today }: AgendaModel): string {
  const { agenda } = t;
  const names = {
    overdue: agenda.overdue,
    today: agenda.today,
    tomorrow: agenda.tomorrow,
    nextWeek: agenda.nextWeek,
    later: agenda.later,
    noDay: agenda.noDay,
    done: agenda.doneToday,
    deals: agenda.dealsUnplanned,
    leads: agenda.leadsUnplanned,
  };
  return section.kind === 'day' ? format.day(section.group?.from ?? '', { today }) : names[section.kind];
}

/** The head of a group: its name and how many there are of all, opened and closed by a press. */
export function headRow(item: Item, model: AgendaModel, { index, stop, closed }: RowState): TemplateResult {
  const { section } = item;
  const { t, format, today } = model;
  const name = groupName(section, model);
  const { total, kind, group } = section;
  const state = kind === 'done' ? null : kind in marks ? marks[kind as keyof typeof marks] : 'planned';
  const day = kind === 'today' || kind === 'tomorrow' ? format.day(group?.from ?? '', { today }) : '';
  return html`<div class="ahead" part="group" role="row" aria-level="1" tabindex=${stop ? '0' : '-1'} data-item=${item.id} data-section=${section.key} aria-rowindex=${index + 1}
    aria-expanded=${closed ? 'false' : 'true'}
    aria-label=${total === undefined ? t.agenda.groupPending(name) : t.agenda.group(name, total)}
    ><span class="ahead-cell" role="gridcell" data-do="fold"
      ><span class="turn">${icon(icons.down, { size: 'sm' })}</span
      >${state ? html`<span class="act" aria-hidden="true" data-a=${state}>${firstIcon(activityMarks[state])}</span>` : icon(icons.check)}<b dir="auto">${name}</b
      ><span class="count">${total === undefined ? html`&ndash;` : format.number(total)}</span
      >${day ? html`<span class="subtle day">${day}</span>` : nothing}</span
  ></div>`;
}

export function activityRow(activity: Activity, item: Item, model: AgendaModel, state: RowState): TemplateResult {
  const { t } = model;
  const subject = model.subjectOf(activity);
  const { index, stop, selected, selecting, pending, parent } = state;
  const due = activityState(activity, model.today);
  const type = model.typeName(activity.type);
  const owner = model.store?.directory.user(activity.ownerId);
  const locked = model.why('activity-done', activity);
  const label = t.agenda.actions(subject);
  return html`<div class="arow${pending ? ' is-pending' : ''}${activity.done ? ' is-done' : ''}" part="row" role="row" aria-level="2" tabindex=${stop ? '0' : '-1'}
    data-item=${activity.id} data-section=${item.section.key} data-a=${activity.done ? nothing : due} aria-rowindex=${index + 1} aria-selected=${selected ? 'true' : 'false'}>
    <span class="pick" role="gridcell">${
      selecting
        ? html`<input type="checkbox" class="check" tabindex="-1" data-do="select" aria-label=${t.agenda.select(subject)} .checked=${live(selected)} />`
        : html`<input type="checkbox" class="check check--done" tabindex="-1" data-do="done" ?disabled=${locked !== undefined} title=${locked ?? nothing}
            aria-label=${activity.done ? t.agenda.markUndone(subject) : t.agenda.markDone(subject)} .checked=${live(activity.done)} />`
    }</span>
    <span class="kind" role="gridcell" title=${type}>${icon(activityIcons[activity.type])}<span class="cut">${type}</span></span>
    <span class="what" role="gridcell"
      ><button type="button" class="subject" tabindex="-1" dir="auto" data-do="open" title=${activity.note || nothing}>${subject}</button
      >${parentLine(parent, model)}</span
    >
    <span class="due num" role="gridcell"><bdi>${whenOf(activity, item.section, model)}</bdi></span>
    <span class="own" role="gridcell">${owner ? avatar(owner.name || t.common.you, owner.id) : nothing}</span>
    <span class="acts" role="gridcell"
      ><button type="button" class="btn btn--icon btn--quiet btn--sm" tabindex="-1" data-do="menu" aria-haspopup="menu" aria-label=${label} title=${label}>${icon(icons.more)}</button></span
    >
  </div>`;
}

/** "Deal · Heat pump, 40 units · Ada Yıldız · Kordon": of what it is. */
function parentLine(parent: Parent | null, model: AgendaModel): TemplateResult | typeof nothing {
  if (!parent) return nothing;
  const { t } = model;
  const { kind, record } = parent;
  if (record === null) return html`<small class="cut subtle">${t.agenda.gone}</small>`;
  if (!record) return html`<small class="of"><span class="skel skel--small"></span></small>`;
  const title = model.parentName(parent);
  const names =
    isOpportunity(parent) && parent.record ? [parent.record.personName, parent.record.organizationName] : [];
  const who = names.filter((name) => name !== '' && name !== title);
  return html`<small class="of cut" dir="auto"
    ><span class="of-kind">${t.common[kind]}</span> <bdi class="of-title">${title}</bdi>${who.map((name) => html` · <bdi>${name}</bdi>`)}</small
  >`;
}

/** What the head of the group does not say already. */
function whenOf(activity: Activity, { kind }: Section, model: AgendaModel): TemplateResult | string {
  const { t, format, today, words } = model;
  const { due, time } = activity;
  if (activity.done)
    return activity.doneAt === null ? '' : t.agenda.doneAt(format.time(partsIn(activity.doneAt, model.zone)[1]));
  const clock = time === null ? '' : format.time(time);
  if (kind === 'overdue')
    return html`<span class="late-by">${words.due(due, null, today)}</span>${clock ? html` <small>${clock}</small>` : nothing}`;
  if (kind === 'nextWeek' || kind === 'later') return `${format.day(due ?? '', { today })}${clock ? ` ${clock}` : ''}`;
  if (due === null) return '';
  return clock || t.agenda.allDay;
}

/** A lead or deal that nobody has planned anything for. */
export function unplannedRow(record: Lead | Deal, item: Item, model: AgendaModel, state: RowState): TemplateResult {
  const kind = item.section.of === 'deal' ? 'deal' : 'lead';
  const { t } = model;
  const title = model.titleOf(record, kind);
  const owner = model.store?.directory.user(record.ownerId);
  const locked = model.why('activity-add', record);
  const who = [record.personName, record.organizationName].filter((name) => name !== '' && name !== title);
  return html`<div class="arow is-unplanned" part="row" role="row" aria-level="2" tabindex=${state.stop ? '0' : '-1'} data-item=${record.id} data-section=${item.section.key}
    aria-rowindex=${state.index + 1}>
    <span class="pick" role="gridcell">${activityMark('none', t.common.noActivity)}</span>
    <span class="kind" role="gridcell"><span class="cut">${kind === 'lead' ? t.common.lead : t.common.deal}</span></span>
    <span class="what" role="gridcell"
      ><button type="button" class="subject" tabindex="-1" dir="auto" data-do="open">${title}</button
      ><small class="of cut" dir="auto">${who.map((name, at) => html`${at > 0 ? ' · ' : nothing}<bdi>${name}</bdi>`)}</small></span
    >
    <span class="due" role="gridcell"
      ><button type="button" class="btn btn--sm" tabindex="-1" data-do="plan" aria-disabled=${locked === undefined ? nothing : 'true'} title=${locked ?? nothing}
        aria-label=${`${t.next.planIt}: ${title}`}>${icon(icons.plus)}${t.next.planIt}</button></span
    >
    <span class="own" role="gridcell">${owner ? avatar(owner.name || t.common.you, owner.id) : nothing}</span>
    <span class="acts" role="gridcell"></span>
  </div>`;
}

/** A row on its way. */
export function skeletonRow(): TemplateResult {
  return html`<div class="arow is-skeleton" role="row" aria-hidden="true">
    <span class="pick" role="gridcell"><span class="skel skel--check"></span></span>
    <span class="kind" role="gridcell"><span class="skel"></span></span>
    <span class="what" role="gridcell"><span class="skel"></span><span class="skel skel--small"></span></span>
    <span class="due" role="gridcell"><span class="skel"></span></span><span class="own" role="gridcell"></span><span class="acts" role="gridcell"></span>
  </div>`;
}
