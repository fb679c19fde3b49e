import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { AutoScroll } from './drag-scroll.js';
import { Ghost } from './drag-ghost.js';
import type { Point } from './point.js';

export type { Point } from './point.js';

export interface Grip<T> {
  readonly item: T;
  /** What is lifted: the ghost is a copy of it, and its leaving the page cancels. */
  readonly element: HTMLElement;
  /** How many are lifted, in figures, where it is more than one. */
  readonly count?: string | undefined;
  /** CSS pixels that the ghost may be wide; default as wide as what is lifted. */
  readonly width?: number | undefined;
}

export type DragEnd = 'escape' | 'pointercancel' | 'capture' | 'blur' | 'removed' | 'data' | 'disconnected';

export interface DragOptions<T> {
  /** What a press here would lift; null where nothing. Presses on buttons, links and fields are the view's to rule out. */
  readonly grip: (event: PointerEvent) => Grip<T> | null;
  readonly onLift: (item: T, point: Point) => void;
  /** What is under the pointer (the ghost never is), at most once a frame; null outside the element. */
  readonly onOver: (item: T, target: Element | null, point: Point) => void;
  readonly onDrop: (item: T, target: Element | null, point: Point) => void;
  /** Everything is to be as before: nothing was written. */
  readonly onCancel: (item: T, why: DragEnd) => void;
  /** What scrolls by itself when the pointer comes near its edges. */
  readonly scrollers?: (() => Iterable<HTMLElement>) | undefined;
  /** Where what lies over the lower edges of these begins, CSS pixels from the top of the window. */
  readonly floor?: (() => number | undefined) | undefined;
  /** Whether the thing lifted may still be; asked before each drawing of the element. False cancels with `data`. */
  readonly stillThere?: ((item: T) => boolean) | undefined;
}

/** Pixels a mouse or pen moves before a press is a drag, so that a click stays one. */
const threshold = 5;
/** Milliseconds a finger rests before it lifts; until then it scrolls. */
const longPress = 300;
/** Pixels a resting finger may tremble. */
const tremble = 8;

interface Active<T> extends Grip<T> {
  readonly id: number;
  readonly start: Point;
  readonly ending: AbortController;
  lifted: boolean;
  point: Point;
  timer?: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Drags with mouse, pen and finger inside a shadow root. It moves no data and writes nothing: it lifts, tells what is
 * below, and ends in exactly one of `onDrop` and `onCancel`. Every interruption takes the one cancel path: Esc, a
 * cancelled pointer, lost capture, a window that loses the focus, an element that leaves, data that change (R47).
 * Everything a drag does needs a menu and keys beside it; those are the view's. In a `RowWindow` pin the lifted row
 * (`rows.pinned`): an element that is scrolled out of the page has left.
 */
export class Drag<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: DragOptions<T>;
  readonly #ghost = new Ghost();
  readonly #scroll = new AutoScroll();
  #active: Active<T> | undefined;
  #frame = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, options: DragOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** What is lifted now. */
  get item(): T | undefined {
    return this.#active?.lifted ? this.#active.item : undefined;
  }

  hostConnected(): void {
    this.#host.addEventListener('pointerdown', this.#down);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerdown', this.#down);
    this.cancel('disconnected');
  }

