import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ProjectInput } from '../../../domain/plan.js';
import { tasksFrom } from '../../../domain/projects/templates.js';
import type { Day, Id, ProjectTemplate } from '../../../domain/records.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import { save } from '../../../shared/detail/save.js';
import type { Dialog } from '../../../shared/dialog.js';
import { selectField, textField } from '../../../shared/field.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import { dateField } from '../../../shared/value-fields.js';
import { dealWords } from '../words.js';
import { projectWords } from './words.js';

type Errors = Readonly<Record<string, string>>;

/** A task of the template, as the new project is to have it. */
interface Task {
  take: boolean;
  title: string;
  due: Day | null;
  /** Somebody has set the day: it no longer goes with the start. */
  own: boolean;
}

/** What a new project of the open deal is made of; what was typed stays until it is stored. */
export class CreateProject {
  #title: string;
  #start: Day | null;
  #end: Day | null = null;
  #phase = '';
  #template: ProjectTemplate | null = null;
  #tasks: Task[] = [];
  #errors: Errors = {};
  /** Days that cannot be read, until they are written anew. */
  readonly #unread = new Map<string, string>();

  /** @param made told the id of what was made, when the dialog is closed */
  constructor(
    readonly model: DetailModel,
    readonly dialog: Dialog,
    readonly templates: { readonly all: readonly ProjectTemplate[] },
    readonly made: (id: Id) => void,
  ) {
    this.#title = model.title;
    this.#start = model.today;
  }

  open(): void {
    const { model, dialog } = this;
    dialog.open({
      width: 560,
      focus: '#project-title',
      returnTo: () => model.host.shadowRoot?.querySelector<HTMLElement>('[data-act="add-project"]'),
      content: () =>
        dialog.frame({
          title: projectWords(model).createTitle,
          text: html`<bdi>${model.title}</bdi>`,
          body: this.#body(),
          foot: html`<span class="grow"></span><button type="button" class="btn" data-cancel @click=${() => dialog.close()}>${model.t.common.cancel}</button
            ><button type="submit" class="btn btn--primary" aria-busy=${dialog.busy ? 'true' : nothing}>${dealWords(model).createProject}</button>`,
          close: model.t.common.close,
          onSubmit: () => void this.#submit(),
        }),
    });
    dialog.element?.querySelector<HTMLInputElement>('#project-title')?.select();
  }

