import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { RowWindow } from '../../src/shared/row-window.js';
import { VariableWindow } from '../../src/shared/variable-window.js';
import type { Stage } from './stage.js';
import { stage } from './stage.js';

let rows: RowWindow;
let data: { title: (index: number) => string };
let ranges: [number, number][];

async function list(count: number): Promise<Stage> {
  data = { title: (index) => `Lead ${index}` };
  ranges = [];
  return stage((host) => {
    rows = new RowWindow(host, {
      row: (index) => html`<div role="row" tabindex="-1" data-index=${index}>${data.title(index)}</div>`,
      onRange: (start, end) => ranges.push([start, end]),
    });
    rows.count = count;
    return () => html`<div class="win" role="grid" aria-label="Leads" ${ref(rows.scroller)}>${rows.render()}</div>`;
  });
}

const scroller = (host: Stage) => host.$('.win');

/** The rows that a person sees now, from the top, by what is painted where. */
function seen(host: Stage): string[] {
  const view = scroller(host).getBoundingClientRect();
  return host
    .$$('[role=row]')
    .filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > view.top + 1 && box.top < view.bottom - 1;
    })
    .map((row) => row.textContent);
}

/** Whether rows fill the view from its upper to its lower edge. */
function filled(host: Stage): boolean {
  const view = scroller(host).getBoundingClientRect();
  const boxes = host.$$('[role=row]').map((row) => row.getBoundingClientRect());
  const covered = (y: number) => boxes.some((box) => box.top <= y && box.bottom >= y);
  for (let y = view.top + 1; y < view.bottom; y += 10) if (!covered(y)) return false;
  return true;
}

async function scrollTo(host: Stage, top: number): Promise<void> {
  scroller(host).scrollTop = top;
  await nextFrame();
  await nextFrame();
}

describe('RowWindow', () => {
  it('draws only what is in sight, in order', async () => {
    const host = await list(100_000);
    expect(rows.rowHeight).to.be.above(20);
    expect(seen(host)[0]).to.equal('Lead 0');
    expect(host.$$('[role=row]').length).to.be.below(16);
    await scrollTo(host, 50_000 * rows.rowHeight);
    expect(seen(host)[0]).to.equal('Lead 50000');
    expect(filled(host)).to.equal(true);
    await scrollTo(host, 1e9);
    expect(seen(host).at(-1)).to.equal('Lead 99999');
  });

  it('is filled in every frame at 6,000 pixels a second', async () => {
    const host = await list(100_000);
    for (let frame = 1; frame <= 40; frame++) {
      scroller(host).scrollTop = frame * 100;
      await nextFrame();
      expect(filled(host), `frame ${frame}`).to.equal(true);
    }
  });

  it('leaves rows that stay alone, in both directions, and reads in order', async () => {
    const host = await list(1000);
    await scrollTo(host, 200 * rows.rowHeight);
    const moved: Node[] = [];
    const observer = new MutationObserver((records) => records.forEach((record) => moved.push(...record.removedNodes)));
    observer.observe(host.$('.win-rows'), { childList: true });
    for (const step of [1, 3, -2, -1, 5, -5]) {
      const before = new Map(host.$$('[role=row]').map((row) => [row.textContent, row]));
      moved.length = 0;
      scroller(host).scrollTop += step * rows.rowHeight;
      await waitUntil(() => rows.range[0] <= Math.floor(scroller(host).scrollTop / rows.rowHeight));
      await nextFrame();
      for (const row of host.$$('[role=row]')) {
        const was = before.get(row.textContent);
        if (was) expect(row === was, `${row.textContent} keeps its element`).to.equal(true);
        if (was) expect(moved.includes(was), `${row.textContent} is moved`).to.equal(false);
      }
      const order = host.$$('[role=row]').map((row) => Number(row.dataset['index']));
      expect(order).to.deep.equal([...order].sort((a, b) => a - b));
    }
    observer.disconnect();
  });

  it('keeps the pinned row and its focus, however far one scrolls', async () => {
    const host = await list(10_000);
    const row = rows.elementAt(3)!;
    // As the grid gives it: else WebKit brings the row into sight a frame later, after the list was scrolled.
    row.focus({ preventScroll: true });
    rows.pinned = 3;
    await scrollTo(host, 5000 * rows.rowHeight);
    expect(seen(host)[0]).to.equal('Lead 5000');
    expect(host.active === row).to.equal(true);
    expect(row.textContent).to.equal('Lead 3');
    await scrollTo(host, 0);
    expect(host.active === row).to.equal(true);
    expect(seen(host).filter((title) => title === 'Lead 3')).to.have.length(1);
  });

  it('brings a row into sight, and moves nothing that is in sight', async () => {
    const host = await list(10_000);
    rows.scrollTo(7000);
    expect(seen(host)).to.include('Lead 7000');
    const top = scroller(host).scrollTop;
    rows.scrollTo(7000);
    rows.scrollTo(6999);
    expect(scroller(host).scrollTop).to.equal(top);
    rows.scrollTo(0);
    expect(seen(host)[0]).to.equal('Lead 0');
  });

  it('reaches every one of a million rows, and steps pixel by pixel there', async () => {
    const host = await list(1_000_000);
    expect(host.$('.win-space').offsetHeight).to.be.below(17_000_000);
    rows.scrollTo(777_777, 'start');
    await nextFrame();
    expect(seen(host)[0]).to.equal('Lead 777777');
    const first = rows.elementAt(777_777)!;
    const top = first.getBoundingClientRect().top;
    scroller(host).scrollTop += 30;
    await waitUntil(() => Math.abs(first.getBoundingClientRect().top - (top - 30)) < 1);
    expect(filled(host)).to.equal(true);
    rows.scrollTo(999_999);
    await nextFrame();
    expect(seen(host).at(-1)).to.equal('Lead 999999');
    await scrollTo(host, 0);
    expect(seen(host)[0]).to.equal('Lead 0');
  });

  it('does not end early where small steps lead to the top of a very long list', async () => {
    const host = await list(1_000_000);
    // About 600 rows from the top, reached by a jump: the bar has less way than the list.
    rows.scrollTo(600, 'start');
    const height = rows.rowHeight;
    for (let step = 0; step < 700 && seen(host)[0] !== 'Lead 0'; step++) {
      scroller(host).scrollTop -= height;
      await nextFrame();
      expect(filled(host)).to.equal(true);
    }
    await scrollTo(host, 0);
    expect(rows.elementAt(0)!.getBoundingClientRect().top).to.equal(scroller(host).getBoundingClientRect().top);
  }).timeout(30_000);

  it('follows the data: other words, fewer rows, none', async () => {
    const host = await list(500);
    await scrollTo(host, 400 * rows.rowHeight);
    data.title = (index) => `Deal ${index}`;
    rows.update();
    expect(seen(host)[0]).to.equal('Deal 400');
    rows.count = 20;
    host.requestUpdate();
    await host.updateComplete;
    await nextFrame();
    expect(seen(host).at(-1)).to.equal('Deal 19');
    rows.count = 0;
    host.requestUpdate();
    await host.updateComplete;
    expect(host.$$('[role=row]')).to.have.length(0);
  });

  it('says which rows are drawn', async () => {
    const host = await list(1000);
    expect(ranges[0]![0]).to.equal(0);
    await scrollTo(host, 500 * rows.rowHeight);
    const [start, end] = ranges.at(-1)!;
    expect(start).to.be.at.most(500);
    expect(end).to.be.above(505);
  });

  it('follows its size without an error of the page', async () => {
    const errors: string[] = [];
    const heard = (event: ErrorEvent) => errors.push(event.message);
    // Before the filter of the test page: nothing may get as far as the host's own handlers (R48).
    window.addEventListener('error', heard, { capture: true });
    const host = await list(1000);
    for (let height = 100; height <= 600; height += 50) {
      scroller(host).style.blockSize = `${height}px`;
      await nextFrame();
    }
    await waitUntil(() => filled(host));
    window.removeEventListener('error', heard, { capture: true });
    expect(errors).to.deep.equal([]);
    expect(seen(host).length).to.be.at.least(12);
  });

  it('is drawn when a hidden element comes to light, and again after a move in the page', async () => {
    const host = await list(1000);
    host.hidden = true;
    await nextFrame();
    host.hidden = false;
    await waitUntil(() => filled(host));
    const other = document.createElement('div');
    host.parentElement!.append(other);
    other.append(host);
    await waitUntil(() => filled(host));
    await scrollTo(host, 3000);
    expect(filled(host)).to.equal(true);
  });
});

