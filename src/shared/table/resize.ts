import type { MenuItem } from '../menu.js';
import { tracks } from './grid-box.js';
import type { TableColumn } from './model.js';
import { clamped } from './widths.js';

export interface NamedColumn extends TableColumn {
  readonly id: string;
}
type Widths = Readonly<Record<string, number>>;

/** The list whose columns they are. */
export interface ResizePlace<C extends NamedColumn> {
  readonly host: HTMLElement;
  readonly columns: readonly C[];
  readonly setup: { readonly widths: Widths };
  say(text: string): void;
}
export interface ResizeActs<C> {
  /** Set by a person here: kept for them. */
  readonly keep: (widths: Widths) => void;
  /** @param pixels null = as usual */
  readonly said: (column: C, pixels: number | null) => string;
}

/** CSS pixels by one press of a key. */
const step = 16;
/** Two presses within so many milliseconds are one. */
const TWICE = 400;

/** Makes columns wider and narrower: by dragging their edge, by key, by menu. One width is kept, when it is done. */
export class Resize<C extends NamedColumn> {
  /** An edge that was pressed and not dragged: a second press gives the column its usual width. */
  #pressed: { readonly id: string; readonly at: number } | undefined;
  #dragged: { readonly id: string; readonly width: number } | undefined;

  constructor(
    readonly model: ResizePlace<C>,
    readonly acts: ResizeActs<C>,
  ) {}

  /** After each drawing, which lays the columns out as they are kept: one that is being dragged stays under the hand. */
  updated(): void {
    if (this.#dragged) this.#show(this.#dragged);
  }

  /** By key or menu. @param turns 1 = wider, -1 = narrower */
  by(column: C, turns: 1 | -1): void {
    const now = this.#widthOf(column);
    if (now !== undefined) this.#keep(column, now + turns * step);
  }

  /** What a column's menu offers, for who cannot drag its edge. */
  items(
    column: C,
    words: { readonly wider: string; readonly narrower: string; readonly ownWidth: string },
  ): readonly MenuItem[] {
    return [
      { id: 'wider', label: words.wider, kbd: '⇧→', keepOpen: true, run: () => this.by(column, 1) },
      { id: 'narrower', label: words.narrower, kbd: '⇧←', keepOpen: true, run: () => this.by(column, -1) },
      { id: 'own-width', label: words.ownWidth, run: () => this.reset(column) },
    ];
  }

  reset(column: C): void {
    const { model } = this;
    const widths = Object.fromEntries(Object.entries(model.setup.widths).filter(([id]) => id !== column.id));
    this.acts.keep(widths);
    model.say(this.acts.said(column, null));
  }

  /** While the edge is dragged only the tracks follow it; no row is drawn anew. */
  readonly drag = (event: PointerEvent, column: C, grip = event.currentTarget as HTMLElement): void => {
    const from = this.#widthOf(column);
    if (event.button !== 0 || from === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    // Fingers and pens have no double click of their own everywhere.
    if (this.#pressed?.id === column.id && event.timeStamp - this.#pressed.at < TWICE) {
      this.#pressed = undefined;
      return this.reset(column);
    }
    this.#pressed = { id: column.id, at: event.timeStamp };
    const { pointerId, clientX } = event;
    const turn = grip.matches(':dir(rtl)') ? -1 : 1;
    let width = from;
    const stop = new AbortController();
    const { signal } = stop;
    const end = (kept: boolean): void => {
      stop.abort();
      this.#dragged = undefined;
      grip.classList.remove('is-dragged');
      if (width !== from) this.#pressed = undefined;
      if (kept && width !== from) this.#keep(column, width);
      else this.#show();
    };
    grip.setPointerCapture(pointerId);
    grip.classList.add('is-dragged');
    grip.addEventListener(
      'pointermove',
      (moved) => {
        if (moved.pointerId !== pointerId) return;
        width = clamped(from + (moved.clientX - clientX) * turn);
        this.#show((this.#dragged = { id: column.id, width }));
      },
      { signal },
    );
    grip.addEventListener('pointerup', () => end(true), { signal });
    grip.addEventListener('pointercancel', () => end(false), { signal });
    grip.addEventListener('lostpointercapture', () => end(false), { signal });
    // Escape leaves it as wide as it was.
    grip.ownerDocument.addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return;
        key.preventDefault();
        key.stopPropagation();
        end(false);
      },
      { signal, capture: true },
    );
  };

  #keep(column: C, width: number): void {
    const { model } = this;
    const next = clamped(width);
    this.acts.keep({ ...model.setup.widths, [column.id]: next });
    model.say(this.acts.said(column, next));
  }

  /** @param dragged undefined = all as they are kept */
  #show(dragged?: { readonly id: string; readonly width: number }): void {
    const track = `${dragged?.width}px`;
    const { wide, mid, least } = tracks(
      this.model.columns.map((each) =>
        each.id === dragged?.id ? { track, midTrack: each.midTrack === null ? null : track } : each,
      ),
    );
    const grid = this.#grid;
    grid?.style.setProperty('--cols', wide);
    grid?.style.setProperty('--cols-mid', mid);
    grid?.style.setProperty('--least', `${least}px`);
  }

  get #grid(): HTMLElement | null {
    return this.model.host.shadowRoot?.querySelector<HTMLElement>('.list > .grid') ?? null;
  }

  /** As wide as it is on the screen; undefined where it is not shown. */
  #widthOf({ id }: C): number | undefined {
    const at = this.model.columns.findIndex((column) => column.id === id);
    // The first head is that of the boxes.
    const head = this.#grid?.querySelectorAll('.lrow--head > [role=columnheader]')[at + 1];
    const width = head?.getBoundingClientRect().width ?? 0;
    return width > 0 ? clamped(width) : undefined;
  }
}
