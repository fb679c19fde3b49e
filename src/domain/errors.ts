import type { AnyRecord } from './records.js';

/**
 * What can go wrong, told apart by a code that does not change:
 * - `invalid` the input breaks a rule; `field` names it
 * - `not-found` the record is not there (any more)
 * - `conflict` somebody else was first; `current` is the record as it stands
 * - `denied` this user may not
 * - `auth` the session has ended; renew once, then ask
 * - `unavailable` the storage or service does not answer; `retryAfter` in ms if it is known
 * - `quota` there is no room left
 * - `aborted` the caller gave up
 */
export type CrmErrorCode =
  'invalid' | 'not-found' | 'conflict' | 'denied' | 'auth' | 'unavailable' | 'quota' | 'aborted';

export interface CrmErrorDetail {
  readonly field?: string;
  readonly current?: AnyRecord | null;
  readonly retryAfter?: number;
  readonly cause?: unknown;
  /** Data for the sentence a person reads; the words are in `i18n`. */
  readonly reason?: string;
}

export class CrmError extends Error {
  override readonly name = 'CrmError';
  declare readonly field: string | undefined;
  declare readonly current: AnyRecord | null | undefined;
  declare readonly retryAfter: number | undefined;
  declare readonly reason: string | undefined;

  constructor(
    readonly code: CrmErrorCode,
    message: string,
    { cause, ...detail }: CrmErrorDetail = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, detail);
  }
}

/** What browsers call what also has a code here, and the words for it. */
const named = new Map<string, readonly [CrmErrorCode, string]>([
  ['AbortError', ['aborted', 'The call was given up.']],
  ['QuotaExceededError', ['quota', 'There is no room left.']],
]);

/** Whatever was thrown, as a `CrmError`; what is one already stays itself. */
export function asCrmError(thrown: unknown): CrmError {
  if (thrown instanceof CrmError) return thrown;
  const other = Object(thrown) as CrmError;
  // Two copies of the kit on a page have two classes; the code is what counts.
  if ((other.name as unknown) === 'CrmError')
    return new CrmError(other.code, other.message, { ...other, cause: thrown });
  const [code, message] = named.get(other.name) ?? [
    'unavailable',
    thrown instanceof Error ? other.message : String(thrown),
  ];
  return new CrmError(code, message, { cause: thrown });
}