describe('VariableWindow', () => {
  const heights = { tall: 120, short: 60 };
  const kindOf = (index: number): keyof typeof heights => (index % 3 === 0 ? 'tall' : 'short');

  it('places cards of different heights one below the other, from a guess', async () => {
    let column!: VariableWindow;
    const host = await stage((self) => {
      column = new VariableWindow(self, {
        kindOf,
        estimate: 90,
        gap: 8,
        role: 'list',
        row: (index) =>
          html`<article role="listitem" data-index=${index} ${ref((card) => card && ((card as HTMLElement).style.blockSize = `${heights[kindOf(index)]}px`))}>Card ${index}</article>`,
      });
      column.count = 3000;
      return () => html`<div class="win win--cards" ${ref(column.scroller)}>${column.render()}</div>`;
    });
    const check = (first: number) => {
      const cards = host.$$('article');
      const view = scroller(host).getBoundingClientRect();
      expect(
        cards.some(
          (card) => Number(card.dataset['index']) === first && card.getBoundingClientRect().top >= view.top - 1,
        ),
      ).to.equal(true);
      for (let at = 1; at < cards.length; at++) {
        const gap = cards[at]!.getBoundingClientRect().top - cards[at - 1]!.getBoundingClientRect().bottom;
        expect(Math.abs(gap - 8)).to.be.below(1);
      }
      expect(cards.at(-1)!.getBoundingClientRect().bottom).to.be.at.least(view.bottom - 8);
    };
    check(0);
    expect(host.$('.win-space').offsetHeight).to.equal(1000 * (128 + 68 + 68));
    column.scrollTo(1500, 'start');
    await nextFrame();
    check(1500);
  });

  it('measures what stands there now, where a place is asked for before the element is drawn again', async () => {
    let kind: keyof typeof heights = 'short';
    let column!: VariableWindow;
    const host = await stage((self) => {
      column = new VariableWindow(self, {
        kindOf: () => kind,
        estimate: 40,
        role: 'list',
        row: (index) =>
          html`<article role="listitem" data-index=${index} ${ref((card) => card && ((card as HTMLElement).style.blockSize = `${heights[kind]}px`))}>Card ${index}</article>`,
      });
      column.count = 500;
      return () => html`<div class="win win--cards" ${ref(column.scroller)}>${column.render()}</div>`;
    });
    expect(host.$('.win-space').offsetHeight).to.equal(500 * 60);
    kind = 'tall';
    column.scrollTo(300, 'start');
    expect(host.$('.win-space').offsetHeight).to.equal(500 * 120);
    const shown = host.$('[data-index="300"]').getBoundingClientRect().top;
    expect(shown - scroller(host).getBoundingClientRect().top, 'it stands at the top').to.be.within(-1, 1);
  });
});
