import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { Sum } from '../../../src/domain/totals.js';
import { faultyAdapter } from '../../../src/testing/faulty.js';
import { aPipeline, aStage, creation, money } from '../../../src/testing/fixtures.js';
import {
  all,
  board,
  card,
  cards,
  click,
  count,
  deal,
  focusCard,
  focusedId,
  one,
  settled,
  stage,
  stand,
  sums,
  text,
} from './support.js';
import { middle } from '../../support/commands.js';

describe('<deal-pipeline> the board', () => {
  it('shows stages with count and totals per currency, and the pipeline above them', async () => {
    const { el } = await stand();
    await waitUntil(() => count(el, 0) === '3');
    expect(text(one(el, '.pipe-name'))).to.equal('New business');
    await waitUntil(() => text(one(el, '.totals')) === '5 open deals €2,400.50 · ₺5,000 €2,400.50 · ₺5,000 weighted');
    expect([0, 1, 2, 3].map((at) => [count(el, at), sums(el, at)])).to.deep.equal([
      ['3', '€1,500.50 · ₺5,000'],
      ['0', '€0'],
      ['2', '€900'],
      ['0', '€0'],
    ]);
    expect(text(stage(el, 1))).to.contain('Drag a deal here, or use “Move to”');
  });

  it('shows on a card who, when, how much, and what is next in words', async () => {
    const { el } = await stand();
    const late = card(el, 'd1');
    expect(text(late)).to.contain('Hot');
    expect(text(late)).to.contain('Ada Yıldız');
    expect(text(late)).to.contain('Due Nov 12');
    expect(text(late)).to.contain('€1,200');
    expect(late.querySelector('.act')?.getAttribute('aria-label')).to.equal('Call back: 3 days overdue');
    expect(late.querySelector('.avatar')?.getAttribute('aria-label')).to.equal('Robin');
    expect(text(card(el, 'd2'))).to.contain('Northwind Oy · Ada Yıldız');
    expect(card(el, 'd3').querySelector('.act')?.getAttribute('aria-label')).to.equal('No activity planned');
    expect(card(el, 'd5').querySelector('.none')?.getAttribute('aria-label')).to.equal('No value');
    expect(late.getAttribute('aria-posinset')).to.equal('1');
    expect(late.getAttribute('aria-setsize')).to.equal('3');
  });

  it('sorts by next activity, and by what the menu says', async () => {
    const { el } = await stand();
    expect(cards(el, 0)).to.deep.equal(['d1', 'd2', 'd3']);
    await click(one(el, '[data-sort]'));
    await click(one(el, '.menu [data-id=title]'));
    await waitUntil(() => cards(el, 0).join() === 'd2,d3,d1');
    expect(text(one(el, '[data-sort]'))).to.equal('Title');
    expect(el.order).to.equal('title');
  });

  it('opens a deal from anywhere on its card, and the page may stop it', async () => {
    const { el } = await stand();
    const opened: (string | null)[] = [];
    const stop = (event: Event): void => {
      opened.push((event as CustomEvent<{ id: string | null }>).detail.id);
      if (opened.length === 2) event.preventDefault();
    };
    document.addEventListener('deal-open', stop);
    // Its title reaches over all of it.
    await sendMouse({ type: 'click', position: middle(card(el, 'd1').querySelector('.card-foot')!) });
    await waitUntil(() => card(el, 'd1').matches('.is-open'));
    await focusCard(el, 'd4');
    await sendKeys({ press: 'Enter' });
    await settled(el);
    document.removeEventListener('deal-open', stop);
    expect(opened).to.deep.equal(['d1', 'd4']);
    expect(card(el, 'd4').matches('.is-open'), 'the page stopped it').to.equal(false);
    expect(card(el, 'd1').matches('.is-open')).to.equal(true);
  });

  it('finds deals, narrows by owner, and offers the way back', async () => {
    const { el } = await stand([
      ...deal({ id: 'd1', stageId: 'stage-0', title: 'İzmir deposu' }),
      ...deal({ id: 'd2', stageId: 'stage-0', ownerId: 'user-2' }),
    ]);
    await focusCard(el, 'd1');
    await sendKeys({ press: '/' });
    await sendKeys({ type: 'izmir' });
    await waitUntil(() => cards(el, 0).join() === 'd1');
    await waitUntil(() => count(el, 0) === '1', 'counts follow');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => cards(el, 0).length === 2);
    await click(one(el, '[data-owners]'));
    await click(one(el, '.menu [data-id=user-2]'));
    await waitUntil(() => cards(el, 0).join() === 'd2');
    expect(text(one(el, '[data-owners]'))).to.equal('Jonas Brandt');
    el.search = 'nothing like it';
    await waitUntil(() => el.shadowRoot!.querySelector('.empty') !== null);
    expect(text(one(el, '.empty'))).to.contain('No deals match');
    await click(one(el, '[data-clear]'));
    await waitUntil(() => cards(el, 0).length === 2);
  });

  it('says what to do while there are no deals, and adds one', async () => {
    const { el } = await stand([]);
    expect(text(one(el, '.empty'))).to.contain('No deals yet');
    expect(all(el, 'input[type=search]')).to.have.length(0);
    await click(one(el, '.empty .btn--primary'));
    await waitUntil(() => el.shadowRoot!.querySelector('#deal-title') !== null);
    await click(one(el, '.dialog-foot [type=submit]'));
    await waitUntil(() => text(one(el, 'dialog[open]')).includes('Name a person or an organization.'));
    expect((el.shadowRoot!.activeElement as HTMLElement).id).to.equal('deal-person');
    await sendKeys({ type: 'Grace Hopper' });
    await sendKeys({ press: 'Tab' });
    one(el, '#deal-title').focus();
    await sendKeys({ type: 'Compiler' });
    one(el, '#deal-amount').focus();
    await sendKeys({ type: '12 tons' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => el.shadowRoot!.activeElement?.getAttribute('aria-invalid') === 'true', 'no amount: said');
    const amount = one(el, '#deal-amount') as HTMLInputElement;
    expect(amount.value, 'what was typed is there').to.equal('12 tons');
    amount.select();
    await sendKeys({ type: '$1,250.50' });
    one(el, '#deal-title').focus();
    const currency = one(el, '#deal-currency') as HTMLSelectElement;
    await waitUntil(() => `${amount.value} ${currency.value}` === '1,250.50 USD', 'the sign chooses the currency');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => cards(el, 0).length === 1);
    const made = text(one(el, '.card[data-id]'));
    expect(made).to.contain('Compiler');
    expect(made).to.contain('Grace Hopper');
    expect(made, 'dollars stay dollars, beside a field of euros').to.contain('$1,250.50');
    await waitUntil(() => text(one(el, '.totals')) === '1 open deal $1,250.50 $1,250.50 weighted');
  });

  it('keeps what was typed where the page says no', async () => {
    const { el } = await stand([]);
    await click(one(el, '.empty .btn--primary'));
    await waitUntil(() => el.shadowRoot!.querySelector('#deal-title') !== null);
    el.addEventListener('deal-add', (event) => event.waitUntil(Promise.reject(new Error('Budget is closed'))), {
      once: true,
    });
    await sendKeys({ type: 'Grace Hopper' });
    await sendKeys({ press: 'Tab' });
    await click(one(el, '.dialog-foot [type=submit]'));
    await waitUntil(() => el.shadowRoot!.querySelector('[data-error]') !== null);
    expect(text(one(el, '[data-error]'))).to.contain('The deal was not added. Budget is closed');
    el.lang = 'tr';
    await waitUntil(() => text(one(el, '[data-error]')).includes('Anlaşma eklenmedi. Budget is closed'), 'in Turkish');
    el.lang = 'en';
    expect((one(el, '#deal-person') as HTMLInputElement).value).to.equal('Grace Hopper');
    await click(one(el, '.dialog-foot [type=submit]'));
    await waitUntil(() => cards(el, 0).length === 1, 'a second try succeeds');
  });

  it('says why a stage could not be read, and reads it again', async () => {
    const { el } = await stand(undefined, {
      wrap: (adapter) => faultyAdapter(adapter, [{ on: 'read', kind: 'deal', times: 4, fault: { reject: 'denied' } }]),
    });
    await waitUntil(() => all(el, '.stage-error').length === 4);
    expect(text(one(el, '.stage-error'))).to.contain('You are not allowed to see these deals.');
    await click(one(el, '[data-retry]'));
    await waitUntil(() => cards(el, 0).length === 3);
    expect(all(el, '.stage-error')).to.have.length(3);
  });

  it('shows another pipeline', async () => {
    const other = [
      creation('pipeline', aPipeline({ id: 'pipeline-2', name: 'Renewals', rank: 'b0' })),
      creation('stage', aStage({ id: 'stage-9', name: 'Due soon', pipelineId: 'pipeline-2' })),
      ...deal({ id: 'd9', stageId: 'stage-9', pipelineId: 'pipeline-2', value: money('70') }),
    ];
    const { el } = await stand(undefined, { changes: other });
    const select = one(el, '.pipe-name select') as HTMLSelectElement;
    select.focus();
    await sendKeys({ type: 'R' });
    if (select.value !== 'pipeline-2') await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(el, '.stage').length === 1);
    await waitUntil(() => text(one(el, '.totals')) === '1 open deal €70 €70 weighted');
    expect(el.pipelineId).to.equal('pipeline-2');
  });

  it('draws only what is seen of 10,000 deals, and sums all of them', async function () {
    this.timeout(60_000);
    const many = [...Array(10_000).keys()].flatMap((at) =>
      deal({ id: `d${at}`, rank: `a${at}`, stageId: `stage-${at % 4}`, value: money(String(at)) }),
    );
    const { el } = await stand(many);
    expect(all(el, '.card').length).to.be.lessThan(80);
    const sum = new Sum();
    for (let at = 0; at < 10_000; at += 4) sum.add(money(String(at)));
    await waitUntil(() => count(el, 0) === '2,500');
    expect(sums(el, 0).replace(/\D/g, '')).to.equal(String(Number(sum.sums[0]!.amount)));
    const scroller = stage(el, 0).querySelector('.cards')!;
    scroller.scrollTop = scroller.scrollHeight;
    await waitUntil(
      () => stage(el, 0).querySelector('[aria-posinset="2500"][data-id]') !== null,
      'the last one is there',
    );
    expect(all(el, '.card').length).to.be.lessThan(80);
  });

  it('goes by arrows from card to card and stage to stage; the other way round from right to left', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const { el } = await stand(undefined, { dir });
      const [back, on] = dir === 'ltr' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
      await focusCard(el, 'd1');
      for (const [press, expected] of [
        ['ArrowDown', 'd2'],
        ['End', 'd3'],
        ['Home', 'd1'],
        [on, 'Contact made'],
        [on, 'd4'],
        ['ArrowDown', 'd5'],
        [on, 'Contract out'],
        [back, 'd4'],
      ] as const) {
        await sendKeys({ press });
        await settled(el);
        expect(focusedId(el), `${dir} ${press}`).to.equal(expected);
      }
      expect(all(el, '.card .title[tabindex="0"]'), 'one tab stop').to.have.length(1);
    }
  });

  it('shows one stage and a strip where it is narrow', async () => {
    const { el } = await stand(undefined, { width: 390 });
    const frame = el.getBoundingClientRect();
    expect(Math.round(stage(el, 0).getBoundingClientRect().width)).to.be.within(frame.width - 2, frame.width);
    await click(one(el, '[data-step=stage-2]'));
    await waitUntil(() => Math.abs(stage(el, 2).getBoundingClientRect().left - frame.left) < 3);
    expect(one(el, '[data-step=stage-2]').getAttribute('aria-current')).to.equal('true');
    expect(document.documentElement.scrollWidth).to.be.at.most(window.innerWidth);
  });

  it('follows another board on the same store', async () => {
    const { el, store } = await stand();
    const other = await board(store);
    await store.execute('deal-move', { ids: ['d1'], stageId: 'stage-1' });
    await waitUntil(() => cards(el, 1).join() === 'd1' && cards(other, 1).join() === 'd1');
    await waitUntil(() => sums(el, 1) === '€1,200' && sums(other, 1) === '€1,200');
    expect(cards(el, 0)).to.deep.equal(['d2', 'd3']);
  });

  for (const theme of ['light', 'dark'] as const)
    it(`has no violation that axe can find, ${theme}`, async function () {
      this.timeout(30_000);
      const { el } = await stand(undefined, { theme });
      await expect(el).to.be.accessible();
      await focusCard(el, 'd1');
      await sendKeys({ press: ' ' });
      await settled(el);
      await expect(el).to.be.accessible();
    });
});
