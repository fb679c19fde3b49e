/**
 * How what a deal's changelog tells beside the deal is given back: fields of its products, participants, files and projects, lines and
 * participants that were taken off, files and projects that were deleted, links to projects. Each by the command that it was changed by, as far as its rule lets it.
 */
import type { CommandInputs } from './plan.js';
import { lineReasons } from './products/checks.js';
import { currencyOf } from './products/deal-value.js';
import { blankLine } from './products/new-line.js';
import { projectReasons } from './projects/checks.js';
import type {
  AttachedFile,
  ChangelogRow,
  Day,
  Deal,
  DealProduct,
  Id,
  Participant,
  Project,
  ProjectTask,
} from './records.js';
import { same } from './same.js';
import type { SaidFile, SaidLine, SaidParticipant, SaidProject } from './told-to.js';

/** A command like any other: asked for, refused, told and undone as they are. */
export type Given<N extends keyof CommandInputs> = {
  [K in N]: { readonly name: K; readonly input: CommandInputs[K] };
}[N];

type Names =
  | 'deal-product-edit'
  | 'deal-products-add'
  | 'participant-edit'
  | 'participant-add'
  | 'file-add'
  | 'file-edit'
  | 'project-add'
  | 'project-edit'
  | 'project-link'
  | 'project-unlink';

/** What the deal has now. */
export interface Beside {
  readonly deal: Deal;
  readonly lines: readonly DealProduct[];
  readonly participants: readonly Participant[];
  readonly projects: readonly Project[];
  readonly today: Day;
  /** What is counted in where the deal says nothing. */
  readonly currency: string;
  /** Is it there? undefined = nobody knows yet. */
  has(kind: 'person' | 'organization' | 'deal' | 'project', id: Id): boolean | undefined;
  /** A file of the deal, by what it is or by what it holds; null = the deal has none such, undefined = nobody knows yet. */
  file(by: 'id' | 'ref', value: string): AttachedFile | null | undefined;
  /** Does the storage still have what a file held? undefined = nobody knows yet. */
  holds(ref: string): boolean | undefined;
}

/** Why an old value cannot be given back. */
export type NotGiven =
  /** What it is about is no longer there, or hangs on another deal. */
  | 'gone'
  | 'unlinked'
  | 'personGone'
  /** What the file held is no longer kept. */
  | 'swept'
  /** It was written before that was kept. */
  | 'notKept'
  /** Prices are in another currency by now. */
  | 'currency'
  /** It does not go together with what else it says by now. */
  | 'ruled'
  /** The custom field takes other values by now: its type or its options were changed. */
  | 'values';

type Row = Pick<ChangelogRow, 'of' | 'recordId' | 'op' | 'field' | 'before' | 'after' | 'about' | 'units'>;
type Answer = Given<Names> | { readonly why: NotGiven } | null;

/** @returns null where there is nothing to give back: it has that value, or the row tells of what came */
export function restoringBeside(row: Row, beside: Beside): Answer {
  switch (row.of) {
    case 'dealProduct':
      return row.op === 'delete' ? lineBack(row, beside) : row.op === 'patch' ? lineField(row, beside) : null;
    case 'participant':
      return row.op === 'delete' ? participantBack(row, beside) : row.op === 'patch' ? role(row, beside) : null;
    case 'file':
      return row.op === 'delete' ? fileBack(row, beside) : row.op === 'patch' ? fileField(row, beside) : null;
    case 'project':
      return projectBack(row, beside);
    default:
      return null;
  }
}

/** Follow from others, or say where it hangs. */
const keptByRules: ReadonlySet<string> = new Set(['dealId', 'currency', 'personId']);

