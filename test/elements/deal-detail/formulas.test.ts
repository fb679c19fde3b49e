import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import '../../../src/define/lead-detail.js';
import { profileWith } from '../../../src/domain/profile.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import { aDeal, aField, aLead, creation, money } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press, still, text } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const fields = [
  aField({ id: 'cost', name: 'Delivery cost', type: 'money', rank: 'b1' }),
  aField({ id: 'seats', name: 'Seats', type: 'number', rank: 'b2' }),
  aField({ id: 'saving', name: 'Yearly saving', type: 'money', rank: 'b3' }),
  aField({
    id: 'margin',
    name: 'Margin per seat',
    type: 'formula',
    rank: 'b4',
    formula: '(#{value} - #{custom.cost}) / #{custom.seats}',
  }),
  aField({ id: 'payback', name: 'Payback', type: 'formula', rank: 'b5', formula: '#{value} / #{custom.saving} * 12' }),
  aField({ id: 'ring', name: 'Ring', type: 'formula', rank: 'b6', formula: '#{custom.ring} + 1' }),
  aField({ id: 'old', name: 'Old', type: 'formula', rank: 'b7', formula: '#{custom.gone} + 1' }),
].map((field) => creation('field', field));
const custom = { cost: money('31200.00'), seats: 40 };
const theDeal = creation('deal', aDeal({ id: 'one', value: money('84500'), custom }));

const stand = (options: Parameters<typeof detailStand>[2] = {}): Promise<DetailStand<DealDetail>> =>
  detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }), [...fields, theDeal], {
    width: 1000,
    ...options,
  });

async function shown({ detail }: DetailStand<HTMLElement>): Promise<string> {
  await waitUntil(() => detail.shadowRoot?.querySelector('[part=formulas]') != null, 'the section');
  return text(detail, '[part=formulas]');
}
const open = (detail: HTMLElement): boolean => detail.shadowRoot?.querySelector('.why') != null;

describe('<deal-detail>: formula fields', () => {
  it('says what each gives, which field is empty, and what is broken', async () => {
    const section = await shown(await stand());
    expect(section).to.contain('Margin per seat€1,332.50');
    expect(section).to.contain('Not calculated. Yearly saving is empty');
    expect(section).to.contain('use one another in a ring: Ring → Ring');
    expect(section).to.contain('Not calculated. A field it uses was deleted or changed.');
  });

  it('writes a percentage on the way as each language does', async () => {
    const less = aField({ id: 'less', name: 'Rabatt', type: 'formula', rank: 'b8', formula: '#{value} - 12.5%' });
    const { detail } = await detailStand(
      () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
      [creation('field', less), theDeal],
      { width: 1000 },
    );
    await waitUntil(() => detail.shadowRoot?.querySelector('[part=formulas]') != null, 'the section');
    await press(named(detail, /Rabatt: why this number/));
    await waitUntil(() => open(detail), 'the steps');
    expect(text(detail, '.why')).to.contain('€84,500 − 12.5%');
    detail.lang = 'tr';
    await waitUntil(() => text(detail, '.why').includes('€84.500 − %12,5'), 'as it is written in Turkish');
  });

  it('follows what is changed, and stores nothing', async () => {
    const there = await stand();
    const { detail, store } = there;
    await shown(there);
    await store.execute('deal-edit', { id: 'one', fields: { 'custom.seats': 80 } });
    await waitUntil(() => text(detail, '[part=formulas]').includes('€666.25'), 'the new value');
    const { records } = await store.read({ kind: 'deal', window: { offset: 0, limit: 1 } });
    expect(Object.keys(records[0]!.custom)).to.deep.equal(['cost', 'seats']);
  });

  it('tells every step, by key, and gives the focus back', async () => {
    const there = await stand();
    const { detail } = there;
    await shown(there);
    const button = named(detail, /Margin per seat: why this number/);
    button.focus();
    await keys('Enter');
    await waitUntil(() => open(detail), 'the steps');
    const rows = [...detail.shadowRoot!.querySelectorAll('.why tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()).join(' = '),
    );
    expect(rows).to.deep.equal([
      'Step = Result',
      'Value = €84,500',
      'Delivery cost = €31,200',
      '€84,500 − €31,200 = €53,300',
      'Seats = 40',
      '€53,300 ÷ 40 = €1,332.50',
      'Margin per seat = €1,332.50',
    ]);
    expect(text(detail, '.why .expr')).to.equal('( Value − Delivery cost ) ÷ Seats');
    expect(text(detail, '.why')).to.contain('Worked out when you look, never stored.');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    await keys('Escape');
    await waitUntil(() => !open(detail), 'closed');
    expect(detail.shadowRoot!.activeElement === button).to.equal(true);
  });

  it('says where a number comes from that nobody has put there', async () => {
    const net = aField({
      id: 'net',
      name: 'Net',
      type: 'formula',
      formula: '#{weighted} + #{value} * #{probability} + #{custom.twice}',
    });
    const twice = aField({ id: 'twice', name: 'Twice', type: 'formula', formula: '#{value} * 2' });
    const sold = aDeal({ id: 'one', value: money('100'), lines: { count: 5, by: 'c' }, probability: null });
    const { detail } = await detailStand(
      () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
      [creation('field', net), creation('field', twice), creation('deal', sold)],
      { width: 1000 },
    );
    await waitUntil(() => detail.shadowRoot?.querySelector('[part=formulas]') != null, 'the section');
    await press(named(detail, /Net: why this number/));
    await waitUntil(() => open(detail), 'the steps');
    const stage = text(detail, '[part=summary]').match(/from stage/);
    expect(stage).to.not.equal(null);
    const told = text(detail, '.why table');
    expect(told).to.match(/Weighted value × chance/);
    expect(told)
      .to.contain('from 5 products')
      .and.to.match(/from stage \S+/);
    expect(told).to.match(/Twice worked out, too/);
  });

  it('leads from the empty field to where it is filled in', async () => {
    const there = await stand();
    await shown(there);
    await press(named(there.detail, 'Yearly saving'));
    const active = there.detail.shadowRoot!.activeElement as HTMLElement;
    expect(active.dataset['edit']).to.match(/custom\.saving$/);
  });

  it('is not there where the profile has no formulas, or the account has none', async () => {
    const none = profileWith({ formulas: { lead: false, deal: false } });
    const { detail } = await stand({ profile: none });
    expect(text(detail, '.side')).not.to.contain('Margin per seat');
    expect(detail.shadowRoot!.querySelector('[part=formulas]') === null).to.equal(true);
  });

  it('is there for leads where the profile says so', async () => {
    const lead = creation('lead', aLead({ id: 'a', value: money('84500'), custom }));
    const make = (): HTMLElementTagNameMap['lead-detail'] =>
      Object.assign(document.createElement('lead-detail'), { leadId: 'a' });
    const profile = profileWith({ formulas: { lead: true, deal: true } });
    expect(await shown(await detailStand(make, [...fields, lead], { profile }))).to.contain('€1,332.50');
    const without = await detailStand(make, [...fields, lead]);
    expect(without.detail.shadowRoot!.querySelector('[part=formulas]') === null).to.equal(true);
  });

  it('has nothing that axe objects to, open', async () => {
    const there = await stand();
    await shown(there);
    await press(named(there.detail, /Margin per seat: why this number/));
    await waitUntil(() => open(there.detail), 'the steps');
    still(there.detail);
    await expect(there.detail).to.be.accessible();
    expect(one(there.detail, '.why table caption').textContent).to.equal('How it was worked out');
  });
});
