/** What the commands of projects and their templates are given. */
import type { Day, Id, Project, ProjectTask, ProjectTemplate } from '../records.js';

/** A task as it is to be. What is left out: not done, no day, whoever has the project. */
export interface ProjectTaskInput {
  readonly title: string;
  readonly done?: boolean;
  readonly due?: Day | null;
  readonly ownerId?: Id | null;
}

/** A new project. What is left out: open, without dates, no deals, and person, organization and owner of the first of its deals. */
export interface ProjectInput {
  readonly title: string;
  readonly dealIds?: readonly Id[];
  readonly description?: string;
  readonly status?: Project['status'];
  readonly phase?: string;
  readonly startDate?: Day | null;
  /** Not before `startDate`. */
  readonly endDate?: Day | null;
  readonly ownerId?: Id | null;
  readonly personId?: Id | null;
  readonly organizationId?: Id | null;
  readonly tasks?: readonly ProjectTaskInput[];
}

export interface ProjectTemplateInput {
  readonly name: string;
  /** In their order. */
  readonly phases?: readonly string[];
  readonly tasks?: ProjectTemplate['tasks'];
}

/** By the names of their intents; a part of `CommandInputs` (plan.ts). */
export interface ProjectCommands {
  'project-add': ProjectInput;
  'project-edit': { readonly id: Id; readonly fields: Readonly<Partial<Project>> };
  /** It belongs to this deal as well from now on. */
  'project-link': { readonly id: Id; readonly dealId: Id };
  /** It belongs to this deal no longer; the project stays. */
  'project-unlink': { readonly id: Id; readonly dealId: Id };
  'project-delete': { readonly id: Id };
  /** Behind the tasks there are. */
  'project-task-add': { readonly id: Id } & ProjectTaskInput;
  'project-task-edit': {
    readonly id: Id;
    readonly taskId: Id;
    readonly fields: Readonly<Partial<Omit<ProjectTask, 'id'>>>;
  };
  'project-task-delete': { readonly id: Id; readonly taskId: Id };
  /** A task in front of another one; null = last. */
  'project-tasks-sort': { readonly id: Id; readonly taskId: Id; readonly before: Id | null };
  'project-template-add': ProjectTemplateInput;
  'project-template-edit': { readonly id: Id; readonly fields: Readonly<Partial<ProjectTemplate>> };
  /** Projects that began with it stay as they are. */
  'project-template-delete': { readonly id: Id };
}
