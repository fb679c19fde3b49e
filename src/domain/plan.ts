import type { CrmErrorCode } from './errors.js';
import type {
  ActivityType,
  ClockTime,
  ContactPoint,
  CustomValue,
  Day,
  Deal,
  Id,
  Kind,
  LabelColor,
  Lead,
  Money,
  RecordOf,
} from './records.js';

/**
 * A person or organization that a command names: one that exists, or one to be made in the same commit.
 */
export type PersonChoice =
  | { readonly id: Id }
  | {
      readonly name: string;
      readonly jobTitle?: string;
      readonly emails?: readonly ContactPoint[];
      readonly phones?: readonly ContactPoint[];
    };
export type OrganizationChoice =
  { readonly id: Id } | { readonly name: string; readonly address?: string; readonly website?: string };

/** What a new lead or deal can be given; what is left out gets its default. */
export interface OpportunityInput {
  readonly title?: string;
  readonly person?: PersonChoice | null;
  readonly organization?: OrganizationChoice | null;
  readonly ownerId?: Id | null;
  readonly labelIds?: readonly Id[];
  readonly value?: Money | null;
  readonly expectedClose?: Day | null;
  readonly sourceName?: string;
  readonly channel?: string | null;
  readonly custom?: Readonly<Record<Id, CustomValue>>;
  readonly note?: string;
}

/** Where a deal is to stand. Without a pipeline the default one; without a stage its first. */
export interface Target {
  readonly pipelineId?: Id;
  readonly stageId?: Id;
}

/** A stage as it is to be. What is left out stays as it is; of a new stage it gets its default. */
export interface StageInput {
  /** Left out = a new stage. */
  readonly id?: Id;
  readonly name?: string;
  /** 0 to 100, in percent; default 100. */
  readonly probability?: number;
  /** Whole days, 1 or more; null = never. */
  readonly rotDays?: number | null;
  /** As `Stage.requiredFields`. */
  readonly requiredFields?: readonly string[];
}
/** The same, whole: what the draft of a pipeline holds for each of its stages. */
export type StageFields = Required<StageInput>;

export interface ActivityInput {
  readonly type: ActivityType;
  readonly subject: string;
  readonly due?: Day | null;
  readonly time?: ClockTime | null;
  readonly duration?: number | null;
  readonly note?: string;
  readonly ownerId?: Id | null;
}

/** What a note or an activity is put on. */
export type On = { readonly leadId: Id } | { readonly dealId: Id };

/**
 * Every command by the name of its intent event, with what it is given.
 * The plural ones take any number of ids, fixed when the person confirmed.
 */
export interface CommandInputs {
  'lead-add': OpportunityInput;
  /** Field names to values; `custom.<id>` for custom fields; `person` / `organization` may be a choice to be made. */
  'lead-edit': {
    readonly id: Id;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly person?: PersonChoice | null;
    readonly organization?: OrganizationChoice | null;
  };
  'leads-see': { readonly ids: readonly Id[]; readonly seen: boolean };
  'leads-archive': { readonly ids: readonly Id[] };
  'leads-restore': { readonly ids: readonly Id[] };
  'leads-label': { readonly ids: readonly Id[]; readonly add: readonly Id[]; readonly remove: readonly Id[] };
  'leads-assign': { readonly ids: readonly Id[]; readonly ownerId: Id | null };
  'leads-delete': { readonly ids: readonly Id[] };
  'leads-convert': { readonly ids: readonly Id[]; readonly target?: Target };
  /** Deals back to the inbox, as the leads they were, or as new ones. */
  'deals-convert': { readonly ids: readonly Id[] };
  /** Back from their receipts. */
  'conversions-undo': { readonly ids: readonly Id[] };
  /** What the rows of a file will do, as it was checked; the rows themselves go in by `importRows`. */
  'leads-import': {
    readonly importId: Id;
    readonly fileName?: string;
    readonly rows?: number;
    readonly creates?: number;
    readonly updates?: number;
  };
  'import-undo': { readonly importId: Id };

