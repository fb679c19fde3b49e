import type { DealListState } from '../../domain/view-state.js';

export type { DealSegment } from '../../domain/view-state.js';

/** How a list of deals is set up; all but the words that are looked for is kept for each user. */
export type DealListSetup = DealListState;
export type SetupPart = keyof DealListSetup;

export const firstSetup: DealListSetup = {
  pipelineId: null,
  segment: 'open',
  filter: [],
  search: '',
  orders: {},
  columns: {},
  widths: {},
};
