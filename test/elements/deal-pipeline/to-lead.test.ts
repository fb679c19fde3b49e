/** From the board back to the leads. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { aPipeline, aStage, creation } from '../../../src/testing/fixtures.js';
import { middle, orSkip, touch } from '../../support/commands.js';
import {
  all,
  card,
  cards,
  click,
  deal,
  focusCard,
  focusedId,
  one,
  press,
  settled,
  stand,
  text,
  toast,
} from './support.js';

const menuItem = (el: Parameters<typeof one>[0], name: string): HTMLElement | undefined =>
  [...el.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]')].find((item) => text(item).startsWith(name));

describe('<deal-pipeline> back to the leads', () => {
  it('by the menu of a card: told first, gone from the board, in the inbox, and back by Z', async () => {
    const { el, store } = await stand();
    const before = cards(el, 0);
    await focusCard(el, 'd2');
    await press(el, 'm');
    await waitUntil(() => menuItem(el, 'Back to leads') !== undefined);
    await press(el, 'ArrowUp');
    await waitUntil(() => el.shadowRoot!.activeElement === menuItem(el, 'Back to leads'), 'it is the last one');
    await press(el, 'Enter');
    await waitUntil(() => el.shadowRoot!.querySelector('.to-lead') !== null);
    expect(text(one(el, 'dialog[open]')))
      .to.contain('Heat pump')
      .and.to.contain('Goes along');
    await press(el, 'Enter');
    await waitUntil(() => !cards(el, 0).includes('d2'), 'it has left the board');
    await waitUntil(() => toast(el).includes('1 deal back in the inbox'));
    await waitUntil(() => focusedId(el) === 'd3', 'the card that took its place has the focus');
    const page = { offset: 0, limit: 5 };
    const [lead] = (await store.read({ kind: 'lead', window: page })).records;
    expect([lead?.title, lead?.sourceDealId]).to.deep.equal(['Heat pump', 'd2']);
    await press(el, 'z');
    await waitUntil(() => cards(el, 0).join() === before.join(), 'it stands where it stood');
    expect((await store.read({ kind: 'lead', window: page })).records).to.have.length(0);
  });

  it('stays where Escape is pressed', async () => {
    const { el, store } = await stand();
    const before = cards(el, 0);
    await focusCard(el, 'd2');
    await press(el, 'm');
    await waitUntil(() => menuItem(el, 'Back to leads') !== undefined);
    await press(el, 'ArrowUp', 'Enter');
    await waitUntil(() => el.shadowRoot!.querySelector('.to-lead') !== null);
    await press(el, 'Escape');
    await waitUntil(() => focusedId(el) === 'd2', 'the focus is back on the card');
    expect(cards(el, 0)).to.deep.equal(before);
    expect((await store.read({ kind: 'lead', window: { offset: 0, limit: 5 } })).records).to.have.length(0);
  });
});

describe('<deal-pipeline> back to the leads by the Move zone', () => {
  afterEach(() => resetMouse());

  /** Takes a card to the zone by mouse. */
  async function toZone(el: DealPipeline, id: string): Promise<void> {
    const [x, y] = middle(card(el, id));
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x + 12, y + 6] });
    await settled(el);
    await sendMouse({ type: 'move', position: middle(one(el, '[data-zone=move]')) });
    await waitUntil(() => one(el, '[data-zone=move]').matches('[data-over]'));
  }

  it('by mouse: at once where there is no other pipeline; put back by Escape', async () => {
    const { el, store } = await stand();
    const before = cards(el, 0);
    await toZone(el, 'd2');
    expect(text(one(el, '[data-zone=move]'))).to.contain('back to the leads');
    await sendMouse({ type: 'up' });
    await waitUntil(() => el.shadowRoot!.querySelector('.to-lead') !== null);
    await press(el, 'Escape');
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') === null);
    expect(cards(el, 0)).to.deep.equal(before);
    expect(all(el, '[data-gone], .drag-ghost, .dock:not([hidden])')).to.have.length(0);
    await toZone(el, 'd2');
    await sendMouse({ type: 'up' });
    await waitUntil(() => el.shadowRoot!.querySelector('.to-lead') !== null);
    await press(el, 'Enter');
    await waitUntil(() => !cards(el, 0).includes('d2'), 'it has left the board');
    await waitUntil(() => toast(el).includes('1 deal back in the inbox'));
    expect((await store.read({ kind: 'lead', window: { offset: 0, limit: 5 } })).records).to.have.length(1);
  });

  it('several at once, from a menu where there are other pipelines', async () => {
    const { el, store } = await stand(undefined, {
      changes: [
        creation('pipeline', aPipeline({ id: 'pipeline-2', name: 'Renewals', rank: 'b0' })),
        creation('stage', aStage({ id: 'other-0', pipelineId: 'pipeline-2', name: 'Due', rank: 'a0' })),
      ],
    });
    for (const id of ['d1', 'd3']) {
      await focusCard(el, id);
      await press(el, 'x');
    }
    await toZone(el, 'd3');
    expect(text(one(el, '[data-zone=move]'))).to.contain('to another pipeline, or back to the leads');
    await sendMouse({ type: 'up' });
    await waitUntil(() => menuItem(el, 'Back to leads') !== undefined);
    expect(all(el, '.menu [data-id=other-0]'), 'and the other pipeline').to.have.length(1);
    await click(menuItem(el, 'Back to leads')!);
    await waitUntil(() => el.shadowRoot!.querySelector('.to-lead') !== null);
    await press(el, 'Enter');
    await waitUntil(() => cards(el, 0).join() === 'd2');
    await waitUntil(() => toast(el).includes('2 deals back in the inbox'));
    expect((await store.read({ kind: 'lead', window: { offset: 0, limit: 5 } })).records).to.have.length(2);
  });

  it('by finger', async function () {
    const { el } = await stand();
    const [x, y] = middle(card(el, 'd2'));
    await orSkip(this, () => touch({ type: 'start', x, y }, { type: 'hold', ms: 400 }, { type: 'move', x, y: y + 4 }));
    await waitUntil(() => all(el, '.dock:not([hidden])').length === 1);
    const [zx, zy] = middle(one(el, '[data-zone=move]'));
    await touch({ type: 'move', x: zx, y: zy });
    await waitUntil(() => one(el, '[data-zone=move]').matches('[data-over]'));
    await touch({ type: 'end' });
    await waitUntil(() => el.shadowRoot!.querySelector('.to-lead') !== null);
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => !cards(el, 0).includes('d2'), 'it has left the board');
  });

  it('is refused with its reason where it may not be', async () => {
    const { el } = await stand(undefined, { can: (name) => (name === 'deals-convert' ? 'Ask Ada.' : true) });
    const before = cards(el, 0);
    await toZone(el, 'd2');
    await sendMouse({ type: 'up' });
    await waitUntil(() => toast(el).includes('Ask Ada.'));
    expect(cards(el, 0)).to.deep.equal(before);
  });
});

