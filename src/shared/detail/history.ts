import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Activity, AttachedFile, Note } from '../../domain/records.js';
import { Growing } from '../growing.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { Menu } from '../menu.js';
import type { ActivityEditing } from './activity-editing.js';
import { activityIcons, typeName } from './activity-form.js';
import type { Changelog } from './changelog/changelog.js';
import { besideEntry } from './beside.js';
import type { Files } from './files/files.js';
import { filesWords, showsFiles } from './files/shown.js';
import { linkify } from './linkify.js';
import type { AnyDetail } from './model.js';
import type { NoteCards } from './notes.js';
import { page } from './timeline.js';
import type { Happened, HistoryFilter, Timeline } from './timeline.js';

/** What else has happened, as the element tells it: the drawing and the line. */
export type EventLine = (happened: Happened) => {
  readonly icon: icons.Drawing;
  readonly turn?: boolean;
  readonly line: TemplateResult;
};

/** Lines of a part. */
const part = 25;

/** Notes, done activities and what else there was, newest first, a page at a time; and what was changed, where the record has that. */
export class History {
  readonly #growing = new Growing(page, part);

  constructor(
    readonly model: AnyDetail,
    readonly timeline: Timeline,
    readonly notes: NoteCards,
    readonly menu: Menu,
    readonly editing: ActivityEditing,
    readonly events: () => readonly Happened[],
    readonly line: EventLine,
    /** null = what was changed is not told here. */
    readonly log: Changelog | null,
    /** null = it has none. */
    readonly files: Files | null,
  ) {}

  render(): TemplateResult {
    const { model, timeline } = this;
    const { t } = model;
    return html`<section class="history" part="history" aria-label=${t.detail.history}>
      <header><h3 tabindex="-1" data-history>${t.detail.history}</h3></header>
      <div class="filters" role="group" aria-label=${t.detail.history}>
        ${this.#chip('all', t.detail.filterAll, undefined)}${this.#chip('note', t.detail.filterNotes, timeline.noteCount)}${this.#chip('activity', t.detail.filterActivities, timeline.doneCount)}${
          this.files && showsFiles(model) ? this.#chip('file', filesWords(model).files, timeline.fileCount) : nothing
        }${this.log?.there ? this.#chip('changelog', t.detail.filterChangelog, this.log.count) : nothing}
      </div>
      ${timeline.filter === 'changelog' && this.log?.there ? this.#changelog(this.log) : this.#happened()}
    </section>`;
  }

