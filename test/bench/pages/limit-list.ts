/** Rows of one height in a box that scrolls: just what is seen is drawn, and row elements are used again. */
export class FixedList<T> {
  readonly box: HTMLElement;
  readonly #space: HTMLElement;
  readonly #rows: HTMLElement[] = [];
  readonly #at: number[] = [];
  readonly #height: number;
  readonly #make: () => HTMLElement;
  readonly #draw: (element: HTMLElement, item: T, index: number) => void;
  #items: ArrayLike<number> = [];
  #get: (key: number) => T;

  constructor(options: {
    readonly height: number;
    readonly get: (key: number) => T;
    readonly make: () => HTMLElement;
    readonly draw: (element: HTMLElement, item: T, index: number) => void;
    readonly className: string;
  }) {
    this.#height = options.height;
    this.#get = options.get;
    this.#make = options.make;
    this.#draw = options.draw;
    this.box = document.createElement('div');
    this.box.className = options.className;
    this.#space = document.createElement('div');
    this.#space.className = 'space';
    this.box.append(this.#space);
    this.box.addEventListener('scroll', () => this.#drawSeen(), { passive: true });
  }

  get items(): ArrayLike<number> {
    return this.#items;
  }

  /** @param total rows there are, where fewer are known by now */
  show(items: ArrayLike<number>, total = items.length, top = 0): void {
    this.#items = items;
    this.#space.style.height = `${total * this.#height}px`;
    if (this.box.scrollTop !== top) this.box.scrollTop = top;
    this.#at.fill(-1);
    this.#drawSeen();
  }

  /** Draws what is in sight once more. */
  refresh(): void {
    this.#at.fill(-1);
    this.#drawSeen();
  }

  element(index: number): HTMLElement | undefined {
    return this.#rows[this.#at.indexOf(index)];
  }

  #drawSeen(): void {
    const seen = Math.ceil((this.box.clientHeight || 800) / this.#height);
    // As many again beyond either edge: a fast scroll is ahead of its events.
    const start = Math.max(0, Math.floor(this.box.scrollTop / this.#height) - seen);
    const end = Math.min(this.#items.length, start + 3 * seen);
    const count = Math.max(end - start, 0);
    while (this.#rows.length < count) {
      const row = this.#make();
      this.#rows.push(row);
      this.#at.push(-1);
      this.#space.append(row);
    }
    const size = this.#rows.length;
    const used = new Set<number>();
    for (let index = start; index < end; index++) {
      const slot = index % size;
      used.add(slot);
      if (this.#at[slot] === index) continue;
      this.#at[slot] = index;
      const row = this.#rows[slot]!;
      row.hidden = false;
      row.style.transform = `translateY(${index * this.#height}px)`;
      this.#draw(row, this.#get(this.#items[index]!), index);
    }
    for (let slot = 0; slot < size; slot++)
      if (!used.has(slot)) {
        this.#rows[slot]!.hidden = true;
        this.#at[slot] = -1;
      }
  }
}
