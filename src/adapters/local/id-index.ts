import type { Id } from '../../domain/records.js';

/**
 * At which place an id stands, without keeping the id or an entry for it: a Map of as many would take eighteen bytes each.
 * Ids begin with their time, so records usually come in the order of their ids; as long as they did, and none was taken
 * away, a place is found by halving, and nothing is kept at all. From then on it is a table of places, four bytes a slot.
 */
export class IdIndex {
  readonly #idAt: (place: number) => Id | undefined;
  /** Ids that are here. */
  #size = 0;
  /** Place + 1, at or after the slot that the id's hash says; 0 = free. null = all places up to `#size` are in order. */
  #slots: Uint32Array | null = null;

  constructor(idAt: (place: number) => Id | undefined) {
    this.#idAt = idAt;
  }

  get size(): number {
    return this.#size;
  }

  get(id: Id): number | undefined {
    if (this.#slots === null) return this.#halved(id);
    const place = this.#slots[this.#slotOf(this.#slots, id)]!;
    return place === 0 ? undefined : place - 1;
  }

  /** An id that is not here yet; it may or may not stand at its place already. */
  add(id: Id, place: number): void {
    const inOrder = place === this.#size && (place === 0 || this.#idAt(place - 1)! < id);
    if (this.#slots === null && inOrder) {
      this.#size++;
      return;
    }
    const slots = this.#roomy();
    slots[this.#slotOf(slots, id)] = place + 1;
    this.#size++;
  }

  /** The id still stands at its place. */
  remove(id: Id): void {
    const slots = this.#roomy();
    let free = this.#slotOf(slots, id);
    if (slots[free] === 0) return;
    this.#size--;
    // What stands after it and was pushed on by it moves up: a search ends at the first free slot.
    for (let slot = next(slots, free); slots[slot] !== 0; slot = next(slots, slot)) {
      const wanted = wantedSlot(slots, this.#idAt(slots[slot]! - 1)!);
      const between = free <= slot ? free < wanted && wanted <= slot : free < wanted || wanted <= slot;
      if (between) continue;
      slots[free] = slots[slot]!;
      free = slot;
    }
    slots[free] = 0;
  }

  #halved(id: Id): number | undefined {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#idAt(middle)! < id) low = middle + 1;
      else high = middle;
    }
    return low < this.#size && this.#idAt(low) === id ? low : undefined;
  }

  /** The slot that has the id, or the free one where it belongs. */
  #slotOf(slots: Uint32Array, id: Id): number {
    let slot = wantedSlot(slots, id);
    while (slots[slot] !== 0 && this.#idAt(slots[slot]! - 1) !== id) slot = next(slots, slot);
    return slot;
  }

  /** The table, with room for one more. */
  #roomy(): Uint32Array {
    const before = this.#slots;
    if (before !== null && (this.#size + 1) * 4 <= before.length * 3) return before;
    const slots = new Uint32Array(Math.ceil(this.#size * 1.8) + 16);
    const put = (place: number): void => {
      slots[this.#slotOf(slots, this.#idAt(place)!)] = place + 1;
    };
    if (before === null) for (let place = 0; place < this.#size; place++) put(place);
    else for (const place of before) if (place !== 0) put(place - 1);
    return (this.#slots = slots);
  }
}

function next(slots: Uint32Array, slot: number): number {
  return slot + 1 === slots.length ? 0 : slot + 1;
}

/** FNV-1a over the text, stirred once more so that its upper bits say where: tables may be of any length. */
function wantedSlot({ length }: Uint32Array, id: Id): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.floor((((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000) * length);
}
