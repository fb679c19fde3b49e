import { SetupKeeper } from '../../shared/setup-keeper.js';
import type { InboxModel } from './model.js';
import { ownSetupCode } from './own-setup-code.js';

/** Keeps filter, order, columns and widths for each user, and brings them back. Rows wait for that. */
export function setupKeeper(model: InboxModel): SetupKeeper {
  const keeper: SetupKeeper = new SetupKeeper(model.stores, {
    name: 'lead-inbox',
    state: () => model.setup as unknown as Readonly<Record<string, unknown>>,
    apply: async (kept) => {
      const { readSetup } = await ownSetupCode.need();
      if (keeper.touched) return;
      model.setup = readSetup(kept);
      if (model.known) model.ask();
    },
    known: (yes) => {
      model.known = yes;
      if (yes) model.ask();
    },
  });
  model.keeper = keeper;
  return keeper;
}
