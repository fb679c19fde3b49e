/** The tasks of a project: added, changed, sorted, taken off; and how far it is with them. */
import { editRule, oneLine } from '../edit.js';
import type { Problem } from '../plan.js';
import type { Day, Id, Project, ProjectTask } from '../records.js';
import type { Rule } from '../rule.js';
import { projectReasons } from './checks.js';
import { newTask } from './projects.js';

/** How far a project is. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  /** The earliest due of what is open; null = nothing is open, or nothing has a day. */
  readonly next: Day | null;
  /** Open tasks whose day has passed. */
  readonly overdue: number;
}

/** @param today the calendar day in the provider's zone */
export function progressOf({ tasks }: Pick<Project, 'tasks'>, today: Day): Progress {
  const open = tasks.filter(({ done }) => !done);
  const dues = open.flatMap(({ due }) => due ?? []).sort();
  return {
    done: tasks.length - open.length,
    of: tasks.length,
    next: dues[0] ?? null,
    overdue: dues.filter((due) => due < today).length,
  };
}

/** Is it still to be done, although its day has passed? Nothing is late of a project that is no longer open. */
export function isLate(
  { done, due }: Pick<ProjectTask, 'done' | 'due'>,
  today: Day,
  { status }: Pick<Project, 'status'>,
): boolean {
  return status === 'open' && !done && due !== null && due < today;
}

export const projectTaskAdd: Rule<'project-task-add'> = editRule({
  kind: 'project',
  ids: ({ id }) => [id],
  fields: (project, { id: _id, ...task }, _found, env) => ({
    tasks: [...project.tasks, newTask(env.newId(), task, project.ownerId)],
  }),
  problems: (project, next) => projectReasons(next, project),
});

export const projectTaskEdit: Rule<'project-task-edit'> = editRule({
  kind: 'project',
  ids: ({ id }) => [id],
  fields: (project, { taskId, fields }) => ({
    tasks: project.tasks.map((task) => (task.id === taskId ? changed(task, fields) : task)),
  }),
  problems: (project, next, _found, input) => [...missing(project, input), ...projectReasons(next, project)],
});

function changed(task: ProjectTask, fields: Partial<ProjectTask>): ProjectTask {
  const { title, ...rest } = fields;
  return { ...task, ...rest, ...(title === undefined ? {} : { title: oneLine(title) }), id: task.id };
}

export const projectTaskDelete: Rule<'project-task-delete'> = editRule({
  kind: 'project',
  ids: ({ id }) => [id],
  fields: (project, { taskId }) => ({ tasks: project.tasks.filter(({ id }) => id !== taskId) }),
  problems: (project, _next, _found, input) => missing(project, input),
});

export const projectTasksSort: Rule<'project-tasks-sort'> = editRule({
  kind: 'project',
  ids: ({ id }) => [id],
  fields: (project, { taskId, before }) => ({ tasks: sorted(project.tasks, taskId, before) }),
  problems: (project, _next, _found, input) => missing(project, input),
});

/** Somebody has taken the task off meanwhile. */
function missing({ tasks }: Project, { taskId }: { readonly taskId: Id }): readonly Problem[] {
  return tasks.some(({ id }) => id === taskId) ? [] : [{ code: 'not-found' }];
}

function sorted(tasks: readonly ProjectTask[], taskId: Id, before: Id | null): readonly ProjectTask[] {
  const moving = tasks.find(({ id }) => id === taskId);
  if (moving === undefined || taskId === before) return tasks;
  const rest = tasks.filter((task) => task !== moving);
  const at = rest.findIndex(({ id }) => id === before);
  const place = at < 0 ? rest.length : at;
  return [...rest.slice(0, place), moving, ...rest.slice(place)];
}
