import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { CrmError } from '../../../src/domain/errors.js';
import type { SavedFilter } from '../../../src/domain/records.js';
import { aSavedFilter, creation } from '../../../src/testing/fixtures.js';
import type { CrmStore } from '../../../src/store/api.js';
import { all, click, one, said, settled, sixDeals, stand, text } from './support.js';

const about = (value: string) => [{ field: 'title', op: 'contains', value }] as const;
const saved = (el: DealPipeline): string[] => all(el, 'dialog[open] #filter-saved option').map(text);
const part = (el: DealPipeline): string => text(one(el, 'dialog[open] .fsaved'));
const value = (el: DealPipeline): HTMLInputElement => one(el, 'dialog[open] [id^=filter-value]') as HTMLInputElement;
const chosen = (el: DealPipeline): string => {
  const select = one(el, 'dialog[open] #filter-saved') as HTMLSelectElement;
  return text(select.selectedOptions[0]!);
};

async function open(el: DealPipeline): Promise<void> {
  await click(one(el, '[data-filters]'));
  await waitUntil(() => all(el, 'dialog[open] .fsaved').length > 0, 'the filter is open');
}

async function stored(store: CrmStore): Promise<readonly SavedFilter[]> {
  return (await store.read({ kind: 'filter', window: { after: null, limit: 9 } })).records;
}

/** As a person at the keyboard does it; the list of a native select is the browser's. */
async function choose(el: DealPipeline, id: string): Promise<void> {
  const select = one(el, 'dialog[open] #filter-saved') as HTMLSelectElement;
  select.focus();
  select.value = id;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(el);
}

