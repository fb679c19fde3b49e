import type { Order } from '../../domain/query.js';
import type { DealListSetup, DealSegment } from './first-setup.js';

export const dealSegments: readonly DealSegment[] = ['open', 'won', 'lost', 'all'];

/** What is most urgent first; of closed deals those that ended last. */
const urgent: readonly Order[] = [{ field: 'nextActivity' }];
const latest: readonly Order[] = [{ field: 'closedAt', descending: true }];

const standard: Readonly<Record<DealSegment, readonly string[]>> = {
  open: ['title', 'stageId', 'nextActivity', 'expectedClose', 'value', 'weighted', 'ownerId'],
  won: ['title', 'closedAt', 'stageId', 'labelIds', 'value', 'ownerId'],
  lost: ['title', 'closedAt', 'lostReason', 'lostComment', 'value', 'ownerId'],
  all: ['title', 'status', 'stageId', 'nextActivity', 'closedAt', 'value', 'ownerId'],
};

/** What a segment is sorted by. */
export function orderIn({ segment, orders }: Pick<DealListSetup, 'segment' | 'orders'>): readonly Order[] {
  return orders[segment] ?? (segment === 'won' || segment === 'lost' ? latest : urgent);
}

/** The columns of a segment, by the names of their fields. */
export function columnsIn({ segment, columns }: Pick<DealListSetup, 'segment' | 'columns'>): readonly string[] {
  return columns[segment] ?? standard[segment];
}
