/** What projects begin with: phases, and tasks so many days after the start. */
import type { Change } from '../change.js';
import { addDays } from '../dates.js';
import { CommandDraft } from '../drafts.js';
import { editRule, oneLine, tidy } from '../edit.js';
import type { Draft, Problem } from '../plan.js';
import { daysBetween } from '../dates.js';
import type { Day, Project, ProjectTemplate } from '../records.js';
import { removeRule } from '../remove.js';
import type { Rule } from '../rule.js';
import { fieldProblems } from '../validate.js';
import type { ProjectTaskInput, ProjectTemplateInput } from './inputs.js';

type Task = ProjectTemplate['tasks'][number];

/** The tasks a project begins with. @param start its first day; null = nobody knows, and no task has a day yet */
export function tasksFrom({ tasks }: Pick<ProjectTemplate, 'tasks'>, start: Day | null): readonly ProjectTaskInput[] {
  return tasks.map(({ title, days }) => ({
    title,
    due: start === null || days === null ? null : addDays(start, days),
  }));
}

/**
 * A project as what others begin with: the phases of the template it seems to be of, else its own one, and its tasks by the
 * days from its start. What is due before the start is due at the start.
 * @param phases in their order
 */
export function templateFrom(project: Project, phases: readonly string[]): ProjectTemplateInput {
  const { startDate: start, phase, title, tasks } = project;
  const days = (due: Day | null): number | null =>
    due === null || start === null ? null : Math.max(0, daysBetween(start, due));
  return {
    name: title.slice(0, 255),
    phases: phases.includes(phase) || phase === '' ? phases : [...phases, phase],
    tasks: tasks.map(({ title: task, due }): Task => ({ title: task, days: days(due) })),
  };
}

/** The phases to choose from for a project: of the templates that have its phase, else of all; in their order, each once. */
export function phasesFor(phase: string, templates: readonly ProjectTemplate[]): readonly string[] {
  const own = templates.filter(({ phases }) => phases.includes(phase));
  return [...new Set((own.length > 0 ? own : templates).flatMap(({ phases }) => phases))];
}

function fieldsOf({
  name,
  phases = [],
  tasks = [],
}: ProjectTemplateInput): Pick<ProjectTemplate, 'name' | 'phases' | 'tasks'> {
  return { name: oneLine(name), ...listed({ phases, tasks }) };
}

/** Texts without the blanks around them; a phase that is named twice is one phase. */
function listed<F extends Partial<Pick<ProjectTemplate, 'phases' | 'tasks'>>>(fields: F): F {
  const { phases, tasks } = fields;
  return {
    ...fields,
    ...(Array.isArray(phases) && { phases: [...new Set((phases as readonly string[]).map((one) => oneLine(one)))] }),
    ...(Array.isArray(tasks) && {
      tasks: (tasks as readonly Task[]).map((one) => ({ ...one, title: oneLine(one.title) })),
    }),
  };
}

function reasons({ tasks }: Pick<ProjectTemplate, 'tasks'>): readonly Problem[] {
  return tasks.some(({ title }) => title === '') ? [{ code: 'required', field: 'tasks.title' }] : [];
}

export const projectTemplateAdd: Rule<'project-template-add'> = {
  optimistic: false,
  bulk: false,
  needs: () => [],
  draft: (input, found, env) => {
    const fields = fieldsOf(input);
    const draft = new CommandDraft('projectTemplate', env.newId(), null, fields, { title: fields.name }) as Draft;
    projectTemplateAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft) => {
    const problems = fieldProblems('projectTemplate', tidy(draft.fields), null, []);
    (draft as CommandDraft).problems =
      problems.length > 0 ? problems : reasons(draft.fields as unknown as ProjectTemplate);
  },
  changes: (draft, _found, env): readonly Change[] => {
    const made = { id: draft.id, rev: 0, createdAt: env.now, updatedAt: env.now };
    const record = { ...made, ...tidy(draft.fields) } as unknown as ProjectTemplate;
    return [{ op: 'create', kind: 'projectTemplate', id: record.id, record }];
  },
};

export const projectTemplateEdit: Rule<'project-template-edit'> = editRule({
  kind: 'projectTemplate',
  optimistic: false,
  ids: ({ id }) => [id],
  fields: (_template, { fields }) => listed({ ...fields }),
  problems: (_template, next) => reasons(next),
});

export const projectTemplateDelete: Rule<'project-template-delete'> = removeRule('projectTemplate');
