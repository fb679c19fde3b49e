import type { CommandName } from '../../domain/plan.js';
import type { Order } from '../../domain/query.js';
import type { AnyRecord, Field, Id, Organization, Person } from '../../domain/records.js';
import type { Format } from '../../i18n/format.js';
import type { Commands } from '../../shared/commands.js';
import type { Localize } from '../../shared/localize.js';
import type { SetupKeeper } from '../../shared/setup-keeper.js';
import { keepSoon } from '../../shared/setup-keeping.js';
import type { StoreController } from '../../shared/store-controller.js';
import type { HeadsModel } from '../../shared/table/head-menus.js';
import { sized } from '../../shared/table/kept.js';
import type { Running, TableModel } from '../../shared/table/model.js';
import { Selection } from '../../shared/table/selection.js';
import type { CrmStore, LiveList } from '../../store/api.js';
import { namesIn } from '../../shared/record-names.js';
import { columnsOf, standardColumns } from './columns.js';
import type { ContactColumn } from './columns.js';
import type { ContactListSetup, ContactSegment } from './first-setup.js';
import type { ContactListHost } from './host.js';
import { kindIn, orderIn, queryOf } from './query.js';
import type { ContactKind, ContactQuery, Found } from './query.js';
import { readSetup } from './read-setup.js';
import type { ContactListWords } from './words.js';

export type Contact = Person | Organization;

const none: readonly Field[] = [];

/**
 * The state of one list of persons or organizations and what follows from it. The template functions read it, the commands
 * change it; it knows nothing of markup.
 */
export class ContactListModel implements TableModel<Contact, ContactColumn>, HeadsModel<ContactColumn> {
  readonly selection = new Selection((count) => {
    const { contacts, dealList } = this.t;
    return count === undefined ? dealList.selectedAll : contacts.selectionSaid(count);
  });
  active: Id | null = null;
  activeIndex = 0;
  slow = false;
  /** The set-up kept for this user is known, and so is the order that it asks for. */
  known = false;
  running: Running | null = null;
  keeper: SetupKeeper | undefined;
  /** What was looked for, and where else it was found; null = nothing is looked for. */
  found: Found | null = null;
  /** Organizations in the order of their names, once they are asked for. */
  ranks: readonly Id[] | undefined;
  #query: ContactQuery | undefined;
  #made: readonly unknown[] = [];
  #asked = '';

  constructor(
    readonly host: ContactListHost,
    readonly crm: StoreController,
    readonly words: Localize<ContactListWords>,
    readonly commands: Commands,
    readonly live: () => LiveList<ContactKind> | null,
    /** What was found is looked at from its beginning. */
    readonly toTop: () => void,
  ) {}

