import type { Fields } from './change.js';
import type { OrganizationChoice, OrganizationInput, PersonChoice, PersonInput } from './contact-shapes.js';
import type { ConvertDraft, Draft, FileDraft, MergeDraft, Problem, RetypeDraft, ToLeadDraft } from './draft-shapes.js';
import type { FileCommands } from './files/inputs.js';
import type { ActivityInput, On } from './hung-on.js';
import type { ProductCommands } from './products/inputs.js';
import type { ProjectCommands } from './projects/inputs.js';
import type { ErasedNames } from './erasing/erasure.js';
import type { CrmErrorCode } from './errors.js';
import type { FieldInput, OptionInput } from './field-input.js';
import type { Filter, FilterSubject } from './filter.js';
import type { CustomValue, Day, FieldType, Id, Kind, LabelColor, Money } from './records.js';
import type { Reading } from './retype-shapes.js';

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

/** Two or more leads, deals, persons or organizations that become one. */
export interface MergeInput {
  readonly ids: readonly Id[];
  /** The one that stays, and keeps its stage and status; left out = the oldest, an open deal before a closed one. */
  readonly survivorId?: Id;
  /** Values for the one that stays, by the name of the field. Left out = its own, and where it has none, the first of the others'. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/**
 * Every command by the name of its intent event, with what it is given.
 * The plural ones take any number of ids, fixed when the person confirmed.
 */
export interface CommandInputs extends FileCommands, ProductCommands, ProjectCommands {
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
  'leads-merge': MergeInput;
  /** Back from their receipts. `earlier`: what a receipt held before, where it was one of an earlier conversion; undo knows it. */
  'conversions-undo': { readonly ids: readonly Id[]; readonly earlier?: Readonly<Record<Id, Fields>> };
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
  /** The same deal once more, open, in the stage in which it stands; its products and participants, not its notes and activities. */
  'deal-duplicate': { readonly id: Id; readonly title?: string };
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
  /** Users who begin to follow the deals, and who follow them no longer. */
  'deals-follow': { readonly ids: readonly Id[]; readonly add: readonly Id[]; readonly remove: readonly Id[] };
  /** When they are expected to close: one day for all of them, or a day for each id; null = nobody knows. */
  'deals-expect': {
    readonly ids: readonly Id[];
    readonly expectedClose: Day | null | Readonly<Record<Id, Day | null>>;
  };
  /**
   * Any number of deals, each to its sorted place. `closing`: the stage they stand in is going to be deleted, so won and lost
   * ones go along, and what the new stage asks for is not asked.
   */
  'deals-move': { readonly ids: readonly Id[]; readonly stageId: Id; readonly closing?: boolean };
  'deals-delete': { readonly ids: readonly Id[] };
  'deals-merge': MergeInput;
  /** A person beside the one the deal is with. `role`: in words, at most 255 signs. */
  'participant-add': { readonly dealId: Id; readonly person: PersonChoice; readonly role?: string };
  'participant-edit': { readonly id: Id; readonly role: string };
  'participant-delete': { readonly id: Id };
  /** The deal is with this one from now on; whoever it was with takes part instead. */
  'participant-promote': { readonly id: Id };
  /** Out of the trash. */
  'trash-restore': { readonly ids: readonly Id[] };

  'note-add': { readonly on: On; readonly text: string };
  'note-edit': { readonly id: Id; readonly text?: string; readonly pinned?: boolean };
  'note-delete': { readonly id: Id };
  'activity-add': ActivityInput & { readonly on: On };
  'activity-edit': { readonly id: Id; readonly fields: Readonly<Record<string, unknown>> };
  'activity-done': { readonly id: Id; readonly done: boolean };
  'activity-delete': { readonly id: Id };
  /** Any number, to one day; null = without a day. Each keeps its time of day, as long as it has a day. */
  'activities-move': { readonly ids: readonly Id[]; readonly due: Day | null };
  'activities-done': { readonly ids: readonly Id[]; readonly done: boolean };

