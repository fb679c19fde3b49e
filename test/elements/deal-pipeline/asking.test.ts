import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { all, card, count, one, settled, stand, sums } from './support.js';

const shown = (el: DealPipeline): string =>
  all(el, '.card[data-id]')
    .map(({ dataset }) => dataset['id'])
    .sort()
    .join();

/** Grey shapes in place of numbers that were put into the page from here on. */
function watchGrey(el: DealPipeline): { readonly seen: number; readonly stop: () => void } {
  const grey = '.skel, .room';
  const watch = { seen: 0, stop: () => observer.disconnect() };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof Element && (node.matches(grey) || node.querySelector(grey))) watch.seen++;
  });
  observer.observe(el.shadowRoot!, { childList: true, subtree: true });
  return watch;
}

describe('<deal-pipeline> while somebody types', () => {
  it('goes from one answer to the next, nothing is drawn as pending between', async () => {
    const { el } = await stand();
    await settled(el);
    const before = shown(el);
    const grey = watchGrey(el);
    one(el, 'input[type=search]').focus();
    await sendKeys({ type: 'izmir' });
    await waitUntil(() => shown(el) === 'd3', 'what was typed is found');
    await waitUntil(() => count(el, 0) === '1');
    expect(sums(el, 0)).to.not.contain('€');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => shown(el) === before, 'all of them are back');
    await settled(el);
    grey.stop();
    expect(grey.seen).to.equal(0);
  });

  it('shows numbers as pending where the storage takes longer than a frame, and then what it says', async () => {
    let answer = (): void => undefined;
    const held: { now?: Promise<void> } = {};
    const { el } = await stand(undefined, {
      wrap: (adapter) => {
        const inner = adapter.summarize!.bind(adapter);
        return Object.assign(adapter, {
          summarize: async (...asked: Parameters<typeof inner>) => {
            await held.now;
            return inner(...asked);
          },
        });
      },
    });
    await waitUntil(() => count(el, 0) !== '' && all(el, '.stage .count .skel').length === 0, 'all is known');
    held.now = new Promise<void>((resolve) => (answer = resolve));
    one(el, 'input[type=search]').focus();
    await sendKeys({ type: 'izmir' });
    await waitUntil(() => shown(el) === 'd3', 'cards do not wait for sums');
    expect(all(el, '.stage .count .skel').length, 'what is not known is not said').to.be.greaterThan(0);
    answer();
    await waitUntil(() => all(el, '.stage .count .skel').length === 0, 'it is known now');
    expect(count(el, 0)).to.equal('1');
    expect(card(el, 'd3').isConnected).to.equal(true);
  });
});
