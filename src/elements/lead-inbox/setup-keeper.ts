import { SetupKeeper } from '../../shared/setup-keeper.js';
import type { InboxModel } from './model.js';
import { readSetup } from './setup.js';

/** Keeps filter, order and columns for each user, and brings them back. Rows wait for that. */
export function setupKeeper(model: InboxModel): SetupKeeper {
  const keeper = new SetupKeeper(model.stores, {
    name: 'lead-inbox',
    state: () => {
      const { filter, order, columns } = model.setup;
      return { filter, order, columns };
    },
    apply: (kept) => (model.setup = readSetup(kept)),
    known: (yes) => {
      model.known = yes;
      if (yes) model.ask();
    },
  });
  model.onSetup = keeper.changed;
  return keeper;
}
