/** A deal with files in its detail, and how a test hands it some. */
import { waitUntil } from '@open-wc/testing';
import '../../../../src/define/deal-detail.js';
import type { BlobStore, CrmAdapter } from '../../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../../src/adapters/memory.js';
import type { Change } from '../../../../src/domain/change.js';
import { CrmError } from '../../../../src/domain/errors.js';
import type { AttachedFile } from '../../../../src/domain/records.js';
import type { DealDetail } from '../../../../src/elements/deal-detail/deal-detail.js';
import type { CrmStore } from '../../../../src/store/api.js';
import { aDeal, aFile, creation } from '../../../../src/testing/fixtures.js';
import { faultyAdapter } from '../../../../src/testing/faulty.js';
import { detailStand, one, text } from '../../../shared/support/detail-stand.js';
import type { DetailStand } from '../../../shared/support/detail-stand.js';

export const deal = creation(
  'deal',
  aDeal({ id: 'one', title: 'Hall of cranes', personId: 'person-1', createdAt: '2026-11-10T09:00:00.000Z' }),
);
export const other = creation('deal', aDeal({ id: 'two', title: 'Second hall', personId: 'person-1' }));
export const fileOn = (id: string, fields: Partial<AttachedFile> = {}): Change =>
  creation('file', aFile({ id, ref: id, dealId: 'one', authorId: 'user-2', ...fields }));
/** One of the lead that it was, one of the deal, with a description. */
export const two: readonly Change[] = [
  fileOn('spec', { name: 'Specification of everything.pdf', size: 2_412_000, createdAt: '2026-11-02T09:00:00.000Z' }),
  fileOn('list', {
    ...{ name: 'Quantities.xlsx', size: 88_100, createdAt: '2026-11-19T09:00:00.000Z' },
    description: 'Counted on site',
  }),
];

export function stand(
  changes: readonly Change[] = [deal, other, ...two],
  options: Parameters<typeof detailStand>[2] = {},
): Promise<DetailStand<DealDetail>> {
  return detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }), changes, {
    width: 1000,
    ...options,
  });
}
/** A storage whose room for files is another. */
export function withBlobs(own: (inner: BlobStore) => Partial<BlobStore>): CrmAdapter {
  const inner = memoryAdapter();
  const kept = inner.blobs!;
  const same: BlobStore = { put: (blob, how) => kept.put(blob, how), get: (ref, how) => kept.get(ref, how) };
  return { ...faultyAdapter(inner), blobs: { ...same, ...own(kept) } };
}

/** A storage that is full. */
export const noRoom = (blob: Blob): Promise<string> =>
  Promise.reject(new CrmError('quota', `No room for ${blob.size} bytes.`));

export const shown = (detail: HTMLElement, words: RegExp): Promise<void> =>
  waitUntil(
    () => detail.shadowRoot?.querySelector('#files') != null && words.test(text(detail, '#files')),
    String(words),
  );
export const there = (detail: HTMLElement, selector: string): Promise<void> =>
  waitUntil(() => detail.shadowRoot!.querySelector(selector) !== null, selector);
export const away = (detail: HTMLElement, selector: string): Promise<void> =>
  waitUntil(() => detail.shadowRoot!.querySelector(selector) === null, `no ${selector}`);
/** What is listed, the newest first. */
export const names = (detail: HTMLElement): string[] =>
  [...detail.shadowRoot!.querySelectorAll('#files li .sr')].map(({ textContent }) => textContent);
export const filesOf = async (store: CrmStore): Promise<readonly AttachedFile[]> =>
  (await store.read({ kind: 'file', window: { offset: 0, limit: 300 } })).records;

export const file = (name: string, holds = 'text', type = ''): File => new File([holds], name, { type });
export function holding(...files: readonly File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const each of files) transfer.items.add(each);
  return transfer;
}
/** What a person has picked in the window of the system. */
export function choose(detail: HTMLElement, files: readonly File[], input = '[data-files]'): void {
  const field = one<HTMLInputElement>(detail, input);
  field.files = holding(...files).files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
/** @returns whether the browser is kept from doing with it what it does by itself */
export function drag(target: Element, type: string, transfer: DataTransfer, to: EventTarget | null = null): boolean {
  const event = new DragEvent(type, {
    ...{ bubbles: true, cancelable: true, composed: true, dataTransfer: transfer, relatedTarget: to },
  });
  return !target.dispatchEvent(event);
}
export function paste(target: Element, transfer: DataTransfer): boolean {
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
  // Firefox makes no such event with files in it.
  Object.defineProperty(event, 'clipboardData', { value: transfer });
  return !target.dispatchEvent(event);
}
