/**
 * The records of the kit. Every record is plain data: no class, no Date, no undefined.
 * Field names and meanings follow the field's own terms; rules are in the files that carry their names.
 */
import type { DealDiscount, DealLines, Taxing } from './deal-entities.js';
import type { FormulaPart } from './formula-format.js';
import type { ClockTime, Day, Id, Instant, Merged, RecordBase } from './record-base.js';

export type { ClockTime, Day, Id, Instant, Merged, RecordBase } from './record-base.js';

/** An amount in its currency. `amount` is a decimal string (`-1234.50`), `currency` an ISO 4217 code. Never a float. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** What a custom field can hold; which one is decided by the field's `type`. */
export type CustomValue = string | number | boolean | Money | readonly string[] | null;

/** What the adapter derives in the same commit (`derive.ts`); never part of a change a command makes, no part of `rev`. */
export interface Derived {
  readonly personName: string;
  readonly organizationName: string;
  /** The undone activity that is due first; those without a day come last. */
  readonly nextActivity: NextActivity | null;
  /** The last time anybody did something here: edit, move to a stage, note, activity done. Another place by hand (`rank`) is none of it. */
  readonly touchedAt: Instant;
  /** Folded text (`fold.ts`) that `Query.search` looks in: title, person, organization, e-mails, phone digits. */
  readonly searchText: string;
}

export interface NextActivity {
  readonly id: Id;
  readonly type: ActivityType;
  readonly subject: string;
  readonly due: Day | null;
  readonly time: ClockTime | null;
}

/** What a lead and the deal made of it have in common. */
export interface Opportunity extends RecordBase, Derived, Merged {
  readonly title: string;
  /** One of `personId` and `organizationId` is required. */
  readonly personId: Id | null;
  readonly organizationId: Id | null;
  readonly ownerId: Id | null;
  readonly creatorId: Id | null;
  readonly labelIds: readonly Id[];
  readonly value: Money | null;
  readonly expectedClose: Day | null;
  /** Where it came from, as people say it: "Web form", "Import", "Manually created". */
  readonly sourceName: string;
  /** Which integration made it; fixed at creation. */
  readonly origin: string;
  readonly originId: string | null;
  /** Marketing channel and its own id. */
  readonly channel: string | null;
  readonly channelId: string | null;
  readonly archivedAt: Instant | null;
  /** Values of the custom fields by the id of the field. One set of fields serves leads and deals. */
  readonly custom: Readonly<Record<Id, CustomValue>>;
}

export interface Lead extends Opportunity {
  /** One flag for all users: somebody has opened it. */
  readonly seen: boolean;
  /** The deal this lead was made from, if it came back from the pipeline. */
  readonly sourceDealId: Id | null;
}

export type DealStatus = 'open' | 'won' | 'lost';

export interface StageVisit {
  readonly stageId: Id;
  readonly at: Instant;
}

export interface Deal extends Opportunity {
  readonly pipelineId: Id;
  readonly stageId: Id;
  /** Place under "By hand": a string between those of its neighbours (`rank.ts`), ties broken by id. */
  readonly rank: string;
  readonly status: DealStatus;
  /** 0 to 100; null = the stage's. */
  readonly probability: number | null;
  /** It stands still until that day, for a reason that is known; left out or null = it does not wait. A day that has come is over. */
  readonly waitUntil?: Day | null;
  readonly waitReason?: string | null;
  /** Users who want to hear of it beside its owner, in the order in which they began to. */
  readonly followerIds?: readonly Id[] | null;
  readonly lostReason: string | null;
  readonly lostComment: string | null;
  readonly closedAt: Instant | null;
  readonly wonAt: Instant | null;
  readonly lostAt: Instant | null;
  /** Kept when a won deal is reopened. */
  readonly firstWonAt: Instant | null;
  readonly stageChangedAt: Instant;
  /** Every stage it was moved to, oldest first: days spent in each are read from it. */
  readonly stageHistory: readonly StageVisit[];
  /** The products it is about; left out or null = there were never any. As long as there are, `value` is their sum. */
  readonly lines?: DealLines | null;
  /** Of its lines; left out or null = `exclusive`. */
  readonly taxing?: Taxing | null;
  /** Off the sum of its lines; left out or null = none. */
  readonly discounts?: readonly DealDiscount[] | null;
}

export interface ContactPoint {
  readonly value: string;
  readonly label: 'work' | 'home' | 'mobile' | 'other';
  readonly primary: boolean;
}

export interface Person extends RecordBase, Merged {
  readonly name: string;
  readonly jobTitle: string;
  readonly organizationId: Id | null;
  readonly ownerId: Id | null;
  readonly emails: readonly ContactPoint[];
  readonly phones: readonly ContactPoint[];
  readonly custom: Readonly<Record<Id, CustomValue>>;
}

