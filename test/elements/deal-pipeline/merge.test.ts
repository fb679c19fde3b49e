/** Deals merged on the board: chosen ones by the bar and by key, one with another from its menu, and what goes wrong. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { aNote, creation, money } from '../../../src/testing/fixtures.js';
import { chord } from '../../support/commands.js';
import {
  all,
  card,
  cards,
  click,
  focusCard,
  focusedId,
  one,
  press,
  settled,
  sixDeals,
  stand,
  text,
  toast,
} from './support.js';

const open = (el: DealPipeline): HTMLElement | null => el.shadowRoot!.querySelector('dialog[open]');
const active = (el: DealPipeline): HTMLInputElement => el.shadowRoot!.activeElement as HTMLInputElement;
const page = { offset: 0, limit: 20 };
const noted = [
  creation('note', aNote({ id: 'n1', leadId: null, dealId: 'd1' })),
  creation('note', aNote({ id: 'n2', leadId: null, dealId: 'd1' })),
];
const standing = (changes = noted, options = {}) => stand(sixDeals(), { changes, ...options });

async function choose(el: DealPipeline, ...ids: string[]): Promise<void> {
  for (const id of ids) {
    await focusCard(el, id);
    await press(el, 'x');
  }
}
async function opened(el: DealPipeline): Promise<void> {
  await waitUntil(() => open(el)?.querySelector('.merge-grid, .banner'), 'they stand side by side');
  await settled(el);
}
/** Shift+M. */
async function mergeKey(el: DealPipeline): Promise<void> {
  await chord('Shift+M');
  await settled(el);
}
const radio = (el: DealPipeline, field: string, id: string): HTMLInputElement =>
  one(el, `input[name="crm-merge-${field}"][value="${id}"]`) as HTMLInputElement;

