/**
 * Who writes a record waits for those who wrote it before: two edits of one field arrive in the order they were made.
 * Nobody waits for a record that is not theirs.
 */
export class Queue {
  readonly #tails = new Map<string, Promise<void>>();

  /** The place in the line is taken at once; `ready` resolves when it is reached. Who is done leaves. */
  enter(keys: Iterable<string>): { readonly ready: Promise<void>; leave(): void } {
    const own = new Set(keys);
    const before = [...own].map((key) => this.#tails.get(key)).filter((tail) => tail !== undefined);
    let leave = (): void => {};
    const left = new Promise<void>((resolve) => (leave = resolve));
    for (const key of own) this.#tails.set(key, left);
    return {
      ready: before.length === 0 ? Promise.resolve() : Promise.all(before).then(() => {}),
      leave: () => {
        leave();
        for (const key of own) if (this.#tails.get(key) === left) this.#tails.delete(key);
      },
    };
  }

  /** When everybody who is in line for these records now has left. */
  async settled(keys: Iterable<string>): Promise<void> {
    await Promise.all([...new Set(keys)].map((key) => this.#tails.get(key) ?? Promise.resolve()));
  }

  /** When everybody who is in line now, for whatever record, has left. */
  async empty(): Promise<void> {
    await Promise.all(this.#tails.values());
  }

  get idle(): boolean {
    return this.#tails.size === 0;
  }
}
