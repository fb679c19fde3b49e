import type { Meta } from '@storybook/web-components-vite';
import { press, story } from './support/board.js';
import type { Hands } from './support/hands.js';

/** Several cards at once. */
const meta: Meta = { title: 'deal-pipeline/chosen', component: 'deal-pipeline' };
export default meta;

async function choose(hands: Hands, ...ids: string[]): Promise<void> {
  for (const id of ids) {
    await press(hands, id, 'x');
    await hands.find(`.card.is-chosen[data-id="${id}"]`);
  }
}

/** Several cards, and what can be done with all of them. */
export const Chosen = story({
  shows: ['3 selected', '€4,900', '£18,900', '¥12,400,000', 'Move to', 'Owner', 'Label', 'Delete'],
  play: (hands) => choose(hands, 'deal-4', 'deal-5', 'deal-7'),
});

/** On a narrow screen what the bar has no room for is in its menu. */
export const NarrowChosen = story({
  width: 390,
  shows: ['2 selected', 'Move to', 'Won', 'Lost'],
  play: (hands) => choose(hands, 'deal-0', 'deal-1'),
});

/** The stage asks for what some of them lack; the others can go without. */
export const AnswersOfSeveral = story({
  required: ['expectedClose'],
  shows: ['Contract out asks for more', '2 of 3 deals need more answers.', 'Move the others', 'Move 3 deals'],
  play: async (hands) => {
    await choose(hands, 'deal-4', 'deal-8', 'deal-7');
    await press(hands, 'deal-7', 'm');
    await hands.click('.menu [data-id=stage-5]');
  },
});
