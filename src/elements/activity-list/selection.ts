import type { Activity, Id } from '../../domain/records.js';

/** Which activities are chosen, as they were when they were. */
export class Selection {
  readonly #chosen = new Map<Id, Activity>();
  anchor: Id | null = null;

  get size(): number {
    return this.#chosen.size;
  }
  get ids(): readonly Id[] {
    return [...this.#chosen.keys()];
  }
  has(id: Id): boolean {
    return this.#chosen.has(id);
  }
  toggle(activity: Activity): void {
    this.anchor = activity.id;
    if (!this.#chosen.delete(activity.id)) this.#chosen.set(activity.id, activity);
  }
  add(activities: readonly Activity[]): void {
    for (const activity of activities) this.#chosen.set(activity.id, activity);
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
