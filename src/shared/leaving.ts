import type { CrmStore } from '../store/api.js';

/**
 * Who leaves the page while something is shown that is not stored yet is asked by the browser. The listener is there only
 * for that long: a page that listens all the time is not kept for the back button.
 * @returns the end of it
 */
export function guardLeaving(store: CrmStore): () => void {
  const ask = (event: Event): void => event.preventDefault();
  // Once, however often it is added.
  const look = (unsaved: number): void =>
    unsaved > 0 ? window.addEventListener('beforeunload', ask) : window.removeEventListener('beforeunload', ask);
  const off = store.on('busy', ({ unsaved }) => look(unsaved));
  look(store.busy.unsaved);
  return () => {
    off();
    look(0);
  };
}
