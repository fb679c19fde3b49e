import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { same } from '../../domain/change.js';
import type { ActivityInput } from '../../domain/plan.js';
import { activityTypes } from '../../domain/records.js';
import type { Activity, ActivityType } from '../../domain/records.js';
import type { common } from '../../i18n/en/common.js';
import { longTextField, selectField, textField } from '../field.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { dateField, timeField } from '../value-fields.js';
import type { ActivityDraft } from './drafts.js';
import type { AnyDetail } from './model.js';

export const activityIcons: Readonly<Record<ActivityType, icons.Drawing>> = {
  call: icons.phone,
  meeting: icons.people,
  task: icons.task,
  deadline: icons.won,
  email: icons.mail,
  lunch: icons.lunch,
};
const durations = [15, 30, 45, 60, 90, 120, 180, 240];

export function typeName(type: ActivityType, words: typeof common): string {
  return words[type];
}

export interface ActivityFormOptions {
  /** Sets the ids of its fields apart. */
  readonly id: string;
  readonly draft: ActivityDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly change: (part: Partial<ActivityDraft>) => void;
  readonly wrong: (field: string, message: string) => void;
}

/** What the fields need of the view they stand in. */
export type FormModel = Pick<AnyDetail, 't' | 'store'>;

/** The fields of an activity: to plan one, and to change one that is planned. */
export function activityForm(
  model: FormModel,
  { id, draft, errors, change, wrong }: ActivityFormOptions,
): TemplateResult {
  const { t, store } = model;
  const { common, detail } = t;
  const users = store?.directory.users.filter((user) => user.active || user.id === draft.ownerId) ?? [];
  const minutes =
    draft.duration !== '' && !durations.includes(Number(draft.duration))
      ? [...durations, Number(draft.duration)]
      : durations;
  return html`<div class="act-form">
    <div class="types" role="radiogroup" aria-label=${detail.type}>
      ${activityTypes.map(
        (type) => html`<label class="type" title=${typeName(type, common)}
          ><input type="radio" name="${id}-type" value=${type} aria-label=${typeName(type, common)} .checked=${type === draft.type} @change=${() => change({ type })} />${icon(activityIcons[type])}<span
            >${typeName(type, common)}</span
          ></label
        >`,
      )}
    </div>
    ${textField({ id: `${id}-subject`, label: detail.subject, value: draft.subject, placeholder: typeName(draft.type, common), maxLength: 1000, error: errors['subject'], onInput: (subject) => change({ subject }) })}
    <div class="act-when">
      ${dateField({ id: `${id}-due`, label: detail.due, value: draft.due || null, words: common, error: errors['due'], onChange: (due) => change({ due: due ?? '' }), onInvalid: (message) => wrong('due', message) })}
      ${timeField({ id: `${id}-time`, label: detail.time, value: draft.time || null, words: common, error: errors['time'], onChange: (time) => change({ time: time ?? '' }), onInvalid: (message) => wrong('time', message) })}
      ${selectField({ id: `${id}-duration`, label: detail.duration, value: draft.duration, placeholder: detail.noDuration, options: minutes.map((n) => ({ value: String(n), label: detail.minutes(n) })), onChange: (duration) => change({ duration }) })}
      ${selectField({ id: `${id}-owner`, label: common.owner, value: draft.ownerId, placeholder: detail.noOwner, options: users.map((user) => ({ value: user.id, label: user.name || common.you })), onChange: (ownerId) => change({ ownerId }) })}
    </div>
    ${longTextField({ id: `${id}-note`, label: detail.note, value: draft.note, rows: 2, error: errors['note'], onInput: (note) => change({ note }) })}
    ${errors['all'] ? html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${errors['all']}</span></p>` : nothing}
  </div>`;
}

/** What is wrong with it; an activity needs little. A subject left empty is called by its type. */
export function checkActivity(draft: ActivityDraft, { detail }: FormModel['t']): Record<string, string> {
  return draft.time !== '' && draft.due === '' ? { due: detail.timeNeedsDay } : {};
}

export function activityInput(draft: ActivityDraft, model: Pick<FormModel, 't'>): ActivityInput {
  return {
    type: draft.type,
    subject: draft.subject.trim() || typeName(draft.type, model.t.common),
    due: draft.due || null,
    time: draft.time || null,
    duration: draft.duration === '' ? null : Number(draft.duration),
    note: draft.note.trim(),
    ownerId: draft.ownerId || null,
  };
}

export function draftFrom(activity: Activity): ActivityDraft {
  const { type, subject, due, time, duration, note, ownerId } = activity;
  return {
    type,
    subject,
    due: due ?? '',
    time: time ?? '',
    duration: duration === null ? '' : String(duration),
    note,
    ownerId: ownerId ?? '',
  };
}

/** The fields in which it differs from the activity as it is. */
export function activityEdits(
  draft: ActivityDraft,
  activity: Activity,
  model: Pick<FormModel, 't'>,
): Record<string, unknown> {
  const input = activityInput(draft, model) as unknown as Record<string, unknown>;
  const before = activity as unknown as Record<string, unknown>;
  return Object.fromEntries(Object.entries(input).filter(([field, value]) => !same(value, before[field])));
}
