import type { CrmStore, Live } from '../../store/api.js';
import type { StoreController } from '../store-controller.js';

/** Stages, labels, owners and fields are drawn again when they have come, or were changed. */
export function watchDirectory(crm: StoreController): void {
  crm.live((store) => asLive(store));
}

function asLive(store: CrmStore): Live {
  const { directory } = store;
  return {
    get state() {
      return directory.ready ? 'ready' : 'loading';
    },
    error: null,
    late: false,
    retry: () => undefined,
    subscribe: (listener) => directory.subscribe(listener),
  };
}
