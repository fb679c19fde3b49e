import { CrmError } from '../../domain/errors.js';
import type { AdapterClock } from '../local/clock.js';
import { asStorageError } from './faults.js';

/** How long another tab may hold on to a database that is to be deleted. */
const patience = 5_000;

/** @throws CrmError `unavailable` where another tab does not let go; it is deleted as soon as it does */
export function erase(factory: () => IDBFactory, name: string, clock: AdapterClock): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory().deleteDatabase(name);
    let cancel = (): void => undefined;
    request.onblocked = () => {
      cancel = clock.after(patience, () =>
        reject(
          new CrmError('unavailable', 'Another tab keeps the records open. Close it; they are deleted then.', {
            reason: 'blocked',
          }),
        ),
      );
    };
    request.onsuccess = () => {
      cancel();
      resolve();
    };
    request.onerror = (event) => {
      event.preventDefault();
      cancel();
      reject(asStorageError(request.error));
    };
  });
}
