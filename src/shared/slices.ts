/** Work that would hold the page up, done a few milliseconds at a time. */

/** Milliseconds at a time: what is drawn and typed in between has the rest of a frame. */
const BUDGET = 8;

/**
 * Drives work to its end. Work that fits into one slice is done when it returns.
 * @param steps yields where it may stop, every few hundredths of a millisecond
 * @param pause before each slice but the first
 * @param current false = nobody wants it any more: it is broken off
 * @param end is called with what it came to
 */
export function inSlices<R>(
  steps: Iterator<void, R>,
  pause: () => Promise<void>,
  current: () => boolean,
  end: (result: R) => void,
): void {
  const until = performance.now() + BUDGET;
  do {
    const step = steps.next();
    if (step.done === true) return end(step.value);
  } while (performance.now() < until);
  void pause().then(() => {
    if (current()) inSlices(steps, pause, current, end);
  });
}
