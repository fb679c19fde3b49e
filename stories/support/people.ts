/** The account that the stories are told in: who works there, with which labels, fields and stages. */
import type { Change } from '../../src/domain/change.js';
import { aField, aLabel, aPipeline, aStage, aUser, creation } from '../../src/testing/fixtures.js';

export const me = { id: 'maya', name: 'Maya Okafor' };
export const users = {
  maya: 'Maya Okafor',
  kaya: 'Elif Kaya',
  jonas: 'Jonas Brandt',
  satoh: '佐藤 遥',
} as const;
export type Owner = keyof typeof users;

/** All ten colours. */
export const labels = {
  Hot: 'red',
  Warm: 'orange',
  'Enterprise rollout': 'purple',
  Renewal: 'blue',
  Qualified: 'green',
  'Needs budget': 'yellow',
  Agency: 'pink',
  Partner: 'brown',
  Q1: 'gray',
  'On hold': 'dark-gray',
} as const;
export type LabelName = keyof typeof labels;

/** In their order; the ids are `stage-0` and so on. */
export const stages = ['Qualified', 'Contact made', 'Demo scheduled', 'Proposal sent', 'Negotiation', 'Contract out'];

/** Users, labels (their ids are their names), fields, one pipeline of six stages. `Demo scheduled` asks for `required`. */
export function account(required: readonly string[] = []): readonly Change[] {
  return [
    ...Object.entries(users).map(([id, name]) => creation('user', aUser({ id, name, email: `${id}@studio.example` }))),
    ...Object.entries(labels).map(([name, color]) => creation('label', aLabel({ id: name, name, color }))),
    creation('field', aField({ id: 'decider', name: 'Decision maker', type: 'text', rank: 'a0' })),
    creation('field', aField({ id: 'pallets', name: 'Pallet places', type: 'number', rank: 'a1' })),
    creation('field', aField({ id: 'until', name: 'Contract until', type: 'date', rank: 'a2' })),
    creation('pipeline', aPipeline({ name: 'New business' })),
    ...stages.map((name, at) =>
      creation(
        'stage',
        aStage({
          id: `stage-${at}`,
          name,
          rank: `a${at}`,
          probability: [20, 30, 45, 60, 75, 90][at]!,
          requiredFields: at === 2 ? required : [],
        }),
      ),
    ),
  ];
}