export interface Organization extends RecordBase, Merged {
  readonly name: string;
  readonly address: string;
  readonly website: string;
  readonly ownerId: Id | null;
  readonly custom: Readonly<Record<Id, CustomValue>>;
}

/** An owner. Locally there is one, "You". */
export interface User extends RecordBase {
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
}

export interface Pipeline extends RecordBase {
  readonly name: string;
  /** The lowest rank is the default pipeline. */
  readonly rank: string;
  /** Why a deal of it can be lost. None = whoever loses it writes why; null = nobody has decided, the kit has some to offer. */
  readonly lostReasons: readonly string[] | null;
  /** Names of fields a deal of it needs to be won, as `Stage.requiredFields`. */
  readonly wonFields: readonly string[];
  /** The same to be lost; also `lostReason` and `lostComment`. */
  readonly lostFields: readonly string[];
}

export interface Stage extends RecordBase {
  readonly name: string;
  readonly pipelineId: Id;
  readonly rank: string;
  /** 0 to 100, the chance of a deal that stands here. */
  readonly probability: number;
  /** Days without an update until a deal here is quiet; null = never. */
  readonly rotDays: number | null;
  /** Names of fields a deal needs to stand here: `value`, `expectedClose`, `ownerId`, `personId`, `organizationId` or `custom.<id>`. */
  readonly requiredFields: readonly string[];
}

export const labelColors = [
  'blue',
  'brown',
  'dark-gray',
  'gray',
  'green',
  'orange',
  'pink',
  'purple',
  'red',
  'yellow',
] as const;
export type LabelColor = (typeof labelColors)[number];

/** One set of labels serves leads and deals, so that a label survives conversion. */
export interface Label extends RecordBase {
  readonly name: string;
  readonly color: LabelColor;
}

export const fieldTypes = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'time',
  'option',
  'options',
  'yesNo',
  'phone',
  'email',
  'link',
  'person',
  'organization',
  'user',
  'address',
  'dateRange',
  'formula',
] as const;
export type FieldType = (typeof fieldTypes)[number];

export interface FieldOption {
  readonly id: Id;
  readonly name: string;
}

/** A custom field. One definition serves leads and deals, so values survive conversion. */
export interface Field extends RecordBase, FormulaPart {
  readonly name: string;
  readonly type: FieldType;
  /** For `option` and `options`: what can be chosen. A value holds option ids. */
  readonly options: readonly FieldOption[];
  readonly rank: string;
  /** What it is for, in a sentence. */
  readonly description?: string | null;
  /** A detail reminds of it as long as it is empty; nothing is blocked. */
  readonly important?: boolean | null;
  /** Stages in which it is important: only of deals that stand in one of them. Missing, null or empty = everywhere, also of leads. */
  readonly importantIn?: readonly Id[] | null;
  /** A lead or deal is not added without it, nor is it emptied. Where stages and ends ask for it: `Stage.requiredFields`, `Pipeline.wonFields`. */
  readonly required?: boolean | null;
  /** Boards that nobody has set up show it on their cards. */
  readonly onCards?: boolean | null;
  /** It is asked for where a lead or deal is added. */
  readonly onAdd?: boolean | null;
  /** What it was before its type or its options changed: a value that was not turned into the new type is read by it. */
  readonly was?: { readonly type: FieldType; readonly options: readonly FieldOption[] } | null;
}

export const activityTypes = ['call', 'meeting', 'task', 'deadline', 'email', 'lunch'] as const;
export type ActivityType = (typeof activityTypes)[number];

/** What a note, an activity or a file can hang on. At least one is set. */
export interface Attached {
  readonly leadId: Id | null;
  readonly dealId: Id | null;
  readonly personId: Id | null;
  readonly organizationId: Id | null;
}

export interface Activity extends RecordBase, Attached {
  readonly type: ActivityType;
  readonly subject: string;
  readonly due: Day | null;
  readonly time: ClockTime | null;
  /** Minutes. */
  readonly duration: number | null;
  readonly note: string;
  readonly ownerId: Id | null;
  readonly done: boolean;
  readonly doneAt: Instant | null;
}

export interface Note extends RecordBase, Attached {
  /** Plain text; never HTML. */
  readonly text: string;
  readonly authorId: Id | null;
  readonly pinned: boolean;
}

/** Every kind of record. */
export const kinds = [
  'lead',
  'deal',
  'person',
  'organization',
  'user',
  'pipeline',
  'stage',
  'label',
  'field',
  'activity',
  'note',
  'file',
  'product',
  'dealProduct',
  'participant',
  'project',
  'projectTemplate',
  'conversion',
  'trash',
  'import',
  'importChunk',
  'view',
  'filter',
  'changelog',
] as const;
export type Kind = (typeof kinds)[number];

export const derivedFields = ['personName', 'organizationName', 'nextActivity', 'touchedAt', 'searchText'] as const;
