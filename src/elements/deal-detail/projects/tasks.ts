import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { isLate } from '../../../domain/projects/tasks.js';
import type { Id, Project, ProjectTask } from '../../../domain/records.js';
import { avatar } from '../../../shared/avatar.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import { errorLine } from '../../../shared/detail/place-edit.js';
import { save } from '../../../shared/detail/save.js';
import type { Values } from '../../../shared/detail/values.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { Menu } from '../../../shared/menu.js';
import { ownerItems } from './owners.js';
import { TaskSorting } from './task-sorting.js';
import { projectWords } from './words.js';

/** A task that is being typed, and why it was not stored. */
interface Adding {
  text: string;
  error: string;
}

/** The tasks of the open project: ticked, changed where they stand, sorted by key, menu or dragging, added line by line. */
export class Tasks {
  readonly #sorting: TaskSorting;
  /** By project: what is typed about one never lands on another. */
  readonly #adding = new Map<Id, Adding>();

  constructor(
    readonly model: DetailModel,
    readonly values: Values,
    readonly menu: Menu,
    open: () => Project | undefined,
  ) {
    this.#sorting = new TaskSorting(model, open);
  }

  render(project: Project): TemplateResult {
    const { tasks } = project;
    const words = projectWords(this.model);
    return html`<div class="tasks" role="group" aria-label=${words.tasks}>
      <h4>${words.tasks}</h4>
      ${
        tasks.length === 0
          ? html`<p class="subtle">${words.noTasks}</p>`
          : html`<ul>${repeat(
              tasks,
              ({ id }) => id,
              (task) => this.#row(project, task),
            )}</ul>`
      }
      ${this.#add(project)}
    </div>`;
  }

