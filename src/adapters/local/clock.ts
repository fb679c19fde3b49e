/** Time as adapters use it; tests put their own in its place. */
export interface AdapterClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back after ms; answers with a function that cancels. */
  after(ms: number, call: () => void): () => void;
}

export const realClock: AdapterClock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** Resolves after ms. */
export function pause(clock: AdapterClock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}

/** The promise's outcome, or a rejection after ms. What comes later is dropped without a word. */
export function within<T>(clock: AdapterClock, ms: number, promise: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(late()));
    promise.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (thrown: unknown) => {
        cancel();
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      },
    );
  });
}
