/** A listener of the host that throws is reported to the page and does not break what follows. */
export function tell<T extends readonly unknown[]>(listener: (...args: T) => void, ...args: T): void {
  try {
    listener(...args);
  } catch (thrown) {
    console.error(thrown);
  }
}

/** Named events with one value each. */
export class Emitter<Events> {
  readonly #listeners = new Map<keyof Events, Set<(event: never) => void>>();

  on<E extends keyof Events>(name: E, listener: (event: Events[E]) => void): () => void {
    let set = this.#listeners.get(name);
    if (set === undefined) this.#listeners.set(name, (set = new Set()));
    // A wrapper, so that one function that is added twice is told twice and taken off one at a time.
    const entry = (event: Events[E]): void => listener(event);
    set.add(entry);
    return () => void set.delete(entry);
  }

  emit<E extends keyof Events>(name: E, event: Events[E]): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])] as ((event: Events[E]) => void)[])
      tell(listener, event);
  }

  clear(): void {
    this.#listeners.clear();
  }
}
