import type { PropertyDeclarations } from 'lit';
import type { Filter } from '../../domain/filter.js';
import type { Order } from '../../domain/query.js';
import type { Id } from '../../domain/records.js';
import type { DealListState } from '../../domain/view-state.js';
import type { CrmStore } from '../../store/api.js';
import { LateElement } from '../../shared/late-element.js';
import { takeState } from '../../shared/take-state.js';
import { Late } from '../../shared/late.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { dealListCode } from './code.js';
import type { DealListHost } from './host.js';
import { firstSetup } from './first-setup.js';
import type { DealListSetup, DealSegment, SetupPart } from './first-setup.js';
import type { DealListView } from './view.js';

/**
 * Deals as a table: the same ones as on the board, and those that are won or lost, with reason, comment and day. Sort, search,
 * choose columns and their widths, select, change many at once, take out what is shown. It takes its deals from the provider
 * around it, or from the page's default store; it asks its own width, not the window's, how to show them. Give it a height:
 * `deal-list { block-size: 100% }`; without one it is 44 rem high.
 *
 * Keys, while the focus is inside and nobody types: `/` search, `J` `K` row, `X` or Space select, `Enter` open, `M` Move to,
 * `W` Wait until, `R` reopen, `Z` undo, `Shift+Z` redo, `Esc` clear, `?` all of them.
 *
 * @fires {CustomEvent<{ id: string | null }>} deal-open - A deal is about to be opened. Cancelable.
 * @fires {IntentEvent} deals-move - Deals are about to be moved. Cancelable; so are all intents of `events.ts`.
 * @fires {IntentEvent} deal-win - Deals are about to be won. Cancelable.
 * @fires {IntentEvent} deal-lose - Deals are about to be lost. Cancelable.
 * @fires {IntentEvent} deal-reopen - Closed deals are about to run again. Cancelable.
 * @fires {IntentEvent} deals-assign - Deals are about to get another owner. Cancelable.
 * @fires {IntentEvent} deals-expect - Deals are about to be expected to close on another day. Cancelable.
 * @fires {IntentEvent} deals-label - Labels are about to be put on deals or taken off. Cancelable.
 * @fires {IntentEvent} deals-convert - Deals are about to go back to the leads. Cancelable.
 * @fires {IntentEvent} deals-delete - Deals are about to be deleted. Cancelable.
 * @fires {CustomEvent<DealListState>} view-changed - A person has set the list up: pipeline, segment, filter, order, columns, widths; `detail` is `viewState`.
 * @slot empty - The host's own ways to begin, while there are no deals at all.
 * @csspart head - Pipeline, search.
 * @csspart toolbar - Segments, order, columns, export.
 * @csspart bulk - The bar in the toolbar's place while deals are selected.
 * @csspart list - The box that scrolls.
 * @csspart list-head - The heads of the columns.
 * @csspart row - A deal.
 * @csspart foot - Count, sums, weighted sums.
 * @csspart empty - What stands where nothing is listed.
 * @cssproperty --crm-accent - The one accent.
 * @cssproperty --crm-surface - The ground.
 * @cssproperty --crm-text - The text.
 * @cssproperty --crm-border - The lines.
 * @cssproperty --crm-radius - The corners; 0 squares them all.
 * @cssproperty --crm-font - The typeface.
 * @cssstate selecting - Deals are selected.
 */
export class DealList extends LateElement<DealListView> implements DealListHost {
  static override styles = [tokens, base];
  static override properties: PropertyDeclarations = {
    store: { attribute: false },
    pipelineId: { attribute: 'pipeline-id' },
    segment: {},
    search: {},
    filter: { attribute: false },
    order: { attribute: false },
    columns: { attribute: false },
    widths: { attribute: false },
    viewState: { attribute: false },
    embedded: { type: Boolean, reflect: true },
    heading: {},
    theme: { reflect: true },
    density: { reflect: true },
  };

  /** A store of the page's own; stands before any provider. */
  store?: CrmStore | null;
  /** The title; empty = the pipeline's name, or "Deals". */
  heading = '';
  /** Colours: `light`, `dark`; empty = as the page. */
  theme = '';
  /** Room: `comfortable`; empty = compact, or for fingers where the pointer is coarse. */
  density = '';
  /** Without a head of its own: what is around it has pipeline and search, and sets them here. */
  embedded = false;

  setup: DealListSetup = firstSetup;
  readonly said = new Set<SetupPart>();

  protected readonly view = new Late(
    this,
    dealListCode,
    ({ DealListView }) => new DealListView(this, this.parts),
    ({ dealListStyles }) => dealListStyles,
  );

  /** Which pipeline; null or an unknown one = all of them. */
  get pipelineId(): Id | null {
    return this.setup.pipelineId;
  }
  set pipelineId(pipelineId: Id | null) {
    this.#say({ pipelineId: pipelineId || null });
  }

  /** `open`, `won`, `lost` or `all`. */
  get segment(): DealSegment {
    return this.setup.segment;
  }
  set segment(segment: DealSegment) {
    this.#say({ segment: /^(won|lost|all)$/.test(segment) ? segment : 'open' });
  }

  /** The words that are looked for. */
  get search(): string {
    return this.setup.search;
  }
  set search(search: string) {
    this.#say({ search: search ?? '' });
  }

  /** What narrows the list: conditions and groups that all hold. Kept for each user, unless the page has set it. */
  get filter(): Filter {
    return this.setup.filter;
  }
  set filter(filter: Filter) {
    this.#say({ filter: filter ?? [] });
  }

  /** What the segment that is shown is sorted by; each segment has its own. Empty until it is shown. */
  get order(): readonly Order[] {
    return this.view.here?.order ?? [];
  }
  set order(order: readonly Order[]) {
    this.#say({ orders: { ...this.setup.orders, [this.segment]: order } });
  }

  /** The columns of the segment that is shown, by the names of their fields, `custom.<id>` for custom ones. The first is always the deal itself. Empty until it is shown. */
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

  /**
   * How all of it is set up, as one value that may be kept and set on another list, which then shows the same deals; orders and
   * columns are of each segment its own. What is left out when it is set stays as it is.
   */
  get viewState(): DealListState {
    return this.setup;
  }
  set viewState(state: Partial<DealListState>) {
    const said: Partial<DealListSetup> = {};
    takeState(said, firstSetup, state);
    this.#say(said);
    this.view.use(({ check }) => check(state));
  }

  /** Ids of the selected deals; null where "all that match" is selected. */
  get selected(): readonly Id[] | null {
    const { here } = this.view;
    return here ? here.selected : [];
  }

  #say(part: Partial<DealListSetup>): void {
    for (const name of Object.keys(part) as SetupPart[]) this.said.add(name);
    this.setup = { ...this.setup, ...part };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deal-list': DealList;
  }
}
