import type { Change } from '../../src/domain/change.js';
import type { Activity } from '../../src/domain/records.js';

/** Of what is planned only the first; what was done stays. */
export function onlyOnePlanned(changes: readonly Change[]): Change[] {
  const planned = changes.filter(
    ({ kind, op, ...rest }) => kind === 'activity' && op === 'create' && !(rest as { record: Activity }).record.done,
  );
  return changes.filter((change) => !planned.slice(1).includes(change));
}
