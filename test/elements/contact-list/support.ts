/** What the tests of persons and organizations share: elements over memory, and eyes to see them as a person does. */
import { fixture, html, waitUntil } from '@open-wc/testing';
export { waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../src/define/crm-provider.js';
import '../../../src/define/contact-list.js';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Change } from '../../../src/domain/change.js';
import type { ContactList } from '../../../src/elements/contact-list/contact-list.js';
import type { CrmStore, StoreOptions } from '../../../src/store/api.js';
import { createStore } from '../../../src/store/store.js';
import {
  aContactPoint,
  aDeal,
  aLead,
  anOrganization,
  aPerson,
  aPipeline,
  aStage,
  aUser,
  creation,
  minutesAfter,
  today,
} from '../../../src/testing/fixtures.js';
import { fetched } from '../../support/code.js';
export { click } from '../../support/click.js';

export interface StandOptions extends Partial<Omit<StoreOptions, 'adapter'>> {
  readonly width?: number;
  readonly dir?: 'ltr' | 'rtl';
  readonly theme?: 'light' | 'dark';
  readonly wrap?: (adapter: CrmAdapter) => CrmAdapter;
  /** Before it is put into the page. */
  readonly set?: (el: ContactList) => void;
}
export interface Stand {
  readonly el: ContactList;
  readonly store: CrmStore;
  readonly adapter: CrmAdapter;
}

/** Three persons, three organizations, a lead and two deals. */
export function people(): Change[] {
  return [
    creation('pipeline', aPipeline()),
    creation('stage', aStage({ id: 'stage-1' })),
    creation('user', aUser({ id: 'user-1', name: 'Robin' })),
    creation('organization', anOrganization({ id: 'north', name: 'Northwind', website: 'northwind.example' })),
    creation('organization', anOrganization({ id: 'izmir', name: 'İzmir Depo', address: 'Liman Cd. 4' })),
    creation('organization', anOrganization({ id: 'acme', name: 'Acme' })),
    creation(
      'person',
      aPerson({
        id: 'ada',
        name: 'Ada Lovelace',
        jobTitle: 'Analyst',
        organizationId: 'north',
        ownerId: 'user-1',
        emails: [aContactPoint('ada@northwind.example'), aContactPoint('ada@home.example', { primary: false })],
        phones: [aContactPoint('+90 532 555 01 77')],
        updatedAt: minutesAfter(1),
      }),
    ),
    creation(
      'person',
      aPerson({
        id: 'sule',
        name: 'Şule Çınar',
        organizationId: 'acme',
        emails: [aContactPoint('zeyno@acme.example')],
        phones: [],
      }),
    ),
    creation('person', aPerson({ id: 'bob', name: 'Bob Stone', organizationId: null, emails: [], phones: [] })),
    creation('lead', aLead({ id: 'roof', title: 'Roof', personId: 'ada', organizationId: 'north' })),
    creation('deal', aDeal({ id: 'pump', title: 'Pump', personId: 'ada', organizationId: 'north' })),
    creation('deal', aDeal({ id: 'gone', title: 'Lost', personId: 'bob', organizationId: null, status: 'lost' })),
  ];
}

export function manyPersons(count: number): Change[] {
  return [...Array(count).keys()].map((i) =>
    creation(
      'person',
      aPerson({
        id: `p-${String(i).padStart(6, '0')}`,
        name: `Person ${String(i).padStart(6, '0')}`,
        emails: [],
        phones: [],
      }),
    ),
  );
}

export async function storeOf(
  changes: readonly Change[],
  { wrap = (adapter) => adapter, ...rest }: Partial<Omit<StoreOptions, 'adapter'>> & Pick<StandOptions, 'wrap'> = {},
): Promise<{ readonly store: CrmStore; readonly adapter: CrmAdapter }> {
  const memory = memoryAdapter();
  for (let from = 0; from < changes.length; from += 2000) await memory.commit(changes.slice(from, from + 2000));
  const adapter = wrap(memory);
  const after = (ms: number, call: () => void): (() => void) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  };
  const clock = {
    now: () => Date.parse(`${today}T09:30:00Z`),
    random: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
    after,
  };
  const store = createStore({
    user: { id: 'user-1', name: 'Robin' },
    timeZone: 'UTC',
    currency: 'EUR',
    clock,
    ...rest,
    adapter,
  });
  return { store, adapter };
}

export async function stand(changes: readonly Change[] = people(), options: StandOptions = {}): Promise<Stand> {
  const { width = 1200, dir = 'ltr', theme = 'light', set, ...rest } = options;
  await setViewport({ width: 1280, height: 800 });
  await fetched();
  const { store, adapter } = await storeOf(changes, rest);
  const frame = await fixture<HTMLElement>(
    html`<div dir=${dir} style="color-scheme: ${theme}; inline-size: ${Math.min(width, window.innerWidth - 40)}px"></div>`,
  );
  const el = document.createElement('contact-list');
  el.store = store;
  el.theme = theme;
  el.style.blockSize = '600px';
  set?.(el);
  frame.append(el);
  await waitUntil(() => el.shadowRoot!.querySelector('.lrow[data-id], .empty') !== null, 'the list is drawn');
  await settled(el);
  return { el, store, adapter };
}

type Drawn = HTMLElement & { readonly updateComplete: Promise<boolean> };

/** Nothing is being drawn, and a frame has passed for what is measured. */
export async function settled(el: Drawn): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await el.updateComplete;
    await new Promise(requestAnimationFrame);
  }
}

export const all = (el: HTMLElement, selector: string): HTMLElement[] => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
export const one = (el: HTMLElement, selector: string): HTMLElement => {
  const found = el.shadowRoot!.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
export const text = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
export const row = (el: HTMLElement, id: string): HTMLElement => one(el, `.lrow[data-id="${id}"]`);

/** The names in the rows, from the top. */
export function names(el: HTMLElement): string[] {
  return all(el, '.lrow[data-id]')
    .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
    .map((each) => text(each.querySelector('.lead button')!));
}

export async function press(key: string): Promise<void> {
  await sendKeys({ press: key });
}

export async function type(words: string): Promise<void> {
  await sendKeys({ type: words });
}

/** What the list has said to those who listen, all of it together. */
export const said = (el: HTMLElement): string => all(el, '[aria-live], [role=status]').map(text).join(' ');