function lineField({ recordId, field, before, units }: Row, { lines, deal, currency, today }: Beside): Answer {
  if (keptByRules.has(field)) return null;
  const line = lines.find(({ id }) => id === recordId);
  if (line === undefined) return { why: 'gone' };
  const fields: Partial<DealProduct> = { [field]: before };
  if (field === 'price' || field === 'discount') {
    if (units === null) return { why: 'notKept' };
    const [unit] = units;
    if (unit !== '%' && (unit !== currencyOf(deal, currency) || unit !== line.currency)) return { why: 'currency' };
    if (field === 'discount') Object.assign(fields, { discountType: unit === '%' ? 'percentage' : 'amount' });
  }
  if (Object.entries(fields).every(([name, value]) => same(line[name as keyof DealProduct], value))) return null;
  const wrong = lineReasons({ ...line, ...fields }, today);
  const known = lineReasons(line, today).map(([name]) => name);
  if (wrong.some(([name]) => !known.includes(name))) return { why: 'ruled' };
  return { name: 'deal-product-edit', input: { id: recordId, fields } };
}

/** It comes as a new line, last: whoever took it off keeps the one that Undo knows. */
function lineBack({ recordId, before }: Row, { lines, deal, currency, today }: Beside): Answer {
  if (before === null) return { why: 'notKept' };
  const { currency: unit, ...line } = before as SaidLine;
  const isIt = (one: DealProduct): boolean =>
    one.id === recordId ||
    Object.entries(before as SaidLine).every(([name, value]) => same(one[name as keyof DealProduct], value));
  if (lines.some(isIt)) return null;
  if (unit !== currencyOf(deal, currency)) return { why: 'currency' };
  if (lineReasons({ ...blankLine, ...line }, today).length > 0) return { why: 'ruled' };
  return { name: 'deal-products-add', input: { dealId: deal.id, lines: [line] } };
}

function role({ recordId, field, before }: Row, { participants }: Beside): Answer {
  if (field !== 'role') return null;
  const participant = participants.find(({ id }) => id === recordId);
  if (participant === undefined) return { why: 'gone' };
  if (participant.role === before) return null;
  return { name: 'participant-edit', input: { id: recordId, role: typeof before === 'string' ? before : '' } };
}

function participantBack({ about, before }: Row, { participants, deal, has }: Beside): Answer {
  if (about === '') return { why: 'notKept' };
  if (deal.personId === about || participants.some(({ personId }) => personId === about)) return null;
  const there = has('person', about);
  if (there !== true) return there === undefined ? null : { why: 'personGone' };
  const { role: had = '' } = (before ?? {}) as Partial<SaidParticipant>;
  return { name: 'participant-add', input: { dealId: deal.id, person: { id: about }, role: had } };
}

function fileField({ recordId, field, before }: Row, beside: Beside): Answer {
  if (field !== 'name' && field !== 'description') return null;
  const file = beside.file('id', recordId);
  if (file === null) return { why: 'gone' };
  if (file === undefined || file[field] === before) return null;
  return { name: 'file-edit', input: { id: recordId, [field]: typeof before === 'string' ? before : '' } };
}

/** It comes as a new record of the same bytes: whoever deleted it keeps the one that Undo knows. */
function fileBack({ recordId, before }: Row, { file, deal, holds }: Beside): Answer {
  if (before === null) return { why: 'notKept' };
  const said = before as SaidFile;
  if (file('id', recordId) !== null || file('ref', said.ref) !== null) return null;
  const there = holds(said.ref);
  if (there !== true) return there === undefined ? null : { why: 'swept' };
  return { name: 'file-add', input: { on: { dealId: deal.id }, files: [said] } };
}

function projectBack(row: Row, beside: Beside): Answer {
  const { recordId: id, op, field, before, after } = row;
  const { projects, deal, has } = beside;
  if (op === 'create') return null;
  const project = projects.find((one) => one.id === id);
  if (op === 'delete') return project === undefined ? wholeProject(row, beside) : null;
  if (field === 'dealIds') {
    const [had, is] = [before, after].map((ids) => Array.isArray(ids) && ids.includes(deal.id));
    if (had === is || had === (project !== undefined)) return null;
    if (project !== undefined) return { name: 'project-unlink', input: { id, dealId: deal.id } };
    const there = has('project', id);
    if (there !== true) return there === undefined ? null : { why: 'gone' };
    return { name: 'project-link', input: { id, dealId: deal.id } };
  }
  if (project === undefined) return { why: 'unlinked' };
  if (same(project[field as keyof Project] ?? null, before ?? null)) return null;
  const value = field === 'tasks' ? tasksBack(tasksIn(before), tasksIn(after), project.tasks) : before;
  if (field === 'tasks' && same(value, project.tasks)) return null;
  const fields: Partial<Project> = { [field]: value };
  if (projectReasons({ ...project, ...fields }, project).length > 0) return { why: 'ruled' };
  return { name: 'project-edit', input: { id, fields } };
}

