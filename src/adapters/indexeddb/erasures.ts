/** Whether anybody was erased elsewhere, or all was emptied: asked whenever it was missed, or not told, what others did. */
import { restCode } from './rest-code.js';

export class Erasures {
  readonly #use: <T>(work: (db: IDBDatabase) => Promise<T>) => Promise<T>;
  readonly #listeners = new Set<(all: boolean) => void>();
  /** The number of the commit up to which it is known; undefined = nothing was read yet. */
  #upTo: number | undefined;

  constructor(use: <T>(work: (db: IDBDatabase) => Promise<T>) => Promise<T>) {
    this.#use = use;
  }

  add(listener: (all: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get upTo(): number {
    return this.#upTo ?? 0;
  }

  /** What is read from here on knows of it. */
  begin(revision: number): void {
    this.#upTo ??= revision;
  }

  /** We did it ourselves. */
  own(revision: number): void {
    this.#upTo = revision;
  }

  async ask(): Promise<void> {
    if (this.#upTo === undefined) return;
    const { lastErased } = restCode.here ?? (await restCode.need());
    const [erased, forgotten] = await this.#use(lastErased);
    const upTo = this.#upTo;
    if (erased <= upTo) return;
    this.#upTo = erased;
    for (const listener of [...this.#listeners]) listener(forgotten > upTo);
  }

  close(): void {
    this.#listeners.clear();
  }
}
