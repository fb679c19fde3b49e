import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Change } from '../src/domain/change.js';
import { summed } from '../src/domain/products/deal-value.js';
import type { Deal, DealProduct } from '../src/domain/records.js';
import type { DealDetail } from '../src/elements/deal-detail/deal-detail.js';
import { aDealProduct, aProduct, creation, edit } from '../src/testing/fixtures.js';
import { dealWork, ground, storeWith, theDeal } from './detail.data.js';
import { frame, type Frame } from './support/frame.js';

interface Args extends Frame {
  readonly lines: () => readonly DealProduct[];
  readonly fields?: Partial<Deal>;
  readonly then?: (detail: DealDetail) => Promise<unknown>;
}

const appears = async (detail: DealDetail, selector: string): Promise<HTMLElement | null> => {
  for (let tries = 0; tries < 200 && !detail.shadowRoot?.querySelector(selector); tries++)
    await new Promise(requestAnimationFrame);
  return detail.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
};
const press = async (detail: DealDetail, selector: string): Promise<void> => {
  (await appears(detail, selector))?.click();
  await detail.updateComplete;
};
const write = async (detail: DealDetail, selector: string, text: string): Promise<void> => {
  const input = (await appears(detail, selector)) as HTMLInputElement | null;
  if (!input) return;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

/** In the words of the language around it, which come a moment later than the first ones. */
const spoken = async (detail: DealDetail): Promise<void> => {
  if (!detail.closest('[lang=tr]')) return;
  for (
    let tries = 0;
    tries < 200 && detail.shadowRoot?.querySelector('.prod-head h3')?.textContent === 'Products';
    tries++
  )
    await new Promise(requestAnimationFrame);
};

const line = (id: number, name: string, fields: Partial<DealProduct>): DealProduct =>
  aDealProduct({
    ...{ id: `line-${id}`, dealId: 'deal', productId: null, name, unit: '', tax: '19' },
    rank: `a${String(id).padStart(4, '0')}V`,
    ...fields,
  });
const offer = (): readonly DealProduct[] => [
  line(1, 'Platform licence', {
    productId: 'licence',
    unit: 'per seat and year',
    price: '1200',
    quantity: '40',
    discount: '10',
  }),
  line(2, 'Migration of legacy ledgers', { unit: 'hours', price: '135', quantity: '140' }),
  line(3, 'Schulung vor Ort, Bielefeld', {
    unit: 'days',
    price: '1450',
    quantity: '4',
    discount: '300',
    discountType: 'amount',
  }),
  line(4, 'Benutzerhandbuch, gedruckt', { unit: 'copies', price: '48', quantity: '25', tax: '7' }),
  line(5, 'Hosting, Frankfurt', { price: '1475', quantity: '12', frequency: 'monthly', cycles: 12 }),
  line(6, 'Extended support', { price: '800', quantity: '12', enabled: false }),
];
const framework = { id: 'd', type: 'amount', amount: '2000', description: 'framework agreement' } as const;

/** A deal of these lines, worth what they come to. */
function changes(lines: readonly DealProduct[], fields: Partial<Deal> = {}): readonly Change[] {
  const all = [...ground(), ...theDeal(), ...dealWork()];
  const made = all.find((change) => change.op === 'create' && change.kind === 'deal' && change.id === 'deal');
  const deal = (made as { record: Deal }).record;
  const next = { value: deal.value, discounts: [], ...fields };
  const sums = lines.length === 0 ? {} : summed(next, lines, 'EUR', 'command-0');
  const set = Object.entries({ ...fields, ...sums }).map(([name, after]) => [
    name,
    [deal[name as keyof Deal] ?? null, after],
  ]);
  return [
    ...all,
    creation('product', aProduct({ id: 'licence' })),
    creation(
      'product',
      aProduct({
        id: 'hosting',
        name: 'Hosting, Frankfurt',
        code: 'HO-12',
        unit: '',
        frequency: 'monthly',
        prices: [{ currency: 'EUR', price: '1475', cost: '900' }],
      }),
    ),
    creation(
      'product',
      aProduct({
        id: 'training',
        name: 'Schulung vor Ort',
        code: 'SCH',
        unit: 'days',
        variations: [{ id: 'small', name: 'bis 8 Personen', prices: [{ currency: 'EUR', price: '950', cost: null }] }],
      }),
    ),
    ...lines.map((one) => creation('dealProduct', one)),
    ...(set.length === 0 ? [] : [edit('deal', 'deal', Object.fromEntries(set) as Record<string, [unknown, unknown]>)]),
  ];
}

const show = ({ lines, fields, then, ...size }: Args) => {
  const detail = document.createElement('deal-detail');
  detail.style.blockSize = '100%';
  const own = lines();
  void storeWith(changes(own, fields)).then(async (store) => {
    detail.dealId = 'deal';
    detail.store = store;
    const section = await appears(detail, own.length > 0 ? '#products [data-sum]' : '#products');
    section?.scrollIntoView({ block: 'end' });
    await spoken(detail);
    await then?.(detail);
  });
  return frame(detail, { height: 1100, ...size });
};

const meta: Meta<Args> = { title: 'Elements/deal-products', component: 'deal-detail', render: show };
export default meta;
type Story = StoryObj<Args>;

/** @param shows words that have to be read in the end */
const story = (shows: readonly string[], args: Partial<Args> = {}): Story => ({
  args: { lines: offer, fields: { discounts: [framework] }, ...args },
  parameters: { shows },
});

/** As in the look: discounts by line and on the whole, tax by rate, one that is not counted. */
export const Lines = story(['Platform licence', 'Hosting, Frankfurt', 'Extended support']);

/** Nothing yet. */
export const Empty = story(['No products yet', 'Add product'], { lines: () => [], fields: {} });

/** What is charged again says how often, and what it brings. */
export const Recurring = story(['monthly, 12 times', 'Monthly (MRR)', 'Whole term (TCV)'], {
  lines: () => [
    line(1, 'Hosting, Frankfurt', {
      price: '1475',
      quantity: '1',
      frequency: 'monthly',
      cycles: 12,
      billingStart: '2026-12-01',
    }),
    line(2, 'Support', {
      price: '4000',
      quantity: '1',
      frequency: 'annually',
      comment: 'Answers within four hours, on working days.',
    }),
    line(3, 'Set-up', { price: '2500', quantity: '1' }),
  ],
  fields: {},
});

/** How a line is charged: how often, how many times, from when. */
const charged = async (detail: DealDetail): Promise<void> => {
  await press(detail, '[data-cell="line-5 menu"]');
  await press(detail, '[popover] [data-id=recurring]');
  await appears(detail, '#line-cycles');
};
export const Charging = story(['12'], { then: charged });
export const ChargingNarrow = story(['12'], { then: charged, width: 390 });

/** What is taken off the whole. */
const discounts = (detail: DealDetail): Promise<void> => press(detail, '[data-discount]');
export const Discounts = story(['framework agreement'], { then: discounts });
export const DiscountsNarrow = story(['framework agreement'], { then: discounts, width: 390 });

/** Another currency: the amounts that nobody but a person knows are asked for. */
const toDollars = async (detail: DealDetail): Promise<void> => {
  await press(detail, '[data-act=currency]');
  await press(detail, '[popover] [data-id=USD]');
  await appears(detail, '#discounts-d');
};
export const AnotherCurrency = story(['USD', 'Schulung vor Ort, Bielefeld', 'framework agreement'], {
  then: toDollars,
});
export const AnotherCurrencyNarrow = story(['USD', 'framework agreement'], { then: toDollars, width: 390 });

/** Two hundred of them. */
export const Many = story(['Licence 200'], {
  lines: () =>
    Array.from({ length: 200 }, (_, i) =>
      line(i + 1, `Licence ${i + 1}`, { price: String(100 + i), quantity: String(1 + (i % 7)) }),
    ),
});

/** What cannot be read stays as it was typed, with what to write. */
export const WrongInput = story(['Write 10 % or 300.'], {
  then: async (detail) => {
    await press(detail, '[data-cell="line-2 discount"]');
    await write(detail, '[data-cell-input]', 'ten');
    detail.shadowRoot
      ?.querySelector('[data-cell-input]')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
  },
});

/** One of a name that is in no catalogue. */
export const Adding = story(['Price of one', 'Keep it in the catalogue'], {
  then: async (detail) => {
    await press(detail, '[data-add-product]');
    await write(detail, '#add-product', 'Travel to Bielefeld');
    await press(detail, '#add-product-new');
  },
});

/** The catalogue, and one of its products. */
export const Catalogue = story(['Hosting, Frankfurt', 'HO-12', 'New product'], {
  then: async (detail) => {
    await press(detail, '[data-act=products-more]');
    await press(detail, '#menu-catalogue');
    await appears(detail, '.catalogue-row');
  },
});
export const CatalogueForm = story(['Variations', 'bis 8 Personen', 'Save'], {
  then: async (detail) => {
    await press(detail, '[data-act=products-more]');
    await press(detail, '#menu-catalogue');
    await press(detail, '[data-product=training]');
  },
});

export const Narrow = story(['Platform licence', '€84,500.00'], { width: 390 });
