/** Projects: work that follows from deals (`domain.md` 1.4: `deal_ids`, phases, tasks). One belongs to any number of deals, or to none. */
import { patchOf } from '../change.js';
import type { Change } from '../change.js';
import { CommandDraft } from '../drafts.js';
import { editRule, oneLine, tidy } from '../edit.js';
import type { Draft, Problem } from '../plan.js';
import type { Id, Project, ProjectTask } from '../records.js';
import { removeRule } from '../remove.js';
import { byIds } from '../rule.js';
import type { Found, Rule } from '../rule.js';
import { fieldProblems } from '../validate.js';
import { projectReasons } from './checks.js';
import type { ProjectTaskInput } from './inputs.js';

type Values = Record<string, unknown>;

export const projectAdd: Rule<'project-add'> = {
  optimistic: false,
  bulk: false,
  needs: ({ dealIds = [] }) => byIds('deal', dealIds),
  draft: (input, found, env) => {
    const { title, description = '', status = 'open', phase = '', startDate = null, endDate = null } = input;
    const dealIds = [...new Set(input.dealIds ?? [])];
    const deal = found.get('deal', dealIds[0] ?? null);
    const ownerId = input.ownerId === undefined ? (deal?.ownerId ?? env.userId) : input.ownerId;
    const fields = {
      ...{ title: oneLine(title), description, status, phase: oneLine(phase), startDate, endDate, dealIds, ownerId },
      personId: input.personId === undefined ? (deal?.personId ?? null) : input.personId,
      organizationId: input.organizationId === undefined ? (deal?.organizationId ?? null) : input.organizationId,
      tasks: (input.tasks ?? []).map((task) => newTask(env.newId(), task, ownerId)),
    };
    const draft = new CommandDraft('project', env.newId(), null, fields, { title: fields.title }) as Draft;
    projectAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found) => {
    (draft as CommandDraft).problems = addProblems(tidy(draft.fields), found);
  },
  changes: (draft, _found, env) => {
    const made = { id: draft.id, rev: 0, createdAt: env.now, updatedAt: env.now };
    const record = { ...made, ...tidy(draft.fields) } as unknown as Project;
    return [{ op: 'create', kind: 'project', id: record.id, record }];
  },
};

export function newTask(
  id: Id,
  { title, done = false, due = null, ownerId }: ProjectTaskInput,
  owner: Id | null,
): ProjectTask {
  return { id, title: oneLine(title), done, due, ownerId: ownerId === undefined ? owner : ownerId };
}

function addProblems(fields: Readonly<Values>, found: Found): readonly Problem[] {
  const problems = fieldProblems('project', fields, null, []);
  if (problems.length > 0) return problems;
  const project = fields as unknown as Project;
  const gone = project.dealIds.some((id) => found.get('deal', id) === null);
  return [...(gone ? ([{ code: 'not-found', field: 'dealIds' }] as const) : []), ...projectReasons(project, null)];
}

export const projectEdit: Rule<'project-edit'> = editRule({
  kind: 'project',
  ids: ({ id }) => [id],
  fields: (_project, { fields }) => ({
    ...fields,
    ...(typeof fields.phase === 'string' && { phase: oneLine(fields.phase) }),
  }),
  problems: (project, next) => projectReasons(next, project),
});

export const projectDelete: Rule<'project-delete'> = removeRule('project');

/** Of one project and one of its deals: what else of the project is another one by now stays as it is. */
class LinkDraft extends CommandDraft<'project'> {
  renew(found: Found): void {
    (this as { record: Project | null }).record = found.get('project', this.id);
  }
}

function linkRule<N extends 'project-link' | 'project-unlink'>(
  link: (dealIds: readonly Id[], dealId: Id) => readonly Id[],
  optimistic: boolean,
): Rule<N> {
  const rule: Rule<'project-link'> = {
    optimistic,
    bulk: false,
    replans: true,
    needs: ({ id, dealId }) => [...byIds('project', [id]), ...(optimistic ? [] : byIds('deal', [dealId]))],
    draft: (input, found, env) => {
      const draft = new LinkDraft('project', input.id, found.get('project', input.id), {
        dealId: input.dealId,
      }) as Draft;
      rule.check(draft, found, env, input);
      return [draft];
    },
    check: (draft, found) => {
      const own = draft as LinkDraft;
      own.renew(found);
      const gone = own.record === null || (!optimistic && found.get('deal', own.fields['dealId'] as Id) === null);
      own.problems = gone ? [{ code: 'not-found' }] : [];
    },
    changes: (draft) => {
      const project = draft.record as Project | null;
      const patch: Change | null =
        project && patchOf('project', project, { dealIds: link(project.dealIds, draft.fields['dealId'] as Id) });
      return patch === null ? [] : [patch];
    },
  };
  return rule as unknown as Rule<N>;
}

export const projectLink = linkRule<'project-link'>((dealIds, id) => [...new Set([...dealIds, id])], false);
/** The deal may be gone: what is left of the link can be taken off all the same. */
export const projectUnlink = linkRule<'project-unlink'>((dealIds, id) => dealIds.filter((one) => one !== id), true);
