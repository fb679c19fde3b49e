import type { CustomValue, Day, Deal, Id, Kind, Lead, Money, RecordOf } from './records.js';
import type { Retyped } from './retype-shapes.js';

/** What stands in the way of one draft. The words for a `code` are in `i18n`. */
export interface Problem {
  readonly code:
    | 'required' // `field` is empty, and the target stage, or the pipeline for what is won or lost, asks for it
    | 'nobody' // neither person nor organization
    | 'named' // leads or deals (`count`) would name nobody without it
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
    | 'merged' // it was merged with another one before; `mergedInto` leads there
    | 'changed'; // it cannot be taken back: `detail` says why, `field` what was touched since
  readonly field?: string;
  readonly dealId?: Id;
  /** How many stand in the way. */
  readonly count?: number;
  /** What it was merged into, of the same kind. */
  readonly mergedInto?: Id;
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
    /** Left out = none. */
    readonly files?: number;
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
  readonly moves: { readonly notes: number; readonly activities: number; readonly files?: number };
  /** What a lead cannot have: names of the deal's fields, and in `keeps` how much of what hangs on it. It stays with the receipt, and comes back when the lead is converted again. */
  readonly stays: readonly string[];
  readonly keeps: { readonly dealProducts?: number; readonly participants?: number; readonly projects?: number };
}

/** A file about to be attached. `fields`: `name`, `description`; `size` and `type` as they were found. */
export interface FileDraft extends Draft {
  readonly kind: 'file';
  readonly record: RecordOf['file'] | null;
  /** What it holds, for a host that wants to look inside; null = the storage has it already. */
  readonly blob: Blob | null;
  /** Where the storage has it; null = nowhere yet. */
  ref: string | null;
}

/** Of what several records may become one. */
export type MergeKind = 'lead' | 'deal' | 'person' | 'organization';

/** Records of a kind about to become one. `id` and `record` are the survivor's; `fields`: the values that it is going to have. */
export interface MergeDraft<K extends MergeKind = 'lead' | 'deal'> extends Draft {
  readonly kind: K;
  readonly record: RecordOf[K] | null;
  /** All of them as they were gathered, in the order they were named; those that are gone are left out. */
  readonly records: readonly RecordOf[K][];
  /** Which one stays. Another one begins `fields` anew, but for what was chosen. */
  survivorId: Id;
  /** Fields in which they differ, with the value of each. What only one of them has is filled in; it may be left out. */
  readonly differences: readonly MergeDifference[];
  /** Whose value was taken for a field; null = a value that none of them has. */
  chosen(field: string): Id | null;
  /** Takes the value of one of them. */
  choose(field: string, id: Id): void;
  readonly moves: MergeMoves;
}

/** How much hangs on the others, or names them, and comes to the one that stays. */
export interface MergeMoves {
  readonly notes: number;
  readonly activities: number;
  readonly files?: number;
  readonly dealProducts?: number;
  /** Of a deal: who takes part in it. Of a person: deals that they take part in. */
  readonly participants?: number;
  /** Of persons and organizations: what is with them, and values of custom fields that name them. */
  readonly leads?: number;
  readonly deals?: number;
  readonly persons?: number;
  readonly projects?: number;
  readonly values?: number;
}

export interface MergeDifference {
  readonly field: string;
  /** In the order of `records`. */
  readonly values: readonly (readonly [id: Id, value: unknown])[];
}

/**
 * The first draft of a retype is the field's own; each of the others is a record that holds a value. `fields`: for the field
 * its `type`, `options` and `was`, for a record `custom.<id>`, which the host may set to what it knows better.
 */
export interface RetypeDraft extends Draft {
  readonly kind: 'field' | 'lead' | 'deal' | 'person' | 'organization';
  /** What the record holds now; null for the field's own draft. */
  readonly before: CustomValue;
  /** What becomes of it; null for the field's own draft. */
  readonly retyped: Retyped | null;
}
