import type { PropertyDeclarations } from 'lit';
import type { Order } from '../../domain/query.js';
import type { Id } from '../../domain/records.js';
import type { ContactListState } from '../../domain/view-state.js';
import type { CrmStore } from '../../store/api.js';
import { LateElement } from '../../shared/late-element.js';
import { Late } from '../../shared/late.js';
import { takeState } from '../../shared/take-state.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { contactListCode } from './code.js';
import { firstSetup } from './first-setup.js';
import type { ContactListSetup, ContactSegment, SetupPart } from './first-setup.js';
import type { ContactListHost } from './host.js';
import type { ContactListView } from './view.js';

/**
 * Persons and organizations as a table: who they are, how they are reached, what is under way with them. Search, sort, add, select,
 * take out what is shown, delete. It takes them from the provider around it, or from the page's default store; it asks its own
 * width, not the window's, how to show them. Give it a height: `contact-list { block-size: 100% }`; without one it is 44 rem high.
 *
 * Keys, while the focus is inside and nobody types: `/` search, `J` `K` row, `Enter` open, `N` add, `X` or Space select,
 * `Shift+M` merge, `Delete` delete, `Shift+←` `Shift+→` the width of a column, `Shift+F10` the menu of a row or a column, `Z` undo, `Shift+Z` redo, `Esc` clear, `?` all of them.
 *
 * @fires {CustomEvent<{ kind: 'person' | 'organization', id: string | null }>} contact-open - A person or an organization is about to be opened. Cancelable.
 * @fires {IntentEvent} person-add - A person is about to be added. Cancelable; so are all intents of `events.ts`.
 * @fires {IntentEvent} organization-add - An organization is about to be added. Cancelable.
 * @fires {IntentEvent} persons-delete - Persons are about to be deleted. Cancelable.
 * @fires {IntentEvent} organizations-delete - Organizations are about to be deleted. Cancelable.
 * @fires {IntentEvent} persons-merge - Persons are about to become one. Cancelable.
 * @fires {IntentEvent} organizations-merge - Organizations are about to become one. Cancelable.
 * @fires {IntentEvent} persons-distinguish - Persons are about to be told apart. Cancelable.
 * @fires {IntentEvent} organizations-distinguish - Organizations are about to be told apart. Cancelable.
 * @fires {CustomEvent<ContactListState>} view-changed - A person has set the list up: segment, order, columns, widths; `detail` is `viewState`.
 * @slot empty - The host's own ways to begin, while there is nobody at all.
 * @csspart head - Title, search, the button that adds.
 * @csspart toolbar - Persons or organizations, order, more.
 * @csspart bulk - The bar in the toolbar's place while something is selected.
 * @csspart list - The box that scrolls.
 * @csspart list-head - The heads of the columns.
 * @csspart row - A person or an organization.
 * @csspart foot - How many there are.
 * @csspart empty - What stands where nothing is listed.
 * @cssproperty --crm-accent - The one accent.
 * @cssproperty --crm-surface - The ground.
 * @cssproperty --crm-text - The text.
 * @cssproperty --crm-border - The lines.
 * @cssproperty --crm-radius - The corners; 0 squares them all.
 * @cssproperty --crm-font - The typeface.
 * @cssstate selecting - Persons or organizations are selected.
 */
export class ContactList extends LateElement<ContactListView> implements ContactListHost {
  static override styles = [tokens, base];
  static override properties: PropertyDeclarations = {
    store: { attribute: false },
    segment: {},
    search: {},
    order: { attribute: false },
    columns: { attribute: false },
    widths: { attribute: false },
    viewState: { attribute: false },
    heading: {},
    theme: { reflect: true },
    density: { reflect: true },
  };

  /** A store of the page's own; stands before any provider. */
  store?: CrmStore | null;
  /** The title; empty = "Contacts". */
  heading = '';
  /** Colours: `light`, `dark`; empty = as the page. */
  theme = '';
  /** Room: `comfortable`; empty = compact, or for fingers where the pointer is coarse. */
  density = '';

  setup: ContactListSetup = firstSetup;
  readonly said = new Set<SetupPart>();

  protected readonly view = new Late(
    this,
    contactListCode,
    ({ ContactListView }) => new ContactListView(this, this.parts),
    ({ contactListStyles }) => contactListStyles,
  );

  /** `persons` or `organizations`. */
  get segment(): ContactSegment {
    return this.setup.segment;
  }
  set segment(segment: ContactSegment) {
    this.#say({ segment });
  }

  /** The words that are looked for: in names, addresses, numbers, and for persons in the name of the organization. */
  get search(): string {
    return this.setup.search;
  }
  set search(search: string) {
    this.#say({ search: search ?? '' });
  }

  /** What the segment that is shown is sorted by; each segment has its own. Empty until it is shown. */
  get order(): readonly Order[] {
    return this.view.here?.order ?? [];
  }
  set order(order: readonly Order[]) {
    this.#say({ orders: { ...this.setup.orders, [this.segment]: order } });
  }

  /** The columns of the segment that is shown, by the names of their fields, `custom.<id>` for custom ones. The first is always the name. Empty until it is shown. */
  get columns(): readonly string[] {
    return this.view.here?.columns ?? [];
  }
  set columns(columns: readonly string[]) {
    this.#say({ columns: { ...this.setup.columns, [this.segment]: columns } });
  }

  /** CSS pixels of columns by their names; those left out have their usual width. */
  get widths(): Readonly<Record<string, number>> {
    return this.setup.widths;
  }
  set widths(widths: Readonly<Record<string, number>>) {
    this.#say({ widths: widths ?? {} });
  }

  /** How all of it is set up, as one value that may be kept and set on another list. What is left out when it is set stays as it is. */
  get viewState(): ContactListState {
    return this.setup;
  }
  set viewState(state: Partial<ContactListState>) {
    const said: Partial<ContactListSetup> = {};
    takeState(said, firstSetup, state);
    this.#say(said);
  }

  /** Ids of what is selected; null where "all that match" is selected. */
  get selected(): readonly Id[] | null {
    const { here } = this.view;
    return here ? here.selected : [];
  }

  #say(part: Partial<ContactListSetup>): void {
    for (const name of Object.keys(part) as SetupPart[]) this.said.add(name);
    this.setup = { ...this.setup, ...part };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'contact-list': ContactList;
  }
}
