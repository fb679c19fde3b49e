import type { ConvertDraft, Outcome, Plan, Problem } from '../../domain/plan.js';
import { same } from '../../domain/change.js';
import type { Deal, Id, Stage } from '../../domain/records.js';
import type { CommandResult, CrmStore } from '../../store/api.js';

export type ConvertPlan = Plan<'leads-convert'>;
export type ConvertResult = CommandResult<'leads-convert'>;

/**
 * - `form` the person decides
 * - `waiting` a listener of the page holds it
 * - `running` it is being carried out
 * - `result` what became of many
 */
export type Step = 'form' | 'waiting' | 'running' | 'result';

/** Codes of problems that no answer in the dialog can cure. */
const final: ReadonlySet<Problem['code']> = new Set<Problem['code']>(['already-converted', 'not-found', 'denied']);

/** What a person chose for one lead, to be put into the next plan when this one was refused. */
interface Edit {
  readonly fields: Record<string, unknown>;
  readonly pipelineId: Id;
  readonly stageId: Id;
  readonly join: Id | null;
}

/** How far a conversion of many is. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  /** What has become of each lead until now. */
  readonly outcomes: ReadonlyMap<Id, Outcome>;
}

/** What the dialog knows. Templates read it; every change goes through its methods, which look at the drafts again. */
export class ConvertSession {
  readonly store: CrmStore;
  plan: ConvertPlan;
  step: Step = 'form';
  /** Why the form is shown again; '' = it is not. */
  said = '';
  /** Who converted the lead before us, as a sentence. */
  converted = '';
  /** Titles of leads that are no longer there, from their receipts. */
  readonly titles = new Map<Id, string>();
  progress: Progress = { done: 0, of: 0, outcomes: new Map() };
  stopping = false;
  result: ConvertResult | null = null;
  /** What could not be read, by the id of its field: the text stays, the value is not touched. */
  readonly unread = new Map<string, string>();
  /** Submit was pressed: what is missing may be called so. */
  tried = false;
  /** Leads with open deals about which nothing has been decided; only where there are many. */
  readonly undecided = new Set<Id>();
  /** How many rows of each group are drawn. */
  shown = { asked: 50, ready: 3 };
  /** Who asked for which answers when it was drawn first: the fields stay where they are while they are answered. */
  asked: ReadonlyMap<Id, readonly string[]> = new Map();
  currency: string;

  constructor(store: CrmStore, plan: ConvertPlan) {
    this.store = store;
    this.plan = plan;
    this.currency = store.settings.currency;
    this.take(plan);
  }

  get many(): boolean {
    return this.plan.drafts.length > 1;
  }
  /** The lead, where there is one; the first of many. */
  get draft(): ConvertDraft {
    return this.plan.drafts[0]!;
  }

  /** A new plan for the same leads: what was chosen and typed goes into it. */
  take(plan: ConvertPlan): void {
    const before = this.plan === plan ? null : new Map(this.plan.drafts.map((draft) => [draft.id, editOf(draft)]));
    this.plan = plan;
    for (const draft of plan.drafts) {
      const edit = before?.get(draft.id);
      if (edit) restore(draft, edit);
      else if (this.many && draft.joinable.length > 0) this.undecided.add(draft.id);
    }
    this.check();
    this.ask();
  }

  check(): void {
    this.store.check(this.plan);
  }

  /** Looks anew who asks for an answer; after the stage has changed, not while somebody types. */
  ask(): void {
    const asking = this.plan.drafts.filter((draft) => this.stateOf(draft) === 'asks');
    this.asked = new Map(asking.map((draft) => [draft.id, this.gapsOf(draft)]));
  }

  stateOf(draft: ConvertDraft): 'ready' | 'asks' | 'out' {
    if (outOf(draft)) return 'out';
    return draft.problems.length > 0 || this.undecided.has(draft.id) ? 'asks' : 'ready';
  }

  /** Fields that have to be answered before this lead can stand in its stage. */
  gapsOf(draft: ConvertDraft): readonly string[] {
    const fields = draft.problems.map((problem) => (problem.code === 'title' ? 'title' : (problem.field ?? '')));
    return [...new Set(fields)].filter((field) => !elsewhere.has(field));
  }

  set(draft: ConvertDraft, field: string, value: unknown): void {
    draft.fields = { ...draft.fields, [field]: value };
    this.check();
  }

