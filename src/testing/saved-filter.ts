import type { SavedFilter } from '../domain/records.js';

/** A filter over leads that only its owner finds. As the builders of `fixtures.ts`, which has it for everybody. */
export function aSavedFilter(fields: Partial<SavedFilter> = {}): SavedFilter {
  return {
    id: 'filter-1',
    rev: 0,
    createdAt: '2026-11-02T09:00:00.000Z',
    updatedAt: '2026-11-02T09:00:00.000Z',
    name: 'Offers',
    subject: 'lead',
    filter: [{ field: 'title', op: 'contains', value: 'offer' }],
    ownerId: 'user-1',
    shared: false,
    ...fields,
  };
}
