import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * What an element holds on to while it is in a page: one AbortController per connection.
 *
 *     connection = new Connection(this, (signal) => { addEventListener('online', this.#again, { signal }); });
 *
 * An element that is moved (`append`, a keyed list, a framework's portal) leaves and comes back in the same task; tearing
 * down is therefore put off to a microtask, and does not happen at all if the element is back by then (R34). With
 * `moveBefore` the browser calls `connectedMoveCallback` instead, if the class has one: give it an empty one.
 */
export class Connection implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #connect: (signal: AbortSignal) => void | (() => void);
  #controller: AbortController | undefined;

  /**
   * @param connect Called once per real connection; listeners, subscriptions and reads take the signal. What it returns
   * is called when the connection is over.
   */
  constructor(
    host: ReactiveControllerHost & Element,
    connect: (signal: AbortSignal) => void | (() => void) = () => {},
  ) {
    this.#host = host;
    this.#connect = connect;
    host.addController(this);
  }

  /** Aborted when the element has really left. An aborted one before the first connection. */
  get signal(): AbortSignal {
    return this.#controller?.signal ?? AbortSignal.abort();
  }

  get connected(): boolean {
    return this.#controller !== undefined;
  }

  hostConnected(): void {
    if (this.#controller) return;
    const controller = (this.#controller = new AbortController());
    const disconnect = this.#connect(controller.signal);
    if (disconnect) controller.signal.addEventListener('abort', disconnect, { once: true });
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#controller?.abort();
      this.#controller = undefined;
    });
  }
}
