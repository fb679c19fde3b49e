import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Filter } from '../../domain/filter.js';
import type { Order } from '../../domain/query.js';
import type { Id } from '../../domain/records.js';
import type { InboxState } from '../../domain/view-state.js';
import type { CrmStore } from '../../store/api.js';
import { drawsSoon } from '../../shared/code.js';
import { watchDirectory } from '../../shared/directory-view.js';
import { keepKeys } from '../../shared/early-keys.js';
import { Late, type Arriving } from '../../shared/late.js';
import type { LiveView } from '../../shared/live-view.js';
import { Localize } from '../../shared/localize.js';
import { RowWindow } from '../../shared/row-window.js';
import { StoreController } from '../../shared/store-controller.js';
import { takeState } from '../../shared/take-state.js';
import { Telling } from '../../shared/telling.js';
import { handsCode } from './code.js';
import { foot } from './foot.js';
import { GridBox, untick } from '../../shared/table/grid-box.js';
import type { Hands } from './hands.js';
import { head } from './head.js';
import { drawRow, shownIn } from './list.js';
import { areas, InboxModel, type InboxGrid, type InboxList } from './model.js';
import { Rights } from './rights.js';
import { rowsCode } from './rows-code.js';
import { setupKeeper } from './setup-keeper.js';
import { defaultSetup, segments, type InboxSegment, type InboxSetup } from './setup.js';
import { above, bar, content, side } from './view.js';
import { Watch } from './watch.js';
// Sheets behind all markup: see `define/order.ts`.
import { inboxStyles } from './lead-inbox.styles.js';

/** Keys that are kept until what they do has come. Those that work a button by themselves are not among them. */
const early = '/ n ? j k arrowdown arrowup home end pagedown pageup x c e z mod+z mod+k';

/**
 * The leads that wait to be worked: search, filter, sort, choose, archive, label, convert; the open lead beside the list.
 * It takes its leads from the provider around it, or from the page's default store; it asks its own width, not the
 * window's, how to show them. Give it a height: `lead-inbox { block-size: 100% }`; without one it is 44 rem high.
 *
 * Keys, while the focus is inside and nobody types: `/` search, `N` new, `J` `K` row, `X` or Space select, `Enter` open,
 * `C` convert, `E` archive, `Z` undo, `Shift+Z` redo, `Esc` close, `?` all of them.
 *
 * @fires {CustomEvent<{ id: string | null }>} lead-open - A lead is about to be opened (or closed: null). Cancelable.
 * @fires {IntentEvent} leads-convert - Leads are about to become deals. Cancelable; so are all intents of `events.ts`.
 * @fires {IntentEvent} leads-merge - Leads are about to become one. Cancelable.
 * @fires {CustomEvent} lead-import-open - "Import spreadsheet" was chosen. Cancelable: a page may have its own way. Else
 * `<lead-import>` opens in a dialog, if it is defined.
 * @fires {CustomEvent<InboxState>} view-changed - A person has set the inbox up: filter, order, columns, segment; `detail` is `viewState`.
 * @slot detail - What shows the open lead; empty: a `<lead-detail>` is made, if it is defined.
 * @slot empty - The host's own ways to begin, beside "Add lead", while there are no leads at all.
 * @csspart head - Title, segments, search, add.
 * @csspart toolbar - Filters, order, columns.
 * @csspart bulk - The bar in the toolbar's place while leads are selected.
 * @csspart banner - The banners above all.
 * @csspart list - The box that scrolls.
 * @csspart list-head - The heads of the columns.
 * @csspart row - A lead.
 * @csspart foot - Count and sums.
 * @csspart detail - The panel of the open lead.
 * @csspart empty - What stands where nothing is listed.
 * @cssproperty --crm-accent - The one accent.
 * @cssproperty --crm-surface - The ground.
 * @cssproperty --crm-text - The text.
 * @cssproperty --crm-border - The lines.
 * @cssproperty --crm-radius - The corners; 0 squares them all.
 * @cssproperty --crm-font - The typeface.
 * @cssstate selecting - Leads are selected.
 * @cssstate open - A lead is open beside the list.
 */
