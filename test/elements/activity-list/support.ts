/** What the tests of the day share: a list over memory on a Monday morning, and eyes to see it as a person does. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../src/define/activity-list.js';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Change } from '../../../src/domain/change.js';
import { addDays } from '../../../src/domain/dates.js';
import type { Activity } from '../../../src/domain/records.js';
import type { ActivityList } from '../../../src/elements/activity-list/activity-list.js';
import type { CrmStore, StoreOptions } from '../../../src/store/api.js';
import { createStore } from '../../../src/store/store.js';
import {
  aDeal,
  aLead,
  anActivity,
  anOrganization,
  aPerson,
  aPipeline,
  aStage,
  aUser,
  creation,
} from '../../../src/testing/fixtures.js';
export { click } from '../../support/click.js';

/** A Monday. */
export const monday = '2026-11-23';
export const day = (away: number): string => addDays(monday, away);

export interface Stand {
  readonly el: ActivityList;
  readonly store: CrmStore;
  readonly adapter: CrmAdapter;
  /** The clock goes on, as far as what is due is concerned. */
  readonly setNow: (instant: string) => void;
}

export interface StandOptions extends Partial<Omit<StoreOptions, 'adapter' | 'clock'>> {
  readonly owner?: ActivityList['owner'];
  readonly width?: number;
  readonly height?: number;
  readonly dir?: 'ltr' | 'rtl';
  readonly theme?: 'light' | 'dark';
  readonly lang?: string;
  readonly wrap?: (adapter: CrmAdapter) => CrmAdapter;
}

export function activity(id: string, fields: Partial<Activity> = {}): Change {
  return creation('activity', anActivity({ id, subject: `Subject ${id}`, leadId: 'roof', due: monday, ...fields }));
}

/** Two late, three today (one all day), one tomorrow, one on Thursday, one next week, one without a day, one of somebody else. */
export function aDay(): Change[] {
  return [
    activity('late-2', { due: day(-1), time: '10:00' }),
    activity('late-1', { due: day(-4), type: 'meeting', leadId: null, dealId: 'pump' }),
    activity('two', { time: '14:30', type: 'task' }),
    activity('one', { time: '09:15', leadId: null, dealId: 'pump' }),
    activity('all-day', { subject: 'Send the deck' }),
    activity('tomorrow', { due: day(1) }),
    activity('thursday', { due: day(3), leadId: null, dealId: 'pump' }),
    activity('next-week', { due: day(8) }),
    activity('no-day', { due: null }),
    activity('theirs', { ownerId: 'user-2', time: '17:00' }),
  ];
}

/** The same, and nothing but `one` is planned for the deal. */
export function loneDay(): Change[] {
  return aDay().map((change) => {
    if (change.op !== 'create' || !['late-1', 'thursday'].includes(change.id)) return change;
    return creation('activity', { ...(change.record as Activity), leadId: 'roof', dealId: null });
  });
}

function ground(): Change[] {
  return [
    creation('pipeline', aPipeline()),
    creation('stage', aStage({ id: 'stage-1' })),
    creation('user', aUser({ id: 'user-1', name: 'Robin' })),
    creation('user', aUser({ id: 'user-2', name: 'Jonas Brandt' })),
    creation('person', aPerson({ id: 'person-1', name: 'Ada Yıldız', organizationId: null })),
    creation('organization', anOrganization({ id: 'organization-1', name: 'Kordon Lojistik' })),
    creation('lead', aLead({ id: 'roof', title: 'Solar roof', personId: 'person-1', organizationId: null })),
    creation('deal', aDeal({ id: 'pump', title: 'Heat pump', personId: null, organizationId: 'organization-1' })),
  ];
}

export async function stand(changes: readonly Change[] = aDay(), options: StandOptions = {}): Promise<Stand> {
  const { owner = null, width, height, dir, theme, lang, wrap = (adapter) => adapter, ...rest } = options;
  await setViewport({ width: 1280, height: 900 });
  const memory = memoryAdapter();
  const all = [...ground(), ...changes];
  for (let at = 0; at < all.length; at += 2000) await memory.commit(all.slice(at, at + 2000));
  const adapter = wrap(memory);
  let now = Date.parse(`${monday}T08:30:00Z`);
  const clock = {
    now: () => now,
    random: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
    after: (ms: number, call: () => void) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
  };
  const user = { id: 'user-1', name: 'Robin' };
  const store = createStore({ user, timeZone: 'UTC', currency: 'EUR', names: false, clock, ...rest, adapter });
  const el = await list(store, { owner, width, height, dir, theme, lang });
  return { el, store, adapter, setNow: (instant) => (now = Date.parse(instant)) };
}

/** One more list over a store. */
export async function list(
  store: CrmStore,
  {
    owner = null,
    width = 1000,
    height = 700,
    dir = 'ltr',
    theme = 'light',
    lang = 'en',
  }: { [K in 'owner' | 'width' | 'height' | 'dir' | 'theme' | 'lang']?: StandOptions[K] | undefined } = {},
): Promise<ActivityList> {
  const frame = await fixture<HTMLElement>(
    html`<div lang=${lang} dir=${dir} style="color-scheme: ${theme}; inline-size: ${width}px"><activity-list theme=${theme} .store=${store}></activity-list></div>`,
  );
  const el = frame.querySelector('activity-list')!;
  if (owner !== null) el.owner = owner;
  el.style.blockSize = `${height}px`;
  await waitUntil(() => el.shadowRoot!.querySelector('[data-item], .empty') !== null, 'the list is drawn');
  await settled(el);
  return el;
}

/** Nothing is being drawn, and a frame has passed for what is measured. */
export async function settled(el: ActivityList): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await el.updateComplete;
    await new Promise(requestAnimationFrame);
  }
}

export const one = <E extends HTMLElement = HTMLElement>(el: ActivityList, selector: string): E => {
  const found = el.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
export const all = (el: ActivityList, selector: string): HTMLElement[] => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
export const text = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
export const row = (el: ActivityList, id: string): HTMLElement => one(el, `[data-item="${id}"]:not(.drag-ghost)`);

/** What stands in the list, from the top: heads of groups with their numbers, and ids. */
export function lines(el: ActivityList): string[] {
  return all(el, '[data-item]:not(.drag-ghost)')
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map((line) =>
      line.matches('.ahead')
        ? `${text(line.querySelector('b')!)} ${text(line.querySelector('.count')!)}`
        : line.dataset['item']!,
    );
}

/** The line that has the focus. */
export const focusedId = (el: ActivityList): string | null =>
  el.shadowRoot!.activeElement?.closest<HTMLElement>('[data-item]')?.dataset['item'] ?? null;

export async function focusRow(el: ActivityList, id: string): Promise<void> {
  row(el, id).focus();
  await settled(el);
}

/** Keys, one after the other, each drawn before the next. */
export async function press(el: ActivityList, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    // Playwright has no other name for it.
    await sendKeys({ press: key === 'Space' ? ' ' : key });
    await settled(el);
  }
}

/** All that is said to people who listen. */
export const said = (el: ActivityList): string => all(el, '.sr[role=status], .sr[role=alert]').map(text).join(' ');
export const toast = (el: ActivityList): string => text(one(el, '.toast'));

export async function stored(store: CrmStore, id: string): Promise<Activity> {
  const where = { field: 'id', op: 'is', value: id } as const;
  const { records } = await store.read({ kind: 'activity', where, window: { offset: 0, limit: 1 } });
  return records[0]!;
}
