import type { Id } from '../../domain/records.js';

interface Listed {
  readonly state: 'loading' | 'ready' | 'error';
  indexOf(id: Id): number;
}

/**
 * Which records are chosen: a set, or a rule ("all that match, except …"). A hundred thousand selected ones cost as
 * much as one, and rows that have never been loaded are in it too.
 */
export class Selection {
  /** true: everything that matches, without `#ids`. */
  #all = false;
  /** The chosen ones; under `all` the ones left out. */
  readonly #ids = new Set<Id>();
  /** Where a range begins: the last row that was chosen on its own. */
  anchor: Id | null = null;
  /** Many were chosen at once: the line that offers all the rest is shown. */
  offerAll = false;
  #choose: (() => void) | null = null;
  /** What was asked last has not been answered yet, as far as is known here. */
  #unanswered = true;

  /** @param said tells how many are chosen; undefined = all, and nobody knows how many that are */
  constructor(readonly said: (count: number | undefined) => string) {}

  /** Grows with every choice: who has worked on one sees whether it is still the same. */
  get choices(): number {
    return this.#choices;
  }
  #choices = 0;

  /** The rule "all that match" is in force. */
  get all(): boolean {
    return this.#all;
  }

  has(id: Id): boolean {
    return this.#all !== this.#ids.has(id);
  }

  /** Which are chosen now, for work that outlasts the choice: while it runs a person may choose anew, or turn elsewhere. */
  asNow(): (id: Id) => boolean {
    const [all, ids] = [this.#all, new Set(this.#ids)];
    return (id) => all !== ids.has(id);
  }

  /** How many; `total` is that of the list, undefined while nobody knows it. */
  count(total: number | undefined): number | undefined {
    if (!this.#all) return this.#ids.size;
    return total === undefined ? undefined : Math.max(0, total - this.#ids.size);
  }

  /** Nothing is chosen, as far as one can tell. */
  empty(total: number | undefined): boolean {
    return this.#all ? this.count(total) === 0 : this.#ids.size === 0;
  }

  set(id: Id, chosen: boolean): void {
    this.#choices++;
    if (chosen === this.#all) this.#ids.delete(id);
    else this.#ids.add(id);
  }

  toggle(id: Id): boolean {
    const chosen = !this.has(id);
    this.set(id, chosen);
    this.anchor = id;
    return chosen;
  }

  /** Everything that matches, also what is not on the screen. */
  selectAll(): void {
    this.#choices++;
    this.#all = true;
    this.#ids.clear();
  }

  clear(): void {
    this.#choices++;
    this.#all = false;
    this.#ids.clear();
    this.anchor = null;
    this.offerAll = false;
  }

  /** Another question: what was chosen under the old one is let go. */
  asked(): void {
    this.clear();
    this.#choose = null;
    this.#unanswered = true;
  }

  /**
   * A choice of all is one of what the list answers. While it still shows the rows of an earlier question, the choice
   * waits for the answer; another question forgets it.
   */
  whenAnswered(list: Listed | null, choose: () => void): void {
    if (list?.state === 'loading') this.#choose = choose;
    else choose();
  }

  /** Called with every drawing: the first with an answer lets go what was chosen of rows that are not in it. */
  answered(list: Listed | null): void {
    if (!this.#unanswered || list?.state !== 'ready') return;
    this.#unanswered = false;
    this.forget((this.ids ?? []).filter((id) => list.indexOf(id) < 0));
    this.#choose?.();
    this.#choose = null;
  }

  /** What is gone from the list cannot be chosen any more, nor be left out. */
  forget(ids: Iterable<Id>): boolean {
    let changed = false;
    for (const id of ids) {
      changed = this.#ids.delete(id) || changed;
      if (this.anchor === id) this.anchor = null;
    }
    return changed;
  }

  /** Those that were named one by one: chosen, or under the rule left out. */
  get named(): readonly Id[] {
    return [...this.#ids];
  }

  /** The ids one by one; null under the rule: ask the store which they are, then leave out by `has`. */
  get ids(): readonly Id[] | null {
    return this.#all ? null : [...this.#ids];
  }
}