  'deal-add': OpportunityInput & { readonly target?: Target };
  'deal-edit': {
    readonly id: Id;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly person?: PersonChoice | null;
    readonly organization?: OrganizationChoice | null;
  };
  /** `before`: the deal it is put in front of under "By hand"; null = last; left out = its sorted place. */
  'deal-move': { readonly ids: readonly Id[]; readonly stageId: Id; readonly before?: Id | null };
  'deal-win': { readonly ids: readonly Id[] };
  'deal-lose': { readonly ids: readonly Id[]; readonly reason: string | null; readonly comment?: string | null };
  'deal-reopen': { readonly ids: readonly Id[] };
  /** `until`: a day to come, and `reason` why; null = it waits no longer. */
  'deal-wait': { readonly ids: readonly Id[]; readonly until: Day | null; readonly reason?: string | null };
  'deals-label': { readonly ids: readonly Id[]; readonly add: readonly Id[]; readonly remove: readonly Id[] };
  'deals-assign': { readonly ids: readonly Id[]; readonly ownerId: Id | null };
  /**
   * Any number of deals, each to its sorted place. `closing`: the stage they stand in is going to be deleted, so won and lost
   * ones go along, and what the new stage asks for is not asked.
   */
  'deals-move': { readonly ids: readonly Id[]; readonly stageId: Id; readonly closing?: boolean };
  'deals-delete': { readonly ids: readonly Id[] };
  /** Out of the trash. */
  'trash-restore': { readonly ids: readonly Id[] };

  'note-add': { readonly on: On; readonly text: string };
  'note-edit': { readonly id: Id; readonly text?: string; readonly pinned?: boolean };
  'note-delete': { readonly id: Id };
  'activity-add': ActivityInput & { readonly on: On };
  'activity-edit': { readonly id: Id; readonly fields: Readonly<Record<string, unknown>> };
  'activity-done': { readonly id: Id; readonly done: boolean };
  'activity-delete': { readonly id: Id };

  'person-edit': { readonly id: Id; readonly fields: Readonly<Record<string, unknown>> };
  'organization-edit': { readonly id: Id; readonly fields: Readonly<Record<string, unknown>> };

  'label-add': { readonly name: string; readonly color: LabelColor };
  'label-edit': { readonly id: Id; readonly name?: string; readonly color?: LabelColor };
  'label-delete': { readonly id: Id };
  /**
   * A pipeline with its stages. `id` left out = a new one. `stages` in their order: those of the pipeline that are not named stay,
   * behind the others. `remove`: stages that go, when no deal stands there.
   */
  'pipeline-save': {
    readonly id?: Id;
    readonly name?: string;
    readonly lostReasons?: readonly string[] | null;
    /** As `Pipeline.wonFields` and `Pipeline.lostFields`. */
    readonly wonFields?: readonly string[];
    readonly lostFields?: readonly string[];
    readonly stages?: readonly StageInput[];
    readonly remove?: readonly Id[];
  };
  /** The order of pipelines; the first is the default one. */
  'pipelines-sort': { readonly ids: readonly Id[] };
  'pipeline-delete': { readonly id: Id };
  /** The set-up of a view, kept for this user. */
  'view-save': { readonly name: string; readonly state: Readonly<Record<string, unknown>> };
}
export type CommandName = keyof CommandInputs;

/** What stands in the way of one draft. The words for a `code` are in `i18n`. */
export interface Problem {
  readonly code:
    | 'required' // `field` is empty, and the target stage, or the pipeline for what is won or lost, asks for it
    | 'nobody' // neither person nor organization
    | 'title' // no title
    | 'invalid' // `field` does not hold what it may
    | 'already-converted' // there is a receipt; `dealId` leads to the deal
    | 'not-found' // somebody deleted it
    | 'no-stage' // the pipeline has no such stage
    | 'denied' // the host's `can` refused; `reason` says why
    | 'closed' // a won or lost deal does not move: reopen it first
    | 'duplicate' // a label, pipeline or stage of that name exists
    | 'occupied' // deals stand in the stage or pipeline that was to go
    | 'only' // the only pipeline, or the last stage of one (`field` is `stages`)
    | 'changed'; // it cannot be taken back: `detail` says why, `field` what was touched since
  readonly field?: string;
  readonly dealId?: Id;
  /** The host's own words. */
  readonly reason?: string;
  /** What exactly, as a key for `i18n`: for `invalid` an `InvalidReason` (validate.ts), for `changed` an `UndoReason` (undo.ts). */
  readonly detail?: string;
}

