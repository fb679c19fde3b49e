import type { ToldKind } from '../../../domain/told-to.js';
import { nameOf } from './values.js';
import type { Telling } from './values.js';
import { fieldBeside } from './whose.js';

const both = [
  'title',
  'value',
  'expectedClose',
  'ownerId',
  'labelIds',
  'personId',
  'organizationId',
  'sourceName',
  'channel',
] as const;
const own = {
  lead: both,
  deal: [
    ...both,
    'probability',
    'pipelineId',
    'stageId',
    'status',
    'lostReason',
    'lostComment',
    'waitUntil',
    'taxing',
    'discounts',
  ],
} as const;
const beside: Readonly<Record<ToldKind, readonly string[]>> = {
  dealProduct: [
    ...['name', 'price', 'quantity', 'discount', 'tax', 'unit', 'comment', 'enabled'],
    ...['frequency', 'cycles', 'billingStart'],
  ],
  participant: ['role'],
  file: ['name', 'description'],
  project: ['title', 'status', 'phase', 'startDate', 'endDate', 'ownerId', 'description', 'tasks'],
};
const features = {
  dealProduct: 'projectsAndProducts',
  participant: 'participants',
  file: 'documentsAndFiles',
  project: 'projectsAndProducts',
} as const;
const whether = {
  dealProduct: 'productWhether',
  participant: 'participantWhether',
  file: 'fileWhether',
  project: 'projectWhether',
} as const;

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What the rows can be narrowed to: a field of the record, one of the account's own, one of what the deal has beside. */
export function fieldChoices(telling: Telling): readonly Choice[] {
  const { model, words } = telling;
  const { directory, settings } = model.store ?? {};
  const custom = directory?.fields.map(({ id }) => `custom.${id}`) ?? [];
  const choices = [...own[model.kind], ...custom].map((field) => ({ value: field, label: nameOf(telling, field) }));
  if (model.kind === 'lead') return choices;
  const kinds = (Object.keys(beside) as ToldKind[]).filter((of) => settings?.profile[features[of]].deal ?? true);
  return [
    ...choices,
    ...kinds.flatMap((of) => [
      { value: `${of}.`, label: words[whether[of]] },
      ...beside[of].map((field) => ({
        value: `${of}.${field}`,
        label: words.whose(words[of], fieldBeside(telling, of, field)),
      })),
    ]),
  ];
}
