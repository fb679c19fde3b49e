/** The commands' code: fetched once for the page, and from then on there without waiting. */
import { CrmError } from '../domain/errors.js';
import type * as commands from './acts.js';

export type Code = typeof commands;
let code: Code | null = null;
let coming: Promise<Code> | null = null;

/** null = not fetched yet. */
export function commandsHere(): Code | null {
  return code;
}

/** @throws CrmError `unavailable` where it cannot be had; the next call tries again */
export function fetchCommands(): Promise<Code> {
  coming ??= import('./acts.js').then(
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
