import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { CrmError } from '../../../src/domain/errors.js';
import { kept } from '../../support/kept.js';
import {
  all,
  click,
  manyPersons,
  names,
  one,
  people,
  press,
  row,
  settled,
  stand,
  text,
  type,
  waitUntil,
} from './support.js';

/** A method of an adapter that is a class of its own. */
function bound(target: CrmAdapter, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name, target);
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
}

const column = (el: HTMLElement, name: string): HTMLElement => one(el, `[data-sort=${name}]`);

describe('<contact-list>', () => {
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  it('lists persons by name, with organization, address, number, and what is under way', async () => {
    const { el } = await stand();
    expect(names(el)).to.deep.equal(['Ada Lovelace', 'Bob Stone', 'Şule Çınar']);
    const ada = text(row(el, 'ada'));
    for (const said of ['Analyst', 'Northwind', 'ada@northwind.example', '+1', '+90 532 555 01 77'])
      expect(ada).to.contain(said);
    await waitUntil(() => text(row(el, 'ada')).includes('1 open deal'), 'they are counted');
    expect(text(row(el, 'ada'))).to.contain('1 lead');
    expect(text(row(el, 'bob')), 'a lost deal is not under way').not.to.contain('deal');
    expect(text(one(el, '.foot'))).to.equal('3 persons');
  });

  it('shows organizations in their place, and how many there are of both', async () => {
    const { el } = await stand();
    await waitUntil(() => text(one(el, '[data-segment=organizations]')).endsWith('3'), 'both are counted');
    await click(one(el, '[data-segment=organizations]'));
    await waitUntil(() => names(el).length === 3 && names(el)[0] === 'Acme', 'organizations are shown');
    expect(names(el)).to.deep.equal(['Acme', 'İzmir Depo', 'Northwind']);
    expect(text(row(el, 'izmir'))).to.contain('Liman Cd. 4');
    expect(text(row(el, 'north'))).to.contain('northwind.example');
    expect(el.segment).to.equal('organizations');
    await waitUntil(() => text(row(el, 'north')).includes('1 open deal'), 'they are counted');
    expect(text(one(el, '[data-add]'))).to.equal('Add organization');
  });

  for (const [what, words, found] of [
    ['a part of the name, whatever its marks', 'sule cin', ['Şule Çınar']],
    ['the organization', 'northw', ['Ada Lovelace']],
    ['the address', 'zeyno@', ['Şule Çınar']],
    ['the digits of a number', '0532 5550177', ['Ada Lovelace']],
    ['the name and the organization together', 'ada northwind', ['Ada Lovelace']],
    ['nothing that belongs to two of them', 'ada acme', []],
  ] as const)
    it(`finds persons by ${what}`, async () => {
      const { el } = await stand();
      await press('Tab');
      one(el, 'input[type=search]').focus();
      await type(words);
      const want = JSON.stringify(found);
      await waitUntil(() => JSON.stringify(names(el)) === want && all(el, '.lrow[data-id], .empty').length > 0, want);
    });

  it('finds organizations by name, address and website', async () => {
    const { el } = await stand(people(), { set: (list) => (list.segment = 'organizations') });
    for (const [words, found] of [
      ['liman', 'İzmir Depo'],
      ['northwind.ex', 'Northwind'],
      ['izmir', 'İzmir Depo'],
    ] as const) {
      el.search = words;
      await waitUntil(() => names(el).join() === found, words);
    }
  });

  it('leads on where only the other ones match, and back to all', async () => {
    const { el } = await stand();
    el.search = 'liman';
    await waitUntil(() => all(el, '[data-show-other]').length === 1, 'the way on is offered');
    expect(text(one(el, '.empty'))).to.contain('No person matches');
    await click(one(el, '[data-show-other]'));
    await waitUntil(() => names(el).join() === 'İzmir Depo', 'the organization is shown');
    one(el, 'input[type=search]').focus();
    await press('Escape');
    await waitUntil(() => names(el).length === 3, 'all of them are shown again');
  });

  it('sorts by the head of a column: by organization as it is called, by address, by what was changed last', async () => {
    const { el } = await stand();
    await click(column(el, 'organizationId'));
    await waitUntil(() => names(el)[0] === 'Şule Çınar', 'Acme comes first');
    expect(names(el)).to.deep.equal(['Şule Çınar', 'Ada Lovelace', 'Bob Stone']);
    await click(column(el, 'organizationId'));
    await waitUntil(() => names(el)[0] === 'Ada Lovelace', 'Northwind comes first');
    expect(names(el).at(-1), 'who belongs to none comes last').to.equal('Bob Stone');
    await click(column(el, 'emails'));
    await waitUntil(() => names(el).join() === 'Ada Lovelace,Şule Çınar,Bob Stone', 'by address');
    expect(one(el, '.head.mail').getAttribute('aria-sort')).to.equal('ascending');
    const middle = (part: string): number => {
      const { top, height } = one(el, `.head.mail button > ${part}`).getBoundingClientRect();
      return top + height / 2;
    };
    expect(middle('.i'), 'the mark stands beside the word, not above it').to.be.closeTo(middle('bdi'), 2);
    await click(column(el, 'phones'));
    await waitUntil(() => names(el)[0] === 'Ada Lovelace' && el.order[0]!.field === 'phones', 'by number');
  });

  it('follows an organization that is renamed while persons are sorted by it', async () => {
    const { el, store } = await stand(people(), { set: (list) => (list.order = [{ field: 'organizationId' }]) });
    await waitUntil(() => names(el)[0] === 'Şule Çınar', 'Acme comes first');
    await store.execute('organization-edit', { id: 'acme', fields: { name: 'Zenith' } });
    await waitUntil(() => names(el)[0] === 'Ada Lovelace', 'it comes after Northwind now');
    expect(text(row(el, 'sule'))).to.contain('Zenith');
  });

  it('is gone about in by keys: rows, search, open, select, delete and back', async () => {
    const { el, store } = await stand();
    const opened: unknown[] = [];
    el.addEventListener('contact-open', (event) => opened.push(event.detail));
    el.focus();
    await press('j');
    await press('j');
    await press('k');
    await press('Enter');
    expect(opened).to.deep.equal([{ kind: 'person', id: 'bob' }]);
    await waitUntil(() => row(el, 'bob').ariaCurrent === 'true', 'it is marked as open');
    await press('/');
    expect(el.shadowRoot!.activeElement === one(el, 'input[type=search]')).to.equal(true);
    await press('Escape');
    await press('j');
    await press('x');
    await waitUntil(() => all(el, '.bulk').length === 1, 'the bar is there');
    await press('Escape');
    await waitUntil(() => all(el, '.bulk').length === 0, 'the bar has gone');
    await press('Home');
    await press('Delete');
    await waitUntil(() => all(el, 'dialog[open]').length === 1, 'it is asked first');
    expect(text(one(el, 'dialog[open]'))).to.contain('Delete “Ada Lovelace”?');
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => !names(el).includes('Ada Lovelace'), 'it is in the trash');
    expect(
      (await store.read({ kind: 'trash', window: { offset: 0, limit: 5 } })).records.map(({ id }) => id),
    ).to.deep.equal(['ada']);
    await press('z');
    await waitUntil(() => names(el)[0] === 'Ada Lovelace', 'it is back');
  });

  it('says why somebody stays whom a deal names alone, and deletes the others', async () => {
    const { el } = await stand();
    for (const id of ['bob', 'sule']) await click(row(el, id).querySelector('.check')!);
    await click(one(el, '[data-bulk=delete]'));
    await waitUntil(() => all(el, 'dialog[open]').length === 1, 'it is asked first');
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => text(one(el, '.banners')).includes('names nobody else'), 'the reason is told');
    expect(names(el)).to.deep.equal(['Ada Lovelace', 'Bob Stone']);
  });

  it('tells the page of what is opened, which may open it in its own way', async () => {
    const { el } = await stand();
    const stop = (event: Event): void => event.preventDefault();
    document.addEventListener('contact-open', stop);
    await click(row(el, 'ada').querySelector('.lead button')!);
    document.removeEventListener('contact-open', stop);
    await settled(el);
    expect(row(el, 'ada').ariaCurrent).to.equal(null);
    await click(row(el, 'ada').querySelector('.lead button')!);
    await waitUntil(() => row(el, 'ada').ariaCurrent === 'true', 'it is open');
  });

  it('draws a window over ten thousand, and comes to the last by one key', async () => {
    const { el } = await stand(manyPersons(10_000));
    await waitUntil(() => text(one(el, '.foot')) === '10,000 persons', 'all are counted');
    expect(all(el, '.lrow[data-id]').length).to.be.lessThan(60);
    el.focus();
    await press('End');
    await waitUntil(() => names(el).at(-1) === 'Person 009999', 'the last one is shown');
    await waitUntil(() => el.shadowRoot!.activeElement?.getAttribute('data-id') === 'p-009999', 'it has the focus');
  });

  it('keeps segment and order for its user, and takes them as one value', async () => {
    const { el, store } = await stand();
    const states: unknown[] = [];
    el.addEventListener('view-changed', (event) => states.push(event.detail));
    await click(one(el, '[data-segment=organizations]'));
    await waitUntil(() => names(el)[0] === 'Acme', 'organizations are shown');
    expect(states.at(-1)).to.deep.equal(el.viewState);
    el.viewState = { orders: { organizations: [{ field: 'name', descending: true }] } };
    await waitUntil(() => names(el)[0] === 'Northwind', 'sorted the other way');
    el.remove();
    await kept(store, 'contact-list', { segment: 'organizations' });
  });

  it('says that it could not be read, and reads again', async () => {
    let failing = true;
    const { el } = await stand(people(), {
      wrap: (inner) => {
        const read: typeof inner.read = (query, options) =>
          failing && query.kind === 'person'
            ? Promise.reject(new CrmError('denied', 'Not today'))
            : inner.read(query, options);
        return new Proxy(inner, { get: (target, name) => (name === 'read' ? read : bound(target, name)) });
      },
    });
    await waitUntil(() => all(el, '.empty[role=alert]').length === 1, 'it is told');
    failing = false;
    await click(one(el, '.empty button'));
    await waitUntil(() => names(el).length === 3, 'they are shown');
  });
});
