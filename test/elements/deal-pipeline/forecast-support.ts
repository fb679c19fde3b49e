/** What the tests of the forecast share. */
import { waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { Change } from '../../../src/domain/change.js';
import type { Deal } from '../../../src/domain/records.js';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { aDeal, creation, money } from '../../../src/testing/fixtures.js';
import { chord, middle } from '../../support/commands.js';
import { all, card, deal, one, settled, stand, text } from './support.js';
import type { Stand, StandOptions } from './support.js';

/* It is Monday, 23 November 2026. */

export const november = 'month 2026-11-01';
export const december = 'month 2026-12-01';

export function won(id: string, wonAt: string, value: Deal['value']): Change {
  return creation('deal', aDeal({ id, title: id, stageId: 'stage-3', status: 'won', value, wonAt, closedAt: wonAt }));
}

export const expected: readonly Change[] = [
  ...deal({ id: 'd1', title: 'Roof', stageId: 'stage-0', value: money('1000'), expectedClose: '2026-11-30' }),
  ...deal({
    id: 'd2',
    title: 'Pump',
    stageId: 'stage-1',
    value: money('500'),
    expectedClose: '2026-12-05',
    probability: 50,
  }),
  ...deal({ id: 'd3', title: 'Depot', stageId: 'stage-1', value: money('70', 'TRY'), expectedClose: null }),
  ...deal({ id: 'd4', title: 'Left over', stageId: 'stage-2', value: money('20'), expectedClose: '2026-10-15' }),
  ...deal({ id: 'd5', title: 'Far', stageId: 'stage-0', value: money('9'), expectedClose: '2027-08-01' }),
  // In Istanbul the last minutes of October are November.
  won('w1', '2026-10-31T23:30:00.000Z', money('300')),
  won('w2', '2026-09-10T10:00:00.000Z', money('2000')),
];

export async function forecast(options: StandOptions = {}, deals = expected): Promise<Stand> {
  const at = await stand(deals, options);
  at.el.view = 'forecast';
  await waitUntil(() => all(at.el, '.stage .count .skel').length === 0 && all(at.el, '.fc-bar').length === 1);
  await settled(at.el);
  return at;
}

export const lane = (el: DealPipeline, id: string): HTMLElement => one(el, `.stage[data-stage="${id}"]`);
export const names = (el: DealPipeline): string[] => all(el, '[data-stage-head]').map(text);
export const ids = (el: DealPipeline, id: string): string[] =>
  [...lane(el, id).querySelectorAll<HTMLElement>('.card[data-id]:not(.drag-ghost)')].map((each) => each.dataset['id']!);
export const head = (el: DealPipeline, id: string): string => text(lane(el, id).querySelector('.stage-head')!);

export async function hold(el: DealPipeline, id: string, over: string): Promise<void> {
  const [x, y] = middle(card(el, id));
  await sendMouse({ type: 'move', position: [x, y] });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [x + 12, y + 6] });
  await sendMouse({ type: 'move', position: middle(lane(el, over).querySelector('.cards')!) });
  await waitUntil(() => all(el, '.drag-ghost').length === 1, 'the card is held');
  await settled(el);
}

/** Moves the card at once. */
export async function alt(el: DealPipeline): Promise<void> {
  await chord('Alt+ArrowRight');
  await settled(el);
}