/** What a command is about to do with one record. The host may edit `fields` and refuse the draft. */
export interface Draft {
  readonly kind: Kind;
  readonly id: Id;
  /** The record as it was gathered; null where it is to be made or is gone. */
  readonly record: RecordOf[Kind] | null;
  readonly title: string;
  /** The values the record is going to have; may be edited until commit. */
  fields: Record<string, unknown>;
  readonly problems: readonly Problem[];
  /** Why it is left out; null = it goes along. */
  refused: string | null;
  refuse(reason?: string): void;
}

/**
 * The values a lead's deal is going to have. Of a deal to join only what is going to change is there. Custom fields stand under
 * `custom.<id>`.
 */
export interface ConvertFields extends Record<string, unknown> {
  title?: string;
  value?: Money | null;
  expectedClose?: Day | null;
  ownerId?: Id | null;
  personId?: Id | null;
  organizationId?: Id | null;
  labelIds?: readonly Id[];
  sourceName?: string;
  channel?: string | null;
  channelId?: string | null;
}

/** A lead about to become a deal, or to be added to one. */
export interface ConvertDraft extends Draft {
  readonly kind: 'lead';
  readonly record: Lead | null;
  fields: ConvertFields;
  /** The id the new deal will have: fixed now, so that a retry makes no second one. */
  readonly newDealId: Id;
  pipelineId: Id;
  stageId: Id;
  /** The open deal to add the lead to; null = a new deal. `fields` then holds what the deal's fields become. */
  join: Id | null;
  /** Open deals of the same person or organization. */
  readonly joinable: readonly Deal[];
  /** What goes along. */
  readonly moves: {
    readonly notes: number;
    readonly activities: number;
    readonly labels: number;
    readonly customFields: number;
  };
  /** What does not, as keys of `i18n`. */
  readonly drops: readonly string[];
}

/** A deal about to become a lead again, or for the first time. `fields`: what the lead is going to say, as in {@link ConvertFields}. */
export interface ToLeadDraft extends Draft {
  readonly kind: 'deal';
  readonly record: Deal | null;
  fields: ConvertFields;
  /** The lead it was; else the deal's own id, so that a retry makes no second one. */
  readonly leadId: Id;
  /** What goes along. */
  readonly moves: { readonly notes: number; readonly activities: number };
  /** What a lead cannot have: names of the deal's fields. It stays with the receipt, and comes back when the lead is converted again. */
  readonly stays: readonly string[];
}

export type DraftOf<N extends CommandName> = N extends 'leads-convert'
  ? ConvertDraft
  : N extends 'deals-convert'
    ? ToLeadDraft
    : Draft;

/** A command that is understood and not yet carried out. */
export interface Plan<N extends CommandName = CommandName> {
  /** Also the idempotency key of its commits (for a unit of bulk work: `<id>:<record id>`). */
  readonly id: Id;
  readonly name: N;
  readonly input: CommandInputs[N];
  readonly drafts: readonly DraftOf<N>[];
}

/** What became of one draft. */
export interface Outcome {
  readonly kind: Kind;
  readonly id: Id;
  readonly title: string;
  /**
   * - `done` stored
   * - `refused` by the host or a rule (`reason`, `problem`)
   * - `conflict` somebody else was first
   * - `failed` the storage refused (`reason`)
   * - `stopped` not begun, because the person stopped
   */
  readonly state: 'done' | 'refused' | 'conflict' | 'failed' | 'stopped';
  readonly reason?: string;
  /** What the storage said, where it was the storage that refused. */
  readonly code?: CrmErrorCode;
  readonly problem?: Problem;
  /** For conversions: the deal that was made, joined, or had been made by somebody else before. */
  readonly dealId?: Id;
}
