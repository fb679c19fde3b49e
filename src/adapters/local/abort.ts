import { CrmError } from '../../domain/errors.js';

/** @throws CrmError `aborted` where the caller has given up */
export function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CrmError('aborted', 'The call was given up.', { cause: signal.reason });
}
