import { expect } from '@open-wc/testing';
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
