import type { CommandName, Plan } from '../domain/plan.js';
import { dispatch, IntentEvent } from '../events.js';

/** How long a listener may hold a command: after this it is a veto that says so. */
export const PATIENCE = 60_000;

/** What came of asking. `reason` is the listener's own words. */
export type Decision =
  | { readonly go: true }
  | { readonly go: false; readonly by: 'host' | 'listener' | 'time' | 'person'; readonly reason: string | null };

/** It is not to be done. */
export type Veto = Extract<Decision, { go: false }>;

export interface AskOptions {
  /** Called when a listener holds the command (with what cancels it), and with null when it is decided. */
  readonly onWaiting?: ((waiting: { cancel(): void } | null) => void) | undefined;
  /** Aborting it is the person's Cancel. */
  readonly signal?: AbortSignal | undefined;
  /** Injected by tests: calls back after ms, answers with a function that cancels. */
  readonly after?: ((ms: number, call: () => void) => () => void) | undefined;
}

function later(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}

/**
 * Asks the page whether a command may be carried out: dispatches its intent and waits for everybody who holds it.
 * The decision is made after dispatch has returned and every promise has settled; `preventDefault()` counts until then.
 * A listener that throws has decided nothing: the browser reports its error, the others are heard.
 */
export async function ask<N extends CommandName>(
  target: EventTarget,
  plan: Plan<N>,
  { onWaiting, signal, after = later }: AskOptions = {},
): Promise<Decision> {
  const ending = new AbortController();
  let open = true; // dispatching, or something is pending
  let pending = 0;
  let settle: (decision: Decision) => void;
  const decided = new Promise<Decision>((resolve) => (settle = resolve));
  const veto = (by: 'host' | 'listener' | 'time' | 'person', reason: string | null): void => {
    if (!open) return;
    open = false;
    ending.abort(new DOMException(reason ?? 'The command was not carried out.', 'AbortError'));
    settle({ go: false, by, reason });
  };
  const settled = (): void => {
    if (!open || dispatching || pending > 0) return;
    if (event.defaultPrevented) return veto('host', null);
    open = false;
    settle({ go: true });
  };

  let dispatching = true;
  const event = new IntentEvent<N>(plan, ending.signal, (promise) => {
    if (!open)
      throw new TypeError(`waitUntil: "${plan.name}" has been decided. Call it while the event is dispatched.`);
    pending++;
    const done = (): void => {
      pending--;
      // What a listener awaits after the last promise may hold the command again, in the same turn.
      queueMicrotask(settled);
    };
    Promise.resolve(promise).then(done, (thrown: unknown) => veto('listener', wordsOf(thrown)));
  });
  dispatch(target, event);
  dispatching = false;
  if (event.defaultPrevented) veto('host', null);
  else if (signal?.aborted) veto('person', null);
  else settled();
  if (!open) return decided;

  const cancel = (): void => veto('person', null);
  const stopClock = after(PATIENCE, () => veto('time', null));
  signal?.addEventListener('abort', cancel, { once: true });
  onWaiting?.({ cancel });
  try {
    return await decided;
  } finally {
    stopClock();
    signal?.removeEventListener('abort', cancel);
    onWaiting?.(null);
  }
}

/** A rejection's own words: an error's message, a string as it is; null where it says nothing. */
function wordsOf(thrown: unknown): string | null {
  const words = thrown instanceof Error ? thrown.message : typeof thrown === 'string' ? thrown : '';
  return words.trim() === '' ? null : words.trim();
}
