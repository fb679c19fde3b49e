import type { CrmStore } from '../../store/api.js';

/** Waits until custom fields, labels and owners are known: columns are guessed by them. @throws AbortError */
export async function directoryOf(store: CrmStore | null, signal: AbortSignal): Promise<void> {
  if (!store || store.directory.ready) return;
  await new Promise<void>((resolve) => {
    const off = store.directory.subscribe(() => store.directory.ready && done());
    const done = (): void => {
      off();
      signal.removeEventListener('abort', done);
      resolve();
    };
    signal.addEventListener('abort', done, { once: true });
    if (store.directory.ready) done();
  });
  signal.throwIfAborted();
}
