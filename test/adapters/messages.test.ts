import { expect } from '@open-wc/testing';
import { Tabs } from '../../src/adapters/indexeddb/tabs.js';
import type { Change } from '../../src/domain/change.js';
import { testClock } from '../../src/testing/clock.js';
import { aLead, creation } from '../../src/testing/fixtures.js';

/** A channel whose messages arrive when the test says so. */
const silent = (): BroadcastChannel =>
  ({ postMessage: () => undefined, close: () => undefined, onmessage: null }) as unknown as BroadcastChannel;

describe('messages of other tabs', () => {
  const change = (id: string): readonly Change[] => [creation('lead', aLead({ id }))];
  function tabs(counter: number | null = 10) {
    const clock = testClock();
    const told: string[] = [];
    const channel = silent();
    const one = new Tabs({
      name: 'x',
      clock,
      channel: () => channel,
      stored: () => Promise.resolve(undefined),
      tell: (heard) => told.push(heard === 'resync' ? 'resync' : heard.map((one) => one.id).join()),
    });
    one.open();
    if (counter !== null) one.found(counter);
    const say = (revision: unknown, changes: unknown): void => {
      channel.onmessage?.(new MessageEvent('message', { data: { revision, changes } }));
    };
    return { one, clock, told, say };
  }

  it('are told once, in the order of their commits', async () => {
    const { told, say, clock } = tabs();
    say(12, change('b'));
    say(11, change('a'));
    say(11, change('a'));
    say(9, change('old'));
    await clock.advance(10_000);
    expect(told).to.deep.equal(['a', 'b']);
  });

  it('that never come are made up for by `resync`', async () => {
    const { told, say, clock } = tabs();
    say(12, change('b'));
    expect(told).to.deep.equal([]);
    await clock.advance(1_000);
    expect(told).to.deep.equal(['resync']);
    say(13, change('c'));
    expect(told).to.deep.equal(['resync', 'c']);
  });

  it('and own commits count on together', async () => {
    const { one, told, say, clock } = tabs();
    one.committed(12, change('mine'));
    say(11, change('a'));
    say(13, change('c'));
    await clock.advance(10_000);
    expect(told).to.deep.equal(['a', 'c']);
  });

  it('that come while the counter is being read are told once it is known, unless it has counted them', async () => {
    const { one, told, say, clock } = tabs(null);
    say(9, change('before anybody reads'));
    one.expect();
    say(12, change('b'));
    say(10, change('counted'));
    say(11, change('a'));
    expect(told).to.deep.equal([]);
    one.found(10);
    say(13, change('c'));
    await clock.advance(10_000);
    expect(told).to.deep.equal(['a', 'b', 'c']);
  });

  it('that are malformed are passed over', async () => {
    const { told, say, clock } = tabs();
    for (const [revision, changes] of [
      ['11', []],
      [11, null],
      [11, 'what'],
      [undefined, undefined],
    ])
      say(revision, changes);
    await clock.advance(10_000);
    expect(told).to.deep.equal([]);
  });
});
