import type { Change } from '../../src/domain/change.js';
import type { Lead } from '../../src/domain/records.js';
import {
  aBoard,
  aField,
  aLabel,
  aLead,
  aNote,
  aPerson,
  anActivity,
  anOrganization,
  creation,
  later,
  money,
} from '../../src/testing/fixtures.js';
import { Model } from './model.js';

/** A lead that has everything. */
export const rich: Partial<Lead> = {
  organizationId: 'organization-1',
  labelIds: ['label-1'],
  value: money('1250.50'),
  expectedClose: '2026-12-18',
  seen: true,
  sourceName: 'Web form',
  origin: 'form',
  originId: 'f-7',
  channel: 'ads',
  channelId: '3',
  custom: { 'field-1': 2027 },
};

/** One such lead with a note and two activities, and a board. */
export function world(lead: Partial<Lead> = rich, ...more: readonly Change[]): Model {
  return new Model([
    ...aBoard(),
    creation('person', aPerson()),
    creation('organization', anOrganization()),
    creation('label', aLabel()),
    creation('field', aField()),
    creation('lead', aLead(lead)),
    creation('note', aNote()),
    creation('activity', anActivity()),
    creation('activity', anActivity({ id: 'activity-2', done: true, doneAt: later })),
    ...more,
  ]);
}
export const ids = ['lead-1'];
