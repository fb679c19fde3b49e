import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import { aDeal, aPerson, creation, money } from '../../../src/testing/fixtures.js';
import { clock, detailStand, keys, named, one, press, still, text } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

/** What is done later is written later. */
function ticking(): typeof clock {
  let seconds = 0;
  return { ...clock, now: () => clock.now() + 1000 * seconds++ };
}

const deals = [
  creation('deal', aDeal({ id: 'one', title: 'Hall of cranes', value: money('84500'), personId: 'person-1' })),
  creation('deal', aDeal({ id: 'two', title: 'Yard of cranes', value: money('10'), personId: 'person-1' })),
  creation('person', aPerson({ id: 'ada', name: 'Ada Byron' })),
];

type Options = Parameters<typeof detailStand>[2];
const stand = (options: Options = {}): Promise<DetailStand<DealDetail>> =>
  detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }), deals, {
    width: 1000,
    clock: ticking(),
    ...options,
  });

const rows = (detail: HTMLElement): string[] =>
  [...(detail.shadowRoot?.querySelectorAll<HTMLElement>('.log > li') ?? [])].map((row) =>
    [...row.querySelectorAll<HTMLElement>('b, .diff')]
      .map((each) => each.textContent.replace(/\s+/g, ' ').trim())
      .join(': '),
  );

/** Chips are as wide as their words: one is pressed once it has its own. */
async function look({ detail }: DetailStand<HTMLElement>, word = 'Changelog'): Promise<void> {
  await waitUntil(() => text(detail, '.filters').includes(word), 'the words');
  await press(named(detail, new RegExp(`^${word}`)));
  await waitUntil(() => detail.shadowRoot?.querySelector('[data-log]') != null, 'the changes');
}

const has = (there: DetailStand<HTMLElement>, row: string): Promise<void> =>
  waitUntil(() => rows(there.detail).includes(row), `${row}\n\nbut there is\n${rows(there.detail).join('\n')}`);

async function choose(select: HTMLSelectElement, label: string): Promise<void> {
  select.value = [...select.options].find((each) => each.label === label)!.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await Promise.resolve();
}

const line = { name: 'Annual licence', price: '100', quantity: '2' };

async function withLine(there: DetailStand<DealDetail>): Promise<string> {
  const made = await there.store.execute('deal-products-add', { dealId: 'one', lines: [line] });
  return made.changes.find(({ kind }) => kind === 'dealProduct')!.id;
}

