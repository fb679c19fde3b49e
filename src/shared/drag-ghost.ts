import type { Point } from './point.js';

/** The picture of what is lifted: a copy in the top layer, above menus and host alike, that no pointer can hit. */
export class Ghost {
  #element: HTMLElement | undefined;
  #dx = 0;
  #dy = 0;
  /** Where a narrower picture may begin, CSS pixels from the left: it stays whole. */
  #most = Infinity;

  /**
   * @param count how many are lifted with it, in figures; '' = it alone
   * @param width CSS pixels it may be wide, where what is lifted is a whole row: it then stands above the pointer and hides nothing below
   */
  show(source: HTMLElement, at: Point, count = '', width = Infinity): void {
    this.hide();
    const box = source.getBoundingClientRect();
    const narrow = box.width > width;
    const wide = Math.min(box.width, width);
    [this.#dx, this.#dy] = narrow ? [-wide / 2, -box.height - 20] : [box.left - at.x, box.top - at.y];
    const view = source.ownerDocument.defaultView;
    this.#most = narrow && view ? Math.max(0, view.innerWidth - wide - 8) : Infinity;
    const copy = source.cloneNode(true) as HTMLElement;
    // A picture only: no second element of that name, nothing to reach by keyboard or to be read out.
    for (const node of [copy, ...copy.querySelectorAll('[id]')]) node.removeAttribute('id');
    copy.inert = true;
    copy.setAttribute('aria-hidden', 'true');
    copy.popover = 'manual';
    copy.classList.add('drag-ghost');
    if (count) {
      const badge = document.createElement('span');
      badge.className = 'drag-count';
      badge.textContent = count;
      copy.append(badge);
    }
    const { style } = copy;
    style.setProperty('inline-size', `${wide}px`);
    style.setProperty('block-size', `${box.height}px`);
    style.setProperty('transform', 'none');
    source.parentNode?.append(copy);
    copy.showPopover();
    this.#element = copy;
  }

  move({ x, y }: Point): void {
    const left = this.#most === Infinity ? x + this.#dx : Math.min(Math.max(8, x + this.#dx), this.#most);
    if (this.#element) this.#element.style.translate = `${Math.round(left)}px ${Math.round(y + this.#dy)}px`;
  }

  hide(): void {
    this.#element?.remove();
    this.#element = undefined;
  }
}
