import { tracks } from '../../shared/table/grid-box.js';
import { clamped } from '../../shared/table/widths.js';
import type { DealColumn } from './columns.js';
import type { DealListModel } from './model.js';

/** CSS pixels by one press of a key. */
const step = 16;

/** Makes columns wider and narrower: by dragging their edge, by key, by menu. One width is kept, when it is done. */
export class Resize {
  constructor(readonly model: DealListModel) {}

  /** By key or menu. @param turns 1 = wider, -1 = narrower */
  by(column: DealColumn, turns: 1 | -1): void {
    const now = this.#widthOf(column);
    if (now !== undefined) this.#keep(column, now + turns * step);
  }

  reset(column: DealColumn): void {
    const { model } = this;
    const widths = Object.fromEntries(Object.entries(model.setup.widths).filter(([id]) => id !== column.id));
    model.arrange({ widths });
    model.say(model.t.dealList.widthReset(column.name(model.t)));
  }

  /** While the edge is dragged only the tracks follow it; no row is drawn anew. */
  readonly drag = (event: PointerEvent, column: DealColumn): void => {
    const grip = event.currentTarget as HTMLElement;
    const from = this.#widthOf(column);
    if (event.button !== 0 || from === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const { pointerId, clientX } = event;
    const turn = grip.matches(':dir(rtl)') ? -1 : 1;
    let width = from;
    const stop = new AbortController();
    const { signal } = stop;
    const end = (kept: boolean): void => {
      stop.abort();
      grip.classList.remove('is-dragged');
      if (kept && width !== from) this.#keep(column, width);
      else this.#show(column, undefined);
    };
    grip.setPointerCapture(pointerId);
    grip.classList.add('is-dragged');
    grip.addEventListener(
      'pointermove',
      (moved) => {
        if (moved.pointerId !== pointerId) return;
        width = clamped(from + (moved.clientX - clientX) * turn);
        this.#show(column, width);
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

  #keep(column: DealColumn, width: number): void {
    const { model } = this;
    const next = clamped(width);
    model.arrange({ widths: { ...model.setup.widths, [column.id]: next } });
    model.say(model.t.dealList.widthSaid(column.name(model.t), next));
  }

  /** undefined = as they are kept. */
  #show(column: DealColumn, width: number | undefined): void {
    const { model } = this;
    const track = `${width}px`;
    const { wide, mid } = tracks(
      model.columns.map((each) =>
        width === undefined || each.id !== column.id
          ? each
          : { track, midTrack: each.midTrack === null ? null : track },
      ),
    );
    const grid = this.#grid;
    grid?.style.setProperty('--cols', wide);
    grid?.style.setProperty('--cols-mid', mid);
  }

  get #grid(): HTMLElement | null {
    return this.model.host.shadowRoot?.querySelector<HTMLElement>('.list > .grid') ?? null;
  }

  /** As wide as it is on the screen; undefined where it is not shown. */
  #widthOf({ id }: DealColumn): number | undefined {
    const head = this.#grid?.querySelector(`.head:has(> [data-sort="${CSS.escape(id)}"])`);
    return head ? clamped(head.getBoundingClientRect().width) : undefined;
  }
}
