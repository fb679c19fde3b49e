/** What the tests of the glue share: a store over memory, and elements that show of it as little as can be seen. */
import { LitElement, html } from 'lit';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import type { Change } from '../../../src/domain/change.js';
import type { CrmStore, StoreOptions } from '../../../src/store/api.js';
import { createStore } from '../../../src/store/store.js';
import { StoreController } from '../../../src/shared/store-controller.js';
import { aBoard, aField, aLead, aPerson, anOrganization, aStage, creation } from '../../../src/testing/fixtures.js';

export interface Stand {
  readonly adapter: CrmAdapter;
  readonly store: CrmStore;
}

/** A store with a person, an organization, a board of three stages and these leads. */
export async function stand(
  leads = 1,
  changes: readonly Change[] = [],
  options: Partial<StoreOptions> = {},
): Promise<Stand> {
  const adapter = options.adapter ?? (await memoryWith(leads, changes));
  const user = { id: 'user-1', name: 'Robin' };
  return { adapter, store: createStore({ user, timeZone: 'UTC', ...options, adapter }) };
}

export async function memoryWith(leads = 1, changes: readonly Change[] = []): Promise<CrmAdapter> {
  const adapter = memoryAdapter();
  const people = [creation('person', aPerson()), creation('organization', anOrganization())];
  const rows = [...Array(leads).keys()].map((i) =>
    creation('lead', aLead({ id: `lead-${i + 1}`, title: `Lead ${i + 1}` })),
  );
  await adapter.commit([...aBoard(), ...people, ...rows, ...changes]);
  return adapter;
}

/** A stage that asks for a custom field and a value, behind the three of the board. */
export function askingStage(): readonly Change[] {
  return [
    creation('field', aField({ id: 'field-1', name: 'Decision maker', type: 'text' })),
    creation('stage', aStage({ id: 'stage-4', name: 'Demo', rank: 'a3', requiredFields: ['custom.field-1', 'value'] })),
  ];
}

export async function dealsOf(store: CrmStore): Promise<readonly { readonly id: string; readonly title: string }[]> {
  return (await store.read({ kind: 'deal', window: { offset: 0, limit: 100 } })).records;
}

/** The smallest consumer: says how many leads its store holds. */
export class LeadCount extends LitElement {
  static override properties = { store: { attribute: false } };
  declare store: CrmStore | null | undefined;
  readonly crm = new StoreController(this);
  renders = 0;
  #shown = '';
  readonly leads = this.crm.live((store) => store.list({ kind: 'lead' }), {
    shows: (list) => this.#shown !== (this.#shown = `${list.state} ${list.total}`),
  });

  override render() {
    this.renders++;
    return html`<p>${this.crm.store ? (this.leads.value?.total ?? 'loading') : this.crm.state}</p>`;
  }

  get text(): string {
    return this.shadowRoot?.textContent?.trim() ?? '';
  }
}

/** Collects what passes the document, until the test ends. */
export function heard(...names: readonly string[]): { readonly events: Event[]; stop(): void } {
  const events: Event[] = [];
  const listener = (event: Event): void => void events.push(event);
  for (const name of names) document.addEventListener(name, listener);
  return { events, stop: () => names.forEach((name) => document.removeEventListener(name, listener)) };
}

/** Errors of listeners are reported to the page; a test that means one keeps it from failing the run. */
export function expectPageError(): { readonly messages: string[]; stop(): void } {
  const messages: string[] = [];
  const before = window.onerror;
  window.onerror = (message) => {
    messages.push(typeof message === 'string' ? message : message.type);
    return true;
  };
  return { messages, stop: () => (window.onerror = before) };
}