  #row(project: Project, task: ProjectTask): TemplateResult {
    const { model } = this;
    const words = projectWords(model);
    const locked = model.why('project-task-edit', project);
    const label = words.actionsFor(task.title);
    const owner = model.userName(task.ownerId);
    const keydown = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      if ((event.target as Element).matches('input:not([type=checkbox])')) return;
      event.preventDefault();
      event.stopPropagation();
      void this.#move(task, event.key === 'ArrowUp' ? -1 : 1);
    };
    const tick = (event: Event): void => {
      const box = event.target as HTMLInputElement;
      if (locked === undefined) void this.#tick(project, task, box.checked);
      else box.checked = task.done;
    };
    return html`<li class="task" data-task=${task.id} ?data-done=${task.done} @keydown=${keydown}>
      <input type="checkbox" class="check" aria-label=${words.done(task.title)} aria-disabled=${locked === undefined ? nothing : 'true'} title=${locked ?? nothing}
        .checked=${live(task.done)} @change=${tick} />
      <span class="task-said">${this.#title(project, task, locked)}<span class="task-more">${this.#due(project, task, locked)}${
        owner === '' || task.ownerId === null ? nothing : avatar(owner, task.ownerId, { small: true })
      }</span></span>
      <button type="button" class="btn btn--icon btn--quiet btn--sm" data-task-menu aria-haspopup="menu" aria-label=${label} title=${label}
        @click=${(event: Event) => this.#open(project, task, event.currentTarget as HTMLElement)}>${icon(icons.more)}</button>
    </li>`;
  }

  #key(project: Project, task: ProjectTask, field: 'title' | 'due'): string {
    return this.values.key(`${project.id}-${task.id}-${field}`);
  }

  #title(project: Project, task: ProjectTask, locked: string | undefined): TemplateResult {
    const { model, values } = this;
    const words = projectWords(model);
    return values.inline.render({
      key: this.#key(project, task, 'title'),
      name: words.taskTitle(task.title),
      ...{ text: task.title, locked, changed: values.changed },
      commit: (text) => (text === '' ? words.taskMissing : this.#save(project, task, { title: text }, words.title)),
    });
  }

  /** A day without a time, judged in the provider's zone. */
  #due(project: Project, task: ProjectTask, locked: string | undefined): TemplateResult | typeof nothing {
    const { model, values } = this;
    const words = projectWords(model);
    const { due } = task;
    const key = this.#key(project, task, 'due');
    const late = isLate(task, model.today, project);
    if (due === null && values.inline.editing !== key && (task.done || locked !== undefined)) return nothing;
    const day = due === null ? '' : model.format.day(due, { weekday: false, today: model.today });
    return html`<span class=${late ? 'is-late' : 'task-due'}>${late ? icon(icons.warning, { size: 'sm' }) : nothing}${values.inline.render(
      {
        key,
        name: words.taskDue(task.title),
        ...{ text: due ?? '', empty: words.addDue, type: 'date' as const, locked, changed: values.changed },
        ...(due !== null && { shown: day, said: late ? words.taskOverdue(model.day(due)) : model.day(due) }),
        commit: (text) => this.#save(project, task, { due: text || null }, words.taskDue(task.title)),
      },
    )}</span>`;
  }

  #save(project: Project, task: ProjectTask, fields: Partial<Omit<ProjectTask, 'id'>>, name: string): Promise<unknown> {
    return save(this.model, 'project-task-edit', { id: project.id, taskId: task.id, fields }, name);
  }

  async #tick(project: Project, task: ProjectTask, done: boolean): Promise<void> {
    const { model } = this;
    const words = projectWords(model);
    const said = (): string => (done ? words.isDone(task.title) : words.isOpen(task.title));
    await model.commands.run('project-task-edit', { id: project.id, taskId: task.id, fields: { done } }, { said });
    // What was refused stands as it is stored.
    model.update();
  }

  #open(project: Project, task: ProjectTask, anchor: HTMLElement): void {
    const { model, values } = this;
    this.menu.open(anchor, () => {
      const words = projectWords(model);
      const edit = model.why('project-task-edit', project);
      const sort = model.why('project-tasks-sort', project);
      const at = project.tasks.findIndex(({ id }) => id === task.id);
      const change = (field: 'title' | 'due', text: string): void =>
        values.inline.edit(this.#key(project, task, field), text);
      return {
        label: words.actionsFor(task.title),
        align: 'end',
        items: [
          {
            id: 'rename',
            label: words.rename,
            icon: icons.note,
            disabled: edit,
            run: () => change('title', task.title),
          },
          {
            id: 'due',
            label: words.changeDue,
            icon: icons.calendar,
            disabled: edit,
            run: () => change('due', task.due ?? ''),
          },
          {
            id: 'owner',
            label: words.changeOwner,
            icon: icons.person,
            disabled: edit,
            run: () => this.#owners(project, task, anchor),
          },
          'separator',
          ...(at > 0
            ? [
                {
                  ...{ id: 'up', label: words.moveUp, icon: icons.up, kbd: 'Alt ↑', disabled: sort },
                  run: () => void this.#move(task, -1),
                },
              ]
            : []),
          ...(at < project.tasks.length - 1
            ? [
                {
                  ...{ id: 'down', label: words.moveDown, icon: icons.down, kbd: 'Alt ↓', disabled: sort },
                  run: () => void this.#move(task, 1),
                },
              ]
            : []),
          {
            ...{ id: 'delete', label: model.t.common.delete, icon: icons.trash, negative: true },
            disabled: model.why('project-task-delete', project),
            run: () => void this.#delete(project, task),
          },
        ],
      };
    });
  }

  #owners(project: Project, task: ProjectTask, anchor: HTMLElement): void {
    this.menu.open(anchor, () => {
      const words = projectWords(this.model);
      const choose = (ownerId: Id | null): void =>
        void this.model.run('project-task-edit', { id: project.id, taskId: task.id, fields: { ownerId } });
      return {
        label: words.taskOwner(task.title),
        align: 'end',
        items: ownerItems(this.model, task.ownerId, choose),
      };
    });
  }

  /** The focus goes along with the task. */
  async #move(task: ProjectTask, by: -1 | 1): Promise<void> {
    const { model } = this;
    const held = model.host.shadowRoot?.activeElement;
    const what = held?.matches('.task [type=checkbox]')
      ? '[type=checkbox]'
      : held?.matches('.task .edit')
        ? '.edit'
        : '[data-task-menu]';
    if (await this.#sorting.move(task, by)) await model.focus(`[data-task="${CSS.escape(task.id)}"] ${what}`);
  }

  async #delete(project: Project, task: ProjectTask): Promise<void> {
    const { model } = this;
    const at = project.tasks.findIndex(({ id }) => id === task.id);
    const next = project.tasks[at + 1] ?? project.tasks[at - 1];
    await model.run('project-task-delete', { id: project.id, taskId: task.id });
    await model.focus(next ? `[data-task="${CSS.escape(next.id)}"] [data-task-menu]` : '[data-add-task]');
  }

  #add(project: Project): TemplateResult {
    const { model } = this;
    const words = projectWords(model);
    const locked = model.why('project-task-add', project);
    const adding = this.#adding.get(project.id) ?? { text: '', error: '' };
    const type = (event: InputEvent): void => {
      this.#adding.set(project.id, { text: (event.target as HTMLInputElement).value, error: '' });
      if (adding.error !== '') model.update();
    };
    const keydown = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      if (event.key === 'Enter') void this.#store(project);
      else if (event.key === 'Escape' && (this.#adding.get(project.id)?.text ?? '') !== '') {
        this.#adding.delete(project.id);
        model.update();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    return html`<span class="field" ?data-invalid=${adding.error !== ''}><input class="input" type="text" dir="auto" autocomplete="off" data-add-task aria-label=${words.addTask}
        placeholder=${words.addTaskHint} maxlength="1000" aria-invalid=${adding.error === '' ? nothing : 'true'} ?disabled=${locked !== undefined} title=${locked ?? nothing}
        .value=${live(adding.text)} @input=${type} @keydown=${keydown} />${adding.error === '' ? nothing : errorLine(adding.error)}</span>`;
  }

  /** The field is free for the next one at once; what is refused comes back into it, unless something else is typed by then. */
  async #store(project: Project): Promise<void> {
    const { model } = this;
    const words = projectWords(model);
    const text = this.#adding.get(project.id)?.text.trim() ?? '';
    if (text === '') return;
    this.#adding.delete(project.id);
    model.update();
    try {
      await save(model, 'project-task-add', { id: project.id, title: text }, words.tasks);
      model.say(words.taskAdded(text));
    } catch (error) {
      const typed = this.#adding.get(project.id)?.text ?? '';
      this.#adding.set(project.id, { text: typed || text, error: (error as Error).message });
      model.update();
    }
  }
}
