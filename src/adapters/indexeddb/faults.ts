/** What IndexedDB throws, sorted by what can be done about it. */
import { asCrmError, CrmError } from '../../domain/errors.js';

function nameOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null ? String((thrown as { name?: unknown }).name) : '';
}

/**
 * The connection is dead, the database may well be fine: open another one and try again. Browsers close connections of
 * background tabs (WebKit: "Connection to Indexed Database server lost"), and when storage is cleared.
 */
export function isDeadConnection(thrown: unknown): boolean {
  if (thrown instanceof CrmError) return false;
  const name = nameOf(thrown);
  return (
    name === 'InvalidStateError' ||
    name === 'UnknownError' ||
    name === 'AbortError' ||
    name === 'TransactionInactiveError'
  );
}

/** There is no way in here: a sandboxed frame, blocked cookies, a private window. Trying again does not help. */
export function isNoStorage(thrown: unknown): boolean {
  const name = nameOf(thrown);
  return (
    name === 'SecurityError' ||
    name === 'InvalidStateError' ||
    name === 'NotSupportedError' ||
    name === 'TypeError' ||
    name === 'ReferenceError'
  );
}

export function isNewerOnDisk(thrown: unknown): boolean {
  return nameOf(thrown) === 'VersionError';
}

export function isExisting(thrown: unknown): boolean {
  return nameOf(thrown) === 'ConstraintError';
}

/** As the caller is to see it. Only what the caller aborted itself is `aborted`; storage that gave up is `unavailable`. */
export function asStorageError(thrown: unknown): CrmError {
  if (nameOf(thrown) === 'CrmError') return asCrmError(thrown);
  if (nameOf(thrown) === 'QuotaExceededError')
    return new CrmError('quota', 'There is no room left in this browser.', { cause: thrown });
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new CrmError('unavailable', `The storage of this browser failed: ${message}`, {
    cause: thrown,
    retryAfter: 1000,
  });
}
