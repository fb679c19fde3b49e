/** A lead or deal in its detail, and how a test looks at it and works it: by what is written there, with real keys and a real mouse. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Change } from '../../../src/domain/change.js';
import type { CrmStore, StoreOptions } from '../../../src/store/api.js';
import { createStore } from '../../../src/store/store.js';
import { aBoard, aField, aLabel, anOrganization, aPerson, aUser, creation } from '../../../src/testing/fixtures.js';
import { fetched } from '../../support/code.js';

const now = Date.parse('2026-11-23T12:00:00Z');
/** Time stands still, timers run. */
export const clock: NonNullable<StoreOptions['clock']> = {
  now: () => now,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** Who and what every detail here is about. */
export const ground: readonly Change[] = [
  ...aBoard(),
  creation('user', aUser({ id: 'user-2', name: 'Jonas Brandt' })),
  creation('label', aLabel({ id: 'label-1', name: 'Hot', color: 'red' })),
  creation('field', aField({ id: 'year', name: 'Year', type: 'number' })),
  creation(
    'person',
    aPerson({
      id: 'person-1',
      name: 'Ada Nur',
      emails: [{ value: 'ada@nur.example', label: 'work', primary: true }],
      phones: [{ value: '+90 (232) 555 01 44', label: 'work', primary: true }],
    }),
  ),
  creation('organization', anOrganization({ id: 'organization-1', name: 'Nur Works' })),
];

export interface DetailStand<E> {
  readonly detail: E;
  readonly store: CrmStore;
}

export async function detailStand<
  E extends HTMLElement & { store?: CrmStore | null; updateComplete: Promise<boolean> },
>(
  make: () => E,
  changes: readonly Change[],
  { width = 440, lang = 'en', ...options }: Partial<StoreOptions> & { width?: number; lang?: string } = {},
): Promise<DetailStand<E>> {
  await setViewport({ width: Math.max(500, width + 40), height: 900 });
  await fetched();
  const adapter = options.adapter ?? memoryAdapter();
  await adapter.commit([...ground, ...changes]);
  const store = createStore({
    user: { id: 'user-1', name: 'Robin' },
    timeZone: 'UTC',
    currency: 'EUR',
    clock,
    ...options,
    adapter,
  });
  const frame = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  frame.style.inlineSize = `${width}px`;
  const detail = make();
  detail.store = store;
  detail.style.blockSize = '820px';
  frame.append(detail);
  await waitUntil(
    () => detail.shadowRoot?.querySelector('.work, .empty') != null && store.directory.ready,
    'something is shown',
  );
  await detail.updateComplete;
  return { detail, store };
}

export function one<T extends HTMLElement = HTMLElement>(detail: HTMLElement, selector: string): T {
  const found = detail.shadowRoot?.querySelector<T>(selector);
  expect(found, selector).to.exist;
  return found!;
}
export function text(detail: HTMLElement, selector: string): string {
  return one(detail, selector).textContent.replace(/\s+/g, ' ').trim();
}
/** A button or link by its name, as people and screen readers know it. */
export function named(detail: HTMLElement, name: string | RegExp): HTMLElement {
  const all = [...(detail.shadowRoot?.querySelectorAll<HTMLElement>('button, a, input, textarea, [role]') ?? [])];
  const found = all.find((each) => {
    const said = (each.getAttribute('aria-label') ?? each.textContent).replace(/\s+/g, ' ').trim();
    return typeof name === 'string' ? said === name : name.test(said);
  });
  expect(found, String(name)).to.exist;
  return found!;
}
export { click as press } from '../../support/click.js';
export const keys = (press: string): Promise<void> => sendKeys({ press });
export const type = (text: string): Promise<void> => sendKeys({ type: text });

/** Ends what moves: contrast is measured on what stands still. */
export function still(detail: HTMLElement): void {
  for (const animation of detail.shadowRoot?.getAnimations() ?? [])
    if (Number.isFinite(Number(animation.effect?.getComputedTiming().endTime))) animation.finish();
}
