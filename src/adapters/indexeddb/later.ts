/** The code for all but the first windows: fetched once for the page, and from then on there without waiting. */
import { CrmError } from '../../domain/errors.js';
import type * as rest from './rest.js';

export type Rest = typeof rest;
let code: Rest | null = null;
let coming: Promise<Rest> | null = null;

/** null = not fetched yet. */
export function restHere(): Rest | null {
  return code;
}

/** @throws CrmError `unavailable` where it cannot be had; the next call tries again */
export function fetchRest(): Promise<Rest> {
  coming ??= import('./rest.js').then(
    (module) => (code = module),
    (cause: unknown) => {
      coming = null;
      throw new CrmError('unavailable', 'A part of the program could not be fetched. Try again.', {
        cause,
        retryAfter: 1000,
        reason: 'code',
      });
    },
  );
  return coming;
}
