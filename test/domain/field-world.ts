import type { Field } from '../../src/domain/records.js';
import { aDeal, aField, aLead, anOrganization, aPerson, creation } from '../../src/testing/fixtures.js';
import { world } from './command-world.js';
import type { Model } from './model.js';

export const sizes = [
  { id: 'small', name: 'Small' },
  { id: 'large', name: 'Large' },
];

/** With a field of options, and another one. */
export function fieldWorld(): Model {
  const model = world();
  model.commit([
    creation('field', aField({ id: 'size', name: 'Size', type: 'option', options: sizes, rank: 'a1' })),
    creation('field', aField({ id: 'tags', name: 'Tags', type: 'options', options: sizes, rank: 'a2' })),
    creation('lead', aLead({ id: 'lead-s', custom: { size: 'small', tags: ['small', 'large'] } })),
    creation('deal', aDeal({ id: 'deal-s', status: 'won', custom: { size: 'large', tags: ['small'] } })),
    creation('person', aPerson({ id: 'person-s', custom: { size: 'small' } })),
    creation('organization', anOrganization({ id: 'organization-s', custom: { size: 'large' } })),
  ]);
  return model;
}

export const field = (model: Model, id: string): Field => model.get('field', id)!;
