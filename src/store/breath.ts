/** Milliseconds of work after which the page has its turn: what is drawn and pressed in between has the rest of a frame. */
const BUDGET = 10;

/** Records of which fewer are no long work: they are gone through without a pause. */
export const MANY = 1_000;

/** A message, because timers are held back to 4 ms, and in hidden tabs to a second. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Lets the page draw, and be pressed, in the midst of long work: a storage in memory answers at once, so that nothing else would come between. */
export class Breath {
  #since = performance.now();

  /** @returns the end of the pause; undefined = none is due yet */
  take(): Promise<void> | undefined {
    if (performance.now() - this.#since < BUDGET) return undefined;
    return turn().then(() => void (this.#since = performance.now()));
  }
}

/** Drives work to its end, a few milliseconds at a time. @param steps yields where it may stop */
export async function inBreaths<R>(steps: Iterator<void, R>): Promise<R> {
  const breath = new Breath();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const pause = breath.take();
    if (pause !== undefined) await pause;
  }
}
