import type { CustomValue } from './records.js';

/** How texts are read where a custom field becomes one of another type, and how values are written where it becomes text. */
export interface Reading {
  /** The decimal sign; '.' by default. */
  readonly decimal?: '.' | ',';
  /** Which comes first where a date is digits only; 'dmy' by default. Dates as the kit writes them (`2026-05-23`) are always read. */
  readonly dates?: 'dmy' | 'mdy';
  /** What yes and no are called; "Yes" and "No" by default. */
  readonly yes?: string;
  readonly no?: string;
}

/**
 * What of a value goes, where the rest of it stays.
 * - `currency` of an amount of money
 * - `end` of a date range
 * - `others` all options but one, or those that are not there any more
 * - `breaks` of lines, and blanks around the text
 * - `spelling` another option is called so but for case and accents
 */
export type PartReason = 'currency' | 'end' | 'others' | 'breaks' | 'spelling';
/**
 * Why a value cannot be turned.
 * - `none` nothing leads from one type to the other
 * - `gone` the option, person or user that it names is not there any more
 * - `many` a field has as many options as it may have
 * - the others: the text is no number, no amount of money and so on
 */
export type LostReason =
  | 'none'
  | 'gone'
  | 'many'
  | 'number'
  | 'money'
  | 'currency'
  | 'day'
  | 'time'
  | 'yes-no'
  | 'phone'
  | 'email'
  | 'link'
  | 'user'
  | 'too-long';

export type Retyped =
  | { readonly fate: 'kept'; readonly value: CustomValue }
  | { readonly fate: 'part'; readonly value: CustomValue; readonly why: PartReason }
  | { readonly fate: 'lost'; readonly value: null; readonly why: LostReason };
