/** Values of fields of one's own, by keys: those that lead somewhere, two days, text of several lines; and long names. */
import { expect, waitUntil } from '@open-wc/testing';
import type { Change } from '../../../src/domain/change.js';
import type { FieldType } from '../../../src/domain/records.js';
import { aDeal, aField, creation } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press, type } from '../../shared/support/detail-stand.js';
import { sold } from './support/products-stand.js';

const field = (id: string, kind: FieldType, name: string): Change =>
  creation('field', aField({ id, type: kind, name }));

const stand = () =>
  detailStand(
    () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
    [
      sold(),
      field('direct', 'phone', 'Direct line'),
      field('bills', 'email', 'Bills to'),
      field('tender', 'link', 'Tender'),
    ],
    { width: 1000 },
  );

describe('<deal-detail>: values of fields of one’s own', () => {
  for (const [name, value] of [
    ['Direct line', '+49 521 12345'],
    ['Bills to', 'bills@crane.example'],
    ['Tender', 'https://tenders.example/7'],
  ] as const)
    it(`${name}: the focus stays at the value when its link comes, and when it goes`, async () => {
      const { detail } = await stand();
      const active = (): Element | null | undefined => detail.shadowRoot?.activeElement;
      await waitUntil(() => detail.shadowRoot!.querySelectorAll('.fields .linked').length === 3);
      const link = (): Element | null => detail.shadowRoot!.querySelector('.fields .linked > a');
      for (const [typed, label] of [
        [value, `${name}: ${value}. Edit`],
        ['', `Add value: ${name}`],
      ] as const) {
        await press(named(detail, typed === '' ? `${name}: ${value}. Edit` : `Add value: ${name}`));
        await waitUntil(() => active()?.localName === 'input');
        if (typed === '') await keys('Delete');
        else await type(typed);
        await keys('Enter');
        await waitUntil(() => (link() !== null) === (typed !== ''), 'the link');
        await detail.updateComplete;
        expect(active()?.getAttribute('aria-label')).to.equal(label);
      }
    });

  it('a long name of a field is not written over its value', async () => {
    const { detail } = await detailStand(
      () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
      [sold(), field('own', 'email', 'Rechnungsempfängerverzeichnis')],
      { width: 1000 },
    );
    await waitUntil(() => detail.shadowRoot?.querySelector('.fields .linked') != null);
    const dt = [...detail.shadowRoot!.querySelectorAll<HTMLElement>('.fields dt')].find((each) =>
      each.textContent.includes('Rechnungs'),
    )!;
    expect(dt.scrollWidth).to.be.at.most(dt.clientWidth);
  });

  it('days in the wrong order are said, and Enter leaves the focus where they are mended', async () => {
    const { detail } = await detailStand(
      () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
      [
        creation('deal', aDeal({ id: 'one', personId: 'person-1', custom: { span: ['2026-12-01', '2026-12-24'] } })),
        field('span', 'dateRange', 'Span'),
      ],
      { width: 1000 },
    );
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-edit$="custom.span"]') != null);
    one(detail, '[data-edit$="custom.span"]').focus();
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot?.querySelector('.placing') != null);
    const until = one<HTMLInputElement>(detail, '.placing [id$="-until"]');
    until.focus();
    until.value = '2026-11-01';
    until.dispatchEvent(new Event('change', { bubbles: true }));
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot?.querySelector('.placing .field-error') != null);
    expect(detail.shadowRoot!.activeElement === until).to.equal(true);
    await keys('Escape');
    await waitUntil(() => detail.shadowRoot?.querySelector('.placing') == null, 'Escape puts back');
    expect(detail.shadowRoot!.activeElement?.getAttribute('data-edit')).to.match(/custom\.span$/);
  });

  it('text of several lines is read in its lines', async () => {
    const { detail } = await detailStand(
      () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
      [
        creation('deal', aDeal({ id: 'one', personId: 'person-1', custom: { more: 'First\nSecond' } })),
        field('more', 'longText', 'Remarks'),
      ],
      { width: 1000 },
    );
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-edit$="custom.more"]') != null);
    const lines = one(detail, '[data-edit$="custom.more"] .lines').getClientRects();
    expect(new Set([...lines].map(({ top }) => Math.round(top))).size).to.equal(2);
  });
});
