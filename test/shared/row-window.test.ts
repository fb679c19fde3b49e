import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { margin } from '../../src/shared/row-window.js';
import { data, filled, list, ranges, rows, scroller, scrollTo, seen } from './support/row-stage.js';

describe('RowWindow', () => {
  it('draws only what is in sight, in order', async () => {
    const host = await list(100_000);
    expect(rows.moves!.rowHeight).to.be.above(20);
    expect(seen(host)[0]).to.equal('Lead 0');
    expect(host.$$('[role=row]').length).to.be.below(16);
    await scrollTo(host, 50_000 * rows.moves!.rowHeight);
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
    await scrollTo(host, 200 * rows.moves!.rowHeight);
    const moved: Node[] = [];
    const observer = new MutationObserver((records) => records.forEach((record) => moved.push(...record.removedNodes)));
    observer.observe(host.$('.win-rows'), { childList: true });
    /** The scrolling is over: as much is drawn before the rows in sight as behind them, in the order in which it is read. */
    const rest = (): Promise<void> =>
      waitUntil(() => {
        const order = host.$$('[role=row]').map((row) => Number(row.dataset['index']));
        const first = Math.floor(scroller(host).scrollTop / rows.moves!.rowHeight);
        const [start, end] = rows.range;
        return (
          start === first - margin && order.length === end - start && order.every((index, at) => index === start + at)
        );
      });
    await rest();
    for (const step of [1, 3, -2, -1, 5, -5]) {
      const before = new Map(host.$$('[role=row]').map((row) => [row.textContent, row]));
      moved.length = 0;
      scroller(host).scrollTop += step * rows.moves!.rowHeight;
      await waitUntil(() => rows.range[0] <= Math.floor(scroller(host).scrollTop / rows.moves!.rowHeight));
      await nextFrame();
      for (const row of host.$$('[role=row]')) {
        const was = before.get(row.textContent);
        if (was) expect(row === was, `${row.textContent} keeps its element`).to.equal(true);
        if (was) expect(moved.includes(was), `${row.textContent} is moved`).to.equal(false);
      }
      // In which order they are read aloud follows when the scrolling has come to rest.
      await rest();
      for (const row of host.$$('[role=row]')) {
        const was = before.get(row.textContent);
        if (was) expect(moved.includes(was), `${row.textContent} is moved at rest`).to.equal(false);
      }
    }
    observer.disconnect();
  });

  it('keeps the pinned row and its focus, however far one scrolls', async () => {
    const host = await list(10_000);
    const row = rows.elementAt(3)!;
    // As the grid gives it: else WebKit brings the row into sight a frame later, after the list was scrolled.
    row.focus({ preventScroll: true });
    rows.pinned = 3;
    await scrollTo(host, 5000 * rows.moves!.rowHeight);
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
    const height = rows.moves!.rowHeight;
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
    await scrollTo(host, 400 * rows.moves!.rowHeight);
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
    await scrollTo(host, 500 * rows.moves!.rowHeight);
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
    expect(new Set(seen(host)).size, 'each row once').to.equal(seen(host).length);
    expect(host.$$('[role=row]').length).to.be.below(16);
    await scrollTo(host, 3000);
    expect(filled(host)).to.equal(true);
  });
});
