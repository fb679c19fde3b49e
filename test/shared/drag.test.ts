import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import { Drag } from '../../src/shared/drag.js';
import { middle, orSkip, touch } from '../support/commands.js';
import type { Stage } from './stage.js';
import { stage } from './stage.js';

let drag: Drag<string>;
let log: string[];
let clicks: number;
let cards: string[];

async function board(): Promise<Stage> {
  log = [];
  clicks = 0;
  cards = ['a', 'b'];
  const host = await stage((self) => {
    drag = new Drag<string>(self, {
      grip: (event) => {
        const card = event
          .composedPath()
          .find((node): node is HTMLElement => node instanceof HTMLElement && node.matches('[data-card]'));
        return card ? { item: card.dataset['card']!, element: card } : null;
      },
      onLift: (item) => log.push(`lift ${item}`),
      onOver: (item, target) => {
        const stageName = target?.closest<HTMLElement>('[data-stage]')?.dataset['stage'] ?? '-';
        if (log.at(-1) !== `over ${item} ${stageName}`) log.push(`over ${item} ${stageName}`);
      },
      onDrop: (item, target) =>
        log.push(`drop ${item} ${target?.closest<HTMLElement>('[data-stage]')?.dataset['stage'] ?? '-'}`),
      onCancel: (item, why) => log.push(`cancel ${item} ${why}`),
      scrollers: () => [self.$('.scroll')],
      stillThere: (item) => cards.includes(item),
    });
    return () => html`<div class="scroll" @click=${() => clicks++}>
      <div class="row">
        <section data-stage="one" class="grow">${cards.map((id) => html`<article data-card=${id} class="menu">Card ${id}</article>`)}</section>
        <section data-stage="two" class="grow">Two</section>
      </div>
      <div class="tall"></div>
    </div>`;
  });
  host.$('.scroll').style.cssText = 'block-size: 240px; overflow: auto';
  host.$('.tall').style.blockSize = '2000px';
  for (const section of host.$$('section')) section.style.minBlockSize = '160px';
  return host;
}

/** Presses card a and drags it over stage two, without letting go. */
async function lift(host: Stage): Promise<void> {
  await sendMouse({ type: 'move', position: middle(host.$('[data-card=a]')) });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: middle(host.$('[data-stage=two]')) });
  await waitUntil(() => log.at(-1) === 'over a two');
}

/** Decides when the time is over in which a release brings a click. @returns what makes timers as they were */
function clickWait(begin: (over: () => void) => void): () => void {
  const timer = window.setTimeout;
  window.setTimeout = ((run: () => void, ms?: number) =>
    ms === 50 ? begin(run) : timer(run, ms)) as typeof setTimeout;
  return () => (window.setTimeout = timer);
}

const ghosts = (host: Stage) => host.$$('.drag-ghost').length;

