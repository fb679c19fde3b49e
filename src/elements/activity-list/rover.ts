import { activeIn } from '../../shared/active.js';
import { bringIntoSight } from '../../shared/in-sight.js';
import { hasLostFocus } from '../../shared/keep-focus.js';
import type { RowWindow } from '../../shared/row-window.js';
import { FORM } from './items.js';
import type { Items } from './items.js';
import type { AgendaModel } from './model.js';

interface Place {
  readonly id: string;
  readonly section: string;
  readonly index: number;
}

/** Where one is in the list: one tab stop for all rows, and a focus that is never lost when a row goes elsewhere. */
export class Rover {
  /** The line that holds the tab stop; null = the first. */
  #active: string | null = null;
  /** Where that was when it was last drawn. */
  #was: Place | null = null;
  /** The focus goes along with this one, wherever it is moved. */
  #follow: string | null = null;
  #had = false;
  /** Grows with each step somebody makes. */
  turn = 0;

  constructor(
    readonly model: AgendaModel,
    readonly items: Items,
    readonly rows: () => RowWindow,
  ) {}

  get active(): string {
    const { items } = this;
    if (this.#active !== null && items.indexOf(this.#active) >= 0) return this.#active;
    return items.at(this.#first)?.id ?? '';
  }
  get index(): number {
    return this.items.indexOf(this.active);
  }
  /** The first row, else the first head. */
  get #first(): number {
    return this.items.count > 1 && this.items.at(1)?.place === 0 ? 1 : 0;
  }
  get #root(): ShadowRoot | null {
    return this.model.host.shadowRoot;
  }
  /** The line that has the focus, or something in it. */
  get focused(): string | null {
    const root = this.#root;
    return (root && activeIn(root)?.closest<HTMLElement>('[data-item]')?.dataset['item']) ?? null;
  }
  /** The line itself, and nothing in it. */
  get onLine(): boolean {
    const root = this.#root;
    return (root && activeIn(root)?.matches('[data-item]')) ?? false;
  }

  /** The focus has come to a line. */
  readonly focusin = (event: Event): void => {
    const id = (event.target as Element).closest<HTMLElement>('[data-item]')?.dataset['item'];
    if (id === undefined || id === '' || id === this.#active) return;
    this.turn++;
    this.#active = id;
    this.#remember();
    this.model.update();
  };

  /** To where one is, drawn or not; where nothing is listed, to what says so. */
  enter(): Promise<void> | void {
    return this.#root?.querySelector('.list') ? this.go(this.index, { page: false }) : this.home();
  }

  /** What had the focus is gone: to where one is in the list, else to the title. */
  home(): void {
    const line = this.elementOf(this.active);
    (line ?? this.#root?.querySelector<HTMLElement>('h3[tabindex], h2'))?.focus({ preventScroll: true });
  }

  /**
   * @param back the focus is brought back: what has got it meanwhile in that line keeps it
   * @param page the line comes into sight in the page, too
   */
  async go(index: number, { back = false, page = true } = {}): Promise<void> {
    const { items, model } = this;
    const at = Math.max(0, Math.min(index, items.count - 1));
    const id = items.at(at)?.id ?? '';
    this.turn++;
    const rows = this.rows();
    rows.pinned = at;
    // A form is taller than a row, and a toast may stand at the lower edge.
    rows.scrollTo(at, id === FORM ? 'center' : 'nearest');
    if (id === '') await this.#arrived(at);
    this.#active = items.at(at)?.id ?? this.#active;
    this.#remember();
    model.update();
    await model.host.updateComplete;
    if (back && this.focused !== null && this.focused === this.#active) return;
    const now = this.#active === null ? at : items.indexOf(this.#active);
    const line = rows.elementAt(now < 0 ? at : now);
    line?.focus({ preventScroll: true });
    if (line && page && !back) bringIntoSight(line);
  }

  /** To the next activity in that direction, past the heads of groups. */
  step(by: 1 | -1): void {
    const { items } = this;
    let to = this.index;
    // From outside the rows the first step enters at the tab stop.
    if (this.focused === null) return void this.go(to);
    do to += by;
    while (to >= 0 && to < items.count && items.at(to)?.place === -1);
    if (to >= 0 && to < items.count) void this.go(to);
  }

  /** A row that is far down is still being read. */
  async #arrived(index: number): Promise<void> {
    for (let frame = 0; frame < 30 && this.items.at(index)?.id === ''; frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }

  /** The focus goes with this one when it moves. */
  follow(id: string): void {
    this.#follow = id;
  }

  /** What has the focus goes out of the rows with it in the next drawing: it is not to be brought back. */
  letGo(): void {
    this.#leaves = true;
  }
  #leaves = false;

  willUpdate(): void {
    this.#had = this.focused !== null && !this.#leaves;
    this.#leaves = false;
    const rows = this.rows();
    rows.pinned = this.#had || this.#active === FORM ? this.items.indexOf(this.#active ?? '') : -1;
  }

  /** After the rows were drawn: was the focus taken along with a row that has gone? */
  updated(): void {
    const was = this.#was;
    if (!this.#had || !was) return this.#remember();
    const here = this.items.indexOf(was.id);
    const section = this.items.at(here)?.section.key;
    const stays = here >= 0 && (section === was.section || this.#follow === was.id || was.id === FORM);
    const focused = this.focused;
    if (stays) {
      if (section !== was.section) this.#follow = null;
      this.#active = was.id;
      this.#remember();
      if (focused !== was.id && (focused !== null || hasLostFocus(this.model.host))) this.#soon(here);
      return;
    }
    if (focused === null && !hasLostFocus(this.model.host)) return this.#remember();
    // It is elsewhere now, or gone: on with the one that has come to stand in its place.
    this.#soon(this.#nearest(was.index));
  }

  /** Not within the drawing that has come by here. */
  #soon(index: number): void {
    queueMicrotask(() => void this.go(index, { back: true }));
  }

  #nearest(index: number): number {
    const { items } = this;
    const isRow = (at: number): boolean => at >= 0 && at < items.count && items.at(at)?.place !== -1;
    if (isRow(index)) return index;
    for (let away = 1; away < 4; away++) {
      if (isRow(index + away)) return index + away;
      if (isRow(index - away)) return index - away;
    }
    return Math.min(index, items.count - 1);
  }

  #remember(): void {
    const { items } = this;
    const id = this.#active;
    const index = id === null ? -1 : items.indexOf(id);
    const section = items.at(index)?.section.key;
    if (id !== null && index >= 0 && section !== undefined) this.#was = { id, section, index };
  }

  /** To a control within a line, or to the line. */
  async into(id: string, selector: string): Promise<void> {
    await this.model.host.updateComplete;
    const line = this.rows().elementAt(this.items.indexOf(id));
    (line?.querySelector<HTMLElement>(selector) ?? line)?.focus({ preventScroll: true });
  }

  /** Along the controls of the focused line. */
  along(by: 1 | -1): boolean {
    const root = this.#root;
    const line = this.rows().elementAt(this.index);
    if (!root || !line || this.focused === null) return false;
    const stops = [line, ...line.querySelectorAll<HTMLElement>('input:not(:disabled), button')].filter((each) =>
      each.checkVisibility(),
    );
    const at = stops.indexOf(activeIn(root) ?? line);
    const step = line.matches(':dir(rtl)') ? -by : by;
    stops[Math.max(0, Math.min(at + step, stops.length - 1))]?.focus({ preventScroll: true });
    return true;
  }

  elementOf(id: string): HTMLElement | undefined {
    return this.rows().elementAt(this.items.indexOf(id));
  }
}
