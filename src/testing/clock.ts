/** A clock that stands still until it is told to go on. Fits wherever the kit takes a clock. */
export interface TestClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Bytes that look random and are the same in every run. */
  random(bytes: number): Uint8Array;
  after(ms: number, call: () => void): () => void;
  /** Lets time pass: calls what is due, in order of time, and lets promises settle after each call. */
  advance(ms: number): Promise<void>;
  /** How many calls wait. */
  readonly waiting: number;
}

/** @param start an instant, `2026-11-23T08:00:00.000Z` where left out */
export function testClock(start = '2026-11-23T08:00:00.000Z', seed = 1): TestClock {
  let now = Date.parse(start);
  let serial = 0;
  const next = seeded(seed);
  const waiting = new Map<number, { at: number; call: () => void }>();
  return {
    now: () => now,
    random(bytes) {
      const made = new Uint8Array(bytes);
      for (let i = 0; i < bytes; i++) made[i] = Math.floor(next() * 256);
      return made;
    },
    after(ms, call) {
      const id = serial++;
      waiting.set(id, { at: now + ms, call });
      return () => waiting.delete(id);
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await settled();
        let first: { id: number; at: number; call: () => void } | undefined;
        for (const [id, timer] of waiting)
          if (timer.at <= end && (first === undefined || timer.at < first.at)) first = { id, ...timer };
        if (first === undefined) break;
        waiting.delete(first.id);
        now = Math.max(now, first.at);
        first.call();
      }
      now = end;
      await settled();
    },
    get waiting() {
      return waiting.size;
    },
  };
}

/** Lets everything happen that only waits for promises. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 25; i++) await Promise.resolve();
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
