import type { StorageNotice } from '../adapter.js';

type Listener = (notice: StorageNotice | null) => void;

/** What the storage has to tell, as it is now. */
export class Notices {
  readonly #listeners = new Set<Listener>();
  #now: StorageNotice | null = null;

  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    listener(this.#now);
    return () => this.#listeners.delete(listener);
  }

  readonly tell = (notice: StorageNotice | null): void => {
    if (this.#now === notice) return;
    this.#now = notice;
    for (const listener of [...this.#listeners]) listener(notice);
  };

  close(): void {
    this.#listeners.clear();
  }
}
