/** The products of a deal: a table as in a spreadsheet, what it comes to, and the catalogue; by keys and by mouse. */
import { expect, waitUntil } from '@open-wc/testing';
import type { Deal } from '../../../src/domain/records.js';
import { defaultProfile, profileWith } from '../../../src/domain/profile.js';
import { aProduct, creation } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press, text, type } from '../../shared/support/detail-stand.js';
import { all, at, cell, editor, hosting, line, lineOf, sold, stand, sum, two } from './support/products-stand.js';

describe('<deal-detail>: products', () => {
  it('says what they come to, and that the value is their sum', async () => {
    const { detail } = await stand();
    expect(sum(detail)).to.equal('€1,470.00');
    expect(text(detail, '[part=products]')).to.contain('Tax 19 % on 1,200.00').and.to.contain('Tax 7 % on 270.00');
    expect(text(detail, '[part=summary]')).to.contain('€1,470.00').and.to.contain('2 products');
    expect(detail.shadowRoot?.querySelector('[part=summary] [data-edit$=value]')).to.equal(null);
    await press(one(detail, '[data-show-products]'));
    await waitUntil(() => at(detail) === 'Licence name', 'the link leads to the first cell');
  });

  it('is edited by keys: arrows, Enter, F2, Tab, Escape', async () => {
    const { detail, store } = await stand();
    cell(detail, 'Licence', 'name').focus();
    await keys('ArrowRight');
    await keys('ArrowRight');
    expect(at(detail)).to.equal('Licence quantity');
    await keys('Enter');
    await waitUntil(() => editor(detail) !== null);
    await type('3');
    await keys('Enter');
    await waitUntil(() => sum(detail) === '€3,870.00', 'what was typed counts');
    await waitUntil(() => at(detail) === 'Migration quantity', 'and the focus goes down');
    await keys('F2');
    await waitUntil(() => editor(detail) !== null);
    await type('10');
    await keys('Tab');
    await waitUntil(() => editor(detail)?.closest('td')?.dataset['column'] === 'discount', 'Tab edits the next cell');
    await type('10 %');
    await keys('Enter');
    await waitUntil(async () => (await lineOf(store, 'Migration'))?.discount === '10');
    await waitUntil(() => sum(detail) === '€4,815.00');
    await keys('ArrowLeft');
    await keys('Enter');
    await waitUntil(() => editor(detail) !== null);
    await type('77');
    await keys('Escape');
    await waitUntil(() => at(detail) === 'Migration quantity', 'Escape puts back');
    expect((await lineOf(store, 'Migration'))?.quantity).to.equal('10');
  });

  it('takes what is typed on a cell, and an amount as a discount', async () => {
    const { detail, store } = await stand();
    await press(cell(detail, 'Licence', 'discount'));
    await waitUntil(() => editor(detail) !== null, 'a press edits');
    await type('300');
    await keys('Enter');
    await waitUntil(async () => (await lineOf(store, 'Licence'))?.discountType === 'amount');
    await waitUntil(() => sum(detail) === '€1,170.00');
    await waitUntil(() => at(detail) === 'Migration discount');
    await keys('ArrowLeft');
    await keys('5');
    await waitUntil(() => editor(detail)?.value === '5');
    await keys('Enter');
    await waitUntil(async () => (await lineOf(store, 'Migration'))?.quantity === '5');
  });

  it('keeps what cannot be, as it was typed, and says what is wrong with it', async () => {
    const { detail, store } = await stand();
    await press(cell(detail, 'Licence', 'price'));
    await waitUntil(() => editor(detail) !== null);
    await type('much');
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot?.querySelector('#cell-error') != null);
    expect(text(detail, '#cell-error')).to.equal('Write an amount, such as 1,234.5.');
    expect(editor(detail)!.value).to.equal('much');
    expect(editor(detail)!.getAttribute('aria-invalid')).to.equal('true');
    await keys('Escape');
    await waitUntil(() => editor(detail) === null);
    await press(cell(detail, 'Migration', 'discount'));
    await waitUntil(() => editor(detail) !== null);
    await type('271');
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot?.querySelector('#cell-error') != null);
    expect(text(detail, '#cell-error')).to.equal('Discount is more than what it is taken off.');
    expect((await lineOf(store, 'Migration'))?.discount).to.equal('0');
    expect(sum(detail)).to.equal('€1,470.00');
  });

  it('is not counted, deleted, and back by undo', async () => {
    const { detail, store } = await stand();
    await press(named(detail, 'Actions for Migration'));
    await press(named(detail, 'Show it, do not count it'));
    await waitUntil(() => sum(detail) === '€1,200.00');
    expect(text(detail, '[data-line=Migration]')).to.contain('not counted');
    await press(named(detail, 'Actions for Migration'));
    await press(named(detail, 'Delete'));
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-line=Migration]') == null);
    await waitUntil(() => at(detail) === 'Licence menu', 'the focus goes to what is left');
    expect(text(detail, '[part=summary]')).to.contain('1 product');
    await store.undo();
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-line=Migration]') != null);
  });

  it('a product of the catalogue is found by its code and added by Enter', async () => {
    const { detail, store } = await detailStand(
      () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
      [sold({ value: null }), hosting],
      { width: 1000 },
    );
    expect(text(detail, '[part=products]')).to.contain('No products yet');
    await press(named(detail, 'Add product'));
    await waitUntil(() => detail.shadowRoot?.activeElement?.id === 'add-product');
    await type('ho-1');
    await waitUntil(() => detail.shadowRoot?.querySelector('#add-product-option-0') != null);
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-sum]') != null);
    expect(sum(detail)).to.equal('€50.00');
    await waitUntil(() => at(detail).endsWith(' quantity'), 'how many is asked next');
    expect((await all(store, 'dealProduct'))[0]).to.include({ productId: 'p', name: 'Hosting', dealId: 'one' });
  });

  it('one of no catalogue is added with its price, and goes into it where that is wanted', async () => {
    const { detail, store } = await stand([...two, hosting]);
    await press(named(detail, 'Add product'));
    await waitUntil(() => detail.shadowRoot?.activeElement?.id === 'add-product');
    await type('Travel');
    await waitUntil(() => detail.shadowRoot?.querySelector('#add-product-new') != null);
    await press(one(detail, '#add-product-new'));
    await waitUntil(() => detail.shadowRoot?.activeElement?.id === 'add-price');
    await type('99.50');
    await press(one(detail, '#add-keep'));
    await press(named(detail, 'Add'));
    await waitUntil(() => sum(detail) === '€1,569.50');
    const travel = (await all(store, 'product')).find(({ name }) => name === 'Travel')!;
    expect(travel.prices).to.deep.equal([{ currency: 'EUR', price: '99.50', cost: null }]);
    expect((await lineOf(store, 'Travel'))!.productId).to.equal(travel.id);
  });

  it('is another currency by the catalogue, and asks for what it does not know', async () => {
    const { detail, store } = await stand([
      sold({ value: { amount: '1335.00', currency: 'EUR' }, lines: { count: 2, by: 'c' } }),
      creation('product', aProduct({ id: 'p', prices: [{ currency: 'USD', price: '1500', cost: null }] })),
      line('Licence', { price: '1200', productId: 'p' }),
      line('Migration', { price: '135' }),
    ]);
    await press(one(detail, '[data-act=currency]'));
    await type('USD');
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot?.querySelector('dialog[open]') != null);
    expect(text(detail, 'dialog[open]'))
      .to.contain('Migration')
      .and.to.contain('1 product takes its price from the catalogue.')
      .and.to.contain('Until now €135.00. Write what it is in USD.');
    const { parentElement: frame } = detail.closest('crm-provider') ?? detail;
    frame!.lang = 'tr';
    await waitUntil(
      () => text(detail, 'dialog[open]').includes('Fiyatlar USD ile'),
      'the language of the page, at once',
    );
    expect(text(detail, 'dialog[open]')).to.contain('Şimdiye kadar €135,00. USD karşılığını yazın.');
    frame!.lang = 'en';
    await waitUntil(() => text(detail, 'dialog[open]').includes('Prices in USD'));
    one<HTMLInputElement>(detail, 'dialog[open] input').select();
    await type('150');
    await keys('Enter');
    await waitUntil(() => sum(detail) === '$1,650.00');
    const [deal] = await all(store, 'deal');
    expect(deal!.value).to.deep.equal({ amount: '1650.00', currency: 'USD' });
  });

  it('tax is on top, in the prices, or none, for all of them', async () => {
    const { detail } = await stand();
    await press(one(detail, '[data-act=taxing]'));
    await press(named(detail, 'No tax'));
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-cell$=" tax"]') == null, 'no column for it');
    await press(one(detail, '[data-act=taxing]'));
    await waitUntil(() => one(detail, '.menu').ariaLabel === 'Tax', 'what there is');
    detail.lang = 'tr';
    await waitUntil(() => text(detail, '.menu [data-id=none]') === 'Vergisiz', 'in another language');
    expect(text(detail, '.menu [data-id=exclusive]')).to.equal('Vergi hariç');
    detail.lang = 'en';
    await waitUntil(() => text(detail, '.menu [data-id=none]') === 'No tax', 'and back');
    await press(named(detail, 'Tax included'));
    await waitUntil(() => text(detail, '.sum').includes('Deal value, tax included'));
    expect(text(detail, '.sum')).to.contain('Tax 19 % in 1,200.00').and.to.contain('€191.60');
    expect(sum(detail)).to.equal('€1,470.00');
  });

  for (const width of [390, 1000])
    it(`what a discount is for pushes no amount out of sight, at ${String(width)} px`, async () => {
      const description = 'Framework agreement of 2026 for all plants, their stores and whoever orders for them';
      const [first, ...lines] = two;
      const { detail } = await stand(
        [
          sold({
            ...(first as { record: Deal }).record,
            discounts: [{ id: 'd', type: 'amount', amount: '70', description }],
          }),
          ...lines,
        ],
        { width },
      );
      const [card, amount] = [one(detail, '.sheet-card'), one(detail, '[data-sum]')].map((box) =>
        box.getBoundingClientRect(),
      );
      expect(amount!.width).to.be.greaterThan(0);
      expect(amount!.right).to.be.at.most(card!.right);
      expect(one(detail, '[data-discount] bdi').getBoundingClientRect().height, 'all of it is read').to.be.at.least(30);
    });

  it('a discount on the whole needs an amount and words', async () => {
    const { detail } = await stand();
    await press(one(detail, '[data-act=products-more]'));
    await press(named(detail, /^Discount on the whole/));
    await waitUntil(() => detail.shadowRoot?.querySelector('dialog[open]') != null);
    const { parentElement: frame } = detail.closest('crm-provider') ?? detail;
    frame!.lang = 'tr';
    await waitUntil(
      () => text(detail, 'dialog[open] h2').includes('indirimler'),
      'in the language of the page, at once',
    );
    frame!.lang = 'en';
    await waitUntil(() => text(detail, 'dialog[open] h2').includes('Discount'));
    // In a page from right to left it begins at the right, with its words in their own direction.
    frame!.dir = 'rtl';
    const title = one(detail, 'dialog[open] h2');
    const words = title.querySelector('bdi')!;
    await waitUntil(() => Math.abs(words.getBoundingClientRect().right - title.getBoundingClientRect().right) < 1);
    expect(getComputedStyle(words).direction).to.equal('ltr');
    frame!.dir = '';
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot?.querySelectorAll('dialog[open] .field-error').length === 2);
    one(detail, '#discount-0-amount').focus();
    const wrong = (): number => detail.shadowRoot!.querySelectorAll('dialog[open] .field-error').length;
    await type('10');
    expect(wrong(), 'what was put right is not said any longer').to.equal(1);
    one(detail, '#discount-0-description').focus();
    await type('Loyal');
    expect(wrong()).to.equal(0);
    await keys('Enter');
    await waitUntil(() => sum(detail) === '€1,323.00');
    expect(text(detail, '.sum')).to.contain('Discount, Loyal').and.to.contain('− €147.00');
  });

  it('is charged again and again, and says what that brings', async () => {
    const { detail, store } = await stand();
    await press(named(detail, 'Actions for Licence'));
    await press(named(detail, /^Charged again/));
    await waitUntil(() => detail.shadowRoot?.querySelector('dialog[open]') != null);
    await type('w');
    await waitUntil(() => detail.shadowRoot?.querySelector('#line-cycles') != null, 'weekly is chosen');
    await press(named(detail, 'Save'));
    await waitUntil(() => detail.shadowRoot?.querySelector('#line-cycles-error') != null);
    expect(text(detail, '#line-cycles-error')).to.equal('What is charged weekly needs a whole number from 1 to 208.');
    await type('4');
    await keys('Enter');
    await waitUntil(async () => (await lineOf(store, 'Licence'))?.cycles === 4);
    await waitUntil(() => text(detail, '[part=products]').includes('weekly, 4 times'));
    expect(text(detail, '.revenue')).to.contain('€62,400.00').and.to.contain('€5,200.00');
  });

  it('says why it may not be edited', async () => {
    const { detail } = await stand(two, {
      can: (name) => (name.startsWith('deal-product') ? 'Only Maya sells' : true),
    });
    expect(cell(detail, 'Licence', 'price').title).to.equal('Only Maya sells');
    await press(cell(detail, 'Licence', 'price'));
    expect(editor(detail)).to.equal(null);
    expect(one(detail, '[data-add-product]').getAttribute('aria-disabled')).to.equal('true');
  });

  it('is not there where deals have none', async () => {
    const none = { lead: false, deal: false };
    const { detail } = await detailStand(
      () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
      two,
      {
        width: 1000,
        profile: profileWith({ projectsAndProducts: none }),
      },
    );
    expect(defaultProfile.projectsAndProducts.deal).to.equal(true);
    expect(detail.shadowRoot?.querySelector('[part=products]')).to.equal(null);
  });

  for (const [what, options] of [
    ['wide', { width: 1000 }],
    ['390 px, Turkish', { width: 390, lang: 'tr' }],
  ] as const)
    it(`is without barriers: ${what}`, async () => {
      const { detail } = await stand(two, options);
      await expect(detail).to.be.accessible();
      expect(detail.scrollWidth).to.be.at.most(detail.clientWidth);
    });
});
