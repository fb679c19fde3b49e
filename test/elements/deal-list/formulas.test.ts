import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { profileWith } from '../../../src/domain/profile.js';
import { aField, creation, edit, money } from '../../../src/testing/fixtures.js';
import { all, cell, click, heads, one, sortOf, stand, text, titles, waitUntil } from './support.js';
import type { Stand, StandOptions } from './support.js';

const changes = [
  creation('field', aField({ id: 'seats', name: 'Seats', type: 'number', rank: 'b1' })),
  creation(
    'field',
    aField({
      id: 'each',
      name: 'Each',
      type: 'formula',
      rank: 'b2',
      formula: '#{value} / #{custom.seats}',
      gives: 'money',
    }),
  ),
  edit('deal', 'roof', { 'custom.seats': [null, 10] }),
  edit('deal', 'pump', { 'custom.seats': [null, 1] }),
  edit('deal', 'partner', { 'custom.seats': [null, 4] }),
  edit('deal', 'won', { 'custom.seats': [null, 1] }),
];
const columns = ['title', 'value', 'custom.each'];
const there = (options: StandOptions = {}): Promise<Stand> =>
  stand(undefined, { changes, set: (el) => (el.columns = columns), ...options });
const head = (stood: Stand, name: string): HTMLElement =>
  all(stood.el, '.lrow--head [role=columnheader] button').find((one) => text(one) === name)!;

describe('<deal-list>: formula fields', () => {
  it('shows what each gives, and nothing where it is not calculated', async () => {
    const { el } = await there();
    expect(heads(el)).to.deep.equal(['Deal', 'Value', 'Each']);
    await waitUntil(() => cell(el, 'roof', 'Each') === '€100', 'the first one');
    expect(cell(el, 'pump', 'Each')).to.equal('€300.50');
    expect(cell(el, 'depot', 'Each')).to.equal('');
  });

  it('is sorted by them, and follows what is changed', async () => {
    const stood = await there();
    const { el, store } = stood;
    await click(head(stood, 'Each'));
    await waitUntil(() => titles(el).join() === 'Reseller,Roof,Heat pump,İzmir deposu', 'the least first, none last');
    expect(sortOf(el, 'Each')).to.equal('ascending');
    await store.execute('deal-edit', { id: 'roof', fields: { 'custom.seats': 1 } });
    await waitUntil(() => titles(el).join() === 'Reseller,Heat pump,Roof,İzmir deposu', 'the new place');
    await store.execute('field-edit', { id: 'each', formula: '#{custom.seats} * 2' });
    await waitUntil(() => cell(el, 'partner', 'Each') === '8', 'the new formula');
  });

  it('is narrowed by them from its first rows on', async () => {
    const { el } = await there({
      set: (one) => {
        one.columns = columns;
        one.filter = [{ field: 'custom.each', op: 'gte', value: money('100') }];
      },
    });
    expect(titles(el).sort()).to.deep.equal(['Heat pump', 'Roof']);
    const counts = (): string => all(el, '[data-segment]').map(text).join(' ');
    await waitUntil(() => counts() === 'Open 2 Won 1 Lost 0 All 3', 'and so are the other segments');
  });

  it('says at its foot what they come to, of how many, and goes on with what is changed', async () => {
    const twice = aField({
      id: 'twice',
      name: 'Twice',
      type: 'formula',
      rank: 'b3',
      formula: '#{custom.seats} * 2 + 0.125',
      gives: 'number',
    });
    const stood = await there({
      changes: [...changes, creation('field', twice)],
      set: (el) => (el.columns = [...columns, 'custom.twice']),
    });
    const { el, store } = stood;
    const sum = (id: string): string => text(one(el, `[data-formula-sum=${id}]`));
    const { records } = await store.read({
      kind: 'deal',
      where: { field: 'status', op: 'is', value: 'open' },
      window: { offset: 0, limit: 50 },
    });
    const gaps = records.length - 3;
    await waitUntil(() => sum('twice') === `Twice 30.375 ${gaps} not calculated`, 'exactly, and what is left out');
    await waitUntil(() => sum('each').includes('€450.50'), 'amounts of each currency');
    await store.execute('deal-edit', { id: 'roof', fields: { 'custom.seats': 11 } });
    await waitUntil(() => sum('twice') === `Twice 32.375 ${gaps} not calculated`, 'after an edit');
    await store.execute('deal-edit', { id: 'roof', fields: { 'custom.seats': null } });
    await waitUntil(() => sum('twice') === `Twice 10.25 ${gaps + 1} not calculated`, 'what is not calculated any more');
    const choose = async (id: string): Promise<void> => {
      el.shadowRoot!.querySelector<HTMLElement>(`.lrow[data-id=${id}] input[type=checkbox]`)!.focus();
      await sendKeys({ press: ' ' });
    };
    await choose('pump');
    await waitUntil(() => sum('twice') === 'Twice 2.125', 'of the chosen one');
    await choose('pump');
    await choose('roof');
    await waitUntil(() => sum('twice') === 'Twice 1 not calculated', 'no 0 of what is calculated nowhere');
    expect(sum('each')).to.equal('Each 1 not calculated');
  });

  it('counts those that match a filter by one anew when what it rests on is changed', async () => {
    const { el, store } = await there({
      set: (each) => {
        each.columns = columns;
        each.filter = [{ field: 'custom.each', op: 'gte', value: money('100') }];
      },
    });
    const total = (): string => text(one(el, '[data-total]'));
    await waitUntil(() => total() === '2 deals', 'two');
    await store.execute('deal-edit', { id: 'partner', fields: { 'custom.seats': 0.001 } });
    await waitUntil(() => total() === '3 deals' && titles(el).length === 3, 'one more');
    await store.execute('deal-edit', { id: 'roof', fields: { 'custom.seats': 1000 } });
    await waitUntil(() => total() === '2 deals' && titles(el).length === 2, 'one less');
  });

  it('says where the storage cannot sort by them', async () => {
    const wrap = (inner: CrmAdapter): CrmAdapter =>
      new Proxy(inner, {
        get: (target, name) => {
          if (name === 'abilities') return { ...target.abilities, formulas: false };
          const held: unknown = Reflect.get(target, name);
          return typeof held === 'function' ? (held.bind(target) as unknown) : held;
        },
      });
    const stood = await there({ wrap });
    expect(head(stood, 'Each').ariaDisabled).to.equal('true');
    expect(head(stood, 'Each').title).to.equal('Each: this storage cannot sort by formulas');
    const before = titles(stood.el).join();
    await click(head(stood, 'Each'));
    expect(titles(stood.el).join()).to.equal(before);
  });

  it('has none where the profile says no', async () => {
    const stood = await there({ profile: profileWith({ formulas: { lead: false, deal: false } }) });
    expect(heads(stood.el)).to.deep.equal(['Deal', 'Value']);
    expect(one(stood.el, '[role=grid]').ariaRowCount).to.equal('5');
  });
});
