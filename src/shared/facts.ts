import type { CommandResult, CrmStore } from '../store/api.js';
import { Code } from './code.js';
import { guardLeaving } from './leaving.js';
import { page } from './page.js';
import type { Announcer } from './page.js';

/** Names and shapes of the facts; none is told before the first command. */
export const tellCode = new Code(() => import('./tell.js'));

/**
 * Tells the store's facts to the page for as long as somebody wants them, each exactly once however many providers and
 * copies of the kit share the store.
 * @param provider the element facts fall back to; null where there is none
 * @returns the end of it
 */
export function announce(store: CrmStore, provider: Element | null): () => void {
  const announcer = announcerOf(store);
  announcer.users++;
  if (provider) announcer.providers.add(provider);
  let over = false;
  return () => {
    if (over) return;
    over = true;
    if (provider) announcer.providers.delete(provider);
    if (--announcer.users === 0) {
      announcer.off();
      page().announcers.delete(store);
    }
  };
}

/** Remembers which element began a command: its fact comes from there. @returns the end of it */
export function began(store: CrmStore, command: string, origin: Element): () => void {
  const end = announce(store, null);
  const { origins } = announcerOf(store);
  origins.set(command, origin);
  return () => {
    origins.delete(command);
    end();
  };
}

/** Where events of a command are dispatched: the element if the page still holds it, else the first provider, else the document. */
export function voiceOf(store: CrmStore, origin: Element | undefined): EventTarget {
  if (origin?.isConnected) return origin;
  for (const provider of announcerOf(store, false)?.providers ?? []) if (provider.isConnected) return provider;
  return document;
}

function announcerOf(store: CrmStore): Announcer;
function announcerOf(store: CrmStore, make: false): Announcer | undefined;
function announcerOf(store: CrmStore, make = true): Announcer | undefined {
  const { announcers } = page();
  const found = announcers.get(store);
  if (found || !make) return found;
  const announcer: Announcer = { providers: new Set(), origins: new Map(), users: 0, off: () => undefined };
  const offs = [
    guardLeaving(store),
    store.on('done', (result) => tell(store, announcer, result)),
    store.on('changed', ({ changes }) => {
      const count = changes === 'resync' ? changes : changes.length;
      const init = { bubbles: true, composed: true, detail: { count } };
      voiceOf(store, undefined).dispatchEvent(new CustomEvent('store-changed', init));
    }),
  ];
  announcer.off = () => offs.forEach((off) => off());
  announcers.set(store, announcer);
  return announcer;
}

/** Where the code for telling is not here yet, the fact is told when it is; its voice is chosen now. */
function tell(store: CrmStore, announcer: Announcer, result: CommandResult): void {
  const to = voiceOf(store, announcer.origins.get(result.plan.id));
  if (tellCode.here) tellCode.here.tell(to, result);
  else void tellCode.need().then((code) => code.tell(to, result), report);
}

/** Commands need the network as well, or have had it: that this one part cannot be fetched is told to whoever debugs. */
function report(thrown: unknown): void {
  console.warn('crm-elements: the event of a command could not be dispatched.', thrown);
}