describe('<deal-detail>: what its changelog tells beside the deal', () => {
  it('products: put on, changed, taken off; and it follows while one looks', async () => {
    const there = await stand();
    const { store } = there;
    await look(there);
    const id = await withLine(there);
    await has(there, 'Product added: Annual licence 2 × €100.00 by the page');
    await store.execute('deal-product-edit', { id, fields: { quantity: '3', discount: '10' } });
    await has(there, 'Product: Annual licence · Quantity: 2 to 3 by the page');
    await has(there, 'Product: Annual licence · Discount: empty to 10 % by the page');
    // Of that the deal itself has nothing to tell.
    await store.execute('deal-product-edit', { id, fields: { comment: 'As agreed' } });
    await has(there, 'Product: Annual licence · Comment: empty to As agreed by the page');
    await store.execute('deal-products-delete', { dealId: 'one', ids: [id] });
    await has(there, 'Product removed: Annual licence 3 × €100.00 by the page');
    expect(rows(there.detail).filter((row) => row.includes('Annual licence'))).to.have.length(5);
  });

  it('participants by name, with their role, when they are off again, too', async () => {
    const there = await stand();
    const { store } = there;
    await look(there);
    const made = await store.execute('participant-add', { dealId: 'one', person: { id: 'ada' }, role: 'Buyer' });
    const { id } = made.outcomes[0]!;
    await has(there, 'Participant added: Ada Byron Buyer by the page');
    await store.execute('participant-edit', { id, role: 'Decides' });
    await has(there, 'Participant: Ada Byron · Role: Buyer to Decides by the page');
    await store.execute('participant-delete', { id });
    await has(there, 'Participant removed: Ada Byron Decides by the page');
    expect(text(there.detail, '.filters [aria-pressed=true]')).to.equal('Changelog 3');
  });

  it('projects: made, changed, and that they were linked and are no longer', async () => {
    const there = await stand();
    const { store } = there;
    const made = await store.execute('project-add', { title: 'Roll-out', dealIds: ['two'], startDate: '2026-12-01' });
    const { id } = made.outcomes[0]!;
    await store.execute('project-edit', { id, fields: { phase: 'Before' } });
    await look(there);
    await store.execute('project-link', { id, dealId: 'one' });
    await has(there, 'Project linked: Roll-out by the page');
    await store.execute('project-edit', { id, fields: { phase: 'Training' } });
    await store.execute('project-task-add', { id, title: 'Measure' });
    await has(there, 'Project: Roll-out · Tasks: Measure added by the page');
    await store.execute('project-unlink', { id, dealId: 'one' });
    await has(there, 'Project unlinked: Roll-out by the page');
    await store.execute('project-edit', { id, fields: { phase: 'After' } });
    expect(rows(there.detail)).to.deep.equal([
      'Project unlinked: Roll-out by the page',
      'Project: Roll-out · Tasks: Measure added by the page',
      'Project: Roll-out · Phase: Before to Training by the page',
      'Project linked: Roll-out by the page',
    ]);
  });

  it('after a merge what the other one’s products were, and that they came along', async () => {
    const there = await stand();
    const { store } = there;
    const made = await store.execute('deal-products-add', { dealId: 'two', lines: [line] });
    const { id } = made.changes.find(({ kind }) => kind === 'dealProduct')!;
    await store.execute('deal-product-edit', { id, fields: { quantity: '5' } });
    await store.mergeDeals({ ids: ['one', 'two'], survivorId: 'one' });
    await look(there);
    await has(there, 'Product moved: Annual licence from another deal by the page');
    await has(there, 'Product: Annual licence · Quantity: 2 to 5 by the page of a merged deal');
    await has(there, 'Product added: Annual licence 2 × €100.00 by the page of a merged deal');
  });

  it('is narrowed to a field of them, named with what it belongs to, and to that they came or went', async () => {
    const there = await stand();
    const { detail, store } = there;
    const id = await withLine(there);
    await store.execute('deal-product-edit', { id, fields: { name: 'Licence' } });
    await store.execute('deal-edit', { id: 'one', fields: { title: 'Crane hall' } });
    await store.execute('project-add', { title: 'Roll-out', dealIds: ['one'] });
    await look(there);
    await has(there, 'Project added: Roll-out by the page');
    await choose(one(detail, '#log-field'), 'Product: Name');
    await waitUntil(() => rows(detail).length === 1, 'one field');
    expect(rows(detail)).to.deep.equal(['Product: Licence · Name: Annual licence to Licence by the page']);
    await choose(one(detail, '#log-field'), 'Product: added or removed');
    await has(there, 'Product added: Annual licence 2 × €100.00 by the page');
    expect(rows(detail)).to.have.length(1);
    await choose(one(detail, '#log-field'), 'Title');
    await has(there, 'Title: Hall of cranes to Crane hall by the page');
    expect(rows(detail)).to.have.length(1);
    await choose(one(detail, '#log-user'), 'Jonas Brandt');
    await waitUntil(() => text(detail, '[data-log]').includes('No such change.'), 'nobody else');
  });
});