  'person-add': PersonInput;
  'organization-add': OrganizationInput;
  'person-edit': {
    readonly id: Id;
    readonly fields: Readonly<Record<string, unknown>>;
    /** Another one, a new one, or null for none; left out = as `fields` says. */
    readonly organization?: OrganizationChoice | null;
  };
  'organization-edit': { readonly id: Id; readonly fields: Readonly<Record<string, unknown>> };
  /** To the trash. Leads, deals and persons that name them name somebody else still, or nobody; a lead or deal that would name nobody refuses it. */
  'persons-delete': { readonly ids: readonly Id[] };
  'organizations-delete': { readonly ids: readonly Id[] };
  /** All that names the others names the one that stays. */
  'persons-merge': MergeInput;
  'organizations-merge': MergeInput;
  /** Each of them is another one than all the others: they are not proposed as duplicates any more. */
  'persons-distinguish': { readonly ids: readonly Id[] };
  'organizations-distinguish': { readonly ids: readonly Id[] };
  /**
   * Everywhere and for good (`erasing/`): it cannot be taken back. `keep`: notes and activities that name the person and stay.
   * `called`: what is called after the person is called this from then on.
   */
  'person-erase': { readonly id: Id; readonly keep?: readonly Id[]; readonly called?: Partial<ErasedNames> };

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
  /**
   * A filter under a name. `id` left out = a new one, for which `name`, `subject` and `filter` are needed; what is left out of one
   * that there is stays as it is. `shared`: everybody finds it; false by default.
   */
  'filter-save': {
    readonly id?: Id;
    readonly name?: string;
    readonly subject?: FilterSubject;
    readonly filter?: Filter;
    readonly shared?: boolean;
  };
  'filter-delete': { readonly id: Id };
  'field-add': FieldInput & { readonly name: string; readonly type: FieldType };
  /** `remove`: options that go. Those that a record holds go by `field-retype` only, which says what becomes of the values. */
  'field-edit': FieldInput & { readonly id: Id; readonly remove?: readonly Id[] };
  /** A field to its place: in front of another one; null = last. */
  'fields-sort': { readonly id: Id; readonly before: Id | null };
  /** Its values stay with their records, out of sight. Stages and pipelines ask for it no longer. */
  'field-delete': { readonly id: Id };
  /**
   * Another type, or options that go although records hold them, with every value there is: of leads, deals, persons and
   * organizations, archived and closed ones too. `replace`: the option that stands in for one that goes; none = it is lost.
   */
  'field-retype': {
    readonly id: Id;
    readonly type?: FieldType;
    readonly options?: readonly OptionInput[];
    readonly remove?: readonly Id[];
    readonly replace?: Readonly<Record<Id, Id>>;
    readonly reading?: Reading;
  };
  /** The set-up of a view, kept for this user. */
  'view-save': { readonly name: string; readonly state: Readonly<Record<string, unknown>> };
}
export type { KeptFile, NewFile } from './files/inputs.js';
export type { ActivityInput, On } from './hung-on.js';
export type { LineInput, ProductInput } from './products/inputs.js';
export type { ProjectInput, ProjectTaskInput, ProjectTemplateInput } from './projects/inputs.js';

export type CommandName = keyof CommandInputs;

export type { OrganizationChoice, OrganizationInput, PersonChoice, PersonInput } from './contact-shapes.js';
export type { FieldInput, OptionInput } from './field-input.js';
export type { LostReason, PartReason, Reading, Retyped } from './retype-shapes.js';

export type {
  ConvertDraft,
  ConvertFields,
  Draft,
  FileDraft,
  MergeDifference,
  MergeDraft,
  MergeKind,
  MergeMoves,
  Problem,
  RetypeDraft,
  ToLeadDraft,
} from './draft-shapes.js';

export type DraftOf<N extends CommandName> = N extends 'leads-convert'
  ? ConvertDraft
  : N extends 'deals-convert'
    ? ToLeadDraft
    : N extends 'leads-merge' | 'deals-merge'
      ? MergeDraft
      : N extends 'persons-merge' | 'organizations-merge'
        ? MergeDraft<'person' | 'organization'>
        : N extends 'field-retype'
          ? RetypeDraft
          : N extends 'file-add'
            ? FileDraft
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
