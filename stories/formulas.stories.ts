import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Change } from '../src/domain/change.js';
import type { DealDetail } from '../src/elements/deal-detail/deal-detail.js';
import { aField, creation, money } from '../src/testing/fixtures.js';
import { dealWork, ground, storeWith, theDeal } from './detail.data.js';
import { day } from './support/clock.js';
import { frame, type Frame } from './support/frame.js';

interface Args extends Frame {
  /** Of the deal, by the ids of the fields. */
  readonly custom: Readonly<Record<string, unknown>>;
  /** The formula whose steps are looked at. */
  readonly why?: string;
}

/** What an account reckons with: numbers, amounts, and formulas over them. */
const fields = (): Change[] =>
  [
    aField({ id: 'cost', name: 'Delivery cost', type: 'money', rank: 'b1' }),
    aField({ id: 'seats', name: 'Seats', type: 'number', rank: 'b2' }),
    aField({ id: 'saving', name: 'Yearly saving', type: 'money', rank: 'b3' }),
    aField({
      id: 'margin',
      name: 'Margin per seat',
      type: 'formula',
      rank: 'b4',
      formula: '(#{value} - #{custom.cost}) / #{custom.seats}',
      gives: 'money',
    }),
    aField({
      id: 'payback',
      name: 'Payback, months',
      type: 'formula',
      rank: 'b5',
      formula: 'ROUND(#{value} / #{custom.saving} * 12, 1)',
      gives: 'number',
    }),
    aField({
      id: 'share',
      name: 'Delivery share',
      type: 'formula',
      rank: 'b6',
      formula: '#{custom.cost} / #{value}',
      format: { as: 'percent', decimals: 1 },
      gives: 'number',
    }),
    aField({
      id: 'left',
      name: 'Days to close',
      type: 'formula',
      rank: 'b7',
      formula: '#{expectedClose} - TODAY()',
      format: { as: 'days', decimals: null },
      gives: 'number',
    }),
    aField({ id: 'old', name: 'Old rebate', type: 'formula', rank: 'b8', formula: '#{custom.gone} * 2' }),
  ].map((field) => creation('field', field));

const show = ({ custom, why, ...size }: Args) => {
  const detail = document.createElement('deal-detail');
  detail.style.blockSize = '100%';
  const held = { pallets: 900, ...custom } as never;
  const changes = [...ground(), ...fields(), ...theDeal({ custom: held, expectedClose: day(7) }), ...dealWork()];
  void storeWith(changes).then(async (store) => {
    detail.dealId = 'deal';
    detail.store = store;
    await appears(detail, '[data-why], [data-empty]');
    if (size.width !== undefined && size.width < 660) await press(detail, '#tab-summary');
    if (why === undefined) detail.shadowRoot?.querySelector('[part=formulas]')?.scrollIntoView({ block: 'center' });
    else await press(detail, `[data-why=${why}]`);
  });
  return frame(detail, { height: 900, ...size });
};

async function appears(detail: DealDetail, selector: string): Promise<void> {
  for (let tries = 0; tries < 100 && !detail.shadowRoot?.querySelector(selector); tries++)
    await new Promise(requestAnimationFrame);
}

async function press(detail: DealDetail, selector: string): Promise<void> {
  await appears(detail, selector);
  const found = detail.shadowRoot?.querySelector<HTMLElement>(selector);
  found?.scrollIntoView({ block: 'center' });
  found?.click();
  await detail.updateComplete;
}

const meta: Meta<Args> = {
  title: 'Parts/formulas',
  component: 'deal-detail',
  render: show,
  argTypes: { custom: { table: { disable: true } } },
};
export default meta;
type Story = StoryObj<Args>;

const full = { cost: money('31200.00'), seats: 40 };
/** @param shows words that have to be read in the end */
const story = (shows: readonly string[], args: Partial<Args> = {}): Story => ({
  args: { custom: full, ...args },
  parameters: { shows },
});
const rows = ['Formula fields', 'Margin per seat', '€1,332.50', 'Delivery share', '36.9'];

/** What each gives; one is not calculated and names what is empty, one uses a field that was deleted. */
export const Section = story([...rows, 'Not calculated.', 'Yearly saving', 'is empty', 'was deleted']);
/** Why this number: the formula, every step, the result. */
export const Why = story([...rows, '€84,500 − €31,200', '€53,300', 'never stored'], { why: 'margin' });
/** A day and functions. */
export const WhyDays = story(['Days to close', 'TODAY()', 'never stored'], { why: 'left' });
/** Nothing to divide by: told, with the steps that lead there. */
export const DividedByNought = story(['Not calculated.', 'divided by 0', 'never stored'], {
  custom: { ...full, seats: 0 },
  why: 'margin',
});
export const Narrow = story(['Margin per seat', '€53,300'], { width: 390, height: 860, why: 'margin' });
export const RightToLeft = story(rows, { dir: 'rtl', why: 'margin' });
export const Turkish = story(['Formül alanları', 'Hesaplanmadı.', 'saklanmaz'], { lang: 'tr', why: 'margin' });
