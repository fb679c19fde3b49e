import { html } from 'lit';
import type { Meta } from '@storybook/web-components-vite';
import { aDeal, creation, money } from '../src/testing/fixtures.js';
import { faultyAdapter } from '../src/testing/faulty.js';
import { instant } from './pipeline.data.js';
import { day } from './support/clock.js';
import { press, story } from './support/board.js';

/** The same deals by when they are expected to close. */
const meta: Meta = { title: 'deal-pipeline/forecast', component: 'deal-pipeline' };
export default meta;

const won = (id: string, days: number, amount: string) =>
  creation(
    'deal',
    aDeal({
      id,
      title: id,
      stageId: 'stage-5',
      status: 'won',
      value: money(amount),
      wonAt: instant(days),
      closedAt: instant(days),
    }),
  );
/** What was won until now, and one that was expected long ago. */
const past = [
  won('won-0', 0, '44700'),
  won('won-1', -45, '160000'),
  creation(
    'deal',
    aDeal({ id: 'left', title: 'Left over', stageId: 'stage-1', value: money('8200'), expectedClose: day(-45) }),
  ),
];
const board = html`<deal-pipeline view="forecast" style="block-size: 100%"></deal-pipeline>`;
const counted = ['Months', 'No date', 'now', 'Best month of the past year: €160,000 in', '1 won:', '€44,700'];

/** Months from this one on, what is overdue from before, and what has no date; measured by the best month. */
export const Forecast = story({
  board,
  more: past,
  shows: [...counted, 'Overdue', 'Expected before, and still open.'],
});

/** The keyboard carries a card into another month. */
export const Carried = story({
  board,
  more: past,
  shows: [...counted, 'Moving Left over', 'period', 'put back'],
  play: async (hands) => {
    await press(hands, 'left', ' ');
    await hands.says('Moving');
    await press(hands, 'left', 'ArrowRight');
  },
});

/** Every period of a year, whether it is shown or not. */
export const MoveTo = story({
  board,
  more: past,
  shows: ['Move “Left over” to', 'No date', 'Won', 'Lost'],
  play: (hands) => press(hands, 'left', 'm'),
});

export const Quarters = story({
  board: html`<deal-pipeline view="forecast" period="quarter" style="block-size: 100%"></deal-pipeline>`,
  more: past,
  shows: ['Quarters', 'Q1', 'Q2', 'No date', 'No quarter of the past two years has a won deal to compare with.'],
});

/** Nothing was won yet. */
export const NoBest = story({ board, shows: ['No month of the past year has a won deal to compare with.'] });

export const Empty = story({ board, deals: [], shows: ['No deals yet', 'Add deal'] });

export const Failed = story({
  board,
  wrap: (adapter) => faultyAdapter(adapter, [{ on: 'read', kind: 'deal', fault: { reject: 'denied' } }]),
  shows: ['Deals could not be loaded', 'You are not allowed to see these deals.', 'Try again'],
});

export const Narrow = story({ board, more: past, width: 390, height: 780, shows: [...counted, 'Overdue'] });

export const RightToLeft = story({ board, more: past, dir: 'rtl', shows: [...counted, 'Overdue'] });

export const Turkish = story({
  board,
  more: past,
  lang: 'tr',
  shows: ['Aylar', 'Gecikmiş', 'Tarihsiz', 'şimdi', 'son bir yılın en iyi ayı', '1 kazanıldı:'],
});
