import type { StoreController } from './store-controller.js';

/** Stages, labels, owners and fields are drawn again when they have come, or were changed: a list does not tell of them. */
export function watchDirectory(crm: StoreController): void {
  crm.hold(({ directory }) => directory.subscribe(() => crm.host.requestUpdate()));
}
