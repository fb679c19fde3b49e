import type { Problem } from '../../src/domain/plan.js';
import type { Lead } from '../../src/domain/records.js';
import {
  aBoard,
  aDeal,
  aField,
  aLabel,
  aLead,
  aNote,
  anActivity,
  aPerson,
  anOrganization,
  creation,
  later,
} from '../../src/testing/fixtures.js';
import { Model, plain } from './model.js';

/** Two leads, two deals, and what hangs on them. */
export function world(): Model {
  return new Model([
    ...aBoard(),
    creation('person', aPerson()),
    creation('organization', anOrganization()),
    creation('label', aLabel()),
    creation('label', aLabel({ id: 'label-2', name: 'Cold' })),
    creation('field', aField()),
    creation('lead', aLead()),
    creation('lead', aLead({ id: 'lead-2', labelIds: ['label-2'] })),
    creation('note', aNote()),
    creation('activity', anActivity()),
    creation('deal', aDeal()),
    creation('deal', aDeal({ id: 'deal-2', labelIds: ['label-1', 'label-2'] })),
    creation('note', aNote({ id: 'note-2', leadId: null, dealId: 'deal-1' })),
  ]);
}

/** Problems as short words. */
export const codes = (problems: readonly Problem[]) =>
  problems.map(({ code, field, detail }) => [code, field, detail].filter(Boolean).join(' '));
export const at = later;

/** All records, without the names and the text that adapters derive (derive.test.ts looks at those). */
export function records(model: Model): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const [kind, held] of model.records) {
    for (const [id, record] of held) {
      const {
        searchText: _text,
        personName: _person,
        organizationName: _organization,
        ...rest
      } = plain(record) as Lead;
      all.set(`${kind} ${id}`, rest);
    }
  }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}