  get store(): CrmStore | null {
    return this.crm.store;
  }
  get t(): ContactListWords {
    return this.words.t;
  }
  get format(): Format {
    return this.words.format;
  }
  get setup(): ContactListSetup {
    return this.host.setup;
  }
  get segment(): ContactSegment {
    return this.setup.segment;
  }
  get kind(): ContactKind {
    return kindIn(this.segment);
  }
  get list(): LiveList<ContactKind> | null {
    return this.live();
  }
  get ready(): boolean {
    return this.known && this.list !== null && this.store?.directory.ready === true;
  }
  get total(): number | undefined {
    return this.list?.total;
  }
  /** All rows; while nobody knows how many that are, those that have been read from the top. */
  get places(): number | undefined {
    const { list } = this;
    if (list?.total !== undefined || list?.state !== 'ready') return list?.total;
    let read = 0;
    while (list.row(read) !== undefined) read++;
    return read;
  }
  /** The same list as long as nothing about it changes: rows compare it to know whether they have to be drawn. */
  get columns(): readonly ContactColumn[] {
    const { segment, setup, allColumns: all } = this;
    const parts = [all, setup.columns[segment], setup.widths, this.store && namesIn(this.store).version];
    if (parts.some((part, at) => part !== this.#columnsMade[at])) {
      this.#columnsMade = parts;
      const ids = new Set(['name', ...(setup.columns[segment] ?? standardColumns[this.kind])]);
      this.#columns = [...ids].flatMap((id) => {
        const column = all.find((one) => one.id === id);
        return column ? sized(column, setup.widths[id]) : [];
      });
    }
    return this.#columns;
  }
  #columns: readonly ContactColumn[] = [];
  #columnsMade: readonly unknown[] = [];

  /** Every one there is: the kit's own, then custom fields; of those formulas are of leads and deals. */
  get allColumns(): readonly ContactColumn[] {
    const { kind } = this;
    const fields = this.store?.directory.fields ?? none;
    if (kind !== this.#allOf[0] || fields !== this.#allOf[1]) {
      this.#allOf = [kind, fields];
      this.#all = columnsOf(kind, fields);
    }
    return this.#all;
  }
  #all: readonly ContactColumn[] = [];
  #allOf: readonly [ContactKind?, (readonly Field[])?] = [];

  get ordered(): Order | undefined {
    return orderIn(this.setup)[0];
  }
  nameOfColumn({ name }: ContactColumn): string {
    return name(this.t);
  }
  /** @param ids undefined = those that somebody sees who has not chosen */
  setColumns(ids: readonly string[] | undefined): void {
    this.arrange({ columns: { ...this.setup.columns, [this.segment]: ids } });
  }

  /** Something narrows the list: no rows then means "no match", not "nothing there". */
  get narrowed(): boolean {
    return this.found !== null;
  }
  get selecting(): boolean {
    return !this.selection.empty(this.total);
  }
  get open(): Id | null {
    return this.crm.current[this.kind] ?? null;
  }

  /** The same object as long as it asks the same. */
  get query(): ContactQuery {
    const { segment, found, ranks } = this;
    const order = orderIn(this.setup);
    const parts = [segment, order, found, order.some(({ field }) => field === 'organizationId') && ranks];
    if (!this.#query || parts.some((part, at) => part !== this.#made[at])) {
      this.#made = parts;
      this.#query = queryOf(segment, order, found, ranks);
    }
    return this.#query;
  }

  /** Before each drawing: what of the set-up cannot be shown is left out. */
  readSetup(): void {
    if (this.setup === this.#known) return;
    const { segment = 'persons', orders = {}, columns = {}, widths = {} } = readSetup({ ...this.setup });
    const read = { ...this.setup, segment, orders, columns, widths, search: `${this.setup.search ?? ''}` };
    // What is right stays the same: rows are drawn anew where columns are.
    if (JSON.stringify(read) !== JSON.stringify(this.setup)) this.host.setup = read;
    this.#known = this.setup;
  }
  #known: ContactListSetup | undefined;

  /** Before each drawing: asks what the set-up says now. */
  check(): void {
    const { list, query } = this;
    if (!list || list.query === query || list.query.kind !== query.kind) return;
    const asked = JSON.stringify([query.kind, query.where, query.search]);
    if (asked !== this.#asked) {
      // What was chosen under another question is let go, so that nothing unseen is ever changed.
      this.selection.asked();
      this.active = null;
      this.toTop();
    }
    this.#asked = asked;
    list.setQuery(query);
  }

  at(index: number): Contact | undefined {
    return this.list?.row(index);
  }

  byId(id: Id): Contact | undefined {
    return this.at(this.list?.indexOf(id) ?? -1);
  }

  nameOf({ name }: Contact): string {
    return name || this.t.contacts.nameless;
  }

  /** Why the command is refused for this record, or at all; null = it is not. */
  why(name: CommandName, record: AnyRecord | null): string | null {
    const may = this.store?.settings.can(name, record) ?? true;
    if (may === true) return null;
    return typeof may === 'string' && may !== '' ? may : this.t.detail.readOnly;
  }

  /** Set up by a person here: kept for this user. */
  arrange(part: Partial<ContactListSetup>): void {
    this.host.setup = { ...this.setup, ...part };
    if (this.keeper) keepSoon(this.keeper);
    this.update();
  }

  setSegment(segment: ContactSegment): void {
    if (segment === this.segment) return;
    this.selection.asked();
    this.active = null;
    this.activeIndex = 0;
    this.arrange({ segment });
  }

  setSearch(search: string): void {
    this.host.setup = { ...this.setup, search };
    this.update();
  }

  /** As the head of a column asks: ascending, then descending. Instants begin with the newest. */
  sortBy(column: ContactColumn, descending?: boolean): void {
    const [now] = orderIn(this.setup);
    const next =
      descending ?? (now?.field === column.id ? !now.descending : column.cell === 'age' || column.cell === 'day');
    this.arrange({ orders: { ...this.setup.orders, [this.segment]: [{ field: column.id, descending: next }] } });
    this.say(this.t.dealList.sortedSaid(column.name(this.t), next));
  }

  update(): void {
    this.host.requestUpdate();
  }

  say(text: string): void {
    this.commands.announce(text);
  }
}
