import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { press, story } from './support/board.js';
import type { Hands } from './support/hands.js';

/** What cards show, and cards in the hand of a mouse. */
const meta: Meta = { title: 'deal-pipeline/fields', component: 'deal-pipeline' };
export default meta;

const fields = ['organizationName', 'probability', 'weighted', 'stageChangedAt', 'createdAt', 'value', 'nextActivity'];
const own = html`<deal-pipeline style="block-size: 100%" .fields=${fields}></deal-pipeline>`;
const panel = async (hands: Hands): Promise<void> => {
  await hands.click('[data-more]');
  await hands.click('.menu [data-id=fields]');
  await hands.find('.card-fields');
};

/** Which fields, in which order. */
export const FieldsPanel = story({
  shows: ['Card fields', '7 of at most 7 are shown.', 'Chance', 'Reset card fields'],
  play: panel,
});

/** Cards with fields of one's own. */
export const OwnFields = story({
  board: own,
  shows: ['Chance', 'Weighted', 'In this stage'],
});

/** The same on a phone, with the panel. */
export const NarrowFields = story({ width: 390, board: own, shows: ['Card fields'], play: panel });

/** Two cards on their way to the zone from which they go back to the leads. */
export const Dragging = story({
  shows: ['Move', 'back to the leads', 'Won', 'Lost', 'Delete'],
  play: async (hands) => {
    for (const id of ['deal-4', 'deal-5']) {
      await press(hands, id, 'x');
      await hands.find(`.card.is-chosen[data-id="${id}"]`);
    }
    const card = await hands.find('.card[data-id="deal-5"]');
    const { x, y } = card.getBoundingClientRect();
    const at = (type: string, clientX: number, clientY: number): PointerEvent =>
      new PointerEvent(type, { pointerId: 1, isPrimary: true, clientX, clientY, bubbles: true, composed: true });
    card.dispatchEvent(at('pointerdown', x + 20, y + 60));
    window.dispatchEvent(at('pointermove', x + 40, y + 66));
    const zone = (await hands.find('.zone[data-zone=move]')).getBoundingClientRect();
    window.dispatchEvent(at('pointermove', zone.x + zone.width / 2, zone.y + zone.height / 2));
    await hands.find('.zone[data-over]');
  },
});