  /** A stage for all of them; those that join a deal keep its stage. */
  place(pipelineId: Id, stageId: Id): void {
    for (const draft of this.plan.drafts) {
      draft.pipelineId = pipelineId;
      if (stageId !== '') draft.stageId = stageId;
    }
    this.check();
    this.ask();
  }

  /** Adds the lead to an open deal, or (null) makes a new one. What was typed for a new deal is there again on the way back. */
  join(draft: ConvertDraft, deal: Deal | null): void {
    this.undecided.delete(draft.id);
    if (draft.join === null) this.#own.set(draft.id, draft.fields);
    // The draft gives its fields anew: for a deal to join, what fills its gaps; else its own stands.
    draft.join = deal?.id ?? null;
    if (!deal) draft.fields = this.ownOf(draft);
    this.check();
    if (!this.many) this.ask();
  }
  /** What a lead would bring as a deal of its own, while it is about to join another. */
  readonly #own = new Map<Id, Record<string, unknown>>();

  /** The values of the lead, beside those of the deal it joins. */
  ownOf(draft: ConvertDraft): Record<string, unknown> {
    return this.#own.get(draft.id) ?? draft.fields;
  }

  dealOf(draft: ConvertDraft): Deal | null {
    return draft.joinable.find((deal) => deal.id === draft.join) ?? null;
  }

  get stage(): Stage | undefined {
    return this.store.directory.stage(this.draft.stageId);
  }

  titleOf(draft: ConvertDraft): string {
    return draft.title || (this.titles.get(draft.id) ?? '');
  }

  count(state: 'ready' | 'asks' | 'out'): number {
    return this.plan.drafts.filter((draft) => this.stateOf(draft) === state).length;
  }

  /** Leaves out what is not ready, in words; without `reason` takes that back. */
  leaveOut(reason: string | null): void {
    for (const draft of this.plan.drafts) {
      if (reason !== null && this.stateOf(draft) === 'asks' && draft.refused === null) {
        draft.refuse(reason);
        this.#leftOut.add(draft.id);
      } else if (reason === null && this.#leftOut.has(draft.id)) draft.refused = null;
    }
    if (reason === null) this.#leftOut.clear();
  }
  readonly #leftOut = new Set<Id>();

  /** What became of the lead, where there is one. */
  get outcome(): Outcome | undefined {
    return this.result?.outcomes[0];
  }
}

function editOf({ fields, pipelineId, stageId, join }: ConvertDraft): Edit {
  return { fields, pipelineId, stageId, join };
}

/** Ids and rules of the dialog's own controls, not questions to answer in a field. */
const elsewhere: ReadonlySet<string> = new Set(['', 'stageId', 'pipelineId', 'join']);

/** Why this lead cannot be converted, whatever is answered. */
export function outOf(draft: ConvertDraft): Problem | undefined {
  return draft.problems.find((problem) => final.has(problem.code) && problem.field === undefined);
}

/** What is wrong with the choice of stage or deal. */
export function choiceProblem(draft: ConvertDraft): Problem | undefined {
  return draft.problems.find(({ field }) => field === 'stageId' || field === 'join');
}

/** In this order: choosing a deal or stage gives other fields their value anew. */
function restore(draft: ConvertDraft, edit: Edit): void {
  draft.pipelineId = edit.pipelineId;
  draft.stageId = edit.stageId;
  draft.join = edit.join;
  draft.fields = { ...draft.fields, ...edit.fields };
}

/** Fields in which a lead and a deal can differ, and which a person may choose between. */
const comparable = ['title', 'value', 'expectedClose', 'ownerId', 'personId', 'organizationId'];

export function comparableOf(own: Readonly<Record<string, unknown>>): string[] {
  return [
    ...comparable.filter((name) => name in own),
    ...Object.keys(own).filter((name) => name.startsWith('custom.')),
  ];
}

export function dealValue(deal: Deal, field: string): unknown {
  if (field.startsWith('custom.')) return deal.custom[field.slice('custom.'.length)] ?? null;
  return (deal as unknown as Record<string, unknown>)[field] ?? null;
}

export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Equal for a person: the same text, amount, choice; or nothing on both sides. */
export function alikeFor(a: unknown, b: unknown): boolean {
  return same(a, b) || (isNothing(a) && isNothing(b));
}
