import type { Id, Project, ProjectTask } from '../../../domain/records.js';
import { LineDrag } from '../../../shared/detail/line-drag.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import { projectWords } from './words.js';

/** The order of the tasks of the open project: by key, by menu, by dragging. */
export class TaskSorting {
  constructor(
    readonly model: DetailModel,
    readonly open: () => Project | undefined,
  ) {
    new LineDrag<ProjectTask>(model.host, {
      ...{ selector: '[data-task]', key: 'task', answers: 'button, input, a, textarea' },
      lines: () => this.#tasks,
      may: () => model.why('project-tasks-sort', this.open()) === undefined,
      put: (task, before) => void this.#put(task, before),
    });
  }

  get #tasks(): readonly ProjectTask[] {
    return this.open()?.tasks ?? [];
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
