import type { Id, Project, ProjectTask } from '../../../domain/records.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import { Drag } from '../../../shared/drag.js';
import { projectWords } from './words.js';

/** The order of the tasks of the open project: by key, by menu, by dragging. */
export class TaskSorting {
  /** The task that what is dragged would come to stand in front of; null = none. */
  over: Id | null = null;

  constructor(
    readonly model: DetailModel,
    readonly open: () => Project | undefined,
  ) {
    new Drag<ProjectTask>(model.host, {
      grip: (event) => {
        const target = event.composedPath()[0];
        if (!(target instanceof Element) || target.closest('button, input, a, textarea')) return null;
        const element = target.closest<HTMLElement>('[data-task]');
        const item = this.#tasks.find(({ id }) => id === element?.dataset['task']);
        return element && item && model.why('project-tasks-sort', this.open()) === undefined ? { item, element } : null;
      },
      onLift: () => undefined,
      onOver: (_task, target) => this.#show(this.#under(target)),
      onDrop: (task, target) => {
        const over = this.#under(target);
        this.#show(null);
        if (over !== null && over !== task.id) void this.#put(task, this.#place(task, over));
      },
      onCancel: () => this.#show(null),
      stillThere: (task) => this.#tasks.some(({ id }) => id === task.id),
    });
  }

  get #tasks(): readonly ProjectTask[] {
    return this.open()?.tasks ?? [];
  }

  #under(target: Element | null): Id | null {
    return target?.closest<HTMLElement>('[data-task]')?.dataset['task'] ?? null;
  }

  /** Dragged down it takes the place of the task below the pointer, and that one moves up. */
  #place(task: ProjectTask, over: Id): Id | null {
    const ids = this.#tasks.map(({ id }) => id);
    const down = ids.indexOf(task.id) < ids.indexOf(over);
    return down ? (ids[ids.indexOf(over) + 1] ?? null) : over;
  }

  #show(over: Id | null): void {
    if (this.over === over) return;
    this.over = over;
    this.model.update();
  }

  /** @returns whether it was moved */
  move(task: ProjectTask, by: -1 | 1): Promise<boolean> {
    const tasks = this.#tasks;
    const to = tasks.findIndex(({ id }) => id === task.id) + by;
    if (to < 0 || to >= tasks.length) return Promise.resolve(false);
    return this.#put(task, tasks[by < 0 ? to : to + 1]?.id ?? null);
  }

  async #put({ id: taskId, title }: ProjectTask, before: Id | null): Promise<boolean> {
    const { model } = this;
    const project = this.open();
    if (!project || model.why('project-tasks-sort', project) !== undefined) return false;
    const result = await model.run('project-tasks-sort', { id: project.id, taskId, before }, true);
    if (result?.outcomes[0]?.state !== 'done') return false;
    const tasks = this.#tasks;
    model.say(projectWords(model).moved(title, tasks.findIndex(({ id }) => id === taskId) + 1, tasks.length));
    return true;
  }
}