describe('<deal-pipeline> a hundred and more back to the leads', () => {
  afterEach(() => resetMouse());

  it('shows how far it is; Stop keeps what has been moved, and one undo brings it all back', async function () {
    this.timeout(60_000);
    const count = 350;
    const many = Array.from({ length: count }, (_, at) =>
      deal({ id: `d${at}`, title: `Deal ${at}`, stageId: 'stage-0' }),
    );
    const waiting: (() => void)[] = [];
    let gated = false;
    const { el, store } = await stand(many.flat(), {
      wrap: (adapter) => {
        const inner = adapter.commit.bind(adapter);
        adapter.commit = async (changes, options) => {
          // Each waits until it is let through.
          if (gated) await new Promise<void>((resolve) => waiting.push(resolve));
          return inner(changes, options);
        };
        return adapter;
      },
    });
    await focusCard(el, cards(el, 0)[0]!);
    await press(el, 'x');
    await press(el, 'End');
    await waitUntil(() => focusedId(el) === `d${count - 1}`);
    await sendKeys({ down: 'Shift' });
    await click(card(el, `d${count - 1}`));
    await sendKeys({ up: 'Shift' });
    await waitUntil(() => all(el, '.bulk b').map(text).join() === `${count} selected`, 'all between them');
    await click(one(el, '[data-bulk=move]'));
    await waitUntil(() => menuItem(el, 'Back to leads') !== undefined);
    await click(menuItem(el, 'Back to leads')!);
    await waitUntil(() => el.shadowRoot!.querySelector('.to-lead') !== null);
    expect(text(one(el, 'dialog[open]'))).to.contain('Move 350 deals back to the leads?');
    expect(text(one(el, 'dialog[open] [type=submit]'))).to.equal('Convert to leads');
    gated = true;
    await press(el, 'Enter');
    await waitUntil(() => waiting.length === 2, 'two hundred are on their way');
    const bar = one(el, 'dialog[open] [role=progressbar]');
    expect([bar.ariaValueNow, bar.ariaValueMax]).to.deep.equal(['0', '350']);
    waiting.shift()!();
    await waitUntil(() => text(one(el, 'dialog[open]')).includes('100 of 350'));
    await waitUntil(() => waiting.length === 2, 'the third hundred are on their way');
    await click(one(el, '[data-stop]'));
    expect(text(one(el, '[data-stop]'))).to.equal('Stopping');
    gated = false;
    for (const go of waiting.splice(0)) go();
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') === null);
    await waitUntil(() => toast(el).includes('300 deals back in the inbox'));
    expect(await store.ids({ kind: 'lead' }), 'what has been moved stays').to.have.length(300);
    expect(text(one(el, '.bulk b')), 'the others are chosen still').to.equal('50 selected');
    await click(one(el, '.toast [data-undo], .toast button'));
    await waitUntil(async () => (await store.ids({ kind: 'deal' })).length === count, 'one undo');
    expect(await store.ids({ kind: 'lead' })).to.have.length(0);
  });
});
