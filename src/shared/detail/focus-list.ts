import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { activityState } from '../../domain/activity-state.js';
import { addDays } from '../../domain/dates.js';
import type { Activity, Note } from '../../domain/records.js';
import { activityMark } from '../activity-mark.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { Menu } from '../menu.js';
import type { ActivityEditing } from './activity-editing.js';
import { typeName } from './activity-form.js';
import type { Composer } from './composer.js';
import { linkify } from './linkify.js';
import type { AnyDetail } from './model.js';
import { stateWord } from './next.js';
import { NextProposal } from './next-proposal.js';
import type { NoteCards } from './notes.js';
import type { Timeline } from './timeline.js';

/** What wants attention: overdue and planned activities, and pinned notes. */
export class FocusList {
  #order: readonly string[] = [];
  /** What comes next, when one was marked done. */
  readonly proposal: NextProposal;

  constructor(
    readonly model: AnyDetail,
    readonly timeline: Timeline,
    readonly composer: Composer,
    readonly notes: NoteCards,
    readonly menu: Menu,
    readonly editing: ActivityEditing,
  ) {
    this.proposal = new NextProposal(model, timeline);
  }

  #done(activity: Activity): void {
    void this.proposal.markDone(activity, 'focus');
  }

  render(): TemplateResult {
    const { model, timeline } = this;
    const { t } = model;
    const { pinned } = timeline;
    const planned = this.#inOrder(timeline.planned);
    const count = planned.length + pinned.length;
    const locked = model.why('activity-add', null);
    return html`<section class="focus" part="focus" aria-label=${t.detail.focus}>
      <header>
        <h3>${t.detail.focus}</h3>
        ${count > 0 ? html`<span class="count">${model.format.number(count)}</span>` : nothing}
        <span class="grow"></span>
        ${
          locked === undefined
            ? html`<button type="button" class="btn btn--quiet btn--sm" data-schedule @click=${() => this.composer.plan()}>${icon(icons.plus)}${t.detail.schedule}</button>`
            : nothing
        }
      </header>
      ${count === 0 && timeline.ready && !this.proposal.now ? html`<p class="subtle">${t.detail.nothingInFocus}</p>` : nothing}
      <ul>
        ${this.proposal.at('focus') ? html`<li>${this.proposal.render('focus')}</li>` : nothing}
        ${repeat(
          planned,
          ({ id }) => id,
          (activity) =>
            html`<li>${this.editing.has(activity.id) ? this.editing.form(activity) : this.#item(activity)}</li>`,
        )}
        ${repeat(
          pinned,
          ({ id }) => id,
          (note) => html`<li>${this.#pinned(note)}</li>`,
        )}
      </ul>
    </section>`;
  }

  /** As they stood when somebody began to edit one: a form that is moved away under somebody's fingers loses the focus. */
  #inOrder(planned: readonly Activity[]): readonly Activity[] {
    if (planned.some(({ id }) => this.editing.has(id))) {
      const known = new Map(this.#order.map((id, at) => [id, at]));
      const place = ({ id }: Activity): number => known.get(id) ?? known.size;
      planned = [...planned].sort((a, b) => place(a) - place(b));
    }
    this.#order = planned.map(({ id }) => id);
    return planned;
  }

  #item(activity: Activity): TemplateResult {
    const { model } = this;
    const { t } = model;
    const state = activityState(activity, model.today);
    const subject = activity.subject || typeName(activity.type, t.common);
    const label = t.detail.activityActions(subject);
    const locked = model.why('activity-done', activity);
    return html`<div class="focus-item" data-id=${activity.id}>
      ${activityMark(state, stateWord(state, t))}
      <div class="grow">
        <b dir="auto">${subject}</b>
        <small><bdi>${[typeName(activity.type, t.common), this.#when(activity), model.userName(activity.ownerId)].filter(Boolean).join(', ')}</bdi></small>
        ${activity.note ? html`<div class="text" dir="auto">${linkify(activity.note)}</div>` : nothing}
      </div>
      <button type="button" class="btn btn--sm" aria-label="${t.detail.done}: ${subject}" aria-disabled=${locked === undefined ? 'false' : 'true'} title=${locked ?? nothing}
        @click=${() => locked === undefined && this.#done(activity)}>${icon(icons.check)}${t.detail.done}</button>
      <button type="button" class="btn btn--icon btn--quiet btn--sm" aria-haspopup="menu" aria-label=${label} title=${label}
        @click=${(event: Event) => this.#open(event, activity)}>${icon(icons.more)}</button>
    </div>`;
  }

  /** "was due Fri 20 Nov", "Thu 26 Nov 10:00, 30 min" */
  #when(activity: Activity): string {
    const { model } = this;
    const { format, t, today } = model;
    if (activity.due === null) return t.common.noDate;
    const day = format.day(activity.due, { today });
    const time = activity.time ? ` ${format.time(activity.time)}` : '';
    const duration = activity.duration ? `, ${t.detail.minutes(activity.duration)}` : '';
    return activity.due < today
      ? t.detail.wasDue(`${day}${time}`)
      : `${activity.due === today ? model.words.due(activity.due, activity.time, today) : `${day}${time}`}${duration}`;
  }

  #open(event: Event, activity: Activity): void {
    const { model } = this;
    const move = (due: string): void => void model.run('activity-edit', { id: activity.id, fields: { due } });
    this.menu.open(event.currentTarget as HTMLElement, () => {
      const { t, today } = model;
      const disabled = model.why('activity-edit', activity);
      return {
        label: t.detail.activityActions(activity.subject || typeName(activity.type, t.common)),
        align: 'end',
        items: [
          {
            id: 'done',
            label: t.detail.markDone,
            icon: icons.check,
            disabled: model.why('activity-done', activity),
            run: () => this.#done(activity),
          },
          this.editing.item(activity),
          {
            id: 'tomorrow',
            label: t.detail.moveTomorrow,
            icon: icons.move,
            disabled,
            run: () => move(addDays(today, 1)),
          },
          { id: 'week', label: t.detail.moveNextWeek, icon: icons.move, disabled, run: () => move(addDays(today, 7)) },
          {
            id: 'day',
            label: t.detail.chooseDay,
            icon: icons.calendar,
            disabled,
            run: () => this.editing.begin(activity, 'due'),
          },
          ...this.editing.calendar(activity),
          'separator',
          {
            id: 'delete',
            label: t.common.delete,
            icon: icons.trash,
            negative: true,
            disabled: model.why('activity-delete', activity),
            run: () => void this.#delete(activity),
          },
        ],
      };
    });
  }

  async #delete(activity: Activity): Promise<void> {
    await this.model.run('activity-delete', { id: activity.id });
    await this.model.focus('[data-schedule]');
  }

  #pinned(note: Note): TemplateResult {
    const { model } = this;
    const { t } = model;
    return html`<div class="focus-item is-pinned" data-id=${note.id}>
      ${icon(icons.pin)}
      <div class="grow">
        ${this.notes.body(note, 'pinned')}
        <small><bdi>${[t.detail.pinnedNote, model.userName(note.authorId), model.when(note.createdAt)].filter(Boolean).join(', ')}</bdi></small>
      </div>
      ${this.notes.actions(note, 'pinned')}
    </div>`;
  }
}
