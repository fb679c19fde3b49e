/** A deal with products in its detail, and how a test works them. */
import { waitUntil } from '@open-wc/testing';
import '../../../../src/define/deal-detail.js';
import type { DealDetail } from '../../../../src/elements/deal-detail/deal-detail.js';
import type { Change } from '../../../../src/domain/change.js';
import type { Deal, DealProduct } from '../../../../src/domain/records.js';
import { aDeal, aDealProduct, aProduct, creation } from '../../../../src/testing/fixtures.js';
import { detailStand, one, text } from '../../../shared/support/detail-stand.js';
import type { DetailStand } from '../../../shared/support/detail-stand.js';

export type Store = DetailStand<DealDetail>['store'];

export const line = (id: string, fields: Partial<DealProduct> = {}): Change =>
  creation(
    'dealProduct',
    aDealProduct({ id, dealId: 'one', productId: null, name: id, unit: '', rank: `a${id}`, ...fields }),
  );
export const sold = (fields: Partial<Deal> = {}): Change =>
  creation('deal', aDeal({ id: 'one', title: 'Hall of cranes', personId: 'person-1', ...fields }));
/** One of the catalogue. */
export const hosting = creation(
  'product',
  aProduct({ id: 'p', name: 'Hosting', code: 'HO-12', prices: [{ currency: 'EUR', price: '50', cost: null }] }),
);
/** Two lines, worth 1,200 and 270. */
export const two: readonly Change[] = [
  sold({ value: { amount: '1470.00', currency: 'EUR' }, lines: { count: 2, by: 'c' } }),
  line('Licence', { price: '1200' }),
  line('Migration', { price: '135', quantity: '2', tax: '7' }),
];

export async function stand(changes: readonly Change[] = two, options: Parameters<typeof detailStand>[2] = {}) {
  const made = await detailStand(
    () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
    changes,
    {
      width: 1000,
      ...options,
    },
  );
  if (changes.length > 1)
    await waitUntil(() => made.detail.shadowRoot?.querySelector('[data-sum]') != null, 'the table');
  return made;
}
export const all = async <K extends 'dealProduct' | 'product' | 'deal'>(store: Store, kind: K) =>
  (await store.read({ kind, window: { offset: 0, limit: 300 } })).records;
export const lineOf = async (store: Store, name: string): Promise<DealProduct | undefined> =>
  (await all(store, 'dealProduct')).find((each) => each.name === name);
export const cell = (detail: HTMLElement, id: string, column: string): HTMLElement =>
  one(detail, `[data-cell="${id} ${column}"]`);
export const at = (detail: HTMLElement): string =>
  detail.shadowRoot?.activeElement?.getAttribute('data-cell') ?? detail.shadowRoot?.activeElement?.tagName ?? '';
export const sum = (detail: HTMLElement): string => text(detail, '[data-sum]');
export const editor = (detail: HTMLElement): HTMLInputElement | null =>
  detail.shadowRoot?.querySelector<HTMLInputElement>('[data-cell-input]') ?? null;