  #body(): TemplateResult {
    const words = projectWords(this.model);
    return html`<div class="stack">
      ${this.#errors['all'] ? html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${this.#errors['all']}</span></p>` : nothing}
      ${textField({
        ...{
          id: 'project-title',
          label: words.title,
          value: this.#title,
          required: true,
          error: this.#errors['title'],
        },
        onInput: (text) => (this.#title = text),
      })}
      ${this.#chooser()}
      <div class="pair">${this.#day('start', words.start, this.#start, (day) => this.#startOn(day))}${this.#day('end', words.end, this.#end, (day) => (this.#end = day))}</div>
      ${this.#phases()}${this.#taskList()}
    </div>`;
  }

  #chooser(): TemplateResult | typeof nothing {
    const words = projectWords(this.model);
    const { all } = this.templates;
    if (all.length === 0) return nothing;
    return selectField({
      ...{
        id: 'project-template',
        label: words.template,
        value: this.#template?.id ?? '',
        placeholder: words.noTemplate,
      },
      options: all.map(({ id, name }) => ({ value: id, label: name })),
      onChange: (id) => this.#take(all.find((each) => each.id === id) ?? null),
    });
  }

  #take(template: ProjectTemplate | null): void {
    const known = this.#template?.phases ?? [];
    this.#template = template;
    for (const id of [...this.#unread.keys()]) if (id.startsWith('due-')) this.#unread.delete(id);
    this.#tasks = (template === null ? [] : tasksFrom(template, this.#start)).map(({ title, due = null }) => ({
      ...{ take: true, title, due, own: false },
    }));
    // A phase that somebody has typed stays.
    if (this.#phase === '' || known.includes(this.#phase)) this.#phase = template?.phases[0] ?? '';
    this.#say({});
  }

  /** Days that nobody has set go with the start. */
  #startOn(day: Day | null): void {
    this.#start = day;
    const template = this.#template;
    if (template === null) return;
    const dues = tasksFrom(template, day);
    this.#tasks.forEach((task, i) => {
      if (!task.own) task.due = dues[i]?.due ?? null;
    });
  }

  #day(id: string, label: string, value: Day | null, set: (to: Day | null) => void, hideLabel = false): TemplateResult {
    return dateField({
      ...{ id: `project-${id}`, label, value, hideLabel, error: this.#errors[id], words: this.model.t.common },
      onChange: (to) => {
        set(to);
        this.#unread.delete(id);
        const { [id]: _mended, ...errors } = this.#errors;
        this.#say(errors);
      },
      onInvalid: (why) => {
        this.#unread.set(id, why);
        this.#say({ ...this.#errors, [id]: why });
      },
    });
  }

  #phases(): TemplateResult {
    const words = projectWords(this.model);
    const phases = this.#template?.phases ?? [];
    const common = { id: 'project-phase', label: words.phase, value: this.#phase };
    if (phases.length === 0 || (this.#phase !== '' && !phases.includes(this.#phase)))
      return textField({ ...common, onInput: (text) => (this.#phase = text) });
    return selectField({
      ...{ ...common, placeholder: words.noPhase },
      options: phases.map((phase) => ({ value: phase, label: phase })),
      onChange: (phase) => (this.#phase = phase),
    });
  }

  #taskList(): TemplateResult | typeof nothing {
    const words = projectWords(this.model);
    if (this.#tasks.length === 0) return nothing;
    return html`<fieldset class="template-tasks"><legend>${words.tasksOfTemplate}</legend>
      <ul>${this.#tasks.map((task, i) => this.#task(task, i))}</ul></fieldset>`;
  }

  #task(task: Task, i: number): TemplateResult {
    const words = projectWords(this.model);
    const take = (event: Event): void => {
      task.take = (event.target as HTMLInputElement).checked;
      this.dialog.draw();
    };
    return html`<li ?data-left=${!task.take}>
      <input type="checkbox" class="check" id="project-take-${i}" aria-label=${words.takeTask(task.title)} .checked=${live(task.take)} @change=${take} />
      ${textField({
        ...{
          id: `project-task-${i}`,
          label: words.taskAt(i + 1),
          hideLabel: true,
          value: task.title,
          disabled: !task.take,
        },
        error: this.#errors[`task-${i}`],
        onInput: (text) => (task.title = text),
      })}
      ${this.#day(
        `due-${i}`,
        words.taskDue(task.title),
        task.due,
        (due) => {
          task.due = due;
          task.own = true;
        },
        true,
      )}
    </li>`;
  }

  #say(errors: Errors): void {
    this.#errors = errors;
    this.dialog.draw();
  }

  #check(): boolean {
    const words = projectWords(this.model);
    const errors: Record<string, string> = Object.fromEntries(this.#unread);
    if (this.#title.trim() === '') errors['title'] = words.titleMissing;
    if (this.#start !== null && this.#end !== null && this.#end < this.#start) errors['end'] = words.endBeforeStart;
    this.#tasks.forEach(({ take, title }, i) => {
      if (take && title.trim() === '') errors[`task-${i}`] = words.taskMissing;
    });
    this.#errors = errors;
    return Object.keys(errors).length === 0;
  }

  async #submit(): Promise<void> {
    const { model, dialog } = this;
    const words = projectWords(model);
    if (!this.#check()) {
      dialog.draw();
      return dialog.focusFirst();
    }
    dialog.busy = true;
    try {
      const result = await save(model, 'project-add', this.#input(), words.project);
      dialog.busy = false;
      // Given up while the page was asked: what was typed stands where it was.
      if (!result) return dialog.draw();
      dialog.close({ refocus: false });
      model.say(words.created(this.#title.trim()));
      this.made(result.outcomes[0]?.id ?? '');
    } catch (error) {
      dialog.busy = false;
      this.#say({ all: (error as Error).message });
    }
  }

  #input(): ProjectInput {
    const { id } = this.model;
    return {
      ...{ title: this.#title.trim(), startDate: this.#start, endDate: this.#end, phase: this.#phase.trim() },
      dealIds: id === null ? [] : [id],
      tasks: this.#tasks.filter(({ take }) => take).map(({ title, due }) => ({ title, due })),
    };
  }
}
