import { CrmError } from '../../domain/errors.js';

/** @throws CrmError `aborted` where the caller has given up */
export function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CrmError('aborted', 'The call was given up.', { cause: signal.reason });
}

/** The promise's outcome, or `aborted` as soon as the caller gives up. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new CrmError('aborted', 'The call was given up.', { cause: signal.reason }));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
