import type { Meta } from '@storybook/web-components-vite';
import { aSavedFilter, creation } from '../src/testing/fixtures.js';
import { story } from './support/board.js';
import { until } from './support/hands.js';
import type { Hands } from './support/hands.js';

/** What narrows a board, kept under a name. */
const meta: Meta = { title: 'deal-pipeline/saved filters', component: 'deal-pipeline' };
export default meta;

const large = [{ field: 'value', op: 'gte', value: { amount: '10000', currency: 'EUR' } }] as const;
const quiet = [{ field: 'quiet', op: 'quiet', value: ['full'] }] as const;
const more = [
  creation('filter', aSavedFilter({ id: 'f1', subject: 'deal', name: 'Large ones', filter: large, ownerId: null })),
  creation(
    'filter',
    aSavedFilter({ id: 'f2', subject: 'deal', name: 'Quiet deals', filter: quiet, shared: true, ownerId: null }),
  ),
];

async function choose(hands: Hands, id: string): Promise<void> {
  await hands.click('[data-filters]');
  const select = await hands.find<HTMLSelectElement>('dialog[open] #filter-saved');
  await until(() => select.querySelector(`option[value=${id}]`), 'the filter that was saved');
  select.value = id;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await hands.find('dialog[open] [data-saved=delete]');
}

/** One is chosen; what the form says is kept under its name, or under another one. */
export const Chosen = story({
  more,
  shows: ['Large ones', 'EUR'],
  play: (hands) => choose(hands, 'f1'),
});

/** The name is asked for in place. */
export const Naming = story({
  more,
  shows: ['Name of the filter', 'Give the filter a name', 'Save filter'],
  play: async (hands) => {
    await choose(hands, 'f1');
    await hands.click('dialog[open] [data-saved=new]');
    await hands.click('dialog[open] [data-saved=save]');
  },
});

/** The form differs from what was saved; the same on a phone. */
export const Differs = story({
  more,
  width: 390,
  shows: ['Differs from “Large ones”', 'Update', 'Save as…'],
  play: async (hands) => {
    await choose(hands, 'f1');
    await hands.click('dialog[open] [data-add-condition]');
  },
});

/** It asks before it takes something away from everybody. */
export const Deleting = story({
  more,
  shows: ['Delete the filter “Quiet deals” for everyone?'],
  play: async (hands) => {
    await choose(hands, 'f2');
    await hands.click('dialog[open] [data-saved=delete]');
  },
});
