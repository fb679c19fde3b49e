/** What the tests of the list of deals share: a list over memory, and eyes to see it as a person does. */
import { fixture, html, waitUntil } from '@open-wc/testing';
export { waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../src/define/crm-provider.js';
import '../../../src/define/deal-list.js';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Change } from '../../../src/domain/change.js';
import type { Deal } from '../../../src/domain/records.js';
import type { DealList } from '../../../src/elements/deal-list/deal-list.js';
import type { CrmStore, StoreOptions } from '../../../src/store/api.js';
import { createStore } from '../../../src/store/store.js';
import {
  aDeal,
  aField,
  aLabel,
  anActivity,
  anOrganization,
  aPerson,
  aPipeline,
  aStage,
  aUser,
  creation,
  minutesAfter,
  money,
  today,
} from '../../../src/testing/fixtures.js';
import { fetched } from '../../support/code.js';
import { click } from '../../support/click.js';
import { chord } from '../../support/commands.js';
export { click };

export interface Stand {
  readonly el: DealList;
  readonly store: CrmStore;
  readonly adapter: CrmAdapter;
}

export interface StandOptions extends Partial<Omit<StoreOptions, 'adapter'>> {
  readonly changes?: readonly Change[];
  readonly width?: number;
  readonly dir?: 'ltr' | 'rtl';
  readonly theme?: 'light' | 'dark';
  readonly wrap?: (adapter: CrmAdapter) => CrmAdapter;
  /** Before it is put into the page. */
  readonly set?: (el: DealList) => void;
}

/** Two pipelines; the stages of the first have a chance of 10, 30, 60 and 90 percent. */
export function ground(): Change[] {
  return [
    creation('pipeline', aPipeline({ name: 'New business', rank: 'a' })),
    creation('pipeline', aPipeline({ id: 'pipeline-2', name: 'Partners', rank: 'b' })),
    ...['Qualified', 'Contact made', 'Proposal sent', 'Contract out'].map((name, at) =>
      creation(
        'stage',
        aStage({ id: `stage-${at}`, name, rank: `a${at}`, probability: [10, 30, 60, 90][at] ?? 0, rotDays: 30 }),
      ),
    ),
    creation('stage', aStage({ id: 'talk', name: 'First talk', pipelineId: 'pipeline-2', probability: 50 })),
    creation('user', aUser()),
    creation('user', aUser({ id: 'user-2', name: 'Jonas Brandt' })),
    creation('person', aPerson()),
    creation('organization', anOrganization()),
    creation('label', aLabel({ id: 'hot' })),
    creation('field', aField()),
  ];
}

/** Four open deals, one won, two lost; one of the open ones in another pipeline. */
export function eightDeals(): Change[] {
  const at = (day: string): string => `${day}T10:00:00.000Z`;
  const deals: readonly (Partial<Deal> & { readonly id: string })[] = [
    { id: 'roof', title: 'Roof', stageId: 'stage-0', value: money('1000'), labelIds: ['hot'], ownerId: 'user-2' },
    { id: 'pump', title: 'Heat pump', stageId: 'stage-2', value: money('300.50'), organizationId: 'organization-1' },
    { id: 'depot', title: 'İzmir deposu', stageId: 'stage-1', value: money('5000', 'TRY'), probability: 80 },
    { id: 'partner', title: 'Reseller', pipelineId: 'pipeline-2', stageId: 'talk', value: money('200') },
    {
      id: 'won',
      title: 'Panels',
      stageId: 'stage-3',
      value: money('900'),
      status: 'won',
      wonAt: at('2026-11-10'),
      closedAt: at('2026-11-10'),
      firstWonAt: at('2026-11-10'),
    },
    {
      id: 'dear',
      title: 'Battery',
      stageId: 'stage-1',
      value: money('70'),
      status: 'lost',
      lostReason: 'Price too high',
      lostComment: 'Next year perhaps',
      lostAt: at('2026-11-01'),
      closedAt: at('2026-11-01'),
    },
    {
      id: 'silent',
      title: 'Charger',
      stageId: 'stage-0',
      value: null,
      status: 'lost',
      lostReason: 'No answer',
      lostAt: at('2026-11-20'),
      closedAt: at('2026-11-20'),
    },
  ];
  return [
    ...deals.map((fields, i) => creation('deal', aDeal({ createdAt: minutesAfter(-i), rank: `a${i}`, ...fields }))),
    creation('activity', anActivity({ id: 'a1', leadId: null, dealId: 'pump', due: '2026-11-20' })),
    creation('activity', anActivity({ id: 'a2', leadId: null, dealId: 'roof', due: today })),
  ];
}

