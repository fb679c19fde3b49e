import type { Change } from '../domain/change.js';
import type { Outcome } from '../domain/plan.js';
import type { Id, Kind } from '../domain/records.js';
import type { Known } from './pairs.js';

/** What is stored whole or not at all: one draft's share of a command. */
export interface Unit {
  readonly kind: Kind;
  readonly id: Id;
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Units looked at again, and what became of those that are not stored. */
export interface Prepared {
  readonly units: readonly Unit[];
  readonly outcomes: readonly Outcome[];
  readonly known: Known;
}

/** Looks at the records again, just before they are written. @param fresh what was read just now does not count */
export type Prepare = (units: readonly Unit[], fresh?: boolean) => Promise<Prepared>;
