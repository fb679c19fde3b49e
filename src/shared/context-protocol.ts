import type { ReactiveControllerHost } from 'lit';

/*
 * The context protocol of the Web Components community group, as far as the kit speaks it: other consumers and providers
 * (`@lit/context` among them) understand it. Written here, because a page would fetch the whole of that package for it.
 */

/** `leave` lets go of the provider; it is the same for as long as the same one serves. */
export type ContextCallback<V> = (value: V, leave?: () => void) => void;

/** Asks whoever stands above for a value; with `subscribe` also for others that may stand between later. */
export class ContextRequest<V> extends Event {
  constructor(
    readonly context: unknown,
    readonly contextTarget: Element,
    readonly callback: ContextCallback<V>,
    readonly subscribe = false,
  ) {
    super('context-request', { bubbles: true, composed: true });
  }
}

/** Says that a provider is there now: those above it hand over whom it should serve. */
export class ContextProvided extends Event {
  constructor(
    readonly context: unknown,
    readonly contextTarget: Element,
  ) {
    super('context-provider', { bubbles: true, composed: true });
  }
}

/** Answers for an element's whole life with one value. */
export function provide<V>(host: ReactiveControllerHost & HTMLElement, context: unknown, value: V): void {
  const served = new Map<ContextCallback<V>, { readonly by: Element; readonly leave: () => void }>();
  const asked = (event: Event): Element | null => {
    const { context: of, contextTarget } = event as Partial<ContextProvided>;
    const from = contextTarget ?? event.composedPath()[0];
    // An element that asks for what it provides itself asks those above it.
    if (of !== context || from === host) return null;
    event.stopPropagation();
    return from as Element;
  };
  host.addEventListener('context-request', (event) => {
    const by = asked(event);
    if (!by) return;
    const { callback, subscribe } = event as ContextRequest<V>;
    if (!subscribe) return callback(value);
    if (!served.has(callback)) served.set(callback, { by, leave: () => served.delete(callback) });
    callback(value, served.get(callback)?.leave);
  });
  host.addEventListener('context-provider', (event) => {
    if (!asked(event)) return;
    for (const [callback, { by }] of [...served]) by.dispatchEvent(new ContextRequest(context, by, callback, true));
  });
  host.addController({ hostConnected: () => void host.dispatchEvent(new ContextProvided(context, host)) });
}
