import type { CrmStore } from '../store/api.js';
import { Code } from './code.js';
import { guardLeaving } from './leaving.js';
import { page } from './page.js';
import type { Announcer } from './page.js';
import type * as telling from './tell.js';

/** Names and shapes of what is told; nothing is before the first command, or the first change by others. */
export const tellCode = new Code(() => import('./tell.js'));

/**
 * Tells the store's facts to the page for as long as somebody wants them, each exactly once however many providers and
 * copies of the kit share the store.
 * @param provider the element facts fall back to; null where there is none
 * @returns the end of it, to be called once
 */
export function announce(store: CrmStore, provider: Element | null): () => void {
  const announcer = announcerOf(store);
  announcer.users++;
  if (provider) announcer.providers.add(provider);
  return () => {
    if (provider) announcer.providers.delete(provider);
    if (--announcer.users > 0) return;
    announcer.off();
    page().announcers.delete(store);
  };
}

/** Who tells what is done in a store. */
export function announcerOf(store: CrmStore): Announcer {
  const { announcers } = page();
  let announcer = announcers.get(store);
  if (!announcer) {
    const made: Announcer = {
      providers: new Set(),
      origins: new Map(),
      users: 0,
      off: () => offs.forEach((off) => off()),
    };
    const { providers, origins } = made;
    const offs = [
      guardLeaving(store),
      store.on('done', (result) => {
        const origin = origins.get(result.plan.id);
        tell(({ tellDone }) => tellDone(providers, origin, result));
      }),
      store.on('changed', ({ changes }) => tell(({ tellChanged }) => tellChanged(providers, changes))),
    ];
    announcers.set(store, (announcer = made));
  }
  return announcer;
}

/** At once where the code for telling is here, else when it is. */
function tell(how: (code: typeof telling) => void): void {
  if (tellCode.here) how(tellCode.here);
  // Commands need the network as well, or have had it: that this one part cannot be fetched is told to whoever debugs.
  else tellCode.need().then(how, (thrown: unknown) => console.warn('crm-elements: an event', thrown));
}
