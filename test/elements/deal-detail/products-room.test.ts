/** The products of a deal in whatever room there is: nothing lies over anything, and nothing is cut off. */
import { expect, waitUntil } from '@open-wc/testing';
import { named, one, press, text, type } from '../../shared/support/detail-stand.js';
import { cell, editor, line, sold, stand } from './support/products-stand.js';

const large = [
  sold({ value: { amount: '1234567', currency: 'EUR' }, lines: { count: 3, by: 'c' } }),
  line('Licence', { price: '1777000', name: 'Platform licence for every member of the yard' }),
  line('Crane', { price: '34567890.5', name: 'Crane' }),
  line('Travel', { price: '5', name: 'Travel', discount: '300', discountType: 'amount', quantity: '12000' }),
];

/** Where the words of each cell of a line stand. */
const wordsIn = (row: Element): { readonly name: string; readonly box: DOMRect }[] =>
  [...row.querySelectorAll<HTMLElement>('td')].map((td) => {
    const range = document.createRange();
    range.selectNodeContents(td.querySelector('bdi, b, button') ?? td);
    return { name: td.dataset['column'] ?? td.className, box: range.getBoundingClientRect() };
  });

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

describe('<deal-detail>: the room of products', () => {
  for (const width of [390, 700, 930, 1000, 1120])
    it(`${width} px: large amounts lie over nothing, names are read, menus are whole`, async () => {
      const { detail } = await stand(large, { width });
      const card = one(detail, '.sheet-card').getBoundingClientRect();
      const rows = [...detail.shadowRoot!.querySelectorAll('[data-line]')];
      expect(rows).to.have.length(3);
      for (const row of rows) {
        const words = wordsIn(row);
        for (const [i, a] of words.map((each, n) => [n, each] as const))
          for (const b of words.slice(i + 1)) expect(overlap(a.box, b.box), `${a.name} and ${b.name}`).to.equal(false);
        const menu = row.querySelector('[data-line-menu]')!.getBoundingClientRect();
        expect(menu.left >= card.left && menu.right <= card.right, 'the menu is within').to.equal(true);
        expect(row.querySelector('.nm-cell')!.getBoundingClientRect().width).to.be.at.least(100);
      }
      cell(detail, 'Crane', 'price').click();
      await waitUntil(() => editor(detail) !== null);
      const field = editor(detail)!.getBoundingClientRect();
      expect(field.left >= card.left && field.right <= card.right, 'the field is within').to.equal(true);
    });

  it('amounts that need more room than there is are scrolled to, and take it from no name', async () => {
    const { detail } = await stand(
      [
        sold({ value: { amount: '1', currency: 'EUR' }, lines: { count: 1, by: 'c' } }),
        line('Yard', { price: '99999999999999.99' }),
      ],
      { width: 1000 },
    );
    expect(one(detail, '.nm-cell').getBoundingClientRect().width).to.be.at.least(100);
    const menu = one(detail, '[data-line-menu]');
    menu.focus();
    const card = one(detail, '.sheet-card').getBoundingClientRect();
    await waitUntil(() => menu.getBoundingClientRect().right <= card.right, 'its menu is in sight');
  });

  it('shows the value as strong in the head as one that is written there', async () => {
    const { detail } = await stand(large);
    const sum = getComputedStyle(one(detail, '.worth b'));
    const { detail: plain } = await stand([sold({ value: { amount: '5', currency: 'EUR' } })]);
    const typed = getComputedStyle(one(plain, '.worth .edit'));
    for (const name of ['color', 'fontSize', 'fontWeight'] as const) expect(sum[name], name).to.equal(typed[name]);
  });

  it('says below a new line’s price what is wrong with it, and nothing beside it moves', async () => {
    const { detail } = await stand();
    await press(one(detail, '[data-add-product]'));
    await waitUntil(() => detail.shadowRoot!.activeElement?.id === 'add-product');
    await type('Paint');
    await waitUntil(() => detail.shadowRoot!.querySelector('[role=option]') !== null, 'it is offered as a new one');
    await press(one(detail, '[role=option]'));
    await waitUntil(() => detail.shadowRoot!.activeElement?.id === 'add-price');
    const tops = (): number[] =>
      ['#add-product', '#add-price', '#add-keep'].map((at) => Math.round(one(detail, at).getBoundingClientRect().top));
    const before = tops();
    await type('much');
    await press(named(detail, 'Add'));
    await waitUntil(() => detail.shadowRoot!.querySelector('#add-price-error') !== null, 'what is wrong');
    expect(tops()).to.deep.equal(before);
  });

  it('says what a percentage is where a discount on the whole is none', async () => {
    const { detail } = await stand();
    await press(named(detail, 'More about products'));
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-id=discount]') !== null, 'the menu');
    await press(one(detail, '[data-id=discount]'));
    await waitUntil(() => detail.shadowRoot!.activeElement?.id === 'discount-0-amount');
    await type('ten');
    await press(named(detail, 'Save'));
    await waitUntil(() => detail.shadowRoot!.querySelector('#discount-0-amount-error') !== null, 'what is wrong');
    expect(text(detail, '#discount-0-amount-error')).to.equal('Write a percentage from 0 to 100.');
  });
});