export class LeadInbox extends LitElement {
  static override styles = inboxStyles;
  static override properties: PropertyDeclarations = {
    store: { attribute: false },
    heading: {},
    theme: { reflect: true },
    density: { reflect: true },
    detail: {},
    segment: {},
    search: {},
    filter: { attribute: false },
    order: { attribute: false },
    columns: { attribute: false },
    widths: { attribute: false },
    viewState: { attribute: false },
  };

  /** A store of the page's own; stands before any provider. */
  store?: CrmStore | null;
  /** The title; empty = "Leads". */
  heading = '';
  /** Colours: `light`, `dark`; empty = as the page. */
  theme = '';
  /** Room: `comfortable`; empty = compact, or for fingers where the pointer is coarse. */
  density = '';
  /** Where an opened lead is shown: `inside`, or `none` where the page has its own place for it. */
  detail: 'inside' | 'none' = 'inside';

  readonly #crm = new StoreController(this);
  readonly #words = new Localize(this, areas);
  readonly #telling = new Telling(this, this.#crm);
  readonly #list: LiveView<InboxList> = this.#crm.live(
    (store) => {
      const model = this.#model;
      return model.askable ? model.begin(store.list(model.query) as InboxList, this.#rows.range) : null;
    },
    { deps: () => [this.#model.trash] },
  );
  readonly #model: InboxModel = new InboxModel(this, this.#crm, this.#words, this.#telling, () => this.#list);
  readonly #rows = new RowWindow(this, {
    moving: rowsCode,
    box: () => this.#grid.find(),
    row: (index) => drawRow(index, this.#model, this.#grid, this.#rights),
    shows: (index) => shownIn(index, this.#model, this.#grid, this.#rights),
    onRange: (start, end) => this.#list.value?.setWindow(start, end),
  });
  readonly #grid: InboxGrid = new GridBox(this.#model, this.#rows, (work) =>
    this.#hands.use(({ grid }) => work?.(grid)),
  );
  readonly #rights = new Rights(this.#model);
  readonly #keeper = setupKeeper(this.#model);
  readonly #hands: Arriving<Hands> = new Late(
    this,
    handsCode,
    ({ Hands }) => new Hands(this, this.#model, this.#rights, this.#grid),
    ({ handStyles }) => handStyles,
    ({ overlayStyles }) => overlayStyles,
  );

  constructor() {
    super();
    this.#model.onAsk = () => this.#rows.scrollTo(0, 'start');
    watchDirectory(this.#crm);
    keepKeys(this, this.#hands, early);
    new Watch(this.#model, this.#hands);
  }

  /** `inbox`, `archived` or `trash`. */
  get segment(): InboxSegment {
    return this.#model.segment;
  }
  set segment(segment: InboxSegment) {
    this.#model.setSegment(segments.includes(segment) ? segment : 'inbox');
  }

  /** The words that are looked for. */
  get search(): string {
    return this.#model.search;
  }
  set search(words: string) {
    this.#model.setSearch(`${words ?? ''}`);
  }

  /** What narrows the list: conditions and groups that all hold. Kept for each user, unless the page has set it. */
  get filter(): Filter {
    return this.#model.setup.filter;
  }
  set filter(filter: Filter) {
    this.#arrange('filter', filter);
  }

  /** What the list is sorted by. */
  get order(): readonly Order[] {
    return this.#model.setup.order;
  }
  set order(order: readonly Order[]) {
    this.#arrange('order', order);
  }

  /** The columns by the names of their fields, `custom.<id>` for custom ones. The first is always the lead itself. */
  get columns(): readonly string[] {
    return this.#model.setup.columns;
  }
  set columns(columns: readonly string[]) {
    this.#arrange('columns', columns);
  }

  /** CSS pixels of columns by their names; those left out have their usual width. */
  get widths(): Readonly<Record<string, number>> {
    return this.#model.setup.widths;
  }
  set widths(widths: Readonly<Record<string, number>>) {
    this.#arrange('widths', widths);
  }

  /** How all of it is set up, to be kept and set on another inbox; what is left out when it is set stays as it is. */
  get viewState(): InboxState {
    const { segment, search, setup } = this.#model;
    return { segment, search, ...setup };
  }
  set viewState(state: Partial<InboxState>) {
    takeState(this, this.viewState, state);
    this.#hands.use(({ check }) => check(state));
  }

  /** Said by the page: what was kept for this user does not overrule it. */
  /** The focus goes to the lead one was at last, else to the first, as soon as they are there. */
  override focus(options?: FocusOptions): void {
    const { activeElement: from } = document;
    this.#hands.use(({ enter }) => enter(options, from));
  }

  #arrange<N extends keyof InboxSetup>(name: N, value: InboxSetup[N] | null | undefined): void {
    this.#keeper.touched = true;
    this.#model.arrange({ [name]: value ?? defaultSetup[name] });
  }

  /** Ids of the selected leads; null where "all that match" is selected. */
  get selected(): readonly Id[] | null {
    return this.#model.selection.ids;
  }

  connectedMoveCallback(): void {
    this.#crm.moved();
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const opened = this.hasUpdated ? undefined : this.#crm.opened(() => this.#model.firstRows());
    if (!opened) return super.scheduleUpdate();
    // The first look at how a language writes numbers takes the browser a moment: it is had while the storage is opened.
    setTimeout(() => void this.#words.format);
    return opened.then(() => super.scheduleUpdate());
  }

  protected override willUpdate(): void {
    this.#keeper.check();
    void this.#model.unknown;
    this.#grid.prepare();
  }

  protected override render(): TemplateResult {
    const model = this.#model;
    const hands = this.#hands;
    const press = this.#press;
    const parts = { model, hands, grid: this.#grid, press };
    return html`<div class="crm inbox">
      ${above(parts)}
      ${head(model, {
        heading: this.heading,
        segments: this.#rights.segments,
        count: (segment) => this.#count(segment),
        noAdd: this.#rights.why('lead-add', null),
        press,
        leaveSearch: (key) => hands.use((here) => here.leaveSearch(key)),
        clearSearch: hands.here?.clearSearch,
      })}
      ${bar(parts)}
      <div class="body ${hands.here?.panel.shown ? 'with-detail' : ''}">
        ${content(parts)}${side(parts)}
      </div>
      ${foot(model, hands.here?.footSums)}${hands.here?.render()}${this.#telling.render()}
    </div>`;
  }

  protected override updated(): void {
    this.#hands.here?.updated();
    // Somebody may have typed what the page has taken away before it was drawn.
    const field = this.renderRoot.querySelector<HTMLInputElement>('input[type=search]');
    if (field && field.value !== this.search) field.value = this.search;
    if (!this.#painted && (this.#model.list?.state === 'ready' || this.#crm.state === 'failed')) this.#after();
  }

  /** The list is painted first; then there is time for numbers, and for what can be done with it. */
  #after(): void {
    this.#painted = true;
    this.#drawn();
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#model.painted = true;
        this.#hands.here?.counts.begin();
        this.#hands.soon();
      }),
    );
  }
  #painted = false;
  readonly #drawn = drawsSoon();

  /** What a button does comes with the hands, and is done then. */
  readonly #press = (event: Event): void => {
    untick(event);
    const button = event.currentTarget as HTMLElement;
    this.#hands.use((hands) => hands.press(button));
  };

  /** undefined = not known yet; null = no number. */
  #count(segment: InboxSegment): number | undefined | null {
    const model = this.#model;
    const { here } = this.#hands;
    const count = here ? here.counts.of(segment) : segment === model.segment ? model.counted : undefined;
    return segment === 'inbox' || count ? count : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lead-inbox': LeadInbox;
  }
}
