import type { Directory, Live } from '../store/api.js';
import type { StoreController } from './store-controller.js';

/**
 * Stages, labels, owners and fields are drawn again when they have come, or were changed: a list does not tell of them.
 * @param select what the element shows of them; default all
 */
export function watchDirectory(crm: StoreController, select?: (directory: Directory) => readonly unknown[]): void {
  crm.live(
    ({ directory }): Live & { readonly directory: Directory } => ({
      directory,
      get state() {
        return directory.ready ? 'ready' : 'loading';
      },
      error: null,
      late: false,
      retry: () => undefined,
      subscribe: (listener) => directory.subscribe(listener),
    }),
    select && { select: (live) => select(live.directory) },
  );
}
