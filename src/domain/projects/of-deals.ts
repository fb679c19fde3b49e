/**
 * What becomes of the links between projects and deals. A project names its deals and hangs on none of them: it stays where a
 * deal goes. A deal in the trash, or back among the leads, is named on, so that it has its projects again when it comes back
 * under its id; what shows a project leaves out deals that are not there. Deals that are merged hand their projects over.
 */
import { patchOf } from '../change.js';
import type { Change } from '../change.js';
import type { Id, Project } from '../records.js';
import { byIds } from '../rule.js';
import type { Found, Need } from '../rule.js';

/** What a merged deal gets back: projects it had, and those of them that the survivor had as well. */
export interface MovedProjects {
  readonly projects?: readonly Id[];
  readonly sharedProjects?: readonly Id[];
}

export function projectNeeds(dealIds: readonly Id[]): readonly Need[] {
  return dealIds.length === 0 ? [] : [{ kind: 'project', where: { field: 'dealIds', op: 'has', value: dealIds } }];
}

export function projectsOf(found: Found, dealId: Id): readonly Project[] {
  return found.all('project').filter(({ dealIds }) => dealIds.includes(dealId));
}

/** Each project once, however many of them had it. @param others those that become `survivorId` */
export function handedOver(found: Found, survivorId: Id, others: readonly Id[]): readonly Change[] {
  return found.all('project').flatMap((project): readonly Change[] => {
    if (!project.dealIds.some((id) => others.includes(id))) return [];
    const dealIds = [...new Set(project.dealIds.map((id) => (others.includes(id) ? survivorId : id)))];
    const patch = patchOf('project', project, { dealIds });
    return patch === null ? [] : [patch];
  });
}

/** What the trash keeps of it for one of those that go. */
export function movedProjects(found: Found, survivorId: Id, others: readonly Id[], id: Id): MovedProjects {
  const own = projectsOf(found, id);
  const shared = own.filter(({ dealIds }) =>
    dealIds.some((other) => other === survivorId || (other !== id && others.includes(other))),
  );
  return {
    ...(own.length > 0 && { projects: own.map((project) => project.id) }),
    ...(shared.length > 0 && { sharedProjects: shared.map((project) => project.id) }),
  };
}

export function backNeeds({ projects = [] }: MovedProjects = {}): readonly Need[] {
  return byIds('project', projects);
}

/** The links of a deal that comes out of another one, as far as those projects are there. */
export function projectsBack(
  { projects = [], sharedProjects = [] }: MovedProjects,
  id: Id,
  from: Id,
  found: Found,
): readonly Change[] {
  return projects.flatMap((projectId): readonly Change[] => {
    const project = found.get('project', projectId);
    if (project === null || project.dealIds.includes(id)) return [];
    const stays = sharedProjects.includes(projectId) || !project.dealIds.includes(from);
    const dealIds = stays ? [...project.dealIds, id] : project.dealIds.map((each) => (each === from ? id : each));
    const patch = patchOf('project', project, { dealIds });
    return patch === null ? [] : [patch];
  });
}