/** "Deal 1" is the newest; each is worth 10 EUR. */
export function manyDeals(count: number): Change[] {
  return [...Array(count).keys()].map((i) =>
    creation(
      'deal',
      aDeal({
        id: `deal-${i + 1}`,
        title: `Deal ${i + 1}`,
        stageId: `stage-${i % 4}`,
        value: money('10'),
        createdAt: minutesAfter(-i),
        rank: `a${String(i).padStart(6, '0')}V`,
      }),
    ),
  );
}

export async function stand(deals: readonly Change[] = eightDeals(), options: StandOptions = {}): Promise<Stand> {
  const {
    changes = [],
    width = 1200,
    dir = 'ltr',
    theme = 'light',
    wrap = (adapter) => adapter,
    set,
    ...rest
  } = options;
  // WebDriver cannot; its window is large enough.
  await setViewport({ width: 1280, height: 800 });
  await fetched();
  const memory = memoryAdapter();
  const all = [...ground(), ...deals, ...changes];
  for (let from = 0; from < all.length; from += 2000) await memory.commit(all.slice(from, from + 2000));
  const adapter = wrap(memory);
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
  const el = await list(store, { width, dir, theme, ...(set && { set }) });
  return { el, store, adapter };
}

function after(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}

/** One more list over a store. */
export async function list(
  store: CrmStore,
  { width = 1200, dir = 'ltr', theme = 'light', set }: Pick<StandOptions, 'width' | 'dir' | 'theme' | 'set'> = {},
): Promise<DealList> {
  const frame = await fixture<HTMLElement>(
    html`<div dir=${dir} style="color-scheme: ${theme}; inline-size: ${Math.min(width, window.innerWidth - 40)}px"></div>`,
  );
  const el = document.createElement('deal-list');
  el.store = store;
  el.theme = theme;
  el.style.blockSize = '600px';
  set?.(el);
  frame.append(el);
  await waitUntil(() => el.shadowRoot!.querySelector('.lrow[data-id], .empty') !== null, 'the list is drawn');
  await settled(el);
  return el;
}

/** Nothing is being drawn, and a frame has passed for what is measured. */
export async function settled(el: DealList): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await el.updateComplete;
    await new Promise(requestAnimationFrame);
  }
}

export const all = (el: DealList, selector: string): HTMLElement[] => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
export const one = (el: DealList, selector: string): HTMLElement => {
  const found = el.shadowRoot!.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
export const text = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
export const row = (el: DealList, id: string): HTMLElement => one(el, `.lrow[data-id="${id}"]`);

/** The titles of the rows, from the top. */
export function titles(el: DealList): string[] {
  return all(el, '.lrow[data-id]')
    .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
    .map((each) => text(each.querySelector('.lead button')!));
}

/** What stands in the column of that name. */
export function cell(el: DealList, id: string, column: string): string {
  const at = all(el, '.lrow--head [role=columnheader]').findIndex((head) => text(head) === column);
  if (at < 0) throw new Error(`no column ${column}`);
  return text(row(el, id).querySelectorAll('[role=gridcell]')[at]!);
}

export const heads = (el: DealList): string[] => all(el, '.lrow--head [role=columnheader]').slice(1).map(text);
export const foot = (el: DealList): string => text(one(el, '.foot'));
export const segments = (el: DealList): string => all(el, '.seg > button').map(text).join(' ');
export const said = (el: DealList): string => all(el, '.sr[role=status], .sr[role=alert]').map(text).join(' ');
export const focusedId = (el: DealList): string | undefined =>
  el.shadowRoot!.activeElement?.closest<HTMLElement>('.lrow[data-id]')?.dataset['id'];
/** How many sorts the head of that name shows. */
export const sortOf = (el: DealList, column: string): string | null =>
  all(el, '.lrow--head [role=columnheader]').find((head) => text(head) === column)?.ariaSort ?? null;

export async function focusRow(el: DealList, id: string): Promise<void> {
  row(el, id).focus();
  await settled(el);
}

/** Keys, one after the other, each drawn before the next; `Shift+F10` together. */
export async function press(el: DealList, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (key.includes('+')) await chord(key);
    else await sendKeys({ press: key });
    await settled(el);
  }
}

/** An item of the menu that is open. */
export async function choose(el: DealList, id: string): Promise<void> {
  await waitUntil(() => el.shadowRoot!.querySelector(`.menu [data-id="${id}"]`), `the item ${id}`);
  await click(one(el, `.menu [data-id="${id}"]`));
  await settled(el);
}

export async function stored(adapter: CrmAdapter, id: string): Promise<Deal | undefined> {
  const page = await adapter.read({
    kind: 'deal',
    where: { field: 'id', op: 'is', value: id },
    today,
    window: { offset: 0, limit: 1 },
  });
  return page.records[0];
}
