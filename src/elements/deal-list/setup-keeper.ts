import { SetupKeeper } from '../../shared/setup-keeper.js';
import { startAnew } from '../../shared/setup-keeping.js';
import type { DealListModel } from './model.js';
import { readSetup } from './read-setup.js';

/** Keeps how the list was set up for each user, and brings it back; not what the page has set itself. Rows wait for that. */
export function setupKeeper(model: DealListModel): SetupKeeper {
  const { host } = model;
  const keeper: SetupKeeper = new SetupKeeper(model.crm, {
    name: 'deal-list',
    state: () => {
      const { pipelineId, segment, filter, orders, columns, widths } = model.setup;
      // Inside a board, pipeline and filter are the board's, which keeps them itself.
      return { segment, orders, columns, widths, ...(!host.embedded && { pipelineId, filter }) };
    },
    apply: (kept) => {
      const read = readSetup(kept);
      for (const name of host.said) delete read[name];
      if (host.embedded) {
        delete read.pipelineId;
        delete read.filter;
      }
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
