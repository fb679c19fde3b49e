/**
 * Code that the first paint does without: fetched when somebody needs it or when the browser has nothing better to do,
 * once for the page, and from then on there without waiting.
 *
 *     const menus = new Code(() => import('./menus.js'));
 */
export class Code<C> {
  /** undefined = not fetched yet. */
  here: C | undefined;
  #coming: Promise<C> | undefined;

  constructor(private readonly fetch: () => Promise<C>) {}

  /** @throws CrmError `unavailable` where it cannot be had (no network, a new release on the server); the next call tries again */
  need(): Promise<C> {
    return (this.#coming ??= this.fetch().then(
      (code) => (this.here = code),
      (cause: unknown) => {
        this.#coming = undefined;
        // A CrmError by its name: the class is not asked for here, so that this file stands alone in a bundle.
        throw Object.assign(new Error('This part could not be loaded.', { cause }), {
          name: 'CrmError',
          code: 'unavailable',
          retryAfter: 1000,
          reason: 'code',
        });
      },
    ));
  }

  /** For a page that brings it along. */
  give(code: C): void {
    this.here = code;
    this.#coming = Promise.resolve(code);
  }
}

/** Milliseconds after which a page that is never idle, or an element that shows nothing, is waited for no longer. */
const PATIENCE = 2_000;

/** How many elements of the page have nothing to show yet: all that can come later waits for them. */
let undrawn = 0;
const waiting: (() => void)[] = [];

/** An element is about to show something. @returns to be called when it does */
export function drawsSoon(): () => void {
  undrawn++;
  const drawn = (): void => {
    clearTimeout(timer);
    if (timer === undefined) return;
    timer = undefined;
    undrawn--;
    if (undrawn === 0) for (const run of waiting.splice(0)) idle(run);
  };
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(drawn, PATIENCE);
  return drawn;
}

/** Calls back in the first idle moment after everything has been drawn. */
export function whenIdle(run: () => void): void {
  if (undrawn > 0) waiting.push(run);
  else idle(run);
}

function idle(run: () => void): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: PATIENCE });
      else run();
    }),
  );
}
