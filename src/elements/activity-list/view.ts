import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import * as cardMoving from '../../shared/card-moving.js';
import { Code } from '../../shared/code.js';
import { Commands } from '../../shared/commands.js';
import { Connection } from '../../shared/connection.js';
import { Dialog } from '../../shared/dialog.js';
import type { FirstParts } from '../../shared/first-parts.js';
import { KeepFocus } from '../../shared/keep-focus.js';
import { Keys } from '../../shared/keys.js';
import { Menu } from '../../shared/menu.js';
import { MoveFocus } from '../../shared/move-focus.js';
import { openContact, showsContacts } from '../../shared/open-contact.js';
import { openRecord } from '../../shared/open-record.js';
import type { RowWindow } from '../../shared/row-window.js';
import * as told from '../../shared/told.js';
import { View } from '../../shared/view.js';
import type { Activity } from '../../domain/records.js';
import { toCalendar } from './calendar.js';
import { days } from './days.js';
import { Forms } from './form.js';
import { bulkBar, head, toolbar } from './head.js';
import type { HeadActions } from './head.js';
import type { ActivityListHost } from './host.js';
import { Items } from './items.js';
import { shortcuts } from './keyboard.js';
import { openKeys } from './keys-dialog.js';
import { Lines } from './lines.js';
import { Menus } from './menus.js';
import { AgendaModel } from './model.js';
import { isOpportunity } from './parent.js';
import { Parents } from './parents.js';
import { Pointer } from './pointer.js';
import { Presses } from './presses.js';
import { DayProposal } from './proposal.js';
import { Rover } from './rover.js';
import { Search } from './search.js';
import { lateSearch } from './search-all.js';
import { Sections } from './sections.js';
import type { RowRecord, Section } from './sections.js';
import { Selection } from './selection.js';
import { setupKeeper } from './setup-keeper.js';
import { instead, loading } from './states.js';
import { Work } from './work.js';
import { areas } from './words.js';

export { activityListStyles } from './activity-list.styles.js';

const rowsCode = new Code(() => Promise.resolve(cardMoving));
rowsCode.give(cardMoving);

/** Until grey rows are shown, ms: most lists are there before. */
const patience = 200;

