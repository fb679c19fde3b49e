import type { ReactiveElement } from 'lit';
import { crmContext } from './context.js';
import type { Crm } from './context.js';

/**
 * Makes an element the provider of a context, by the protocol that `@lit/context` speaks. Its own provider also keeps who has
 * asked, for values that change and for providers that come between. Here the value is one for the element's whole life,
 * and whoever has asked looks again by itself (consumer.ts).
 */
export function provide(host: ReactiveElement, crm: Crm): void {
  host.addEventListener('context-request', (event) => {
    if (event.context !== crmContext) return;
    event.stopPropagation();
    event.callback(crm);
  });
  host.addController({
    hostConnected() {
      const here = new Event('context-provider', { bubbles: true, composed: true });
      host.dispatchEvent(Object.assign(here, { context: crmContext, contextTarget: host }));
    },
  });
}
