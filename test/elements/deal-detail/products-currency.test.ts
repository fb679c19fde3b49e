/** The products of a deal in another currency: what nobody can work out is asked, each amount in a field of its own. */
import { expect, waitUntil } from '@open-wc/testing';
import { aProduct, creation } from '../../../src/testing/fixtures.js';
import { keys, named, one, press, text, type } from '../../shared/support/detail-stand.js';
import { all, line, lineOf, sold, stand, sum } from './support/products-stand.js';

const world = [
  sold({
    value: { amount: '145.00', currency: 'EUR' },
    lines: { count: 2, by: 'c' },
    discounts: [{ id: 'loyal', type: 'amount', amount: '5', description: 'Loyal' }],
  }),
  line('Travel', { price: '100', discount: '30', discountType: 'amount' }),
  line('Hotel', { price: '80', discount: '0' }),
];

describe('<deal-detail>: products in another currency', () => {
  it('asks for prices and for what is taken off as an amount, says what is wrong, and changes all at once', async () => {
    const { detail, store } = await stand(world);
    await press(one(detail, '[data-act=currency]'));
    await type('USD');
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot?.querySelector('dialog[open]') != null);
    const field = (name: RegExp): HTMLInputElement => {
      const label = [...detail.shadowRoot!.querySelectorAll<HTMLLabelElement>('dialog[open] label')].find((each) =>
        name.test(each.textContent),
      );
      return one<HTMLInputElement>(detail, `#${label!.htmlFor}`);
    };
    const fill = async (name: RegExp, value: string): Promise<void> => {
      field(name).focus();
      field(name).select();
      await type(value);
    };
    await fill(/^\s*Travel/, '110');
    await fill(/^\s*Hotel/, '90');
    await fill(/Off Travel/, 'a lot');
    await fill(/Off the sum: Loyal/, '6');
    await keys('Enter');
    await waitUntil(() => field(/Off Travel/).getAttribute('aria-invalid') === 'true', 'told at its field');
    expect(field(/Hotel/).value).to.equal('90');
    expect((await lineOf(store, 'Travel'))?.currency).to.equal('EUR');
    await expect(detail).to.be.accessible();
    await fill(/Off Travel/, '33');
    await keys('Enter');
    await waitUntil(() => sum(detail) === '$161.00');
    const [deal] = await all(store, 'deal');
    expect(deal!.value).to.deep.equal({ amount: '161.00', currency: 'USD' });
    expect(deal!.discounts).to.deep.equal([{ id: 'loyal', type: 'amount', amount: '6', description: 'Loyal' }]);
    await store.undo();
    await waitUntil(() => sum(detail) === '€145.00', 'one step back takes all of it back');
    expect((await lineOf(store, 'Travel'))?.discount).to.equal('30');
  });

  it('shows a long catalogue in parts, and the focus goes on where the next ones begin', async () => {
    const many = Array.from({ length: 130 }, (_, i) =>
      creation('product', aProduct({ id: `p${i}`, name: `P${String(i).padStart(3, '0')}` })),
    );
    const { detail } = await stand([...world, ...many]);
    await press(one(detail, '[data-act=products-more]'));
    await press(named(detail, /^Catalogue/));
    await waitUntil(() => detail.shadowRoot!.querySelectorAll('.catalogue-row').length === 100);
    one(detail, '[data-more-products]').focus();
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.querySelectorAll('.catalogue-row').length === 130);
    await waitUntil(
      () => /P100/.test(detail.shadowRoot!.activeElement?.textContent ?? ''),
      'the first of the new ones',
    );
    expect(text(detail, 'dialog[open]')).not.to.contain('more');
  });
});
