import type { ActivityType, ContactPoint, Day, Instant, Money } from '../records.js';
import type { FieldChoice } from './columns.js';
import type { Ref } from './directory.js';

/**
 * Why a row has its fate. The words are in `i18n`, by `code` with `params`.
 *
 * Left out: `nobody`; `repeated-row` {line}; `repeated-headings`; `summary-row` {found, expected}; `unchanged` (an earlier
 * import made it, or nothing differs); `already-converted`; `in-trash`; `exists` {title}; `damaged`;
 * `not-a-number`, `number-too-big`, `currency-unknown`, `not-a-date`, `not-a-time`, `not-an-email`, `not-a-phone`, `not-a-link`,
 * `not-yes-or-no`, `too-long` {value} with the column, and so `no-such-person`, `several-persons`, `no-such-organization`,
 * `several-organizations`, `not-a-range`, `ends-before` (the last day is before the first), `half-a-range` (with the column of
 * the day that is not there); `required` {field, how: 'cell' | 'column'}, a field that every lead needs: its cell is empty (with the
 * column), or no column becomes it.
 * Taken: `new` {person, organization: 'new' | 'existing' | 'none'}; `updates` {fields, kept: fields whose cells are empty, and which stay as they are}; `another` (exists, policy create);
 * `left-empty` {value}; `too-few-cells`, `too-many-cells` {found, expected}; `stray-quote`; `named-by-pattern`.
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** The column it is about; null = the whole row. */
  readonly column: number | null;
}

export type BadValue =
  | 'not-a-number'
  | 'number-too-big'
  | 'currency-unknown'
  | 'not-a-date'
  | 'not-a-time'
  | 'not-an-email'
  | 'not-a-phone'
  | 'not-a-link'
  | 'not-yes-or-no'
  | 'too-long'
  | 'no-such-person'
  | 'several-persons'
  | 'no-such-organization'
  | 'several-organizations'
  | 'not-a-range'
  | 'ends-before'
  | 'half-a-range';

export type ReasonCode =
  | BadValue
  | 'nobody'
  | 'repeated-row'
  | 'repeated-headings'
  | 'summary-row'
  | 'unchanged'
  | 'already-converted'
  | 'in-trash'
  | 'exists'
  | 'damaged'
  | 'required'
  | 'new'
  | 'updates'
  | 'another'
  | 'left-empty'
  | 'too-few-cells'
  | 'too-many-cells'
  | 'stray-quote'
  | 'named-by-pattern';

/** A value for a custom field; options and users by name, persons and organizations by id. */
export interface CustomCell {
  readonly column: number;
  readonly field: FieldChoice;
  readonly value: string | number | boolean | Money | readonly string[];
}

export interface PersonDraft {
  readonly ref: Ref;
  readonly name: string;
  readonly jobTitle: string;
  readonly emails: readonly ContactPoint[];
  readonly phones: readonly ContactPoint[];
}

export interface OrganizationDraft {
  readonly ref: Ref;
  readonly name: string;
  readonly address: string;
  readonly website: string;
}

/** What a row says, read. */
export interface RowDraft {
  /** null = the file says none. */
  readonly title: string | null;
  /** Where the title came from; `person` and `organization`: made by `defaultTitle` of that name. */
  readonly titleRule: 'column' | 'person' | 'organization';
  /** The title it gets. */
  readonly titleText: string;
  readonly person: PersonDraft | null;
  readonly organization: OrganizationDraft | null;
  readonly value: Money | null;
  readonly labels: readonly string[];
  readonly owner: string | null;
  readonly source: string | null;
  readonly channel: string | null;
  readonly expectedClose: Day | null;
  readonly created: Instant | null;
  readonly notes: readonly string[];
  readonly activity: { readonly subject: string; readonly type: ActivityType; readonly due: Day | null } | null;
  readonly custom: readonly CustomCell[];
}
