import type { ReactiveController, TemplateResult } from 'lit';
import type { BoardListState } from '../../domain/view-state.js';
import { activeIn } from '../../shared/active.js';
import { Entering } from '../../shared/entering.js';
import type { BoardFocus } from './focus.js';
import type { Chosen } from './chosen.js';
import type { Forecast } from './forecast/forecast.js';
import { ListPanel } from './list-panel.js';
import type { Lazy } from './lazy.js';
import type { Lift } from './lift.js';
import type { BoardModel, Stop } from './model.js';
import { boardViews, viewsOf } from './view-names.js';
import type { BoardView } from './view-names.js';

/** What each view is left with, and begins with when one comes back. */
interface Left {
  readonly stop: Stop | null;
  /** How far the stages were scrolled sideways, CSS pixels. */
  readonly left: number;
}

/** Goes from one view to another: by button, by key, or because the page says so. */
export class Views implements ReactiveController {
  readonly #panel: ListPanel;
  readonly #entering: Entering;
  forecast: Forecast | null = null;
  #fetching = false;
  readonly #left = new Map<BoardView, Left>();
  #shown: BoardView;
  /** The switch gets the focus with the next drawing. */
  #toSwitch = false;
  #back: Left | undefined;

  constructor(
    readonly model: BoardModel,
    readonly focus: BoardFocus,
    readonly chosen: Chosen,
    readonly lift: () => Lift,
    readonly lazy: Lazy,
  ) {
    this.#panel = new ListPanel(model);
    this.#entering = new Entering(model.host, { ready: () => this.#enterable, go: () => this.enter() });
    this.#shown = model.view;
    model.host.addController(this);
  }

  /** Somebody here has chosen it: it is kept for them. What cannot be shown is left alone. */
  choose(view: BoardView): void {
    const { model } = this;
    if (!viewsOf(model.host).includes(view)) return;
    const { root } = this;
    this.#toSwitch = root !== null && activeIn(root) !== null;
    if (view === model.view) return void this.hostUpdated();
    model.arrange({ view });
    model.say(model.t.pipeline.viewNow(model.t.pipeline[view]));
  }

  /** By number, as they stand in the switch with all of them there. False: it cannot be shown. */
  nth(number: number): boolean | void {
    const view = boardViews[number - 1];
    if (!view || !viewsOf(this.model.host).includes(view)) return false;
    this.choose(view);
  }

  /** The keys of a group of radio buttons. */
  hostConnected(): void {
    this.root?.addEventListener('keydown', this.#key);
  }

  hostDisconnected(): void {
    this.root?.removeEventListener('keydown', this.#key);
  }

  readonly #key = (happened: Event): void => {
    const event = happened as KeyboardEvent;
    if (!(event.target as Element).closest('[data-view]')) return;
    const { host } = this.model;
    const views = viewsOf(host);
    const at = views.indexOf(this.model.view);
    const ahead = host.matches(':dir(rtl)') ? -1 : 1;
    const step = { ArrowRight: ahead, ArrowLeft: -ahead, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.choose(views[(at + step + views.length) % views.length]!);
  };

  /** Before each drawing: what is held is put back and what is chosen let go of where another view is about to be shown. */
  check(): void {
    const { model } = this;
    const { view } = model;
    if (view === 'forecast' && !this.forecast) void this.#fetch();
    if (view === this.#shown) return;
    this.lift().cancel(undefined, false);
    this.chosen.forget(this.chosen.deals.map(({ id }) => id));
    // The card that has the focus is about to go.
    this.#toSwitch ||= this.focus.here !== null;
    this.#left.set(this.#shown, { stop: model.stop, left: this.#board?.scrollLeft ?? 0 });
    this.#back = this.#left.get(view);
    this.focus.drop();
    model.stop = this.#back?.stop ?? null;
    model.shownStage = null;
    this.#shown = view;
  }

  hostUpdated(): void {
    const board = this.#board;
    // To ask where it is scrolled to lays the page out: only where another view has been drawn.
    if (this.#drawn !== this.#shown && board && this.model.view !== 'list' && (this.#back || board.scrollLeft !== 0))
      board.scrollLeft = this.#back?.left ?? 0;
    this.#drawn = this.#shown;
    if (!this.#toSwitch) return;
    this.#toSwitch = false;
    this.root?.querySelector<HTMLElement>(`[data-view=${this.#shown}]`)?.focus();
  }
  #drawn: BoardView | undefined;

  /** Where its code cannot be had, which is told, the board is shown. */
  async #fetch(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    this.forecast ??= (await this.lazy.forecast()) ?? null;
    this.#fetching = false;
    const { host } = this.model;
    if (!this.forecast && host.isConnected) host.view = 'board';
    this.model.update();
  }

  /** `focus()` of the board. */
  arrive(options?: FocusOptions, from?: Element | null): void {
    this.#entering.ask(options, from);
  }

  /** It is known what stands there, or that it cannot be had. */
  get #enterable(): boolean {
    const { crm, store, view, stages } = this.model;
    const { all, settled } = this.focus.columns;
    if (crm.state === 'failed') return true;
    if (view === 'list') return this.#panel.element !== null;
    return store?.directory.ready === true && (stages.length === 0 || (all.length > 0 && settled));
  }

  /** Into what is shown; where that is neither cards nor stages, to what says so. */
  enter(): void {
    if (this.model.view === 'list') return this.#panel.element?.focus();
    const bare = this.root?.querySelector<HTMLElement>('[data-empty-head]') ?? null;
    if (bare || this.focus.columns.all.length === 0) (bare ?? this.focus.home())?.focus();
    else this.focus.enter();
  }

  /** Deals that have ended stand in the table, in segments of their own. */
  closed(segment: 'won' | 'lost'): void {
    this.choose('list');
    void this.model.host.updateComplete.then(() => {
      const { element } = this.#panel;
      if (element) element.segment = segment;
    });
  }

  /** undefined = there is no list yet. */
  get listState(): BoardListState | undefined {
    return this.#panel.state;
  }

  list(): TemplateResult {
    return this.#panel.render();
  }

  get root(): ShadowRoot | null {
    return this.model.host.shadowRoot;
  }

  get #board(): HTMLElement | null {
    return this.root?.querySelector<HTMLElement>('.board') ?? null;
  }
}
