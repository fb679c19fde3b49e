import type { ReactiveController, ReactiveControllerHost, RootPart, TemplateResult } from 'lit';
import { html, render } from 'lit';
import type { Code } from './code.js';
import type { CardOptions, Moves, Records } from './row-options.js';

/** No browser lays out boxes taller than about 17.8 million pixels (Firefox), and floats are exact below that. */
export const tallest = 12_000_000;

/** Rows drawn beyond the edges at rest. */
export const margin = 3;

export interface RowWindowOptions {
  /** Draws a row; exactly one element. Its place is set from outside. */
  readonly row: (index: number) => TemplateResult;
  /** What a row shows; it is drawn again only where something of it is different. Default: it is drawn again each time. */
  readonly shows?: ((index: number) => readonly unknown[]) | undefined;
  /** Role of the box around the rows: `rowgroup` (default) in a grid, `list`, or `presentation`. */
  readonly role?: 'rowgroup' | 'list' | 'presentation' | undefined;
  /** Hears which rows are drawn, `[start, end)`, whenever that changes: time to read records. */
  readonly onRange?: ((start: number, end: number) => void) | undefined;
  /** A row that stays then keeps its element, though others come or go above it. */
  readonly records?: Records | undefined;
  /** The view draws it itself after its updates, with others of its kind (`drawTogether`). */
  readonly together?: boolean | undefined;
  /** For rows that are not all of one height. */
  readonly cards?: CardOptions | undefined;
  /** Looks for the box that scrolls, after each update of the view; for a view that does not hand it over itself. */
  readonly box?: (() => HTMLElement | undefined) | undefined;
  /** What moves the window (row-moving.ts, card-moving.ts). Fetched with the first scroll, where nobody has brought it. */
  readonly moving: Code<{ readonly Moving: new (window: RowWindow) => Moves }>;
}

/** One row element, drawn by itself: it shows another row, or stands in another place, without touching its neighbours. */
export class Slot {
  index = -1;
  /** Its content is of another row, or of none. */
  stale = true;
  /** The record it shows, where the view tells records from places. */
  id: string | undefined;
  /** The element that was last put into its place, and that place. */
  at: HTMLElement | undefined;
  top = -1;
  #shown: readonly unknown[] | undefined;
  #part: RootPart | undefined;
  /** The last of its nodes. */
  readonly end = document.createComment('');

  constructor(readonly rows: HTMLElement) {
    rows.append(this.end);
  }

  /** The first of its nodes. */
  get start(): Node {
    return this.#part?.startNode ?? this.end;
  }

  /** undefined = it has not been shown yet. */
  element: HTMLElement | undefined;

  show({ host, options }: RowWindow): void {
    const { index } = this;
    this.stale = false;
    this.id = options.records?.idAt(index);
    const shows = options.shows?.(index);
    const before = this.#shown;
    if (before && shows?.length === before.length && shows.every((one, i) => one === before[i])) return;
    this.#shown = shows;
    this.#part = render(options.row(index), this.rows, { host, renderBefore: this.end });
    this.element = this.end.previousElementSibling as HTMLElement;
  }
}

/**
 * Shows a long list by drawing only the rows in sight. The view gives the scroll container and the place of the rows:
 *
 *     rows = new RowWindow(this, { moving, row: (index) => html`<div role="row" aria-rowindex=${index + 2}>…</div>` });
 *     render() {
 *       this.rows.count = this.total;
 *       return html`<div class="win" ${ref(this.rows.scroller)}> <div class="head" role="row">…</div> ${this.rows.render()} </div>`;
 *     }
 *
 * with the styles `rowWindow`; the row height is `--_row` on `.win` (default `--crm-row-height-2`). Rows are drawn by
 * themselves while one scrolls, without the element's own update, and all of them again after each of its updates.
 *
 * The first rows stand one below the other, as the browser lays them out. What moves the window (row-moving.ts) comes
 * later, and takes them over as they are: elements are then used again for other rows; a row that stays keeps its own.
 */
