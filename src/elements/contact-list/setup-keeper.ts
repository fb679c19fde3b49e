import { SetupKeeper } from '../../shared/setup-keeper.js';
import { startAnew } from '../../shared/setup-keeping.js';
import type { ContactListModel } from './model.js';
import { readSetup } from './read-setup.js';

/** Keeps how the list was set up for each user, and brings it back; not what the page has set itself. Rows wait for that. */
export function setupKeeper(model: ContactListModel): SetupKeeper {
  const { host } = model;
  const keeper: SetupKeeper = new SetupKeeper(model.crm, {
    name: 'contact-list',
    state: () => {
      const { segment, orders, columns, widths } = model.setup;
      return { segment, orders, columns, widths };
    },
    apply: (kept) => {
      const read = readSetup(kept);
      for (const name of host.said) delete read[name];
      host.setup = { ...host.setup, ...read };
    },
    known: (yes) => {
      model.known = yes;
      model.update();
    },
  });
  model.keeper = keeper;
  startAnew(model.crm);
  return keeper;
}
