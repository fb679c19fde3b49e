import { expect, waitUntil } from '@open-wc/testing';
import { Code } from '../../src/shared/code.js';
import * as rowMoving from '../../src/shared/row-moving.js';
import type { RowWindowOptions } from '../../src/shared/row-window.js';
import type { Stage } from './stage.js';
import { data, filled, list, ranges, rows, scroller, scrollTo, seen } from './support/row-stage.js';

describe('RowWindow before what moves it has come', () => {
  /** Comes when it is told to, and counts how often it was asked for. */
  function later(): { moving: RowWindowOptions['moving']; asked: () => number; come: () => void } {
    let asked = 0;
    let come = (): void => undefined;
    const coming = new Promise<typeof rowMoving>((resolve) => (come = () => resolve(rowMoving)));
    const moving = new Code(() => {
      asked++;
      return coming;
    });
    return { moving, asked: () => asked, come };
  }
  const placesOf = (host: Stage): Map<HTMLElement, number> =>
    new Map(host.$$('[role=row]').map((row) => [row, row.getBoundingClientRect().top]));

  it('fills the view with the first rows, as tall as all of them together, and follows the data', async () => {
    const { moving, asked } = later();
    const host = await list(5000, moving);
    expect(filled(host)).to.equal(true);
    expect(seen(host)[0]).to.equal('Lead 0');
    expect(host.$$('[role=row]').length).to.be.below(16);
    expect(host.$('.win-space').offsetHeight).to.equal(5000 * rows.probe!.offsetHeight);
    expect(ranges).to.deep.equal([[0, host.$$('[role=row]').length]]);
    data.title = (index) => `Deal ${index}`;
    rows.count = 3;
    host.requestUpdate();
    await host.updateComplete;
    expect(host.$$('[role=row]').map((row) => row.textContent)).to.deep.equal(['Deal 0', 'Deal 1', 'Deal 2']);
    expect(asked()).to.equal(0);
  });

  it('is taken over with every row as it is, where it is', async () => {
    const { moving } = later();
    const host = await list(5000, moving);
    const before = placesOf(host);
    const changed: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changed.push(...records));
    observer.observe(host.$('.win-rows'), { childList: true, characterData: true, subtree: true });
    moving.give(rowMoving);
    host.requestUpdate();
    await host.updateComplete;
    const after = placesOf(host);
    for (const [row, top] of before) expect(after.get(row), row.textContent).to.equal(top);
    expect([...observer.takeRecords(), ...changed].flatMap(({ removedNodes }) => [...removedNodes])).to.deep.equal([]);
    await scrollTo(host, 400 * rows.probe!.offsetHeight);
    expect(seen(host)[0]).to.equal('Lead 400');
    expect(filled(host)).to.equal(true);
  });

  it('is fetched by the first step of a scroll, and shows then what was scrolled to', async () => {
    const { moving, asked, come } = later();
    const host = await list(5000, moving);
    await scrollTo(host, 700 * rows.probe!.offsetHeight);
    await waitUntil(() => asked() === 1);
    expect(scroller(host).scrollTop).to.equal(700 * rows.probe!.offsetHeight);
    come();
    await waitUntil(() => filled(host));
    expect(seen(host)[0]).to.equal('Lead 700');
    expect(scroller(host).scrollTop).to.equal(700 * rows.probe!.offsetHeight);
  });

  it('goes to a row that was asked for when it has come', async () => {
    const { moving, come } = later();
    const host = await list(5000, moving);
    rows.scrollTo(0, 'start');
    rows.scrollTo(900, 'start');
    come();
    await waitUntil(() => seen(host)[0] === 'Lead 900');
    expect(filled(host)).to.equal(true);
  });

  it('is tried again by the next step where it could not be fetched', async () => {
    let asked = 0;
    const moving = new Code(() => {
      asked++;
      return asked === 1 ? Promise.reject(new Error('no network')) : Promise.resolve(rowMoving);
    });
    const host = await list(5000, moving);
    await scrollTo(host, 100 * rows.probe!.offsetHeight);
    await waitUntil(() => asked === 1);
    await scrollTo(host, 200 * rows.probe!.offsetHeight);
    await waitUntil(() => filled(host) && seen(host)[0] === 'Lead 200');
  });
});