describe('<deal-pipeline> saved filters', () => {
  it('keeps what the form asks for under a name, by keyboard: saved, differing, updated, renamed, shared, deleted, taken back', async () => {
    const { el, store } = await stand();
    await open(el);
    await waitUntil(() => part(el).includes('None saved yet'));
    expect(all(el, 'dialog[open] #filter-saved'), 'nothing to open that has nothing in it').to.have.length(0);
    one(el, 'dialog[open] [data-saved=new]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => el.shadowRoot!.activeElement === value(el), 'what lacks is asked for before a name is');
    await sendKeys({ type: 'izmir' });
    one(el, 'dialog[open] [data-saved=new]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => el.shadowRoot!.activeElement?.id === 'filter-saved-name', 'the name is asked in place');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => part(el).includes('Give the filter a name'));
    await sendKeys({ type: 'Izmir' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => chosen(el) === 'Izmir', 'it is chosen');
    expect((await stored(store)).map(({ name, subject, shared, filter }) => [name, subject, shared, filter])).to.eql([
      ['Izmir', 'deal', false, about('izmir')],
    ]);
    expect(el.shadowRoot!.activeElement === one(el, '#filter-saved'), 'the focus is on the list').to.equal(true);
    value(el).focus();
    await sendKeys({ type: 'x' });
    await waitUntil(() => part(el).includes('Differs from “Izmir”'));
    await click(one(el, 'dialog[open] [data-saved=update]'));
    await waitUntil(() => !part(el).includes('Differs'), 'it says what the form says');
    expect((await stored(store))[0]?.filter).to.eql(about('izmirx'));
    await click(one(el, 'dialog[open] [data-saved=rename]'));
    await waitUntil(() => el.shadowRoot!.activeElement?.id === 'filter-saved-name');
    await sendKeys({ press: 'Escape' });
    await waitUntil(
      () => el.shadowRoot!.activeElement === one(el, '[data-saved=rename]'),
      'Escape leaves the name only',
    );
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => el.shadowRoot!.activeElement?.id === 'filter-saved-name');
    await sendKeys({ press: 'End' });
    await sendKeys({ type: ' depot' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => chosen(el) === 'Izmir depot');
    await click(one(el, 'dialog[open] [data-saved=share]'));
    await waitUntil(() => chosen(el) === 'Izmir depot (shared)');
    await click(one(el, 'dialog[open] [data-saved=delete]'));
    expect(part(el)).to.contain('Delete the filter “Izmir depot” for everyone?');
    expect(el.shadowRoot!.activeElement === one(el, '[data-saved=keep]'), 'the safe answer has the focus').to.equal(
      true,
    );
    await click(one(el, 'dialog[open] [data-saved=confirm]'));
    await waitUntil(() => part(el).includes('None saved yet'));
    expect(await stored(store)).to.eql([]);
    await waitUntil(() => el.shadowRoot!.activeElement === one(el, '[data-saved=new]'), 'the focus has a place');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => all(el, 'dialog[open]').length === 0);
    one(el, '[data-filters]').focus();
    await sendKeys({ press: 'z' });
    await waitUntil(async () => (await stored(store))[0]?.name === 'Izmir depot', 'it is back');
  });

  it('shows one’s own and those that are shared, what is saved elsewhere at once, and only lets who made it change one', async () => {
    const theirs = { ownerId: 'user-2', subject: 'deal', filter: about('izmir') } as const;
    const { el, store } = await stand(sixDeals(), {
      changes: [
        creation('filter', aSavedFilter({ ...theirs, id: 'f1', name: 'Hidden' })),
        creation('filter', aSavedFilter({ ...theirs, id: 'f2', name: 'Everybody’s', shared: true })),
        creation('filter', aSavedFilter({ id: 'f3', name: 'Of leads' })),
      ],
    });
    await open(el);
    await waitUntil(() => saved(el).join() === 'None of them,Everybody’s (shared)');
    await store.execute('filter-save', { name: 'New', subject: 'deal', filter: about('a') });
    await waitUntil(() => saved(el).join() === 'None of them,Everybody’s (shared),New');
    await choose(el, 'f2');
    expect(said(el)).to.contain('Filter “Everybody’s” is in the form');
    expect(value(el).value).to.equal('izmir');
    expect(all(el, 'dialog[open] [data-saved]').map(({ dataset }) => dataset['saved'])).to.eql(['new']);
    await expect(el).to.be.accessible();
    await click(one(el, 'dialog[open] [data-apply]'));
    await waitUntil(() => JSON.stringify(el.filter) === JSON.stringify(about('izmir')));
  });

  it('knows after a reload which one was chosen, also where it was changed since', async () => {
    const { el, store } = await stand(sixDeals(), {
      changes: [creation('filter', aSavedFilter({ id: 'f1', name: 'Izmir', subject: 'deal', filter: about('izmir') }))],
    });
    await open(el);
    await choose(el, 'f1');
    value(el).focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ type: ' d' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(el, 'dialog[open]').length === 0);
    const views = () => store.read({ kind: 'view', window: { after: null, limit: 9 } });
    await waitUntil(async () => (await views()).records.some(({ name }) => name === 'deal-pipeline'), 'it is kept');
    const again = document.createElement('deal-pipeline');
    again.store = store;
    el.replaceWith(again);
    await waitUntil(() => all(again, '.fchips .chip').length === 1, 'the board is as it was');
    await open(again);
    await waitUntil(() => chosen(again) === 'Izmir');
    expect(part(again)).to.contain('Differs from “Izmir”');
    again.remove();
  });

  it('says in the dialog what could not be saved, and keeps what was typed', async () => {
    let full = false;
    const { el, store } = await stand(sixDeals(), {
      wrap: (adapter) => ({
        ...adapter,
        abilities: adapter.abilities,
        read: (query, options) => adapter.read(query, options),
        commit: (changes, options) =>
          full && changes.some(({ kind }) => kind === 'filter')
            ? Promise.reject(new CrmError('quota', 'full'))
            : adapter.commit(changes, options),
      }),
    });
    await open(el);
    value(el).focus();
    await sendKeys({ type: 'izmir' });
    await click(one(el, 'dialog[open] [data-saved=new]'));
    await sendKeys({ type: 'Izmir' });
    full = true;
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(el, 'dialog[open] .fsaved [data-error]').length === 1, 'it is said where one looks');
    expect(part(el)).to.contain('The filter was not saved.');
    expect((one(el, '#filter-saved-name') as HTMLInputElement).value).to.equal('Izmir');
    full = false;
    one(el, '#filter-saved-name').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => chosen(el) === 'Izmir');
    expect((await stored(store)).length).to.equal(1);
  });
});
