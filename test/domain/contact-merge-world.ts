/** A world in which somebody is there twice, and what merging them must not leave behind. */
import { swap, valueOf } from '../../src/domain/change.js';
import type { Change } from '../../src/domain/change.js';
import type { AnyRecord, ContactPoint, Id } from '../../src/domain/records.js';
import { aParticipant, aProject } from '../../src/testing/deal-work.js';
import {
  aBoard,
  aDeal,
  aField,
  aLead,
  anActivity,
  aNote,
  anOrganization,
  aPerson,
  creation,
  minutesAfter,
} from '../../src/testing/fixtures.js';
import { Model } from './model.js';

export const point = (value: string, primary = true, label: ContactPoint['label'] = 'work'): ContactPoint => ({
  value,
  primary,
  label,
});

/** Ada is there twice, at an organization that is, too. */
export const world = (more: readonly Change[] = []): Model =>
  new Model([
    ...aBoard(),
    creation('field', aField({ id: 'adviser', type: 'person' })),
    creation('field', aField({ id: 'carrier', type: 'organization' })),
    creation('organization', anOrganization({ id: 'north', name: 'Northwind', website: '', address: 'Kay 1' })),
    creation('organization', anOrganization({ id: 'nord', name: 'Nordwind', createdAt: minutesAfter(1) })),
    creation(
      'person',
      aPerson({
        id: 'ada',
        name: 'Ada',
        jobTitle: '',
        organizationId: 'north',
        emails: [point('ada@north.example')],
        phones: [],
      }),
    ),
    creation(
      'person',
      aPerson({
        id: 'ada-2',
        name: 'A. Lovelace',
        jobTitle: 'Head',
        createdAt: minutesAfter(1),
        organizationId: 'nord',
        emails: [point('ADA@north.example'), point('ada@home.example', false, 'home')],
        phones: [point('+49 30 901820')],
      }),
    ),
    creation('person', aPerson({ id: 'grace', name: 'Grace', organizationId: 'nord', custom: { adviser: 'ada-2' } })),
    creation('lead', aLead({ id: 'roof', personId: 'ada-2', organizationId: 'nord' })),
    creation('deal', aDeal({ id: 'pump', personId: 'ada-2', custom: { adviser: 'ada-2', carrier: 'nord' } })),
    creation('deal', aDeal({ id: 'heat', personId: 'grace', custom: { adviser: 'ada' } })),
    creation('deal', aDeal({ id: 'own', personId: 'ada' })),
    creation('project', aProject({ id: 'site', personId: 'ada-2', organizationId: 'nord' })),
    creation('note', aNote({ id: 'hers', leadId: null, personId: 'ada-2' })),
    creation('activity', anActivity({ id: 'of-the-lead', leadId: 'roof', personId: 'ada-2', organizationId: 'nord' })),
    creation('participant', aParticipant({ id: 'in-heat', dealId: 'heat', personId: 'ada-2', role: 'Pays' })),
    ...more,
  ]);

/** What names somebody who is not there. */
export function dangling(model: Model): string[] {
  const there = new Set([...model.all('person'), ...model.all('organization')].map(({ id }) => id));
  const fields = ['personId', 'organizationId', 'custom.adviser', 'custom.carrier'];
  return (['lead', 'deal', 'person', 'organization', 'project', 'note', 'activity', 'participant'] as const).flatMap(
    (kind) =>
      (model.all(kind) as AnyRecord[]).flatMap((record) =>
        fields
          .filter((field) => typeof valueOf(record, field) === 'string' && !there.has(valueOf(record, field) as Id))
          .map((field) => `${kind} ${record.id} ${field}`),
      ),
  );
}
/** Takes it back as the store does. */
export const back = (model: Model, changes: readonly Change[]): void =>
  model.commit(
    [...changes].reverse().map((change) => {
      const step = swap(change);
      // Versions have gone on since.
      return step.op === 'delete' ? { ...step, rev: model.get(step.kind, step.id)!.rev } : step;
    }),
  );
