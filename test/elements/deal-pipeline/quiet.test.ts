/** Deals that have gone quiet, on the board. */
import { expect, waitUntil } from '@open-wc/testing';
import { aNote, anActivity, aStage, creation, today } from '../../../src/testing/fixtures.js';
import { card, deal, settled, stage, stand, text } from './support.js';
import type { Stand, StandOptions } from './support.js';

const limits = (...days: (number | null)[]): NonNullable<StandOptions['changes']> =>
  days.map((rotDays, at) =>
    creation('stage', aStage({ id: `slow-${at}`, name: `Slow ${at}`, rank: `b${at}`, rotDays })),
  );
const at = (day: string, time = '12:00'): string => `${day}T${time}:00.000Z`;

/** Three deals in a stage that allows thirty days: quiet for 41 days, for 16, and for 3; one where nothing is ever quiet. */
function quietBoard(options: StandOptions = {}): Promise<Stand> {
  const on = (id: string, touchedAt: string, stageId = 'slow-0') =>
    deal({ id, stageId, title: `Deal ${id}`, createdAt: touchedAt, touchedAt });
  return stand(
    [
      ...on('d1', at('2026-10-13')),
      ...on('d2', at('2026-11-07')),
      ...on('d3', at('2026-11-20')),
      ...on('d4', at('2026-01-01'), 'stage-0'),
      ...on('d5', at('2026-11-07'), 'slow-1'),
    ],
    { changes: limits(30, 365), ...options },
  );
}
const rot = (el: Stand['el'], id: string): string | undefined => card(el, id).dataset['rot'];
const edge = (el: Stand['el'], id: string): CSSStyleDeclaration => getComputedStyle(card(el, id), '::before');

describe('<deal-pipeline> quiet deals', () => {
  it('says for how many days, with a dashed edge from half the limit and a solid one from all of it', async () => {
    const { el } = await quietBoard();
    expect(['d1', 'd2', 'd3', 'd4', 'd5'].map((id) => rot(el, id))).to.deep.equal([
      '2',
      '1',
      undefined,
      undefined,
      undefined,
    ]);
    expect(text(card(el, 'd1'))).to.contain('Quiet for 41 days');
    expect(text(card(el, 'd2'))).to.contain('Quiet for 16 days');
    expect(text(card(el, 'd3'))).not.to.contain('Quiet');
    expect(edge(el, 'd1').backgroundImage).to.equal('none');
    expect(edge(el, 'd2').backgroundImage).to.contain('repeating-linear-gradient');
    expect(edge(el, 'd3').content).to.be.oneOf(['none', 'normal', '']);
    const title = card(el, 'd1').querySelector('.title')!;
    const described = title
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => el.shadowRoot!.getElementById(id)?.textContent ?? '')
      .join(' ');
    expect(described).to.contain('Quiet for 41 days');
  });

  it('starts anew with a note, an activity that is done, an edit and a move, not with one that is planned or a place by hand', async () => {
    const { el, store } = await quietBoard({ order: 'rank' });
    await store.execute('activity-add', { on: { dealId: 'd1' }, type: 'call', subject: 'Call', due: today });
    await waitUntil(() => text(card(el, 'd1').querySelector('.act')!) !== null);
    await store.execute('deal-move', { ids: ['d1'], stageId: 'slow-0', before: null });
    await settled(el);
    expect(rot(el, 'd1'), 'planned, and put elsewhere in its stage').to.equal('2');
    await store.execute('note-add', { on: { dealId: 'd1' }, text: 'They are back' });
    await waitUntil(() => rot(el, 'd1') === undefined, 'a note');
    expect(text(card(el, 'd1'))).not.to.contain('Quiet');
    await store.execute('deal-edit', { id: 'd2', fields: { title: 'Renamed' } });
    await waitUntil(() => rot(el, 'd2') === undefined, 'an edit');
  });

  it('starts anew with what is done, and with a move to another stage', async () => {
    const done = [
      creation('activity', anActivity({ id: 'call', leadId: null, dealId: 'd1' })),
      creation('note', aNote({ id: 'old', leadId: null, dealId: 'd2', createdAt: at('2026-11-07') })),
    ];
    const { el, store } = await quietBoard({ changes: [...limits(30, 5), ...done] });
    expect([rot(el, 'd1'), rot(el, 'd5')]).to.deep.equal(['2', '2']);
    await store.execute('activity-done', { id: 'call', done: true });
    await waitUntil(() => rot(el, 'd1') === undefined, 'done');
    await store.execute('deal-move', { ids: ['d2'], stageId: 'slow-1' });
    await waitUntil(() => stage(el, 0) !== null && rot(el, 'd2') === undefined, 'moved');
  });

  it('follows the limit of its stage at once, and the day in the zone of the provider', async () => {
    const { el, store } = await quietBoard({ timeZone: 'Pacific/Kiritimati' });
    // There it is the 23rd at 23:30 already, and the deal was touched on the 14th.
    expect(text(card(el, 'd1'))).to.contain('Quiet for 40 days');
    await store.execute('pipeline-save', {
      id: 'pipeline-1',
      stages: [{ id: 'slow-0', rotDays: 60 }],
    });
    await waitUntil(() => rot(el, 'd1') === '1', 'half of the new limit');
    expect(rot(el, 'd2')).to.equal(undefined);
    await store.execute('pipeline-save', { id: 'pipeline-1', stages: [{ id: 'slow-0', rotDays: null }] });
    await waitUntil(() => rot(el, 'd1') === undefined, 'no limit');
  });

  it('changes at midnight without a reload', async () => {
    let now = Date.parse(`${today}T23:50:00Z`);
    const minutes: (() => void)[] = [];
    const { setInterval } = window;
    window.setInterval = ((call: () => void, ms: number) =>
      ms === 60_000 ? minutes.push(call) : setInterval(call, ms)) as typeof window.setInterval;
    try {
      const { el } = await quietBoard({
        changes: limits(42, 5),
        clock: {
          now: () => now,
          random: (n) => crypto.getRandomValues(new Uint8Array(n)),
          after: (ms, call) => {
            const timer = setTimeout(call, ms);
            return () => clearTimeout(timer);
          },
        },
      });
      expect([rot(el, 'd1'), text(card(el, 'd1')).includes('Quiet for 41 days')]).to.deep.equal(['1', true]);
      now += 11 * 60_000;
      for (const call of minutes) call();
      await waitUntil(() => rot(el, 'd1') === '2', 'the next day');
      expect(text(card(el, 'd1'))).to.contain('Quiet for 42 days');
    } finally {
      window.setInterval = setInterval;
    }
  });

  it('stands below the card above it, as tall as it is', async () => {
    const { el } = await quietBoard();
    const first = card(el, 'd2').getBoundingClientRect();
    const second = card(el, 'd1').getBoundingClientRect();
    const third = card(el, 'd3').getBoundingClientRect();
    const tops = [first, second, third].sort((a, b) => a.top - b.top);
    for (const [i, box] of tops.slice(1).entries()) expect(box.top - tops[i]!.bottom).to.be.closeTo(8, 1);
    expect(Math.max(first.height, second.height)).to.be.greaterThan(third.height);
  });
});
