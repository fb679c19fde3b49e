/** What pages of both sides measure with: the same clock, the same idea of "painted", the same way of counting. */

export const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Resolves when the frame that is being made has been handed over: a message sent while it is made comes after it. */
const frameEnd = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** An idle page at the start of a frame: every act begins in the same place between two frames. */
export async function rest(): Promise<void> {
  for (let i = 0; i < 3; i++) await frame();
  await frameEnd();
}

const PATIENCE = 60_000;

/**
 * Milliseconds from the call to the end of the first frame that shows the right result.
 * @throws where it is not shown within a minute: a wrong result is no figure
 */
export async function painted(act: () => unknown, right: () => boolean): Promise<number> {
  await rest();
  const from = performance.now();
  void act();
  for (;;) {
    await frame();
    const shown = right();
    await frameEnd();
    const now = performance.now();
    if (shown) return now - from;
    if (now - from > PATIENCE) throw new Error('What was expected has not been painted.');
  }
}

/** Elements of the page, shadow roots included. */
export function countElements(root: ParentNode = document): number {
  let count = 0;
  for (const element of root.querySelectorAll('*'))
    count += 1 + (element.shadowRoot ? countElements(element.shadowRoot) : 0);
  return count;
}

export interface Frames {
  /** The longest time between two frames, whole ms: the clock of frames trembles by a tenth. */
  readonly worst: number;
  /** Frames of the display's that were left out. */
  readonly dropped: number;
  /** Frames that were shown with a place in sight that had no row. */
  readonly blank: number;
  readonly frames: number;
}

/** Milliseconds from one frame of the display's to the next, while the page has nothing to do. */
async function beatOf(): Promise<number> {
  await rest();
  const times: number[] = [];
  for (let i = 0; i < 20; i++) times.push(await frame());
  const gaps = times.slice(1).map((time, i) => time - times[i]!);
  return gaps.sort((a, b) => a - b)[gaps.length >> 1]!;
}

/**
 * Watches frames until it is stopped. `whole` says whether every place in sight shows its row.
 *
 * What was left out is counted by the beat of the display at rest: a page that draws every second frame all the way would
 * otherwise set its own beat, and have dropped none.
 */
export async function watchFrames(whole: () => boolean = () => true): Promise<() => Frames> {
  const beat = await beatOf();
  let on = true;
  const times: number[] = [];
  let blank = 0;
  void (async () => {
    while (on) {
      times.push(await frame());
      // After everything that this frame still draws.
      await frameEnd();
      if (on && !whole()) blank++;
    }
  })();
  return () => {
    on = false;
    const gaps = times.slice(1).map((time, i) => time - times[i]!);
    return {
      worst: Math.round(Math.max(0, ...gaps)),
      dropped: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / beat) - 1), 0),
      blank,
      frames: times.length,
    };
  };
}

/** The row at a point of the window, through shadow roots. */
export function rowAt(x: number, y: number, css: string): Element | null {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const deeper = hit.shadowRoot.elementFromPoint(x, y);
    if (deeper === null || deeper === hit) break;
    hit = deeper;
  }
  return hit?.closest(css) ?? null;
}

/** The longest task of the main thread so far, ms; 0 = none longer than 50. */
export function watchTasks(): () => Promise<number> {
  let longest = 0;
  const note = (list: PerformanceEntryList): void => {
    for (const { duration } of list) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask', buffered: false });
  return async () => {
    await rest();
    note(observer.takeRecords());
    observer.disconnect();
    return longest;
  };
}

/** Hands what the page can do to the bench. */
export function offer(acts: Readonly<Record<string, (...args: never[]) => unknown>>): void {
  Object.assign(globalThis, { acts });
}