  hostUpdate(): void {
    const active = this.#active;
    if (active && !(this.#options.stillThere?.(active.item) ?? true)) this.cancel('data');
  }

  hostUpdated(): void {
    const active = this.#active;
    if (!active || active.element.isConnected) return;
    // What is put back then is drawn anew: not from within this drawing.
    queueMicrotask(() => {
      if (this.#active === active) this.cancel('removed');
    });
  }

  /** Puts everything back; also ends a press that has not lifted yet. */
  cancel(why: DragEnd): void {
    const active = this.#end();
    if (!active?.lifted) return;
    if (why !== 'pointercancel') this.#swallowRelease();
    this.#options.onCancel(active.item, why);
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary || this.#active || event.ctrlKey) return;
    const grip = this.#options.grip(event);
    if (!grip) return;
    const point = { x: event.clientX, y: event.clientY };
    const ending = new AbortController();
    const active: Active<T> = { ...grip, id: event.pointerId, start: point, point, ending, lifted: false };
    this.#active = active;
    this.#selectNothing();
    if (event.pointerType === 'touch') active.timer = setTimeout(() => this.#lift(active), longPress);
    this.#listen(active);
  };

  #listen({ ending: { signal }, element }: Active<T>): void {
    const window = this.#host.ownerDocument.defaultView;
    if (!window) return;
    const capture = { signal, capture: true };
    window.addEventListener('pointermove', this.#move, capture);
    window.addEventListener('pointerup', this.#up, capture);
    window.addEventListener('pointercancel', this.#lost('pointercancel'), capture);
    this.#host.addEventListener('lostpointercapture', this.#lost('capture'), { signal });
    window.addEventListener('blur', () => this.cancel('blur'), { signal });
    window.addEventListener('keydown', this.#key, capture);
    // The browser's own drag of links and images would swallow ours; its menu would cover a long press.
    element.addEventListener('dragstart', prevent, { signal });
    window.addEventListener('contextmenu', (event) => this.#active?.lifted && event.preventDefault(), capture);
    // Not passive: only this keeps a lifted finger from scrolling. Before the lift it may scroll, and cancels us by that.
    this.#host.addEventListener(
      'touchmove',
      (event) => this.#active?.lifted && event.cancelable && event.preventDefault(),
      { signal, passive: false },
    );
  }

  /** As long as the button is down, also after Esc: a selection drawn along would scroll by itself at the edges. */
  #selectNothing(): void {
    const window = this.#host.ownerDocument.defaultView;
    const released = new AbortController();
    const { signal } = released;
    // Once the pointer is captured it begins at the element itself; what begins within does not come out to there.
    for (const at of [this.#host, this.#host.shadowRoot]) at?.addEventListener('selectstart', prevent, { signal });
    const end = (): void => released.abort();
    for (const type of ['pointerup', 'pointercancel']) window?.addEventListener(type, end, { signal, capture: true });
    // Of the window itself: what had the focus before the press loses it with the press.
    window?.addEventListener('blur', end, { signal });
  }

  #lift(active: Active<T>): void {
    if (this.#active !== active || active.lifted) return;
    if (!active.element.isConnected) return this.cancel('removed');
    clearTimeout(active.timer);
    active.lifted = true;
    try {
      this.#host.setPointerCapture(active.id);
    } catch {
      // The pointer has gone in the same moment: its `pointercancel` is on the way.
    }
    this.#ghost.show(active.element, active.start, active.count, active.width);
    this.#ghost.move(active.point);
    this.#options.onLift(active.item, active.point);
    this.#schedule();
  }

  readonly #move = (event: PointerEvent): void => {
    const active = this.#active;
    if (!active || event.pointerId !== active.id) return;
    active.point = { x: event.clientX, y: event.clientY };
    if (active.lifted) {
      event.preventDefault();
      return this.#schedule();
    }
    const way = Math.hypot(active.point.x - active.start.x, active.point.y - active.start.y);
    if (event.pointerType === 'touch') {
      if (way > tremble) this.#end();
    } else if (way >= threshold) this.#lift(active);
  };

  readonly #up = (event: PointerEvent): void => {
    const active = this.#active;
    if (!active || event.pointerId !== active.id) return;
    const point = { x: event.clientX, y: event.clientY };
    this.#end();
    if (!active.lifted) return;
    this.#swallowClick();
    if (active.element.isConnected) this.#options.onDrop(active.item, this.#under(point), point);
    else this.#options.onCancel(active.item, 'removed');
  };

  #lost(why: DragEnd): (event: PointerEvent) => void {
    return (event) => {
      if (event.pointerId === this.#active?.id) this.cancel(why);
    };
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#active?.lifted) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel('escape');
  };

  /** One frame: ghost, scrolling, and what is below. */
  #schedule(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame((now) => {
      this.#frame = 0;
      const active = this.#active;
      if (!active?.lifted) return;
      if (!active.element.isConnected) return this.cancel('removed');
      this.#ghost.move(active.point);
      const { scrollers, floor } = this.#options;
      const scrolling = this.#scroll.step(scrollers?.() ?? [], active.point, now, floor?.());
      this.#options.onOver(active.item, this.#under(active.point), active.point);
      if (scrolling) this.#schedule();
    });
  }

  #under({ x, y }: Point): Element | null {
    return this.#host.shadowRoot?.elementFromPoint(x, y) ?? null;
  }

  /** Takes everything down. Idempotent, so that an end within an end (lost capture after up) finds nothing left. */
  #end(): Active<T> | undefined {
    const active = this.#active;
    if (!active) return undefined;
    this.#active = undefined;
    active.ending.abort();
    clearTimeout(active.timer);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#ghost.hide();
    if (this.#host.hasPointerCapture(active.id)) this.#host.releasePointerCapture(active.id);
    return active;
  }

  /** The release after a drag is no click on what happens to be there. Enter and Space, which click too, are not meant. */
  #swallowClick(): void {
    const window = this.#host.ownerDocument.defaultView;
    const over = new AbortController();
    const once = { signal: over.signal, capture: true, once: true };
    const forget = () => over.abort();
    window?.addEventListener('click', (event) => (event.preventDefault(), event.stopPropagation()), once);
    // If none comes with this release, the next press, of a button or a key, is a new one.
    for (const press of ['pointerdown', 'keydown']) window?.addEventListener(press, forget, once);
    setTimeout(forget, 50);
  }

  /** Called off with the button still down: its release is to come. */
  #swallowRelease(): void {
    const window = this.#host.ownerDocument.defaultView;
    const over = new AbortController();
    const once = { signal: over.signal, capture: true, once: true };
    window?.addEventListener('pointerup', () => (over.abort(), this.#swallowClick()), once);
    for (const end of ['pointercancel', 'pointerdown']) window?.addEventListener(end, () => over.abort(), once);
  }
}

function prevent(event: Event): void {
  event.preventDefault();
}
