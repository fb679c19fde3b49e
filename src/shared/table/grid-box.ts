import type { Id } from '../../domain/records.js';
import type { RowWindow } from '../row-window.js';
import type { DrawSkeleton, RowRecord, TableColumn, TableModel } from './model.js';

const skeletonRows = 8;

/** A press on a row. Its event is over, and the row may show another record, when what it does has come. */
export interface Pressed {
  readonly id: Id;
  readonly target: Element;
  readonly shift: boolean;
  /** With Ctrl, or Cmd. */
  readonly mod: boolean;
}

/** How one goes about in the grid (grid.ts): comes with what can be done. */
export interface GoingAbout<R extends RowRecord> {
  attach(scroller: HTMLElement): void;
  prepare(): void;
  press(pressed: Pressed): void;
  /** The record in a place that is drawn, but that the list no longer holds. */
  kept(index: number): R | undefined;
}

/** The grid as it is first drawn: its box, its tracks, how many rows, and the first of them as the tab stop. */
export class GridBox<R extends RowRecord = RowRecord, C extends TableColumn = TableColumn> {
  #scroller: HTMLElement | undefined;
  /** The row whose buttons are drawn: under the pointer, or with the focus. */
  hot: Id | null = null;
  /** Ages are drawn anew when a minute has passed. */
  minute = 0;
  /** undefined = on its way. */
  about: GoingAbout<R> | undefined;
  /** Draws a row on its way; undefined = an empty one. */
  skeleton: DrawSkeleton<C> | undefined;

  /** @param use does something with what comes later, fetched now where it is not here yet */
  constructor(
    readonly model: TableModel<R, C>,
    readonly rows: RowWindow,
    readonly use: (work?: (about: GoingAbout<R>) => void) => void,
  ) {}

  /** The box that scrolls, while it is drawn. */
  get scroller(): HTMLElement | undefined {
    return this.#scroller?.isConnected ? this.#scroller : undefined;
  }

  /** The list as it is drawn now, dressed and listened to. */
  readonly find = (): HTMLElement | undefined => {
    const next = this.model.host.shadowRoot?.querySelector<HTMLElement>('.list') ?? undefined;
    if (next && next !== this.#scroller) {
      // One listener for the whole list, each; the keys are the element's.
      next.addEventListener('click', this.#click);
      next.addEventListener('focusin', this.#focusin);
      // Before the window over the rows hears of its scrolling.
      this.about?.attach(next);
    }
    this.#scroller = next;
    this.#arrange();
    return next;
  };

  /** Hands the chosen columns to the styles; by the object model, as a strict content policy wants it. */
  #arrange(): void {
    const element = this.#scroller?.firstElementChild as HTMLElement | undefined;
    const { wide, mid, least } = tracks(this.model.columns);
    if (!element || element.style.getPropertyValue('--cols') === wide) return;
    element.style.setProperty('--cols', wide);
    element.style.setProperty('--cols-mid', mid);
    element.style.setProperty('--least', `${least}px`);
  }

  /** Before a drawing: how many rows, and which one is the tab stop. */
  prepare(): void {
    const { model, about } = this;
    if (about) about.prepare();
    else model.active = model.at(0)?.id ?? null;
    // While it takes long a few grey rows stand for what is coming.
    const coming = model.slow ? skeletonRows : 0;
    this.rows.count = model.ready ? (model.places ?? coming) : coming;
  }

  /** The record of a place; the one with the focus is known even where the store has let go of it. */
  recordAt(index: number): R | undefined {
    return this.model.at(index) ?? this.about?.kept(index);
  }

  /** Somebody is here: the row stays drawn however far one scrolls, and what can be done is fetched. */
  readonly #focusin = (event: FocusEvent): void => {
    const row = rowFrom(event);
    if (!row || this.about) return;
    this.rows.pinned = Number(row.getAttribute('aria-rowindex')) - 2;
    this.use();
  };

  readonly #click = (event: MouseEvent): void => {
    const id = rowFrom(event)?.dataset['id'];
    if (!id || event.defaultPrevented) return;
    const pressed = {
      id,
      target: event.target as Element,
      shift: event.shiftKey,
      mod: event.ctrlKey || event.metaKey,
    };
    if (pressed.shift) untick(event);
    this.use((about) => about.press(pressed));
  };
}

/** The tracks of the whole row, the checkbox first: for a wide list and for one under 900 px, and the width it needs. */
export function tracks(columns: readonly TableColumn[]): {
  readonly wide: string;
  readonly mid: string;
  readonly least: number;
} {
  const pick = '44px';
  return {
    wide: [pick, ...columns.map((column) => column.track)].join(' '),
    mid: [pick, ...columns.flatMap((column) => column.midTrack ?? [])].join(' '),
    // Beyond this the list scrolls sideways.
    least: columns.reduce((sum, column) => sum + Number(/\d+/.exec(column.track)) + 14, 44 + 16),
  };
}

/** A pressed box ticks itself. Where that is not what follows, it stays as it is drawn until it is drawn anew. */
export function untick({ target }: Event): void {
  if (target instanceof HTMLInputElement) target.checked = !target.checked;
}

/** The row an event comes from; null where it comes from none. */
export function rowFrom(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('.lrow[data-id]') : null;
}
