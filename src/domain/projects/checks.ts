/** What the fields of projects, tasks and templates may hold. */
import { isDay } from '../dates.js';
import type { Problem } from '../draft-shapes.js';
import type { Project, ProjectTask, ProjectTemplate } from '../deal-entities.js';
import { isText, maxText } from '../values.js';
import type { InvalidReason } from '../values.js';

type Check = (value: unknown) => InvalidReason | null;

/** Tasks of one project, or of one template. */
export const maxTasks = 500;
/** Days after the start of a project that a task of a template may be due. */
export const maxDays = 3_650;

const statuses: readonly unknown[] = ['open', 'completed', 'canceled'] satisfies readonly Project['status'][];

const text =
  (max: number): Check =>
  (value) =>
    !isText(value) ? 'text' : value.length > max ? 'too-long' : null;
const id: Check = (value) => (value === null || (isText(value) && value !== '') ? null : 'id');
const ids: Check = (value) => (Array.isArray(value) && value.every((one) => isText(one) && one !== '') ? null : 'id');
const day: Check = (value) => (value === null || isDay(value) ? null : 'day');

const tasks: Check = (value) => {
  if (!Array.isArray(value)) return 'type';
  if (value.length > maxTasks) return 'too-many-tasks';
  for (const one of value as readonly Partial<ProjectTask>[]) {
    if (typeof one !== 'object' || one === null || typeof one.done !== 'boolean') return 'type';
    const wrong =
      text(maxText.title)(one.title) ??
      day(one.due) ??
      id(one.ownerId) ??
      (isText(one.id) && one.id !== '' ? null : 'id');
    if (wrong !== null) return wrong;
  }
  return null;
};

const phases: Check = (value) => {
  if (!Array.isArray(value)) return 'type';
  const wrong = value.map((one) => (isText(one) && one.trim() === '' ? 'text' : text(maxText.line)(one)));
  return wrong.find((why) => why !== null) ?? null;
};

/** Whole days from the start, 0 or more; null = without a day. */
export const daysReason: Check = (value) =>
  value === null || (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= maxDays) ? null : 'days';

const templateTasks: Check = (value) => {
  if (!Array.isArray(value)) return 'type';
  if (value.length > maxTasks) return 'too-many-tasks';
  for (const one of value as readonly Partial<ProjectTemplate['tasks'][number]>[]) {
    if (typeof one !== 'object' || one === null) return 'type';
    const wrong = text(maxText.title)(one.title) ?? daysReason(one.days);
    if (wrong !== null) return wrong;
  }
  return null;
};

export const projectChecks: Readonly<Record<string, Check>> = {
  title: text(maxText.title),
  description: text(maxText.long),
  status: (value) => (statuses.includes(value) ? null : 'option'),
  phase: text(maxText.line),
  startDate: day,
  endDate: day,
  dealIds: ids,
  personId: id,
  organizationId: id,
  ownerId: id,
  tasks,
};

export const templateChecks: Readonly<Record<string, Check>> = {
  name: text(maxText.line),
  phases,
  tasks: templateTasks,
};

/**
 * What the fields say of one another: no project ends before it begins, and no task is without a title.
 * @param before as it is stored: the message stands at what was changed of the two; null = a new one
 */
export function projectReasons(
  next: Pick<Project, 'startDate' | 'endDate' | 'tasks'>,
  before: Pick<Project, 'startDate' | 'endDate' | 'tasks'> | null,
): readonly Problem[] {
  return [...dateReasons(next, before), ...titleless(next.tasks, before?.tasks)];
}

function dateReasons(
  { startDate, endDate }: Pick<Project, 'startDate' | 'endDate'>,
  before: Pick<Project, 'startDate' | 'endDate'> | null,
): readonly Problem[] {
  if (startDate === null || endDate === null || endDate >= startDate) return [];
  if (before?.startDate === startDate && before.endDate === endDate) return [];
  return before !== null && before.endDate === endDate
    ? [{ code: 'invalid', field: 'startDate', detail: 'after-end' }]
    : [{ code: 'invalid', field: 'endDate', detail: 'before-start' }];
}

function titleless(now: readonly ProjectTask[], before: readonly ProjectTask[] = []): readonly Problem[] {
  const known = new Set(before.filter(({ title }) => title.trim() === '').map(({ id }) => id));
  return now.some(({ id, title }) => title.trim() === '' && !known.has(id))
    ? [{ code: 'required', field: 'tasks.title' }]
    : [];
}