/** It comes as a new project: whoever deleted it keeps the one that Undo knows. Of what it names, what is gone is left out. */
function wholeProject({ recordId, before }: Row, { projects, deal, has }: Beside): Answer {
  if (before === null) return { why: 'notKept' };
  const { dealIds, personId, organizationId, tasks, ...rest } = before as SaidProject;
  const plain = (list: readonly ProjectTask[]): readonly unknown[] => list.map(({ id: _id, ...task }) => task);
  const isIt = (one: Project): boolean =>
    Object.entries(rest).every(([name, value]) => same(one[name as keyof Project], value)) &&
    same(plain(one.tasks), plain(tasks));
  if (projects.some(isIt)) return null;
  // Elsewhere, since it is not among those of this deal any more.
  const names = [
    ['project', recordId],
    ...dealIds.map((id) => ['deal', id] as const),
    ['person', personId],
    ['organization', organizationId],
  ] as const;
  const there = new Map(names.map(([kind, id]) => [id, id === null ? false : id === deal.id || has(kind, id)]));
  if ([...there.values()].includes(undefined)) return null;
  if (there.get(recordId) === true) return { why: 'unlinked' };
  const left = (id: Id | null): Id | null => (there.get(id) === true ? id : null);
  if (projectReasons({ ...rest, tasks }, null).length > 0) return { why: 'ruled' };
  return {
    name: 'project-add',
    input: {
      ...rest,
      dealIds: [...new Set([deal.id, ...dealIds.filter((id) => left(id) !== null)])],
      personId: left(personId),
      organizationId: left(organizationId),
      tasks: tasks.map(({ id: _id, ...task }) => task),
    },
  };
}

const tasksIn = (value: unknown): readonly ProjectTask[] =>
  Array.isArray(value) ? (value as readonly ProjectTask[]) : [];

/**
 * The tasks as they are now without what one row did to them: those that it took off come back to their places, what it changed
 * becomes what it was, their order does where it changed nothing else. What it added stays.
 */
function tasksBack(
  before: readonly ProjectTask[],
  after: readonly ProjectTask[],
  now: readonly ProjectTask[],
): readonly ProjectTask[] {
  const find = (list: readonly ProjectTask[], id: Id): ProjectTask | undefined => list.find((one) => one.id === id);
  let tasks = now.map((task): ProjectTask => {
    const [was, is] = [find(before, task.id), find(after, task.id)];
    if (!was || !is) return task;
    const undone = Object.entries(was).filter(([name, value]) => !same(is[name as keyof ProjectTask], value));
    return undone.length === 0 ? task : { ...task, ...Object.fromEntries(undone) };
  });
  const ids = (list: readonly ProjectTask[]): string => list.map(({ id }) => id).join(' ');
  const isSorting =
    before.length === after.length && before.every(({ id }) => find(after, id)) && ids(before) !== ids(after);
  if (isSorting) {
    const place = (id: Id): number => before.findIndex((one) => one.id === id);
    const known = tasks.filter(({ id }) => place(id) >= 0).sort((a, b) => place(a.id) - place(b.id));
    tasks = tasks.map((task) => (place(task.id) < 0 ? task : known.shift()!));
  }
  before.forEach((task, i) => {
    if (find(after, task.id) || find(tasks, task.id)) return;
    // Behind the nearest one that stood before it and is still there.
    const ahead = before
      .slice(0, i)
      .reverse()
      .find(({ id }) => find(tasks, id));
    const at = ahead ? tasks.findIndex(({ id }) => id === ahead.id) + 1 : 0;
    tasks = [...tasks.slice(0, at), task, ...tasks.slice(at)];
  });
  return tasks;
}
