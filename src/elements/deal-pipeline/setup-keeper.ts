import type { FilterPart } from '../../domain/filter.js';
import type { PeriodUnit } from '../../domain/forecast.js';
import { SetupKeeper } from '../../shared/setup-keeper.js';
import { defaultFields, fieldsOf } from './card-fields.js';
import type { BoardModel } from './model.js';
import type { BoardSetup } from './order.js';
import { isBoardOrder } from './order.js';
import { isBoardView } from './view-names.js';

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
      const { order, direction = '', filter, pipelineId, view, period, fields } = readSetup(kept);
      if (order !== undefined && !host.orderSet) Object.assign(host, { order, direction });
      if (period !== undefined && host.period === 'month') host.period = period;
      if (view !== undefined && !host.viewSet) host.view = view;
      if (filter !== undefined && host.filter.length === 0) host.filter = filter;
      if (pipelineId !== undefined) host.pipelineId ??= pipelineId;
      if (fields === defaultFields || host.fieldsSet) return;
      host.fields = fields;
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

/** Whatever else is wrong with it is found when it is asked for. */
function isPart(value: unknown): value is FilterPart {
  return typeof value === 'object' && value !== null;
}

/** What was kept, as far as it can be understood. */
function readSetup(kept: Readonly<Record<string, unknown>>): Partial<BoardSetup> & Pick<BoardSetup, 'fields'> {
  const { order, direction, filter, pipelineId, view, period, fields } = kept;
  return {
    ...(isBoardOrder(order) && { order }),
    ...((direction === 'ascending' || direction === 'descending') && { direction }),
    ...(Array.isArray(filter) && { filter: filter.filter(isPart) }),
    ...(isBoardView(view) && { view }),
    // Looked at where it is shown: what a period is comes with the forecast.
    ...(typeof period === 'string' && { period: period as PeriodUnit }),
    ...(typeof pipelineId === 'string' && { pipelineId }),
    fields: fieldsOf(fields),
  };
}
