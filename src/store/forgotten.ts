import { CrmError } from '../domain/errors.js';

/** What was begun before what this browser keeps was emptied. */
export function forgotten(): CrmError {
  return new CrmError('conflict', 'What this browser kept was emptied since: nothing of it is stored again.', {
    reason: 'forgotten',
  });
}
