/** What every record is made of. */

/** An opaque string; the client makes it (UUID v7, `ids.ts`), a backend may answer with another (`was`). */
export type Id = string;
/** A calendar day, `YYYY-MM-DD`. Never an instant: it has no zone and must not shift. */
export type Day = string;
/** An instant in UTC, ISO 8601 with `Z`. */
export type Instant = string;
/** A time of day, `HH:MM`, 24 hours, in the provider's zone. */
export type ClockTime = string;

export interface RecordBase {
  readonly id: Id;
  /** Counts the stored versions of this record, from 1. Set by the adapter; 0 = never stored. */
  readonly rev: number;
  readonly createdAt: Instant;
  /** Set by the adapter with each stored version; derived fields do not touch it. */
  readonly updatedAt: Instant;
}

/** What of several records may turn out to be one. */
export interface Merged {
  /** Those that were merged into this one, the first of them first. */
  readonly mergedIds?: readonly Id[] | null;
  /** Those that look like this one, and of which somebody has said that they are not. */
  readonly notDuplicateOf?: readonly Id[] | null;
}