describe('<deal-detail>: what is given back of what its changelog tells beside the deal', () => {
  it('a field of a product by key: the page is asked, the value of the deal follows, and it can be taken back', async () => {
    const there = await stand();
    const { detail, store } = there;
    const id = await withLine(there);
    await store.execute('deal-product-edit', { id, fields: { quantity: '3' } });
    await look(there);
    await has(there, 'Product: Annual licence · Quantity: 2 to 3 by the page');
    const asked: string[] = [];
    detail.addEventListener('deal-product-edit', (event) => asked.push(event.type));
    named(detail, 'Give back Quantity of Annual licence: 2').focus();
    await keys('Enter');
    await has(there, 'Product: Annual licence · Quantity: 3 to 2');
    expect(asked).to.deep.equal(['deal-product-edit']);
    await waitUntil(() => text(detail, '[part=summary]').includes('€200'), 'the value of the deal');
    await waitUntil(() => text(detail, '[data-row]:focus').includes('2 to 3'), 'the focus stays at the row');
    await keys('z');
    await waitUntil(() => text(detail, '[part=summary]').includes('€300'), 'taken back');
  });

  it('a product that was taken off comes back, once; what it says is what it said', async () => {
    const there = await stand();
    const { detail, store } = there;
    const id = await withLine(there);
    await store.execute('deal-products-delete', { dealId: 'one', ids: [id] });
    await look(there);
    await has(there, 'Product removed: Annual licence 2 × €100.00 by the page');
    await waitUntil(
      () => detail.shadowRoot!.querySelector('[aria-label="Put Annual licence back"]') !== null,
      'offered',
    );
    await press(named(detail, 'Put Annual licence back'));
    await has(there, 'Product added: Annual licence 2 × €100.00');
    await waitUntil(() => text(detail, '[part=summary]').includes('€200'), 'the value of the deal');
    await waitUntil(() => detail.shadowRoot!.querySelector('[aria-label="Put Annual licence back"]') === null, 'once');
  });

  it('a participant that was taken off, and a role', async () => {
    const there = await stand();
    const { detail, store } = there;
    const made = await store.execute('participant-add', { dealId: 'one', person: { id: 'ada' }, role: 'Buyer' });
    const { id } = made.outcomes[0]!;
    await store.execute('participant-edit', { id, role: 'Decides' });
    await look(there);
    await has(there, 'Participant: Ada Byron · Role: Buyer to Decides by the page');
    await press(named(detail, 'Give back Role of Ada Byron: Buyer'));
    await has(there, 'Participant: Ada Byron · Role: Decides to Buyer');
    await store.execute('participant-delete', { id });
    await has(there, 'Participant removed: Ada Byron Buyer by the page');
    await waitUntil(() => detail.shadowRoot!.querySelector('[aria-label="Put Ada Byron back"]') !== null, 'offered');
    await press(named(detail, 'Put Ada Byron back'));
    await waitUntil(() => text(detail, '[part=participants]').includes('Ada Byron'), 'she takes part');
    await waitUntil(() => text(detail, '[part=participants]').includes('Buyer'), 'in her role');
  });

  it('a deleted project with its tasks, and a task that was taken off', async () => {
    const there = await stand();
    const { store, detail } = there;
    const tasks = [{ title: 'Measure', done: true }, { title: 'Order' }];
    const made = await store.execute('project-add', { title: 'Roll-out', dealIds: ['one', 'two'], tasks });
    const [project] = (await store.read({ kind: 'project', window: { offset: 0, limit: 1 } })).records;
    await look(there);
    await store.execute('project-task-delete', { id: project!.id, taskId: project!.tasks[0]!.id });
    await has(there, 'Project: Roll-out · Tasks: Measure deleted by the page');
    await waitUntil(() => one(detail, '[data-give-back]') !== null, 'its button');
    await press(named(detail, 'Take back in the tasks of Roll-out: Measure deleted'));
    await has(there, 'Project: Roll-out · Tasks: Measure added');
    const { id } = made.outcomes[0]!;
    await store.execute('project-delete', { id });
    await has(there, 'Project deleted: Roll-out by the page');
    await waitUntil(() => text(detail, '[part=projects]').includes('Roll-out') === false, 'it is gone');
    await waitUntil(() => detail.shadowRoot?.querySelector('[aria-label="Put Roll-out back"]') != null, 'and offered');
    await press(named(detail, 'Put Roll-out back'));
    await waitUntil(() => text(detail, '[part=projects]').includes('Roll-out'), 'it is there');
    const [back] = (await store.read({ kind: 'project', window: { offset: 0, limit: 9 } })).records;
    expect(back!.dealIds).to.deep.equal(['one', 'two']);
    expect(back!.tasks.map(({ title, done }) => [title, done])).to.deep.equal([
      ['Measure', true],
      ['Order', false],
    ]);
    await waitUntil(() => detail.shadowRoot?.querySelector('[aria-label="Put Roll-out back"]') == null, 'once');
  });

  it('a field of a project, and a link', async () => {
    const there = await stand();
    const { detail, store } = there;
    const made = await store.execute('project-add', { title: 'Roll-out', dealIds: ['one'], phase: 'Kick-off' });
    const { id } = made.outcomes[0]!;
    await store.execute('project-edit', { id, fields: { phase: 'Training' } });
    await look(there);
    await has(there, 'Project: Roll-out · Phase: Kick-off to Training by the page');
    await press(named(detail, 'Give back Phase of Roll-out: Kick-off'));
    await has(there, 'Project: Roll-out · Phase: Training to Kick-off');
    await store.execute('project-unlink', { id, dealId: 'one' });
    await has(there, 'Project unlinked: Roll-out by the page');
    await waitUntil(() => detail.shadowRoot!.querySelector('[aria-label="Link Roll-out again"]') !== null, 'offered');
    await press(named(detail, 'Link Roll-out again'));
    await has(there, 'Project linked: Roll-out');
    await waitUntil(() => text(detail, '[part=projects]').includes('Roll-out'), 'it is there');
  });

  it('says why where nothing can be given back: what it is about is gone, or the page refuses', async () => {
    const there = await stand({ can: (name) => (name === 'participant-edit' ? 'Only the owner may.' : true) });
    const { detail, store } = there;
    const id = await withLine(there);
    await store.execute('deal-product-edit', { id, fields: { quantity: '3' } });
    await store.execute('deal-products-delete', { dealId: 'one', ids: [id] });
    await look(there);
    await has(there, 'Product: Annual licence · Quantity: 2 to 3 by the page');
    const gone = named(detail, 'Give back Quantity of Annual licence: 2');
    expect([gone.ariaDisabled, gone.title]).to.deep.equal(['true', 'It is no longer there.']);
    await press(gone);
    expect(
      rows(detail).filter((row) => row.includes('Quantity')),
      'nothing was done',
    ).to.have.length(1);
  });

  for (const theme of ['light', 'dark'] as const)
    for (const [width, lang] of [
      [1000, 'en'],
      [390, 'tr'],
    ] as const)
      it(`has no faults that axe finds, and fits: ${theme}, ${width} px, ${lang}`, async () => {
        const there = await stand({ width, lang });
        const { detail, store } = there;
        detail.theme = theme;
        const made = await store.execute('deal-products-add', {
          dealId: 'one',
          lines: [{ ...line, name: 'Umstellung der Bestandsverwaltung auf zwei Lager' }],
        });
        const { id } = made.changes.find(({ kind }) => kind === 'dealProduct')!;
        await store.execute('deal-product-edit', { id, fields: { quantity: '3' } });
        await store.execute('deal-products-delete', { dealId: 'one', ids: [id] });
        await store.execute('participant-add', { dealId: 'one', person: { id: 'ada' }, role: 'Buyer' });
        await look(there, lang === 'tr' ? 'Değişiklikler' : undefined);
        await waitUntil(() => rows(detail).length >= 4 && text(detail, '.log').includes('Ada Byron'), 'the rows');
        const { left, right } = detail.getBoundingClientRect();
        for (const part of detail.shadowRoot!.querySelectorAll('.log > li, .log-filters')) {
          const box = part.getBoundingClientRect();
          expect([box.left >= left, box.right <= right], part.textContent).to.deep.equal([true, true]);
        }
        still(detail);
        await expect(detail).to.be.accessible();
      });
});
