/** What a screen reader says while a card is moved by key, from the first word to the last. */
import { expect, waitUntil } from '@open-wc/testing';
import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { cards, focusCard, one, press, settled, stand } from './support.js';

describe('<deal-pipeline> as a screen reader says it', () => {
  afterEach(() => virtual.stop());

  /** What was said since the last time, in order. */
  let read = 0;
  async function heard(expected: string): Promise<string[]> {
    let log: string[] = [];
    await waitUntil(async () => {
      log = (await virtual.spokenPhraseLog()).slice(read);
      return log.some((phrase) => phrase.includes(expected));
    }, expected);
    read = (await virtual.spokenPhraseLog()).length;
    return log;
  }

  async function listen(el: DealPipeline): Promise<void> {
    read = 0;
    // It does not look into shadow roots by itself: it is put inside.
    await virtual.start({ container: one(el, '.pipe'), displayCursor: false });
    await settled(el);
  }

  it('a move by key: the card, each step, where it stands, the drop', async () => {
    const { el } = await stand();
    await listen(el);
    await focusCard(el, 'd2');
    const card = (await heard('Heat pump')).join(' | ');
    expect(card, 'the card, with what it shows').to.contain('button, Heat pump').and.to.contain('€300.50');
    await press(el, ' ');
    expect(await heard('lifted')).to.include(
      'polite: Heat pump lifted. 2 of 3 in Qualified. Arrows move it, Space drops it, Escape puts it back.',
    );
    await press(el, 'ArrowRight');
    expect(await heard('Contact made')).to.include('polite: 1 of 1 in Contact made');
    await press(el, 'ArrowRight');
    expect(await heard('Proposal sent')).to.include('polite: 2 of 3 in Proposal sent');
    await press(el, ' ');
    const dropped = (await heard('Heat pump: 2 of 3 in Proposal sent')).filter((phrase) => phrase.startsWith('polite'));
    expect(dropped).to.deep.equal(['polite: Heat pump: 2 of 3 in Proposal sent']);
    await waitUntil(() => cards(el, 2).includes('d2'));
  });

  it('a move that is put back says so, and nothing else', async () => {
    const { el } = await stand();
    await focusCard(el, 'd2');
    await listen(el);
    await press(el, ' ');
    await heard('lifted');
    await press(el, 'ArrowRight');
    await heard('Contact made');
    await press(el, 'Escape');
    const back = (await heard('put back')).filter((phrase) => phrase.startsWith('polite'));
    expect(back).to.deep.equal(['polite: Heat pump was put back.']);
  });
});
