/** The catalogue of products: found, added to, changed and cleared; and its form by keys alone. */
import { expect, waitUntil } from '@open-wc/testing';
import { aProduct, creation } from '../../../src/testing/fixtures.js';
import { orSkip, touchscreen } from '../../support/commands.js';
import { keys, named, one, press, type } from '../../shared/support/detail-stand.js';
import { all, hosting, lineOf, stand, two } from './support/products-stand.js';

describe('<deal-detail>: the catalogue of products', () => {
  afterEach(() => touchscreen(false).catch(() => undefined));

  it('the catalogue is searched, added to, changed and cleared', async () => {
    const { detail, store } = await stand([...two, hosting]);
    await press(one(detail, '[data-act=products-more]'));
    await press(named(detail, /^Catalogue/));
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-product=p]') != null);
    await press(one(detail, '[data-new-product]'));
    await waitUntil(() => detail.shadowRoot?.activeElement?.id === 'product-name');
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot?.querySelector('#product-name-error') != null);
    await type('Training');
    one(detail, '#price-0-price').focus();
    await type('950');
    await keys('Enter');
    await waitUntil(async () => (await all(store, 'product')).length === 2);
    await waitUntil(() => detail.shadowRoot?.querySelectorAll('.catalogue-row').length === 2);
    one(detail, '#catalogue-find').focus();
    await type('ho-12');
    await waitUntil(() => detail.shadowRoot?.querySelectorAll('.catalogue-row').length === 1);
    await press(one(detail, '[data-product=p]'));
    await waitUntil(() => detail.shadowRoot?.activeElement?.id === 'product-name');
    await type('Colocation');
    await keys('Enter');
    await waitUntil(async () => (await all(store, 'product')).some(({ name }) => name === 'Colocation'));
    await press(named(detail, 'Delete Colocation'));
    await waitUntil(async () => (await all(store, 'product')).length === 1);
  });

  it('the form of a product goes on by keys where a row comes or goes, and stops saying what was put right', async () => {
    const { detail, store } = await stand();
    const focused = (): string | undefined => {
      const { id, dataset } = (detail.shadowRoot?.activeElement ?? {}) as HTMLElement;
      return id || dataset['offPrice'] || dataset['addPrice'];
    };
    const errors = (): readonly string[] =>
      [...detail.shadowRoot!.querySelectorAll('.product-form .field-error')].map(({ id }) => id);
    await press(one(detail, '[data-act=products-more]'));
    await press(named(detail, /^Catalogue/));
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-new-product]') != null);
    await press(one(detail, '[data-new-product]'));
    await waitUntil(() => focused() === 'product-name');
    one(detail, '#price-0-price').focus();
    await type('abc');
    one(detail, '[data-add-price=price]').focus();
    await keys('Enter');
    expect(focused(), 'a price more').to.equal('price-1-price');
    await type('much');
    await keys('Enter');
    await waitUntil(() => errors().length === 3);
    one(detail, '[data-off-price=price-0]').focus();
    await keys('Enter');
    expect(focused(), 'a price less').to.equal('price-1');
    expect(errors(), 'what is wrong stays at its row').to.deep.equal(['product-name-error', 'price-1-price-error']);
    one(detail, '#price-1-price').focus();
    await type('1300');
    expect(errors()).to.deep.equal(['product-name-error']);
    one(detail, '#product-name').focus();
    await type('Training');
    expect(errors()).to.deep.equal([]);
    one(detail, '[data-add-variation]').focus();
    await keys('Enter');
    expect(focused(), 'a variation more').to.equal('variation-0-name');
    await press(named(detail, /^Remove variation/));
    await waitUntil(() => detail.shadowRoot?.activeElement?.hasAttribute('data-add-variation') === true);
    one(detail, '[data-off-price=price-1]').focus();
    await keys('Enter');
    expect(focused(), 'none is left').to.equal('price');
    one(detail, '#product-name').focus();
    await keys('Enter');
    await waitUntil(async () => (await all(store, 'product')).some(({ name }) => name === 'Training'));
  });

  it('a variation is found by its own name, and then it is the one that Enter adds', async () => {
    const prices = [{ currency: 'EUR', price: '1200', cost: null }];
    const variations = [
      { id: 'basic', name: 'Basic', prices },
      { id: 'large', name: 'Enterprise', prices: [{ currency: 'EUR', price: '2000', cost: null }] },
    ];
    const { detail, store } = await stand([
      ...two,
      creation('product', aProduct({ id: 'p', name: 'Platform licence', prices, variations })),
    ]);
    await press(named(detail, 'Add product'));
    await waitUntil(() => detail.shadowRoot?.activeElement?.id === 'add-product');
    await type('enterpr');
    await waitUntil(() => detail.shadowRoot?.querySelector('#add-product-option-0') != null);
    expect(detail.shadowRoot!.querySelector('#add-product-option-1')).to.equal(null);
    await keys('Enter');
    await waitUntil(async () => (await all(store, 'dealProduct')).length === 3);
    expect(await lineOf(store, 'Platform licence, Enterprise')).to.include({ variationId: 'large', price: '2000' });
  });

  for (const finger of [false, true])
    it(`has the cross in line with the heading${finger ? ', for a finger' : ''}`, async function () {
      const { detail } = await stand([...two, hosting]);
      if (finger) await orSkip(this, () => touchscreen(true));
      await press(one(detail, '[data-act=products-more]'));
      await press(named(detail, /^Catalogue/));
      await waitUntil(() => detail.shadowRoot?.querySelector('[data-product=p]') != null);
      const middle = (selector: string): number => {
        const { top, bottom } = one(detail, `dialog[open] .dialog-head ${selector}`).getBoundingClientRect();
        return (top + bottom) / 2;
      };
      expect(middle('.btn--icon')).to.be.closeTo(middle('h2'), 2);
    });
});
