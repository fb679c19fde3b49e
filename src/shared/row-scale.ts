import { clamp } from './clamp.js';
import { tallest } from './row-window.js';

/** Pixels at both ends where the scroll position is the offset itself. */
const end = 100_000;

/**
 * Where a window stands in a list that may be taller than any browser can scroll. Below the limit it is the scroll
 * position itself. Above it the scroll bar stands for the whole list, while small steps (wheel, keys, finger) still
 * move pixel by pixel.
 */
export class Scale {
  /** Pixels from the top of the list to the upper edge of the view. */
  offset = 0;
  #total = 0;
  #room = 0;
  #physical = 0;
  #last = 0;
  #set = -1;

  /** What a place in the list is moved up by, to be a place in the scrolled box. */
  get shift(): number {
    return this.offset - this.#last;
  }

  get #scaled(): boolean {
    return this.#physical < this.#total;
  }

  /** How far position and offset differ at the very end. */
  get #surplus(): number {
    return this.#total - this.#physical;
  }

  /** The scroll position that stands for an offset: the same near both ends, so that they are reached by steps; stretched between. */
  #positionOf(offset: number): number {
    if (offset <= end) return offset;
    if (offset >= this.#total - end) return offset - this.#surplus;
    return end + ((offset - end) / (this.#total - 2 * end)) * (this.#physical - 2 * end);
  }

  #offsetOf(position: number): number {
    if (position <= end) return position;
    if (position >= this.#physical - end) return position + this.#surplus;
    return end + ((position - end) / (this.#physical - 2 * end)) * (this.#total - 2 * end);
  }

  resize(scroller: HTMLElement, space: HTMLElement, total: number, room: number): void {
    this.#total = total;
    this.#room = room;
    this.#physical = Math.min(total, tallest);
    if (this.#set !== this.#physical) {
      this.#set = this.#physical;
      space.style.height = `${this.#physical}px`;
      // The browser may have pulled the position in with the end of a list that grew shorter. Else nothing is read.
      if (this.#last > this.#physical - room) {
        this.#last = scroller.scrollTop;
        if (!this.#scaled) this.offset = this.#last;
      }
    }
    const offset = clamp(this.offset, 0, Math.max(0, total - room));
    if (offset !== this.offset) this.jump(scroller, offset);
  }

  scrolled(scroller: HTMLElement): void {
    const position = scroller.scrollTop;
    const step = position - this.#last;
    this.#last = position;
    if (!this.#scaled) {
      this.offset = position;
      return;
    }
    // A big step is the scroll bar's, which stands for the whole list; a small one is the reader's own.
    const big = Math.abs(step) > 2 * this.#room;
    this.offset = clamp(big ? this.#offsetOf(position) : this.offset + step, 0, this.#total - this.#room);
    // Small steps let the bar drift from what it stands for. Put it right before it or the list comes to an end.
    const near = (at: number, whole: number) => at < end / 2 || at > whole - end / 2;
    if (near(position, this.#physical) || near(this.offset, this.#total)) {
      const should = this.#positionOf(this.offset);
      if (Math.abs(should - position) > 1) this.#move(scroller, should);
    }
  }

  jump(scroller: HTMLElement, offset: number): void {
    this.offset = offset;
    this.#move(scroller, this.#scaled ? this.#positionOf(offset) : offset);
  }

  #move(scroller: HTMLElement, position: number): void {
    scroller.scrollTop = position;
    // What came of it, rounded as the browser does; the event that follows finds nothing left to do.
    this.#last = scroller.scrollTop;
    if (!this.#scaled) this.offset = this.#last;
  }
}