/** What `<activity-list>` shows, and what is done there. */
export class ActivityListView extends View<ActivityListHost> {
  readonly #crm = new this.parts.StoreController(this.host);
  readonly #words = new this.parts.Localize(this.host, areas);
  readonly #commands = new Commands(new this.parts.Telling(this.host, this.#crm));
  readonly #model = new AgendaModel(this.host, this.#crm, this.#words, this.#commands);
  readonly #sections = new Sections(this.#model);
  readonly #items = new Items(this.#sections);
  readonly #keeper = setupKeeper(this.#model, this.#items);
  readonly #search = new Search(this.#model);
  readonly #parents = new Parents(this.#model);
  readonly #selection = new Selection();
  readonly #rover: Rover = new Rover(this.#model, this.#items, () => this.#rows);
  readonly #work = new Work(this.#model, this.#sections, this.#selection, this.#rover);
  readonly #forms = new Forms(this.#model, () => this.#rover);
  readonly #proposal = new DayProposal(this.#model, this.#items, this.#parents, this.#rover);
  readonly #lines = new Lines(this.#model, this.#items, this.#parents, this.#selection, this.#rover, {
    forms: this.#forms,
    proposal: this.#proposal,
  });
  readonly #rows: RowWindow = new this.parts.RowWindow(this.host, {
    moving: rowsCode,
    row: (index) => this.#lines.draw(index),
    shows: (index) => this.#lines.shows(index),
    cards: {
      kindOf: (index) => this.#lines.kindOf(index),
      said: () => [this.#words.t, this.#words.lang],
      estimate: 48,
    },
    records: {
      idAt: (index) => this.#items.at(index)?.id,
      indexOf: (id) => this.#items.indexOf(id),
    },
    onRange: (start, end) => this.#look(start, end),
    box: () => this.host.renderRoot.querySelector<HTMLElement>('.list') ?? undefined,
  });
  readonly #menu = new Menu(this.host);
  readonly #dialog = new Dialog(this.host, () => this.#rover.home());
  readonly #menus = new Menus(
    this.#model,
    this.#menu,
    this.#dialog,
    this.#work,
    this.#forms,
    this.#selection,
    (activity) => this.#openParent(activity),
    (activity) => void toCalendar(this.#model, this.#parents, activity),
    () => this.#rover.elementOf(this.#rover.active),
  );
  readonly #pointer = new Pointer(this.#model, this.#sections, this.#selection, this.#work);
  readonly #presses = new Presses(this.#model, this.#items, this.#selection, this.#rover, this.#work, this.#menus, {
    open: (record, section) => this.#open(record, section),
    fold: (section) => this.#fold(section),
    plan: (record, kind, at) => this.#proposal.first(record, kind, at),
  });
  readonly #head: HeadActions;
  #slow = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #day = '';

  constructor(host: ActivityListHost, parts: FirstParts) {
    super(host, parts);
    this.#commands.bring(told);
    this.parts.watchDirectory(this.#crm);
    const search = (): void => this.host.renderRoot.querySelector<HTMLElement>('.agenda-head input')?.focus();
    const searchAll = (): void => void lateSearch(this.#model, this.#dialog);
    const help = (): void => openKeys(this.#model, this.#dialog);
    this.#head = {
      heading: '',
      search: (words) => this.#search.set(words),
      leaveSearch: () => void this.#rover.go(this.#rover.index),
      plan: () => this.#forms.plan(),
      searchAll,
      keys: help,
      owners: (anchor) => this.#menus.owners(anchor),
      kinds: (anchor) => this.#menus.kinds(anchor),
    };
    this.#work.onDone = (activity, key, place, turn) => this.#proposal.afterDone(activity, { key, place }, turn);
    new MoveFocus(host);
    new KeepFocus(host, () => this.#rover.home());
    new Keys(
      host,
      shortcuts(this.#model, {
        items: this.#items,
        rover: this.#rover,
        selection: this.#selection,
        work: this.#work,
        menus: this.#menus,
        forms: this.#forms,
        proposal: this.#proposal,
        open: (record, section) => this.#open(record, section),
        fold: (section) => this.#fold(section),
        page: () => this.#rows.moves?.page ?? 1,
        search,
        searchAll,
        help,
      }),
    );
    new Connection(host, (signal) => {
      const { renderRoot: root } = host;
      root.addEventListener('focusin', this.#rover.focusin, { signal });
      root.addEventListener('click', (event) => this.#presses.click(event as MouseEvent), { signal });
      root.addEventListener('contextmenu', (event) => this.#presses.contextmenu(event as MouseEvent), { signal });
      // What was due tomorrow is due today: the lists are told by the store, their groups are ours.
      const minutes = setInterval(() => this.#model.today !== this.#day && this.#model.update(), 60_000);
      return () => {
        clearInterval(minutes);
        clearTimeout(this.#timer);
        this.#sections.end();
        this.#forms.end();
        this.#keeper.flush?.();
      };
    });
  }

  protected override get enterable(): boolean {
    return this.#ready || this.#sections.failed !== undefined || this.#crm.state === 'failed';
  }
  protected override goIn(): Promise<void> | void {
    return this.#rover.enter();
  }

  override moved(): void {
    this.#crm.moved();
  }

  override willUpdate(): void {
    this.#day = this.#model.today;
    this.#keeper.check();
    this.#sections.check();
    this.#items.check();
    this.#forms.check();
    const [start, end] = this.#rows.range;
    this.#parents.check(this.#near(start, end));
    this.#rows.count = this.#items.count;
    this.#lines.check();
    this.#rover.willUpdate();
    const held = this.#pointer.held;
    if (held !== null) this.#rows.pinned = this.#items.indexOf(held);
    else if (this.#forms.editing?.before) {
      const at = this.#items.indexOf(this.#forms.editing.before.id);
      if (at >= 0) this.#rows.pinned = at;
    }
    this.#wait();
  }

  override updated(): void {
    if (this.#ready) this.#parents.shown();
    this.#rover.updated();
  }

  get #ready(): boolean {
    return this.#sections.ready && !this.#parents.coming;
  }

  /** Grey rows come only where it takes long. */
  #wait(): void {
    if (this.#ready) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#slow = false;
    } else
      this.#timer ??= setTimeout(() => {
        this.#slow = true;
        this.#model.update();
      }, patience);
  }

  /** Rows in sight, and a screen more on either side: what they name is there when they come. */
  #near(start: number, end: number): Iterable<RowRecord> {
    return this.#items.records(start - 30, Math.max(end, 30) + 30);
  }

  #look(start: number, end: number): void {
    this.#items.look(start, end);
    // The lists tell only of what is new to them. Not within the drawing that has come by here.
    if (this.#parents.misses(this.#near(start, end))) queueMicrotask(() => this.#model.update());
  }

  #open(record: RowRecord, section: Section): void {
    if ('done' in record) this.#openParent(record);
    else openRecord(this.#crm, section.of === 'deal' ? 'deal' : 'lead', record.id);
  }

  #openParent(activity: Activity): void {
    const parent = this.#parents.of(activity);
    if (parent === null) return;
    if (isOpportunity(parent)) openRecord(this.#crm, parent.kind, parent.id);
    else if (showsContacts()) openContact(this.#crm, parent.kind, parent.id);
    else if (!activity.done) this.#forms.edit(activity);
  }

  #fold(section: Section): void {
    const closed = new Set(this.#items.closed);
    if (!closed.delete(section.key)) closed.add(section.key);
    this.#items.closed = closed;
    this.#model.onSetup();
    this.#model.update();
  }

  #clear(): void {
    this.#search.set('');
    this.#model.arrange({ filter: {} });
  }

  override render(): TemplateResult {
    const model = this.#model;
    const { selection, running } = { selection: this.#selection, running: this.#work.running };
    const actions = { ...this.#head, heading: this.host.heading };
    return html`<div class="crm agenda">
      <div class="banners">${this.#commands.banners()}</div>
      ${head(model, actions)}
      ${
        selection.size > 0 || running
          ? bulkBar(model, {
              count: selection.size,
              running,
              clear: () => {
                selection.clear();
                model.update();
                void this.#rover.go(this.#rover.index);
              },
              done: () => void this.#work.markAll(selection.ids),
              move: (anchor) => this.#menus.moveTo(anchor, selection.ids),
            })
          : toolbar(model, actions)
      }
      <div class="plans">${this.#forms.renderKept()}${this.#forms.renderPlan()}</div>
      <div class="agenda-body">${this.#body()}${model.store ? days(model) : nothing}</div>
      ${this.#menu.render()}${this.#dialog.render()}${this.#commands.render()}
    </div>`;
  }

  #body(): TemplateResult | typeof nothing {
    const model = this.#model;
    const to = { plan: () => this.#forms.plan(), clear: () => this.#clear() };
    if (model.crm.state !== 'failed' && !this.#sections.failed && !this.#ready)
      return this.#slow ? loading(model) : nothing;
    if (model.crm.state === 'mismatch') return nothing;
    const other = instead(model, this.#sections, this.#items.empty, to);
    if (other) return other;
    return html`<div class="list win win--cards" part="list">
      <div class="grid" role="treegrid" aria-label=${model.t.agenda.title} aria-rowcount=${this.#items.count} aria-multiselectable="true">${this.#rows.render()}</div>
    </div>`;
  }
}
