import type { Day, Id, Kind, RecordOf } from './records.js';

/**
 * What a view asks for. The meaning of `where`, `search` and `order` is `matches` (matches.ts) and `compare`
 * (compare.ts): memory and IndexedDB answer with them, live queries fold with them, other adapters are held to them.
 */
export interface Query<K extends Kind = Kind> {
  readonly kind: K;
  readonly where?: Where;
  /** Words; each must occur in `searchText`. Folded by the reader (`fold.ts`). */
  readonly search?: string;
  /** Ties are always broken by id, ascending. */
  readonly order?: readonly Order[];
  /** The calendar day in the provider's zone that "overdue" and "today" are judged by. */
  readonly today: Day;
  readonly window: Window;
  /** A hint: only these fields are needed (`id` always comes). An adapter may answer with whole records. */
  readonly pick?: readonly string[];
  /** false = a hint: nobody looks at what the rows name, `Page.related` may be empty. */
  readonly related?: boolean;
  /**
   * What `summarize` adds up in the place of `value`: the name of a formula field that gives amounts (`formula/computed.ts`).
   * Asked only where the storage has the ability `formulas`.
   */
  readonly sum?: string;
}

/** By place (ability `seek`), or after the last row one has. */
export type Window =
  { readonly offset: number; readonly limit: number } | { readonly after: string | null; readonly limit: number };

export interface Order {
  /**
   * A field's name, `custom.<id>`, one that is worked out (as in `Condition`), or `nextActivity`: overdue, today, none, planned; the earliest due first, then the newest.
   * Money goes by its number, whatever the currency, and where that is the same (10 and 10.00) by the code of its currency.
   */
  readonly field: string;
  readonly descending?: boolean;
  /** Empty values first, in both directions; left out = last. All-day activities stand above those with a time. */
  readonly emptyFirst?: boolean;
  /**
   * For a field that holds ids: the ids as they come in this order, by the names they stand for (`ownerId`, `labelIds`). A
   * list is compared by its ids in this order, one after the other. Ids that are not among them come after those that are.
   */
  readonly ranks?: readonly Id[];
}

export type Where = { readonly all: readonly Where[] } | { readonly any: readonly Where[] } | Condition;

/**
 * One condition. `field` is a record's field or `custom.<id>`, or, where the storage has the ability `formulas`, the name of a
 * formula field, which begins with `=` and says all that it is worked out from (`formula/computed.ts`); money is compared by amount, and with
 * `{amount, currency}` only money of that currency.
 * - `is`, `not`: equal to `value` (null = empty)
 * - `in`, `notIn`: equal to one of `value[]`
 * - `has`, `hasNot`: the list (labels, options) contains one of `value[]`
 * - `contains`, `starts`: folded text
 * - `lt`, `lte`, `gt`, `gte`, `between` (`[from, to]`, both included): numbers, amounts, days, instants (a day as
 *   `value` for an instant field means that day in UTC)
 * - `empty`, `filled`: no `value`
 * - `activity`: `field` is `nextActivity`, `value` a list of `overdue | today | planned | none`
 */
export interface Condition {
  readonly field: string;
  readonly op:
    | 'is'
    | 'not'
    | 'in'
    | 'notIn'
    | 'has'
    | 'hasNot'
    | 'contains'
    | 'starts'
    | 'lt'
    | 'lte'
    | 'gt'
    | 'gte'
    | 'between'
    | 'empty'
    | 'filled'
    | 'activity';
  readonly value?: unknown;
}

export type ActivityState = 'overdue' | 'today' | 'planned' | 'none';

/** A window of records in order, and what their rows name. */
export interface Page<K extends Kind = Kind> {
  readonly records: readonly RecordOf[K][];
  /** Of all records that match; undefined = not known yet, ask `summarize`. */
  readonly total: number | undefined;
  /** The persons, organizations, labels and users that the rows name; may hold more. */
  readonly related: Related;
  /** For `after` windows: where the next one begins; null = there is none. */
  readonly next?: string | null;
}

export interface Related {
  readonly persons: ReadonlyMap<Id, RecordOf['person']>;
  readonly organizations: ReadonlyMap<Id, RecordOf['organization']>;
  readonly users: ReadonlyMap<Id, RecordOf['user']>;
  readonly labels: ReadonlyMap<Id, RecordOf['label']>;
}

/** Count and sums of one group, over all records that match. `group` is the value of the field grouped by. */
export interface Summary {
  readonly group: string | null;
  readonly count: number;
  /** The sum of `value`, or of `Query.sum`, for each currency, exact, ordered by code; a currency whose sum is 0 has no entry (`totals.ts`). */
  readonly sums: readonly { readonly amount: string; readonly currency: string }[];
}
