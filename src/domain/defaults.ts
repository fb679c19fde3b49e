import type { Change } from './change.js';
import { DEFAULT_USER } from './default-user.js';
import type { Id, Instant, Pipeline, Stage, User } from './records.js';

/** The names of what an empty database begins with, in the language of whoever opens it first. */
export interface DefaultNames {
  readonly pipeline: string;
  /** Six, from the first talk to the signature: Qualified, Contact made, Demo scheduled, Proposal sent, Negotiation, Contract out. */
  readonly stages: readonly string[];
}

export const defaultNames: DefaultNames = {
  pipeline: 'New business',
  stages: ['Qualified', 'Contact made', 'Demo scheduled', 'Proposal sent', 'Negotiation', 'Contract out'],
};

/** The chance of a deal in each of the six stages, in percent; a person may change them. */
const CHANCES = [10, 25, 40, 60, 75, 90] as const;

/** Ids are the same in every browser: two tabs that open at once begin one database, and the second is told "exists". */
export const DEFAULT_PIPELINE: Id = 'pipeline-default';

/**
 * What an empty database begins with: one pipeline, its six stages, and the user. No lead, no deal: nothing is made up.
 * @param user who works here; an empty name is shown as "You"
 */
export function defaultChanges(
  now: Instant,
  names: DefaultNames = defaultNames,
  user: { readonly id: Id; readonly name: string } = { id: DEFAULT_USER, name: '' },
): readonly Change[] {
  const base = { rev: 0, createdAt: now, updatedAt: now };
  // What `ranksAfter(null, 6)` gives (rank.ts), without its library: every page that only shows something comes by here.
  const ranks = CHANCES.map((_, i) => `a${i}`);
  const pipeline: Pipeline = {
    ...base,
    id: DEFAULT_PIPELINE,
    name: names.pipeline,
    rank: ranks[0]!,
    lostReasons: null,
    wonFields: [],
    lostFields: [],
  };
  const you: User = { ...base, id: user.id, name: user.name, email: '', active: true };
  const stages = CHANCES.map((probability, i): Stage => ({
    ...base,
    id: `stage-default-${i + 1}`,
    name: names.stages[i] ?? defaultNames.stages[i]!,
    pipelineId: pipeline.id,
    rank: ranks[i]!,
    probability,
    rotDays: null,
    requiredFields: [],
  }));
  return [
    { op: 'create', kind: 'user', id: you.id, record: you },
    { op: 'create', kind: 'pipeline', id: pipeline.id, record: pipeline },
    ...stages.map((stage): Change => ({ op: 'create', kind: 'stage', id: stage.id, record: stage })),
  ];
}
