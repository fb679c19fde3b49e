import type { Activity, Id } from '../../domain/records.js';

/** Which activities are chosen. */
export class Selection {
  readonly #chosen = new Set<Id>();
  anchor: Id | null = null;

  get size(): number {
    return this.#chosen.size;
  }
  get ids(): readonly Id[] {
    return [...this.#chosen];
  }
  has(id: Id): boolean {
    return this.#chosen.has(id);
  }
  toggle(activity: Activity): void {
    this.anchor = activity.id;
    if (!this.#chosen.delete(activity.id)) this.#chosen.add(activity.id);
  }
  add(ids: Iterable<Id>): void {
    for (const id of ids) this.#chosen.add(id);
  }
  clear(): void {
    this.#chosen.clear();
    this.anchor = null;
  }
  forget(ids: Iterable<Id>): void {
    for (const id of ids) this.#chosen.delete(id);
  }
  /** What is done with one is done with all that are chosen, if it is among them. */
  with(id: Id): readonly Id[] {
    return this.has(id) ? this.ids : [id];
  }
}
