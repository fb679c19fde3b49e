/** What the tests of the board share: a board over memory, and eyes to see it as a person does. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../src/define/crm-provider.js';
import '../../../src/define/deal-pipeline.js';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Change } from '../../../src/domain/change.js';
import type { Deal, NextActivity } from '../../../src/domain/records.js';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { handsCode } from '../../../src/elements/deal-pipeline/code.js';
import type { CrmStore, StoreOptions } from '../../../src/store/api.js';
import { createStore } from '../../../src/store/store.js';
import {
  aDeal,
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
export { click } from '../../support/click.js';

export const stageNames = ['Qualified', 'Contact made', 'Proposal sent', 'Contract out'] as const;

export interface Stand {
  readonly el: DealPipeline;
  readonly store: CrmStore;
  readonly adapter: CrmAdapter;
}

export interface StandOptions extends Partial<Omit<StoreOptions, 'adapter'>> {
  readonly changes?: readonly Change[];
  readonly order?: DealPipeline['order'];
  readonly width?: number;
  readonly height?: number;
  readonly dir?: 'ltr' | 'rtl';
  readonly theme?: 'light' | 'dark';
  readonly wrap?: (adapter: CrmAdapter) => CrmAdapter;
}

export type Day = NextActivity['due'];

/** A deal, and the activity that decides its place in the default order; due null = none planned. */
export function deal(fields: Partial<Deal> & { readonly id: string }, due: Day = null): Change[] {
  const number = Number(/\d+/.exec(fields.id)?.[0] ?? 0);
  return [
    creation(
      'deal',
      aDeal({
        title: `Deal ${fields.id}`,
        rank: `a${String.fromCharCode(65 + number)}`,
        createdAt: minutesAfter(-number),
        ...fields,
      }),
    ),
    ...(due === null
      ? []
      : [creation('activity', anActivity({ id: `activity-${fields.id}`, leadId: null, dealId: fields.id, due }))]),
  ];
}

/** Four stages; three deals in the first, two in the third. */
export function sixDeals(): Change[] {
  return [
    ...deal(
      {
        id: 'd1',
        title: 'Roof',
        stageId: 'stage-0',
        value: money('1200'),
        labelIds: ['hot'],
        expectedClose: '2026-11-12',
      },
      '2026-11-20',
    ),
    ...deal(
      { id: 'd2', title: 'Heat pump', stageId: 'stage-0', value: money('300.50'), organizationId: 'organization-1' },
      today,
    ),
    ...deal({ id: 'd3', title: 'İzmir deposu', stageId: 'stage-0', value: money('5000', 'TRY') }),
    ...deal({ id: 'd4', title: 'Annual support', stageId: 'stage-2', value: money('900') }, '2026-11-21'),
    ...deal({ id: 'd5', title: 'Panels', stageId: 'stage-2', value: null }, '2026-12-01'),
  ];
}

function ground(): Change[] {
  return [
    creation('pipeline', aPipeline({ name: 'New business' })),
    ...stageNames.map((name, at) => creation('stage', aStage({ id: `stage-${at}`, name, rank: `a${at}` }))),
    creation('user', aUser()),
    creation('user', aUser({ id: 'user-2', name: 'Jonas Brandt' })),
    creation('person', aPerson()),
    creation('organization', anOrganization()),
    creation('label', aLabel({ id: 'hot' })),
  ];
}

export async function stand(deals: readonly Change[] = sixDeals(), options: StandOptions = {}): Promise<Stand> {
  const {
    changes = [],
    order,
    width = 1200,
    height = 600,
    dir = 'ltr',
    theme = 'light',
    wrap = (adapter) => adapter,
    ...rest
  } = options;
  // WebDriver cannot; its window is large enough.
  await setViewport({ width: 1280, height: 800 });
  await fetched(handsCode);
  const memory = memoryAdapter();
  const all = [...ground(), ...deals, ...changes];
  for (let at = 0; at < all.length; at += 2000) await memory.commit(all.slice(at, at + 2000));
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
  const el = await board(store, { order, width, height, dir, theme });
  return { el, store, adapter };
}

function after(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}

/** One more board over a store. */
export async function board(
  store: CrmStore,
  {
    order,
    width = 1200,
    height = 600,
    dir = 'ltr',
    theme = 'light',
  }: Pick<StandOptions, 'order' | 'width' | 'height' | 'dir' | 'theme'> = {},
): Promise<DealPipeline> {
  const frame = await fixture<HTMLElement>(
    html`<div dir=${dir} style="color-scheme: ${theme}; inline-size: ${Math.min(width, window.innerWidth - 40)}px"><deal-pipeline theme=${theme} .store=${store}></deal-pipeline></div>`,
  );
  const el = frame.querySelector('deal-pipeline')!;
  if (order) el.order = order;
  el.style.blockSize = `${height}px`;
  await waitUntil(
    () => el.shadowRoot!.querySelector('.card[data-id], .empty, .stage-error') !== null,
    'the board is drawn',
  );
  await settled(el);
  return el;
}

/** Nothing is being drawn, and a frame has passed for what is measured. */
export async function settled(el: DealPipeline): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await el.updateComplete;
    await new Promise(requestAnimationFrame);
  }
}

export const one = (el: DealPipeline, selector: string): HTMLElement => {
  const found = el.shadowRoot!.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
export const all = (el: DealPipeline, selector: string): HTMLElement[] => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
export const text = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
export const card = (el: DealPipeline, id: string): HTMLElement => one(el, `.card[data-id="${id}"]:not(.drag-ghost)`);
export const stage = (el: DealPipeline, at: number): HTMLElement => one(el, `.stage[data-stage="stage-${at}"]`);

/** Ids of the cards of each stage, from the top. */
export function cards(el: DealPipeline, at: number): string[] {
  return [...stage(el, at).querySelectorAll<HTMLElement>('.card[data-id]:not(.drag-ghost)')]
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map((each) => each.dataset['id'] ?? '');
}

export const count = (el: DealPipeline, at: number): string => text(stage(el, at).querySelector('.count')!);
export const sums = (el: DealPipeline, at: number): string => text(stage(el, at).querySelector('.stage-head p')!);

/** The card or stage head that has the focus. */
export function focusedId(el: DealPipeline): string | null {
  const active = el.shadowRoot!.activeElement;
  return (
    active?.closest<HTMLElement>('.card')?.dataset['id'] ?? (active?.matches('[data-stage-head]') ? text(active) : null)
  );
}

export async function focusCard(el: DealPipeline, id: string): Promise<void> {
  card(el, id).querySelector<HTMLElement>('.title')!.focus();
  await settled(el);
}

/** Keys, one after the other, each drawn before the next. */
export async function press(el: DealPipeline, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await settled(el);
  }
}

/** All that is said to people who listen. */
export const said = (el: DealPipeline): string => all(el, '.sr[role=status], .sr[role=alert]').map(text).join(' ');
export const toast = (el: DealPipeline): string => text(one(el, '.toast'));

/** Where each deal stands in the storage, and how often it was written. */
export async function stored(adapter: CrmAdapter, id: string): Promise<Deal> {
  const page = await adapter.read({
    kind: 'deal',
    where: { field: 'id', op: 'is', value: id },
    today,
    window: { offset: 0, limit: 1 },
  });
  return page.records[0] as Deal;
}

/** Counts commits from now on. */
export function commits(adapter: CrmAdapter): { readonly count: number } {
  const inner = adapter.commit.bind(adapter);
  const seen = { count: 0 };
  (adapter as { commit: CrmAdapter['commit'] }).commit = (changes, options) => {
    seen.count++;
    return inner(changes, options);
  };
  return seen;
}
