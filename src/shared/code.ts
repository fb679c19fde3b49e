/**
 * Code that the first paint does without: fetched when somebody needs it or when the browser has nothing better to do,
 * once for the page, and from then on there without waiting.
 *
 *     const menus = new Code(() => import('./menus.js'));
 */
export class Code<C> {
  #here: C | undefined;
  #coming: Promise<C> | undefined;
  readonly #fetch: () => Promise<C>;

  constructor(fetch: () => Promise<C>) {
    this.#fetch = fetch;
  }

  /** undefined = not fetched yet. */
  get here(): C | undefined {
    return this.#here;
  }

  /** @throws what the import throws (no network, a new release on the server); the next call tries again */
  need(): Promise<C> {
    return (this.#coming ??= this.#fetch().then(
      (code) => (this.#here = code),
      (thrown: unknown) => {
        this.#coming = undefined;
        throw thrown;
      },
    ));
  }

  /** For a page that brings it along. */
  give(code: C): void {
    this.#here = code;
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

/** Fetches these one after the other in idle moments. A failure is left to whoever needs it. */
export function fetchSoon(codes: readonly Code<unknown>[]): void {
  const [first, ...rest] = codes;
  if (first === undefined) return;
  whenIdle(
    () =>
      void first.need().then(
        () => fetchSoon(rest),
        () => undefined,
      ),
  );
}
