/** An inbox over a memory store, and how a test looks at it: as a person would, by roles and words. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
export { waitUntil } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import { handsCode } from '../../../src/elements/lead-inbox/code.js';
import { LeadInbox } from '../../../src/elements/lead-inbox/lead-inbox.js';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Change } from '../../../src/domain/change.js';
import type { CrmStore, StoreOptions } from '../../../src/store/api.js';
import { createStore } from '../../../src/store/store.js';
import {
  aBoard,
  aField,
  aLabel,
  aLead,
  anActivity,
  anOrganization,
  aPerson,
  aUser,
  creation,
  minutesAfter,
} from '../../../src/testing/fixtures.js';
import { fetched } from '../../support/code.js';
export { click } from '../../support/click.js';
import { middle } from '../../support/commands.js';

if (!customElements.get('lead-inbox')) customElements.define('lead-inbox', LeadInbox);

const now = Date.parse('2026-11-23T12:00:00Z');
/** The clock of the tests: time stands still, timers run. */
export const clock: NonNullable<StoreOptions['clock']> = {
  now: () => now,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** Until nothing fades in any more: half-way colours have half the contrast. */
export async function still(inbox: LeadInbox): Promise<void> {
  await Promise.all(
    all(inbox, 'dialog, .pop, .toast').flatMap((part) => part.getAnimations().map(({ finished }) => finished)),
  );
}

export interface Stand {
  readonly inbox: LeadInbox;
  readonly store: CrmStore;
  readonly adapter: CrmAdapter;
}

/** Three leads that differ in all that a row shows. */
export function threeLeads(): readonly Change[] {
  return [
    creation('user', aUser({ id: 'user-2', name: 'Jonas Brandt' })),
    creation('label', aLabel()),
    creation('label', aLabel({ id: 'label-2', name: 'Warm', color: 'orange' })),
    creation('field', aField()),
    creation('person', aPerson()),
    creation('organization', anOrganization()),
    creation(
      'lead',
      aLead({
        id: 'late',
        title: 'Solar panels',
        organizationId: 'organization-1',
        labelIds: ['label-1'],
        value: { amount: '1200', currency: 'EUR' },
        sourceName: 'Web form',
      }),
    ),
    creation(
      'lead',
      aLead({
        id: 'today',
        title: 'Heat pump',
        personId: null,
        organizationId: 'organization-1',
        seen: true,
        ownerId: 'user-2',
        value: { amount: '800', currency: 'EUR' },
        labelIds: ['label-2'],
        createdAt: minutesAfter(1),
        custom: { 'field-1': 2027 },
      }),
    ),
    creation(
      'lead',
      aLead({
        id: 'none',
        title: 'İzmir deposu',
        seen: true,
        createdAt: minutesAfter(2),
        value: { amount: '5000', currency: 'TRY' },
      }),
    ),
    creation('activity', anActivity({ id: 'a1', leadId: 'late', due: '2026-11-20' })),
    creation('activity', anActivity({ id: 'a2', leadId: 'today', due: '2026-11-23', time: '14:30' })),
  ];
}

/** `count` leads, "Lead 1" the newest. */
export function manyLeads(count: number): readonly Change[] {
  return [
    creation('person', aPerson()),
    ...[...Array(count).keys()].map((i) =>
      creation('lead', aLead({ id: `lead-${i + 1}`, title: `Lead ${i + 1}`, createdAt: minutesAfter(-i), seen: true })),
    ),
  ];
}

export interface StandOptions extends Partial<StoreOptions> {
  readonly width?: number;
  readonly lang?: string;
  readonly dir?: 'rtl';
  readonly theme?: string;
  readonly setUp?: (inbox: LeadInbox) => void;
}

export async function stand(changes: readonly Change[], options: StandOptions = {}): Promise<Stand> {
  const { width = 1200, lang = 'en', dir, theme = 'light', setUp, ...storeOptions } = options;
  // Real pointers reach only what the window shows. WebKit's has its size from the launcher.
  await setViewport({ width: 1280, height: 800 });
  await fetched(handsCode);
  const adapter = options.adapter ?? memoryAdapter();
  const all = [...aBoard(), ...changes];
  for (let at = 0; at < all.length; at += 2000) await adapter.commit(all.slice(at, at + 2000));
  const store = createStore({
    user: { id: 'user-1', name: 'Robin' },
    timeZone: 'UTC',
    currency: 'EUR',
    clock,
    ...storeOptions,
    adapter,
  });
  const frame = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  if (dir) frame.dir = dir;
  frame.style.inlineSize = `${Math.min(width, window.innerWidth - 40)}px`;
  const inbox = document.createElement('lead-inbox');
  inbox.store = store;
  inbox.theme = theme;
  inbox.style.blockSize = '520px';
  setUp?.(inbox);
  frame.append(inbox);
  await settled(inbox);
  return { inbox, store, adapter };
}

/** Until the list is there, or what stands in its place. */
export async function settled(inbox: LeadInbox): Promise<void> {
  await waitUntil(() => rows(inbox).length > 0 || all(inbox, '.empty').length > 0, 'the inbox shows something');
  await inbox.updateComplete;
}

export function all<E extends HTMLElement = HTMLElement>(inbox: LeadInbox, selector: string): E[] {
  return [...inbox.shadowRoot!.querySelectorAll<E>(selector)];
}

export function one<E extends HTMLElement = HTMLElement>(inbox: LeadInbox, selector: string): E {
  const [found] = all<E>(inbox, selector);
  expect(found, `there is ${selector}`).to.exist;
  return found!;
}

/** The rows from top to bottom. */
export function rows(inbox: LeadInbox): HTMLElement[] {
  return all(inbox, '.lrow[data-id]').sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex));
}

export function row(inbox: LeadInbox, id: string): HTMLElement {
  return one(inbox, `.lrow[data-id="${id}"]`);
}

/** The titles one reads, from top to bottom. */
export function titles(inbox: LeadInbox): string[] {
  return rows(inbox).map((element) => element.querySelector('.lead button')?.textContent ?? '');
}

/** A button by its visible words or its name. */
export function button(inbox: LeadInbox, name: string): HTMLElement {
  const found = all(inbox, 'button, [role^=menuitem]').find(
    (element) => element.checkVisibility() && (element.ariaLabel ?? element.textContent ?? '').trim().startsWith(name),
  );
  expect(found, `a button “${name}”`).to.exist;
  return found!;
}

/** The pointer over a row: its buttons appear. */
export async function hover(inbox: LeadInbox, id: string): Promise<HTMLElement> {
  await sendMouse({ type: 'move', position: middle(row(inbox, id)) });
  await waitUntil(() => row(inbox, id).querySelector('.rowacts'), 'the buttons of the row');
  return row(inbox, id);
}

/** The text of an element as one reads it. */
export function text(element: Element): string {
  return (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim();
}

/** What has the focus inside the inbox. */
export function focused(inbox: LeadInbox): HTMLElement | null {
  return inbox.shadowRoot!.activeElement as HTMLElement | null;
}

export function focusedId(inbox: LeadInbox): string | undefined {
  return focused(inbox)?.closest<HTMLElement>('[data-id]')?.dataset['id'];
}

/** What a screen reader was told last, in any of the regions. */
export function said(inbox: LeadInbox): string {
  return all(inbox, '.sr[role=status], .sr[role=alert]')
    .map((region) => region.textContent?.trim() ?? '')
    .join(' ');
}