  #changelog(log: Changelog): TemplateResult {
    const { t } = this.model;
    const { view, failed } = log;
    if (view) return view.render();
    return failed
      ? this.#failed(t.detail.notLoaded, () => log.retry())
      : html`<p class="subtle" role="status">${t.common.loading}</p>`;
  }

  #happened(): TemplateResult {
    const { model, timeline } = this;
    const { t } = model;
    const { lines, next } = timeline.history(this.events());
    return html`${timeline.failed ? this.#failed(t.detail.historyFailed, () => timeline.retry()) : nothing}
      ${
        lines.length === 0
          ? timeline.ready
            ? html`<p class="subtle">${timeline.filter === 'all' ? t.detail.nothingYet : t.detail.noneOfThese}</p>`
            : html`<p class="subtle" role="status">${t.common.loading}</p>`
          : html`<div class="tl" role="list">${this.#growing.rows(`${model.id} ${timeline.filter}`, lines.length, (upTo) => this.#parts(lines.slice(0, upTo)))}</div>`
      }
      ${next > 0 ? html`<button type="button" class="btn btn--sm" data-more @click=${this.#more}>${t.detail.showMore(next)}</button>` : nothing}`;
  }

  #failed(what: string, retry: () => void): TemplateResult {
    return html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${what}</span
      ><button type="button" class="btn btn--sm" @click=${retry}>${this.model.t.common.retry}</button></p>`;
  }

  readonly #more = (event: Event): void => {
    const { timeline } = this;
    // With the last of it the button goes: the focus stands before what comes then.
    if (timeline.history(this.events()).rest) {
      const list = (event.currentTarget as HTMLElement).parentElement?.querySelectorAll<HTMLElement>('.tl .btn');
      [...(list ?? [])].at(-1)?.focus({ preventScroll: true });
    }
    timeline.showMore();
  };

  #show(filter: HistoryFilter): void {
    if (filter === 'changelog') this.log?.open();
    this.timeline.show(filter);
  }

  #chip(filter: HistoryFilter, label: string, count: number | undefined): TemplateResult {
    const { timeline, model } = this;
    return html`<button type="button" class="chip" aria-pressed=${timeline.filter === filter ? 'true' : 'false'} @click=${() => this.#show(filter)}
      >${label}${
        filter === 'changelog'
          ? // Its count comes last of all: the room is kept, so that nothing moves by then.
            html` <span class="num ${count === undefined ? 'count-soon' : ''}">${model.format.number(count ?? 0)}</span>`
          : count === undefined
            ? nothing
            : html` <span class="num">${model.format.number(count)}</span>`
      }</button>`;
  }

  /** In parts that are looked at as one, and laid out as one: of thousands of lines few are gone through where something has changed. */
  #parts(lines: readonly Happened[]): readonly unknown[] {
    const { around } = this.model;
    const parts: unknown[] = [];
    for (let start = 0; start < lines.length; start += part) {
      const some = lines.slice(start, start + part);
      const shows = some.flatMap(({ note, activity }): readonly unknown[] =>
        note
          ? [note, this.notes.state(note, 'history')]
          : activity
            ? [activity, this.editing.state(activity.id)]
            : [{}],
      );
      const drawn = guard([...around, ...shows], () =>
        repeat(
          some,
          ({ id }) => id,
          (line) => this.#entry(line),
        ),
      );
      parts.push(html`<div class="tl-part" role="presentation">${drawn}</div>`);
    }
    return parts;
  }

  /** Thousands may be shown: each is drawn anew only where something in it has changed. */
  #entry(happened: Happened): unknown {
    const { note, activity, file } = happened;
    const { around } = this.model;
    if (note) return guard([note, this.notes.state(note, 'history'), ...around], () => this.#note(note));
    if (activity) return guard([activity, this.editing.state(activity.id), ...around], () => this.#activity(activity));
    if (file) return this.#file(file);
    const told = this.line(happened);
    return html`<div class="tl-line" role="listitem">
      <span class="tl-dot">${icon(told.icon, { turn: told.turn })}</span>
      <div class="tl-head diff">${told.line} ${this.#time(happened.at)}</div>
    </div>`;
  }

  #note(note: Note): TemplateResult {
    const { model } = this;
    const { t } = model;
    const author = model.userName(note.authorId) || t.detail.someone;
    const deal = model.kind === 'deal' && note.leadId !== null && note.dealId === null;
    return html`<div class="tl-line" role="listitem" data-entry=${note.id}>
      <span class="tl-dot">${icon(note.pinned ? icons.pin : icons.note)}</span>
      <div>
        <div class="tl-head">
          <b><bdi>${author}</bdi></b> ${note.pinned ? t.detail.pinnedANote : t.detail.wroteNote} ${this.#asLead(note.createdAt, deal)}
          ${this.#time(note.createdAt)}${this.notes.actions(note, 'history')}
        </div>
        <div class="tl-card tl-card--note">${this.notes.body(note, 'history')}</div>
      </div>
    </div>`;
  }

  #file(file: AttachedFile): TemplateResult {
    const { model } = this;
    // What draws it comes with the section, which has it too.
    this.files?.fetch();
    return html`<div class="tl-line" role="listitem" data-entry=${file.id}>
      <span class="tl-dot">${icon(icons.file)}</span>
      <div>
        <div class="tl-head">
          <b><bdi>${model.userName(file.authorId) || model.t.detail.someone}</bdi></b> ${filesWords(model).added} ${this.#asLead(file.createdAt, false)}
          ${this.#time(file.createdAt)}
        </div>
        ${this.files?.view?.row(file, 'history') ?? html`<bdi>${file.name}</bdi>`}
      </div>
    </div>`;
  }

  #activity(activity: Activity): TemplateResult {
    const { model } = this;
    const { t } = model;
    const type = typeName(activity.type, t.common);
    const subject = activity.subject && activity.subject !== type ? activity.subject : '';
    const label = t.detail.activityActions(activity.subject || type);
    const duration = activity.duration ? `, ${t.detail.minutes(activity.duration)}` : '';
    const dot = html`<span class="tl-dot">${icon(activityIcons[activity.type])}</span>`;
    if (this.editing.has(activity.id))
      return html`<div class="tl-line" role="listitem">${dot}${this.editing.form(activity)}</div>`;
    return html`<div class="tl-line" role="listitem" data-done=${activity.id} data-entry=${activity.id}>
      ${dot}
      <div>
        <div class="tl-head">
          <b>${t.detail.doneWord(type)}</b> <bdi>${subject}</bdi> ${this.#asLead(activity.createdAt, false)}
          ${this.#time(activity.doneAt ?? activity.updatedAt, duration)}<button type="button" class="btn btn--icon btn--quiet btn--sm" aria-haspopup="menu" aria-label=${label} title=${label}
            @click=${(event: Event) => this.#open(event, activity)}>${icon(icons.more)}</button>
        </div>
        ${activity.note ? html`<div class="tl-card"><div class="text" dir="auto">${linkify(activity.note)}</div></div>` : nothing}
      </div>
    </div>`;
  }

  /** On a deal, what was written before it was one. */
  #asLead(at: string, sure: boolean): TemplateResult | typeof nothing {
    const before = this.model.deal !== null && at < this.model.deal.createdAt;
    return sure || before ? html`<span class="tag">${this.model.t.detail.whileALead}</span>` : nothing;
  }

  #time(at: string, more = ''): TemplateResult {
    return html`<time datetime=${at}><bdi>${this.model.when(at)}${more}</bdi></time>`;
  }

  #open(event: Event, activity: Activity): void {
    const { model } = this;
    const focusBack = besideEntry(model, activity.id);
    this.menu.open(event.currentTarget as HTMLElement, () => {
      const { t } = model;
      return {
        label: t.detail.activityActions(activity.subject || typeName(activity.type, t.common)),
        align: 'end',
        items: [
          {
            id: 'reopen',
            label: t.detail.reopen,
            icon: icons.undo,
            disabled: model.why('activity-done', activity),
            run: () => void model.run('activity-done', { id: activity.id, done: false }).then(focusBack),
          },
          this.editing.item(activity),
          ...this.editing.calendar(activity),
          'separator',
          {
            id: 'delete',
            label: t.common.delete,
            icon: icons.trash,
            negative: true,
            disabled: model.why('activity-delete', activity),
            run: () => void model.run('activity-delete', { id: activity.id }).then(focusBack),
          },
        ],
      };
    });
  }
}
