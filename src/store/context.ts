import type { Day } from '../domain/records.js';
import type { Clock } from './api.js';
import type { Calls } from './calls.js';
import type { Ledger } from './ledger.js';

/** What every part of one store shares. */
export interface Context {
  readonly calls: Calls;
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** The calendar day in the store's zone. */
  today(): Day;
}
