import type { Condition } from './query.js';
import type { Day, Stage } from './records.js';

/**
 * What narrows an inbox, a board or a list: parts that all hold. A plain list of conditions is a filter; a group says that
 * all or any of its own parts hold, and may hold groups again. It is plain data: it can be kept, sent and read back.
 *
 *     [{ field: 'ownerId', op: 'in', value: ['ada', null] },
 *      { any: [{ field: 'quiet', op: 'quiet', value: ['full'] },
 *              { field: 'expectedClose', op: 'within', value: 'past' }] }]
 */
export type Filter = readonly FilterPart[];
export type FilterPart = FilterCondition | FilterGroup;
export type FilterGroup = { readonly all: Filter } | { readonly any: Filter };

/** What a filter can be about. */
export type FilterSubject = 'lead' | 'deal';

/**
 * A condition as in a query (`query.ts`), and what only a filter knows:
 * - `null` among the values of `in`, `has`, `notIn`, `hasNot` stands for "none": no owner, no label
 * - `within`: a day or instant lies in a `Period`, which moves with today (`periods.ts`)
 * - `quiet`: `field` is `quiet`, `value` a list of `half | full | no` (`rotting.ts`); deals only
 * - a day as the value for an instant means that day in the provider's zone
 *
 * A condition without a value where it needs one asks for nothing.
 */
export interface FilterCondition {
  readonly field: string;
  readonly op: FilterOp;
  readonly value?: unknown;
}
export type FilterOp = Condition['op'] | 'within' | 'quiet';

/** How long a deal has been quiet: half of what its stage allows, all of it, or neither. */
export type QuietState = 'half' | 'full' | 'no';

/** What a filter's meaning rests on besides the records. */
export interface FilterEnv {
  readonly today: Day;
  /** IANA name: in which days are counted. */
  readonly zone: string;
  /** With how many days each allows; all of them. */
  readonly stages: readonly Pick<Stage, 'id' | 'rotDays'>[];
  /** What a formula field is asked for by (`formula/computed.ts`); undefined = it is a field like any other, null = it cannot be worked out. */
  readonly computed?: (field: string) => string | null | undefined;
}

/** Fields that hold an instant, not a day. */
export const instantFields: ReadonlySet<string> = new Set([
  'createdAt',
  'updatedAt',
  'touchedAt',
  'archivedAt',
  'stageChangedAt',
  'closedAt',
  'wonAt',
  'lostAt',
  'firstWonAt',
]);

export function isGroup(part: FilterPart): part is FilterGroup {
  return !('field' in part);
}

/** What a group is made of. */
export function partsOf(group: FilterGroup): Filter {
  return 'all' in group ? group.all : group.any;
}

/** Every condition, those inside groups too, from first to last. */
export function* conditionsOf(filter: Filter): Iterable<FilterCondition> {
  for (const part of filter)
    if (isGroup(part)) yield* conditionsOf(partsOf(part));
    else yield part;
}

/** It asks for something: there is a condition that is not left open. */
export function isAsking(filter: Filter): boolean {
  for (const condition of conditionsOf(filter)) if (!isOpen(condition)) return true;
  return false;
}

/** A condition whose value is still to be said. */
export function isOpen({ op, value }: FilterCondition): boolean {
  if (op === 'empty' || op === 'filled') return false;
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