export class RowWindow implements ReactiveController {
  /** `${ref(rows.scroller)}` on the scroll container; or the option `box`. What stands above the rows in it may be sticky. */
  readonly scroller = (element?: Element): void => this.#attach(element as HTMLElement | undefined);
  /** How many rows there are, drawn or not. */
  count = 0;
  /** A row that stays drawn wherever one scrolls: the one with the focus. -1 = none. */
  pinned = -1;
  /** The rows that are drawn, `[start, end)`. */
  range: readonly [start: number, end: number] = [0, 0];
  /** The box that scrolls; for what moves it. */
  box: HTMLElement | undefined;
  /** One has scrolled before anything could follow. */
  early = false;
  /** Where to go as soon as something can go there. */
  jump: { readonly index: number; readonly align: ScrollLogicalPosition } | undefined;
  /** As tall as all rows. */
  space: HTMLElement | undefined;
  /** Around the rows that are drawn. */
  rows: HTMLElement | undefined;
  /** As tall as one row. */
  probe: HTMLElement | undefined;
  slots: Slot[] = [];
  #moves: Moves | undefined;

  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
    readonly options: RowWindowOptions,
  ) {
    host.addController(this);
  }

  /** Made in the moment its code is here. */
  get moves(): Moves | undefined {
    const { here } = this.options.moving;
    return (this.#moves ??= here && new here.Moving(this));
  }

  /** What moves it is here, and has not taken over yet. */
  get due(): boolean {
    return !this.#moves && this.options.moving.here !== undefined;
  }

  render(): TemplateResult {
    return html`<div class="win-space" role="presentation"
      ><div class="win-rows win-flow" role=${this.options.role ?? 'rowgroup'}></div
      ><div class="win-probe" aria-hidden="true"></div
    ></div>`;
  }

  /** The element of a row, if it is drawn. */
  elementAt(index: number): HTMLElement | undefined {
    return this.slots.find((slot) => slot.index === index)?.element;
  }

  /**
   * Brings a row into sight; `nearest` (default) does not move what is in sight. All in sight is drawn as it is by now;
   * @param fresh it has just been drawn so
   */
  scrollTo(index: number, align: ScrollLogicalPosition = 'nearest', fresh = false): void {
    if (this.moves) return this.moves.scrollTo(index, align, fresh);
    // Who has not scrolled is at the top.
    if (index === 0 && !this.early) return;
    this.jump = { index, align };
    this.#fetch();
  }

  /** Draws rows again whose data have changed, without an update of the element. */
  update(): void {
    if (this.moves) this.moves.update();
    else if (this.begin()) this.draw(true);
  }

  hostConnected(): void {
    // Whatever was put back into the page stands at its top again.
    const { box } = this;
    this.#attach(undefined);
    this.#attach(box);
  }

  hostDisconnected(): void {
    this.#moves?.stop();
  }

  hostUpdated(): void {
    const { box, together } = this.options;
    // Something else may stand in its place.
    if (box) this.#attach(box());
    else if (this.box?.isConnected === false) this.#attach(undefined);
    this.#find();
    if (!together) this.update();
  }

  /** Before `draw` and `settle`. False where there is no layout (not rendered, hidden). */
  begin(): boolean {
    if (this.moves) return this.moves.begin();
    this.#view = this.box?.clientHeight ?? 0;
    this.#row = this.probe?.offsetHeight ?? 0;
    return this.#view > 0 && this.#row > 0;
  }
  #view = 0;
  #row = 0;

  /** The first half of a drawing: writes, and reads nothing. @param all also the rows that stay */
  draw(all: boolean): void {
    if (this.moves) return this.moves.draw(all);
    const { count, space, rows } = this;
    if (!space || !rows) return;
    const { gap = 0, estimate = this.#row, guess = () => estimate } = this.options.cards ?? {};
    let [end, bottom] = [0, 0];
    while (end < count && bottom < this.#view) bottom += guess(end++) + gap;
    space.style.height = `${Math.min(bottom + (count - end) * (estimate + gap), tallest)}px`;
    // Cards beyond the edge are of a height that nobody knows: they come with what measures them.
    if (!this.options.cards) end = Math.min(count, end + margin);
    for (let index = 0; index < end; index++) {
      const slot = (this.slots[index] ??= new Slot(rows));
      slot.index = index;
      slot.show(this);
    }
    for (const slot of this.slots.splice(end)) slot.element?.remove();
    if (end > 0) this.tell([0, end]);
  }

  /** The second half: reads what was drawn. True where heights have changed: draw again. */
  settle(): boolean {
    return this.#moves?.settle() ?? false;
  }

  /** These are drawn now. */
  tell(range: readonly [number, number]): void {
    const [start, end] = this.range;
    this.range = range;
    if (range[0] !== start || range[1] !== end) this.options.onRange?.(...range);
  }

  #attach(element: HTMLElement | undefined): void {
    if (element === this.box) return;
    this.box?.removeEventListener('scroll', this.#scrolled);
    this.box = element;
    this.early = false;
    this.#find();
    element?.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#moves?.attach();
  }

  #find(): void {
    // Taken out of the page it keeps what is drawn.
    if (!this.box) return;
    this.space = this.box.querySelector<HTMLElement>('.win-space') ?? undefined;
    const [rows, probe] = [...(this.space?.children ?? [])] as HTMLElement[];
    // In another box nothing is drawn yet.
    if (rows !== this.rows) this.slots = [];
    this.rows = rows;
    this.probe = probe;
  }

  readonly #scrolled = (): void => {
    if (this.moves) return this.moves.moved();
    this.early = true;
    this.#fetch();
  };

  /** Whoever scrolls again tries again. */
  #fetch(): void {
    void this.options.moving.need().then(
      () => this.update(),
      () => undefined,
    );
  }
}

/**
 * Draws windows that stand side by side after an update of their view: all of them write before any of them reads, so
 * that the browser lays the page out once and not once for each. For windows made with `together`.
 * @param all also the rows that stay
 */
export function drawTogether(windows: readonly RowWindow[], all = true): void {
  let open = windows.filter((window) => window.begin());
  for (let round = 0; open.length > 0; round++) {
    for (const window of open) window.draw(all && round === 0);
    open = open.filter((window) => window.settle());
  }
}
