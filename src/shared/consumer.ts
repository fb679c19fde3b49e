import { ContextEvent } from '@lit/context';
import { crmContext } from './context.js';
import type { Crm } from './context.js';
import { afterParse, fallbackCrm } from './fallback.js';
import { parentAcross } from './language.js';

/** The provider's tag, also where a host registered it behind a prefix of its own. */
const TAG = /(?:^|-)crm-provider$/;

/** Why an element has no context: it waits for its provider, or the provider speaks another major version. */
export type Missing = 'waiting' | 'mismatch';

/**
 * Finds the context of an element, whatever came first: the element, its provider, their definitions. It keeps looking
 * while the element is connected, so that a provider that appears, leaves or is replaced re-binds it.
 */
export class Consumer {
  readonly #host: HTMLElement;
  readonly #bound: (crm: Crm | null, missing: Missing) => void;
  #crm: Crm | null = null;
  #missing: Missing = 'waiting';
  /** Where providers are heard of; null = not looking. */
  #document: Document | null = null;
  #stopWait: (() => void) | null = null;

  constructor(host: HTMLElement, bound: (crm: Crm | null, missing: Missing) => void) {
    this.#host = host;
    this.#bound = bound;
  }

  /** On every connect; a second one, after a move, looks again and keeps what is still right. */
  connect(): void {
    this.#document ??= this.#host.ownerDocument;
    // In the capture phase: an outer provider stops the event on its way up. Once is enough, and all a document takes.
    this.#document.addEventListener('context-provider', this.#provided, true);
    this.#look();
  }

  disconnect(): void {
    this.#document?.removeEventListener('context-provider', this.#provided, true);
    this.#document = null;
    this.#forget();
    this.#set(null, 'waiting');
  }

  readonly #provided = (event: Event): void => {
    if ((event as Event & { context?: unknown }).context === crmContext) this.#look();
  };

  #forget(): void {
    this.#stopWait?.();
    this.#stopWait = null;
  }

  #look(): void {
    const nearest = providerAbove(this.#host);
    let found: Crm | null = null;
    // Once: what a provider gives is the same for as long as it lives.
    this.#host.dispatchEvent(new ContextEvent(crmContext, this.#host, (crm) => (found = crm)));
    if (!nearest && !found) return this.#fallBack();
    this.#forget();
    const answers = nearest === null || (found as Crm | null)?.element === nearest;
    if (answers) this.#set(found, 'waiting');
    // It is defined and does not answer: another major version of the kit, whose store we do not understand.
    else this.#set(null, nearest.matches(':defined') ? 'mismatch' : 'waiting');
  }

  #fallBack(): void {
    if (this.#crm && this.#crm.element === null) return; // the default store serves it already
    this.#set(null, 'waiting');
    this.#stopWait ??= afterParse(this.#host.ownerDocument, () => {
      this.#stopWait = null;
      this.#set(fallbackCrm(), 'waiting');
    });
  }

  #set(crm: Crm | null, missing: Missing): void {
    if (crm === this.#crm && missing === this.#missing) return;
    this.#crm = crm;
    this.#missing = missing;
    this.#bound(crm, missing);
  }
}

/** The nearest `<crm-provider>` as events travel: through slots and out of shadow roots. */
function providerAbove(host: Element): Element | null {
  let node = parentAcross(host);
  while (node && !TAG.test(node.localName)) node = parentAcross(node);
  return node;
}
