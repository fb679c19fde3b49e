import { CommandDraft } from './drafts.js';
import { editRule, oneLine, tidy } from './edit.js';
import { hangsOn, onNeeds, onProblems } from './notes.js';
import type { Draft } from './plan.js';
import type { Activity } from './records.js';
import { removeRule } from './remove.js';
import type { Env, Rule } from './rule.js';
import { fieldProblems } from './validate.js';

export const activityAdd: Rule<'activity-add'> = {
  optimistic: true,
  bulk: false,
  needs: (input) => onNeeds(input.on),
  draft: (input, found, env) => {
    const { type, subject, due = null, time = null, duration = null, note = '' } = input;
    const ownerId = input.ownerId === undefined ? env.userId : input.ownerId;
    const fields = { type, subject, due, time, duration, note, ownerId };
    const draft = new CommandDraft('activity', env.newId(), null, fields, { title: oneLine(subject) }) as Draft;
    activityAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, _env, input) => {
    (draft as CommandDraft).problems = [
      ...onProblems(input.on, found),
      ...fieldProblems('activity', tidy(draft.fields), null, []),
    ];
  },
  changes: (draft, _found, env, input) => {
    const fields = tidy(draft.fields) as unknown as Pick<
      Activity,
      'type' | 'subject' | 'due' | 'time' | 'duration' | 'note' | 'ownerId'
    >;
    const activity: Activity = {
      id: draft.id,
      rev: 0,
      createdAt: env.now,
      updatedAt: env.now,
      ...hangsOn(input.on),
      ...fields,
      time: fields.due === null ? null : fields.time,
      done: false,
      doneAt: null,
    };
    return [{ op: 'create', kind: 'activity', id: activity.id, record: activity }];
  },
};

export const activityEdit: Rule<'activity-edit'> = editRule({
  kind: 'activity',
  ids: (input) => [input.id],
  fields: (_activity, input) => ({ ...input.fields }),
  follows,
});

export const activityDone: Rule<'activity-done'> = editRule({
  kind: 'activity',
  ids: (input) => [input.id],
  fields: (_activity, input) => ({ done: input.done }),
  follows,
});

export const activitiesMove: Rule<'activities-move'> = editRule({
  kind: 'activity',
  ids: (input) => input.ids,
  fields: (_activity, input) => ({ due: input.due }),
  follows,
});

export const activitiesDone: Rule<'activities-done'> = editRule({
  kind: 'activity',
  ids: (input) => input.ids,
  fields: (_activity, input) => ({ done: input.done }),
  follows,
});

function follows(activity: Activity, fields: Readonly<Record<string, unknown>>, env: Env): Partial<Activity> {
  const due = 'due' in fields ? fields['due'] : activity.due;
  const time = 'time' in fields ? fields['time'] : activity.time;
  const done = 'done' in fields ? fields['done'] : activity.done;
  return {
    // A time of day without a day says nothing.
    ...(due === null && time !== null ? { time: null } : {}),
    ...(done === activity.done ? {} : { doneAt: done === true ? env.now : null }),
  };
}

export const activityDelete: Rule<'activity-delete'> = removeRule('activity');
