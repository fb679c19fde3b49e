import { dispatch, factOf } from '../events.js';
import type { FactDetail } from '../events.js';
import type { CommandName } from '../domain/plan.js';
import type { CommandResult, StoreEvents } from '../store/api.js';

/** Where events are dispatched: the element if the page still holds it, else the first provider, else the document. */
export function voiceOf(providers: Iterable<Element>, origin: Element | undefined): EventTarget {
  return [origin, ...providers].find((element) => element?.isConnected) ?? document;
}

/** Dispatches the fact of a command: what was done, to whom, with what outcome. */
export function tellDone(providers: Iterable<Element>, origin: Element | undefined, result: CommandResult): void {
  // A fact says what was done. Where nothing was, there is none.
  if (!result.outcomes.some((outcome) => outcome.state === 'done')) return;
  const { id, name, input } = result.plan;
  const detail: FactDetail = { command: id, input, outcomes: result.outcomes };
  const to = voiceOf(providers, origin);
  dispatch(to, new CustomEvent(factOf[name satisfies CommandName], { bubbles: true, composed: true, detail }));
}

/** Dispatches that others have changed records. */
export function tellChanged(providers: Iterable<Element>, changes: StoreEvents['changed']['changes']): void {
  const detail = { count: changes === 'resync' ? changes : changes.length };
  voiceOf(providers, undefined).dispatchEvent(
    new CustomEvent('store-changed', { bubbles: true, composed: true, detail }),
  );
}