describe('Drag', () => {
  afterEach(async () => {
    await resetMouse();
    drag.cancel('data');
  });

  it('selects no text along the way, also where something else had the focus before', async () => {
    const host = await board();
    const before = document.createElement('button');
    document.body.append(before);
    before.focus();
    const begun: Event[] = [];
    for (const at of [host, host.shadowRoot!]) at.addEventListener('selectstart', (event) => begun.push(event));
    await lift(host);
    const [x, y] = middle(host.$('[data-stage=two]'));
    for (const down of [4, 8, 12]) await sendMouse({ type: 'move', position: [x, y + down] });
    await sendMouse({ type: 'up' });
    expect(document.activeElement, 'the press took the focus').not.to.equal(before);
    expect(begun.filter(({ defaultPrevented }) => !defaultPrevented)).to.deep.equal([]);
    before.remove();
  });

  it('lifts by mouse, sees what is below, drops once, and clicks nothing', async () => {
    const host = await board();
    await lift(host);
    expect(log[0]).to.equal('lift a');
    expect(ghosts(host)).to.equal(1);
    expect(drag.item).to.equal('a');
    await sendMouse({ type: 'up' });
    expect(log.filter((line) => !line.startsWith('over'))).to.deep.equal(['lift a', 'drop a two']);
    expect(ghosts(host)).to.equal(0);
    expect(clicks).to.equal(0);
    expect(drag.item).to.equal(undefined);
  });

  it('leaves a press that does not move a click, and the next click after a drag alone', async () => {
    const host = await board();
    await sendMouse({ type: 'click', position: middle(host.$('[data-card=a]')) });
    expect(log).to.deep.equal([]);
    expect(clicks).to.equal(1);
    await lift(host);
    await sendMouse({ type: 'up' });
    await sendMouse({ type: 'click', position: middle(host.$('[data-card=b]')) });
    expect(clicks).to.equal(2);
  });

  it('leaves Enter right after a drop alone: it answers what the drop asks', async () => {
    const host = await board();
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<form><input aria-label="Value" /><button>Move</button></form>';
    let sent = 0;
    dialog.addEventListener('submit', (event) => (event.preventDefault(), sent++));
    host.parentElement!.append(dialog);
    await lift(host);
    // The click of the release is waited for as long as the test takes; none comes where the card has been drawn elsewhere.
    const restore = clickWait(() => undefined);
    const asks = (): void => {
      host.$('[data-card=a]').remove();
      dialog.showModal();
    };
    window.addEventListener('pointerup', asks, { once: true });
    await sendMouse({ type: 'up' });
    restore();
    await sendKeys({ press: 'Enter' });
    expect(sent).to.equal(1);
  });

  it('takes the release for no click where it was called off before, however late it comes', async () => {
    const host = await board();
    await lift(host);
    const restore = clickWait((over) => queueMicrotask(over));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => log.at(-1) === 'cancel a escape');
    restore();
    await sendMouse({ type: 'move', position: middle(host.$('[data-card=a]')) });
    await sendMouse({ type: 'up' });
    expect(clicks, 'back over the card, it opens nothing').to.equal(0);
    await sendMouse({ type: 'click', position: middle(host.$('[data-card=a]')) });
    expect(clicks).to.equal(1);
  });

  const interruptions: Record<string, { why: string; now: (host: Stage) => Promise<unknown> | void }> = {
    Escape: { why: 'escape', now: () => sendKeys({ press: 'Escape' }) },
    'a cancelled pointer': {
      why: 'pointercancel',
      now: () => void window.dispatchEvent(new PointerEvent('pointercancel', { pointerId: lastPointer })),
    },
    'lost capture': { why: 'capture', now: (host) => host.releasePointerCapture(lastPointer) },
    'a window that loses the focus': { why: 'blur', now: () => void window.dispatchEvent(new Event('blur')) },
    'its card leaving': {
      why: 'removed',
      now: async (host) => {
        host.$('[data-card=a]').remove();
        host.requestUpdate();
        await host.updateComplete;
      },
    },
    'data that change': {
      why: 'data',
      now: async (host) => {
        cards = ['b'];
        host.requestUpdate();
        await host.updateComplete;
      },
    },
    'the element leaving the page': { why: 'disconnected', now: (host) => host.remove() },
  };
  let lastPointer = 0;
  for (const [name, { why, now }] of Object.entries(interruptions)) {
    it(`is called off by ${name}, writes nothing, and the next drag works`, async () => {
      const host = await board();
      const home = host.parentElement!;
      host.addEventListener('pointerdown', (event) => (lastPointer = event.pointerId), { capture: true });
      await lift(host);
      // Capture begins with the event after the one that asked for it.
      const [x, y] = middle(host.$('[data-stage=two]'));
      await sendMouse({ type: 'move', position: [x + 2, y] });
      await now(host);
      // Lost capture is told with the next thing the pointer does.
      if (why === 'capture') await sendMouse({ type: 'move', position: [3, 3] });
      await waitUntil(() => log.at(-1) === `cancel a ${why}`, `got ${log.at(-1)}`);
      expect(ghosts(host)).to.equal(0);
      await sendMouse({ type: 'up' });
      expect(log.filter((line) => line.startsWith('drop'))).to.deep.equal([]);
      expect(log.filter((line) => line.startsWith('cancel'))).to.have.length(1);

      if (!host.isConnected) home.append(host);
      if (why === 'removed' || why === 'data') return;
      log = [];
      await lift(host);
      await sendMouse({ type: 'up' });
      expect(log.at(-1)).to.equal('drop a two');
    });
  }

  it('scrolls what it is held at the edge of', async () => {
    const host = await board();
    await lift(host);
    const box = host.$('.scroll').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(box.left + box.width / 2), Math.round(box.bottom - 4)] });
    await waitUntil(() => host.$('.scroll').scrollTop > 100);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => log.at(-1) === 'cancel a escape');
    const stopped = host.$('.scroll').scrollTop;
    await nextFrame();
    await nextFrame();
    expect(host.$('.scroll').scrollTop).to.equal(stopped);
  });

  it('lifts by a long press of a finger, and scrolls without one', async function () {
    const host = await board();
    const [x, y] = middle(host.$('[data-card=a]'));
    const [toX, toY] = middle(host.$('[data-stage=two]'));
    await orSkip(this, () =>
      touch(
        { type: 'start', x, y },
        { type: 'hold', ms: 450 },
        { type: 'move', x: x + 20, y },
        { type: 'move', x: toX, y: toY },
        { type: 'hold', ms: 60 },
        { type: 'end' },
      ),
    );
    await waitUntil(() => log.at(-1) === 'drop a two', `got ${log.join(', ')}`);
    log = [];
    await touch(
      { type: 'start', x, y },
      { type: 'move', x, y: y - 30 },
      { type: 'move', x, y: y - 60 },
      { type: 'end' },
    );
    expect(log).to.deep.equal([]);
  });
});
