/** What a part of a formula comes to. */
import type { Exact } from './exact.js';
import type { Span } from './syntax.js';

export type Value =
  | { readonly type: 'number'; readonly value: Exact }
  /** `currency` null = written down, and in whatever currency it meets. */
  | { readonly type: 'money'; readonly value: Exact; readonly currency: string | null }
  /** Days since 1 January 1970. */
  | { readonly type: 'date'; readonly day: number }
  | { readonly type: 'truth'; readonly is: boolean };

/** Not calculated, because this field is empty. */
export interface Empty {
  readonly type: 'empty';
  readonly key: string;
}

/** Why there is no value, although nothing is missing. */
export type Failure = { readonly type: 'failure' } & (
  | (Span & {
      readonly code:
        | 'division'
        /** Beyond what is reckoned with, or beyond the years 1 to 9999. */
        | 'large'
        /** ROUND was asked for places that are no whole number, or too many. */
        | 'places';
      /** The formula field in which it happened. */
      readonly in: string;
    })
  | (Span & {
      readonly code: 'currencies';
      readonly in: string;
      readonly currencies: readonly [string, string];
    })
  /** The field holds something else than its type says. */
  | { readonly code: 'unreadable'; readonly key: string }
  /** The formula field has problems of its own. */
  | { readonly code: 'broken'; readonly key: string }
  | { readonly code: 'steps' }
);

export type Result = Value | Empty | Failure;

export const isValue = (result: Result): result is Value => result.type !== 'empty' && result.type !== 'failure';

const DAY = 86_400_000;
/** 1 January of the year 1, 31 December 9999. */
const [FIRST, LAST] = [-719_162, 2_932_896];

/** The same day in another 400 years, where the language does not take years below 100 for others: they have as many days as these. */
const CYCLE = 146_097;

export function dayNumber(day: string): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return Date.UTC(year + 400, month - 1, date) / DAY - CYCLE;
}

const texts = new Map<number, string>();
/** Days are few and records many. */
const mostTexts = 5_000;

export function dayText(day: number): string {
  let text = texts.get(day);
  if (text === undefined) {
    if (texts.size >= mostTexts) texts.clear();
    texts.set(day, (text = new Date(day * DAY).toISOString().slice(0, 10)));
  }
  return text;
}
export const isDayNumber = (day: number): boolean => day >= FIRST && day <= LAST;
