import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { kept } from '../../support/kept.js';
import { chord, middle } from '../../support/commands.js';
import {
  all,
  click,
  focusedId,
  manyLeads,
  one,
  row,
  rows,
  said,
  stand,
  text,
  threeLeads,
  titles,
  waitUntil,
} from './support.js';

describe('<lead-inbox> the list', () => {
  it('shows who, what is next, labels, source, value, owner and age of each lead', async () => {
    const { inbox } = await stand(threeLeads());
    expect(titles(inbox)).to.deep.equal(['Solar panels', 'Heat pump', 'İzmir deposu']);
    const late = text(row(inbox, 'late'));
    expect(row(inbox, 'late').querySelector('.lead > [role=img]')?.ariaLabel).to.equal('Not seen yet:');
    expect(late).to.contain('Ada Yıldız · Northwind Oy');
    expect(late).to.contain('3 days overdue');
    expect(late).to.contain('Hot');
    expect(late).to.contain('Web form');
    expect(late).to.contain('€1,200');
    expect(text(row(inbox, 'today'))).to.match(/Today 2:30\sPM/);
    expect(row(inbox, 'today').querySelector('.lead > [role=img]')).to.equal(null);
    expect(text(row(inbox, 'none'))).to.contain('No activity');
    expect(row(inbox, 'today').querySelector('.avatar')?.getAttribute('aria-label')).to.equal('Jonas Brandt');
  });

  it('is a grid with one tab stop, counted rows and named columns', async () => {
    const { inbox } = await stand(threeLeads());
    const grid = one(inbox, '[role=grid]');
    expect(grid.getAttribute('aria-rowcount')).to.equal('4');
    expect(rows(inbox).map((element) => element.getAttribute('aria-rowindex'))).to.deep.equal(['2', '3', '4']);
    expect(all(inbox, '.list [tabindex="0"]').map((element) => element.dataset['id'])).to.deep.equal(['late']);
    expect(all(inbox, '[role=columnheader]').map((element) => text(element))).to.deep.equal([
      '',
      'Lead',
      'Next activity',
      'Labels',
      'Source',
      'Value',
      'Owner',
      'Age',
    ]);
  });

  it('sums what all leads are worth, per currency', async () => {
    const { inbox } = await stand(threeLeads());
    await waitUntil(() => text(one(inbox, '.foot')).includes('€2,000'), 'sums are told');
    expect(text(one(inbox, '.foot'))).to.contain('3 leads');
    expect(text(one(inbox, '.foot'))).to.contain('₺5,000');
    expect(text(one(inbox, '.foot'))).to.contain('All 3 leads, each currency on its own');
  });

  it('finds while one types, folded as Turkish readers expect, and tells how many', async () => {
    const { inbox } = await stand(threeLeads());
    row(inbox, 'late').focus();
    await sendKeys({ press: '/' });
    await sendKeys({ type: 'izmir' });
    await waitUntil(() => titles(inbox).join() === 'İzmir deposu');
    await waitUntil(() => said(inbox).includes('1 lead'), 'the result is announced');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => titles(inbox).length === 3, 'Esc clears the words');
  });

  it('sorts by a column that is pressed, and back the other way', async () => {
    const { inbox } = await stand(threeLeads());
    await click(one(inbox, '[data-sort=value]'));
    await waitUntil(() => titles(inbox)[0] === 'İzmir deposu');
    expect(one(inbox, '[data-sort=value]').parentElement?.getAttribute('aria-sort')).to.equal('descending');
    await click(one(inbox, '[data-sort=value]'));
    await waitUntil(() => titles(inbox)[0] === 'Heat pump');
    expect(text(one(inbox, '[data-order]'))).to.equal('Value');
  });

  it('moves by keys, and the row with the focus is brought into sight', async () => {
    const { inbox } = await stand(manyLeads(300));
    row(inbox, 'lead-1').focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'j' });
    expect(focusedId(inbox)).to.equal('lead-3');
    await sendKeys({ press: 'k' });
    expect(focusedId(inbox)).to.equal('lead-2');
    await sendKeys({ press: 'End' });
    await waitUntil(() => focusedId(inbox) === 'lead-300');
    const box = one(inbox, '.list').getBoundingClientRect();
    const last = row(inbox, 'lead-300').getBoundingClientRect();
    expect(last.bottom).to.be.at.most(box.bottom + 1);
    await sendKeys({ press: 'Home' });
    await waitUntil(() => focusedId(inbox) === 'lead-1');
    await sendKeys({ press: 'PageDown' });
    await waitUntil(() => focusedId(inbox) !== 'lead-1');
    expect(Number(focusedId(inbox)?.slice(5))).to.be.greaterThan(5);
  });

  it('draws only the rows in sight of ten thousand', async function () {
    this.timeout(60_000);
    const { inbox } = await stand(manyLeads(10_000));
    await waitUntil(() => one(inbox, '[role=grid]').getAttribute('aria-rowcount') === '10001');
    expect(rows(inbox).length).to.be.lessThan(40);
    one(inbox, '.list').scrollTop = 240_000;
    await waitUntil(() => titles(inbox).includes('Lead 5002'), 'the middle is drawn');
    expect(rows(inbox).length).to.be.lessThan(60);
  });

  it('leaves rows alone when other leads change', async () => {
    const { inbox, store } = await stand(threeLeads());
    await waitUntil(() => text(one(inbox, '.foot')).includes('€2,000'), 'all is there');
    const touched: string[] = [];
    const watch = new MutationObserver((records) =>
      touched.push(...records.map(({ target }) => target.textContent ?? '')),
    );
    watch.observe(row(inbox, 'none'), { subtree: true, childList: true, characterData: true, attributes: true });
    // Lit writes nothing where nothing differs: what a drawing would ask of the record tells whether there was one.
    let asked = 0;
    const { directory } = store;
    const { user } = directory;
    directory.user = (id) => {
      asked++;
      return user.call(directory, id);
    };
    await store.execute('lead-edit', { id: 'late', fields: { title: 'Solar roof' } });
    await waitUntil(() => titles(inbox).includes('Solar roof'));
    await inbox.updateComplete;
    expect(touched).to.deep.equal([]);
    expect(asked, 'only the row that changed was drawn: once as pending, once as stored').to.be.within(1, 3);
  });

  it('shows at once what others call a label, an owner or a field of one’s own from now on', async () => {
    const { adapter, tell } = watched();
    const { inbox } = await stand(threeLeads(), { adapter });
    await waitUntil(() => text(row(inbox, 'late')).includes('Hot'));
    // Written past this store, as from another tab: no lead of the list has changed.
    const [label] = (await adapter.read({ kind: 'label', today: '2026-11-23', window: { offset: 0, limit: 9 } }))
      .records;
    const stored = await adapter.commit([
      {
        op: 'patch',
        kind: 'label',
        id: 'label-1',
        fields: { name: [label!.name, 'Boot Düsseldorf'], color: [label!.color, 'green'] },
      },
      { op: 'patch', kind: 'user', id: 'user-2', fields: { name: ['Jonas Brandt', 'Ida Moss'] } },
    ]);
    tell(stored);
    await waitUntil(() => text(row(inbox, 'late')).includes('Boot Düsseldorf'), 'the new name');
    expect(one(inbox, '.label').dataset['c']).to.equal('green');
    expect(row(inbox, 'today').querySelector('.avatar')?.getAttribute('aria-label')).to.equal('Ida Moss');
  });

  it('shows the buttons of the row under the pointer', async () => {
    const { inbox } = await stand(threeLeads());
    const [x, y] = middle(row(inbox, 'today'));
    await sendMouse({ type: 'move', position: [x, y] });
    await waitUntil(() => row(inbox, 'today').querySelector('.rowacts') !== null);
    expect(text(row(inbox, 'today').querySelector('.rowacts')!)).to.equal('Convert');
    expect(row(inbox, 'late').querySelector('.rowacts')).to.equal(null);
  });

  it('keeps filter, order and columns for the user, and gives them back', async () => {
    const { inbox, store } = await stand(threeLeads());
    await click(one(inbox, '[data-sort=value]'));
    await kept(store, 'lead-inbox', { order: inbox.order });
    const again = document.createElement('lead-inbox');
    again.store = store;
    inbox.parentElement!.append(again);
    await waitUntil(() => titles(again)[0] === 'İzmir deposu', 'as it was set up');
    expect(again.order).to.deep.equal([{ field: 'value', descending: true }]);
  });

  it('takes filter, order and columns from the page without keeping them', async () => {
    const { inbox, store } = await stand(threeLeads(), {
      setUp: (element) => {
        element.filter = [{ field: 'ownerId', op: 'in', value: ['user-2'] }];
        element.columns = ['title', 'custom.field-1'];
      },
    });
    expect(titles(inbox)).to.deep.equal(['Heat pump']);
    expect(text(row(inbox, 'today'))).to.contain('2,027');
    expect(all(inbox, '[role=columnheader]').map((element) => text(element))).to.deep.equal([
      '',
      'Lead',
      'Budget year',
    ]);
    expect((await store.read({ kind: 'view', window: { after: null, limit: 5 } })).records).to.have.length(0);
  });

  it('says that there is nothing yet, and how to begin', async () => {
    const { inbox } = await stand([]);
    expect(text(one(inbox, '.empty'))).to.contain('No leads yet');
    expect(all(inbox, '.toolbar')).to.have.length(0);
    expect(inbox.shadowRoot!.querySelector('slot[name=empty]')).to.exist;
    await click(one(inbox, '.empty .btn--primary'));
    await waitUntil(() => all(inbox, 'dialog[open]').length === 1);
    expect(text(one(inbox, 'dialog[open] h2'))).to.equal('Add lead');
  });

  it('says what was looked for where nothing matches, and clears it', async () => {
    const { inbox } = await stand(threeLeads());
    inbox.search = 'gravur';
    await waitUntil(() => all(inbox, '.empty').length === 1);
    expect(text(one(inbox, '.empty'))).to.contain('Nothing has “gravur” in it.');
    await click(one(inbox, '.empty .btn'));
    await waitUntil(() => titles(inbox).length === 3);
  });

  it('says what happened where leads cannot be read, and tries again', async () => {
    const adapter = memoryAdapter();
    let broken = true;
    const { read } = adapter;
    adapter.read = (query, options) =>
      (broken && query.kind === 'lead'
        ? Promise.reject(new Error('no answer'))
        : read.call(adapter, query, options)) as never;
    const { inbox } = await stand(threeLeads(), { adapter });
    await waitUntil(() => all(inbox, '.empty').length === 1, 'the error is shown');
    expect(text(one(inbox, '.empty'))).to.contain('Leads could not be loaded');
    broken = false;
    await click(one(inbox, '.empty .btn--primary'));
    await waitUntil(() => titles(inbox).length === 3, 'they are there now');
  });

  it('holds back what others add while one reads, and shows it when asked', async () => {
    const { adapter, tell } = watched();
    const { inbox } = await stand(threeLeads(), { adapter });
    row(inbox, 'late').focus();
    await inbox.updateComplete;
    const { aLead, creation } = await import('../../../src/testing/fixtures.js');
    const stored = await adapter.commit([creation('lead', aLead({ id: 'new', title: 'From a colleague' }))]);
    tell(stored);
    await waitUntil(() => all(inbox, '[data-show-waiting]').length === 1, 'the news is told');
    expect(text(one(inbox, '.banners'))).to.contain('1 new lead');
    expect(titles(inbox)).not.to.include('From a colleague');
    await click(one(inbox, '[data-show-waiting]'));
    await waitUntil(() => titles(inbox).includes('From a colleague'));
  });

  it('does not take keys while somebody types, nor from the page', async () => {
    const { inbox } = await stand(threeLeads());
    one<HTMLInputElement>(inbox, 'input[type=search]').focus();
    await sendKeys({ type: 'x' });
    expect(inbox.search).to.equal('x');
    expect(all(inbox, '.bulk')).to.have.length(0);
    (document.activeElement as HTMLElement | null)?.blur();
    await sendKeys({ press: 'j' });
    await chord('Control+a');
    expect(all(inbox, '.bulk')).to.have.length(0);
  });
});

/** A storage that tells of what others have written when the test says so. */
function watched(): { readonly adapter: CrmAdapter; readonly tell: (stored: unknown) => void } {
  const adapter = memoryAdapter();
  let listener: (stored: never) => void = () => undefined;
  adapter.watch = (given) => {
    listener = given;
    return () => undefined;
  };
  Object.defineProperty(adapter, 'abilities', { value: { ...adapter.abilities, watch: true } });
  return { adapter, tell: (stored) => listener(stored as never) };
}
