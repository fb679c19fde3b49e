import { CrmError } from './errors.js';

/**
 * What was begun before what this browser keeps was emptied: whoever still has in hand what was there brings none of it back.
 * @returns `conflict`, reason `forgotten`
 */
export function forgotten(): CrmError {
  return new CrmError('conflict', 'What this browser kept was emptied since: nothing of it is stored again.', {
    reason: 'forgotten',
  });
}