describe('<deal-pipeline> merging', () => {
  afterEach(() => resetMouse());

  it('by the bar: chosen field by field, told what will become of the rest, done, and back by Z, and there again', async () => {
    const { el, store } = await standing();
    const heard: Event[] = [];
    el.addEventListener('deals-merged', (event) => heard.push(event));
    const before = cards(el, 0);
    await choose(el, 'd1', 'd2');
    await click(one(el, '[data-bulk=merge]'));
    await opened(el);
    expect(text(open(el)!))
      .to.contain('Merge 2 deals')
      .and.to.contain('2 notes')
      .and.to.contain('The other one goes to the trash for 30 days')
      .and.to.contain('Amounts are not added up');
    expect(active(el).name, 'the first difference').to.equal('crm-merge-title');
    await sendKeys({ press: 'ArrowLeft' });
    expect([radio(el, 'title', 'd1').checked, active(el) === radio(el, 'title', 'd1')]).to.deep.equal([true, true]);
    await click(radio(el, 'value', 'd1'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => open(el) === null, 'it closes');
    await waitUntil(() => toast(el).includes('2 deals merged into'));
    await waitUntil(() => !cards(el, 0).includes('d1'));
    const deals = (await store.read({ kind: 'deal', window: page })).records;
    const stays = deals.find(({ id }) => id === 'd2')!;
    expect([deals.length, stays.title, stays.value, stays.organizationId, stays.labelIds]).to.deep.equal([
      4,
      'Roof',
      money('1200'),
      'organization-1',
      ['hot'],
    ]);
    expect((await store.read({ kind: 'note', window: page })).records.map(({ dealId }) => dealId)).to.deep.equal([
      'd2',
      'd2',
    ]);
    expect(heard).to.have.length(1);
    expect(el.shadowRoot!.querySelector('.bulk'), 'nothing is chosen any more').to.equal(null);
    await focusCard(el, 'd2');
    await press(el, 'z');
    await waitUntil(() => cards(el, 0).join() === before.join(), 'it is back where it stood');
    expect((await store.read({ kind: 'trash', window: page })).records).to.have.length(0);
    await chord('Shift+Z');
    await waitUntil(() => !cards(el, 0).includes('d1'), 'merged once more');
    expect(text(card(el, 'd2'))).to.contain('Roof');
  });

  it('of another survivor keeps its place, and what was chosen', async () => {
    const { el, store } = await standing();
    await choose(el, 'd1', 'd4');
    await mergeKey(el);
    await opened(el);
    await click(radio(el, 'value', 'd1'));
    await click(radio(el, 'survivor', 'd1'));
    expect(radio(el, 'title', 'd1').checked, 'what was not chosen is the new one’s').to.equal(true);
    await click(radio(el, 'survivor', 'd4'));
    expect(radio(el, 'value', 'd1').checked, 'what was chosen').to.equal(true);
    expect(radio(el, 'title', 'd4').checked, 'what was not chosen is the new one’s').to.equal(true);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => cards(el, 2).includes('d4') && !cards(el, 0).includes('d1'), 'merged');
    const [stays] = (await store.read({ kind: 'deal', where: { field: 'id', op: 'is', value: 'd4' }, window: page }))
      .records;
    expect([stays!.title, stays!.stageId, stays!.value]).to.deep.equal(['Annual support', 'stage-2', money('1200')]);
  });

  it('from a card: the other one is looked for by its title', async () => {
    const { el, store } = await standing();
    await focusCard(el, 'd2');
    await mergeKey(el);
    await waitUntil(() => open(el) !== null, 'it asks');
    await waitUntil(() => active(el)?.id === 'crm-merge-other', 'the field has the focus');
    await sendKeys({ press: 'Tab' });
    await click(all(el, 'dialog[open] button').find((each) => text(each) === 'Compare')!);
    expect(text(open(el)!), 'it cannot go on without').to.contain('Choose the other one');
    await waitUntil(() => active(el)?.id === 'crm-merge-other');
    await sendKeys({ type: 'Panel' });
    await waitUntil(() => all(el, '[role=option]').some((each) => text(each).includes('Panels')), 'it is found');
    await sendKeys({ press: 'Enter' });
    await click(all(el, 'dialog[open] button').find((each) => text(each) === 'Compare')!);
    await opened(el);
    expect(text(open(el)!))
      .to.contain('Heat pump')
      .and.to.contain('Panels');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => open(el) === null);
    await waitUntil(() => focusedId(el) === 'd2', 'the focus is back on the card');
    expect((await store.read({ kind: 'deal', window: page })).total).to.equal(5);
  });

  it('is refused by the page with its reason, waits for it, and is cancelled', async () => {
    const { el, store } = await standing();
    await choose(el, 'd1', 'd2');
    el.addEventListener(
      'deals-merge',
      (event) =>
        (event as unknown as { waitUntil(p: Promise<unknown>): void }).waitUntil(
          Promise.reject(new Error('Ask Jonas first.')),
        ),
      { once: true },
    );
    await mergeKey(el);
    await opened(el);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => text(open(el)!).includes('Ask Jonas first.'), 'the reason');
    el.addEventListener(
      'deals-merge',
      (event) => (event as unknown as { waitUntil(p: Promise<unknown>): void }).waitUntil(new Promise(() => undefined)),
      { once: true },
    );
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => text(open(el)!).includes('Waiting for approval'));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !text(open(el)!).includes('Waiting for approval'), 'it waits no longer');
    expect(open(el) !== null, 'the dialog stays').to.equal(true);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => open(el) === null);
    expect((await store.read({ kind: 'deal', window: page })).total).to.equal(5);
  });

  it('shows what somebody else has made of them meanwhile, and merges that', async () => {
    const { el, store, adapter } = await standing();
    await choose(el, 'd1', 'd2');
    await mergeKey(el);
    await opened(el);
    await adapter.commit([{ op: 'patch', kind: 'deal', id: 'd2', fields: { value: [money('300.50'), money('777')] } }]);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => text(open(el)!).includes('This is how they are now'), 'told');
    expect(text(open(el)!))
      .to.contain('Someone else changed it')
      .and.to.contain('777');
    expect((await store.read({ kind: 'deal', window: page })).total).to.equal(5);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !cards(el, 0).includes('d1'), 'merged');
  });

  it('leads on where somebody has merged them before', async () => {
    const { el, store } = await standing();
    await choose(el, 'd1', 'd2');
    await mergeKey(el);
    await opened(el);
    const heard: (string | null)[] = [];
    el.addEventListener('deal-open', (event) => heard.push(event.detail.id));
    await store.mergeDeals({ ids: ['d1', 'd2'], survivorId: 'd1' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => text(open(el)!).includes('They were merged before'), 'told');
    await click(one(el, '[data-open-merged]'));
    expect(heard).to.deep.equal(['d1']);
    await waitUntil(() => open(el) === null);
  });

  it('says at the field what the stage would miss', async () => {
    const { el, store } = await standing([
      { op: 'patch', kind: 'stage', id: 'stage-2', fields: { requiredFields: [[], ['value']] } },
    ]);
    await choose(el, 'd4', 'd5');
    await mergeKey(el);
    await opened(el);
    await click(radio(el, 'survivor', 'd4'));
    await click(radio(el, 'value', 'd5'));
    expect(text(open(el)!)).to.contain('Value is empty.');
    await click(one(el, 'dialog[open] [type=submit]'));
    await settled(el);
    expect(active(el), 'the focus is at it').to.equal(radio(el, 'value', 'd5'));
    expect((await store.read({ kind: 'deal', window: page })).total).to.equal(5);
  });

  it('is offered for two to five, and not where it is not allowed', async () => {
    const { el } = await standing([], { can: (name: string) => name !== 'deals-merge' || 'Only the lead may' });
    await choose(el, 'd1', 'd2');
    expect(el.shadowRoot!.querySelector('[data-bulk=merge]')).to.equal(null);
    await mergeKey(el);
    expect(open(el)).to.equal(null);
    const other = await standing([]);
    await choose(other.el, 'd1');
    expect(other.el.shadowRoot!.querySelector('[data-bulk=merge]')).to.equal(null);
    await choose(other.el, 'd2');
    expect(other.el.shadowRoot!.querySelector('[data-bulk=merge]') !== null).to.equal(true);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`passes axe in ${theme}, side by side and one below the other`, async () => {
      for (const width of [1200, 390]) {
        const { el } = await standing(noted, { theme, width });
        await choose(el, 'd1', 'd2');
        await mergeKey(el);
        await opened(el);
        await Promise.all(
          open(el)!
            .getAnimations()
            .map(({ finished }) => finished),
        );
        await expect(el).to.be.accessible();
        expect(open(el)!.scrollWidth <= open(el)!.clientWidth, 'nothing sticks out').to.equal(true);
        await sendKeys({ press: 'Escape' });
      }
    });
  }

  it('the one that went says in the trash into which, and leads there; after undo it is in no trash', async () => {
    const { el, store } = await standing();
    await store.mergeDeals({ ids: ['d1', 'd2'], survivorId: 'd2' });
    const trash = async (): Promise<void> => {
      await click(one(el, '[data-more]'));
      await click(one(el, '.menu [data-id=trash]'));
      await waitUntil(() => open(el)?.querySelector('.trashed li, .muted[role=status]'), 'the trash');
      await settled(el);
    };
    await trash();
    await waitUntil(() => text(open(el)!).includes('merged into “Heat pump”'));
    await expect(el).to.be.accessible();
    const heard: (string | null)[] = [];
    el.addEventListener('deal-open', (event) => heard.push(event.detail.id));
    await click(one(el, '[data-survivor]'));
    await waitUntil(() => open(el) === null, 'the dialog is closed');
    expect(heard).to.deep.equal(['d2']);
    await store.undo();
    await waitUntil(() => cards(el, 0).length === 3);
    await trash();
    await waitUntil(() => text(open(el)!).includes('nothing') || all(el, '.trashed li').length === 0);
    expect(all(el, '[data-survivor]')).to.have.length(0);
  });
});
