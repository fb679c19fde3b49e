import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Activity, Id } from '../../domain/records.js';
import { saveToCalendar } from '../calendar-file.js';
import * as icons from '../icons.js';
import type { MenuAction } from '../menu-items.js';
import { activityEdits, activityForm, checkActivity, draftFrom, typeName } from './activity-form.js';
import type { ActivityDraft } from './drafts.js';
import type { AnyDetail } from './model.js';

interface Editing {
  readonly before: Activity;
  readonly draft: ActivityDraft;
  readonly errors: Readonly<Record<string, string>>;
}

/** Activities of a detail, edited where they stand, planned in the Focus or done in the history: what is typed into one stays when another is begun. */
export class ActivityEditing {
  readonly #editing = new Map<Id, Editing>();

  constructor(readonly model: AnyDetail) {}

  has(id: Id): boolean {
    return this.#editing.has(id);
  }

  /** Another one whenever its form has changed; undefined = it is not being edited. */
  state(id: Id): unknown {
    return this.#editing.get(id);
  }

  begin(activity: Activity, field: 'subject' | 'due'): void {
    this.#editing.set(activity.id, { before: activity, draft: draftFrom(activity), errors: {} });
    this.model.update();
    void this.model.focus(`#${CSS.escape(`edit-${activity.id}-${field}`)}`);
  }

  /** "Edit", among what can be done with it. */
  item(activity: Activity): MenuAction {
    return {
      id: 'edit',
      label: this.model.t.common.edit,
      icon: icons.note,
      disabled: this.model.why('activity-edit', activity),
      run: () => this.begin(activity, 'subject'),
    };
  }

  /** What gives it to a calendar, where it has a day. */
  calendar(activity: Activity): readonly MenuAction[] {
    const label = this.model.t.detail.toCalendar;
    const run = (): void => void this.#toCalendar(activity);
    return activity.due === null ? [] : [{ id: 'calendar', label, icon: icons.download, run }];
  }

  async #toCalendar(activity: Activity): Promise<void> {
    const { store, t, title, host } = this.model;
    if (!store) return;
    const subject = activity.subject || typeName(activity.type, t.common);
    const given = await saveToCalendar(store, activity, subject, title, host.ownerDocument);
    this.model.commands.say(() => {
      const { inCalendarFile, noCalendarFile } = this.model.t.detail;
      return given ? inCalendarFile(subject) : noCalendarFile;
    });
  }

  #change(id: Id, part: Partial<Editing>): void {
    const editing = this.#editing.get(id);
    if (editing) this.#editing.set(id, { ...editing, ...part });
    this.model.update();
  }

  #close({ id }: Activity): void {
    this.#editing.delete(id);
    this.model.update();
    const place = CSS.escape(id);
    void this.model.focus(`.focus-item[data-id="${place}"] [aria-haspopup], [data-done="${place}"] [aria-haspopup]`);
  }

  async #submit(event: Event, activity: Activity): Promise<void> {
    event.preventDefault();
    const { id } = activity;
    const editing = this.#editing.get(id);
    if (!editing) return;
    const errors = checkActivity(editing.draft, this.model.t);
    this.#change(id, { errors });
    // Against what it was when the form was opened: what others have changed since is not taken back.
    const fields = activityEdits(editing.draft, editing.before, this.model);
    if (Object.keys(errors).length > 0) return;
    if (Object.keys(fields).length === 0) return this.#close(activity);
    const result = await this.model.run('activity-edit', { id, fields }, true);
    // Not stored: what was typed stands where it was typed; the banner says why.
    if (result?.outcomes[0]?.state === 'done') this.#close(activity);
  }

  form(activity: Activity): TemplateResult {
    const { id } = activity;
    const editing = this.#editing.get(id);
    const { t } = this.model;
    if (!editing) return html``;
    const close = (): void => this.#close(activity);
    const keydown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    return html`<form class="focus-item focus-form" novalidate @submit=${(event: Event) => this.#submit(event, activity)} @keydown=${keydown}>
      ${activityForm(this.model, {
        id: `edit-${id}`,
        draft: editing.draft,
        errors: editing.errors,
        change: (part) => this.#change(id, { draft: Object.assign(editing.draft, part), errors: {} }),
        wrong: (field, message) => this.#change(id, { errors: { ...this.#editing.get(id)?.errors, [field]: message } }),
      })}
      <footer><span class="grow"></span><button type="button" class="btn btn--quiet btn--sm" @click=${close}>${t.common.cancel}</button
        ><button type="submit" class="btn btn--sm">${t.detail.saveActivity}</button></footer>
    </form>`;
  }
}
