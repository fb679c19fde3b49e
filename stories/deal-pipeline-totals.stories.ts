import type { Meta } from '@storybook/web-components-vite';
import type { Rates } from '../src/domain/rates.js';
import { story } from './support/board.js';
import type { Hands } from './support/hands.js';

/** What the totals on top are made of: the weighted ones, and how all were converted to one currency. */
const meta: Meta = { title: 'deal-pipeline/totals', component: 'deal-pipeline' };
export default meta;

/** None for dollars, and that for pounds is none. */
const rates: Rates = { base: 'EUR', date: '2026-11-23', rates: { TRY: '49.2', JPY: '163.5', GBP: '0' } };
const panel = async (hands: Hands): Promise<void> => {
  await hands.click('[data-totals=weighted]');
  await hands.find('.breakdown tbody tr');
};

/** In one currency as far as the page has given rates; of the others it is said why not. */
export const Converted = story({
  rates,
  shows: [
    'Each value times its chance to be won.',
    'Not in the sum: £18,900 and $42,000.',
    'Rates of Nov 23, 2026.',
    'There is no rate for USD among them.',
    'The rate for GBP is not a number above zero.',
  ],
  play: panel,
});

/** Without rates each currency stands on its own. */
export const NoRates = story({
  shows: ['Weighted', 'This page gives no exchange rates: each currency is added up by itself.'],
  play: panel,
});

/** The same on a phone. */
export const NarrowConverted = story({ rates, width: 390, shows: ['Together'], play: panel });

/** In Turkish. */
export const Turkish = story({
  rates,
  lang: 'tr',
  shows: ['Toplamda yok: £18.900 ve $42.000.', 'Aralarında USD için kur yok.'],
  play: panel,
});
