import { SetupKeeper } from '../../shared/setup-keeper.js';
import { defaultFields, fieldsOf } from './card-fields.js';
import type { BoardModel } from './model.js';
import type { BoardSetup } from './order.js';

/** Keeps view, order, filter and pipeline for each user, and brings them back; not where the page has set them itself. */
export function setupKeeper(model: BoardModel): SetupKeeper {
  const { host } = model;
  const keeper = new SetupKeeper(model.crm, {
    name: 'deal-pipeline',
    state: () => {
      const { order, direction, filter, pipelineId, view, period, fields } = host;
      return { order, direction, filter, pipelineId, view, period, fields };
    },
    apply: (kept) => {
      // What of it is none is left out where it is set, or where it is shown.
      const { order, direction = '', filter, pipelineId, view, period, fields } = kept as Partial<BoardSetup>;
      if (order && !host.orderSet) Object.assign(host, { order, direction });
      if (period && host.period === 'month') host.period = period;
      if (view && !host.viewSet) host.view = view;
      if (filter && host.filter.length === 0) host.filter = filter;
      if (pipelineId) host.pipelineId ??= pipelineId;
      const shown = fieldsOf(fields);
      if (shown === defaultFields || host.fieldsSet) return;
      host.fields = shown;
      // Cards of another height would move all below them: they wait for what draws them.
      return new Promise((resolve) => model.hands.use(() => resolve()));
    },
    known: (yes) => {
      if (yes) model.update();
    },
  });
  model.onSetup = () => {
    keeper.touched = true;
    model.hands.use(({ keepSoon }) => keepSoon(keeper));
  };
  return keeper;
}
