import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CrmStore, Live, StoreEvents } from '../store/api.js';
import { Consumer } from './consumer.js';
import type { Missing } from './consumer.js';
import type { Crm, CrmState, Current } from './context.js';
import { crmOf } from './fallback.js';
import { LiveView } from './live-view.js';
import type { LiveOptions } from './live-view.js';
import { moved } from './moved.js';

/** How long the first drawing waits for a storage, ms: what shows nothing for longer looks broken. */
const PATIENCE = 100;

/** An element that shows records. `store`, where it is set, stands before any provider. */
export interface CrmHost extends ReactiveControllerHost, HTMLElement {
  store?: CrmStore | null | undefined;
}

/**
 * Gives an element its store, and draws it again when what it shows has changed. Subscribes only while the element is
 * connected; a move within the page keeps everything, because the end comes a microtask after the disconnect.
 */
export class StoreController implements ReactiveController {
  readonly #consumer: Consumer;
  readonly #views: LiveView<Live>[] = [];
  readonly #listens: ((store: CrmStore) => () => void)[] = [];
  #found: Crm | null = null;
  #missing: Missing = 'waiting';
  /** The context itself, which also says what is wrong and tries again; null while it is looked for. */
  crm: Crm | null = null;
  /** null while it is waited for or being opened: show the loading state, or what `state` asks for. */
  store: CrmStore | null = null;
  #offCrm: (() => void) | null = null;
  #offStore: (() => void)[] = [];
  #alive = false;

  constructor(readonly host: CrmHost) {
    this.#consumer = new Consumer(host, (crm, missing) => {
      this.#found = crm;
      this.#missing = missing;
      this.#bind();
      // Nobody sees an element that is out of the page, and a result for it must not wake it.
      if (this.#alive) host.requestUpdate();
    });
    host.addController(this);
    // What somebody may do, and in which zone and currency, stands in what is drawn.
    this.listen('settings', () => host.requestUpdate());
  }

  /** `mismatch`: the provider above is of another major version; `shared/notice.ts` has the words. */
  get state(): CrmState | 'mismatch' {
    return this.crm?.state ?? this.#missing;
  }
  get current(): Current {
    return this.crm?.current ?? { lead: null, deal: null };
  }
  /**
   * Where the storage is just being opened: ends when it is, or after a moment. What draws itself after that has its
   * records on their way while it does; else they would be asked for when the empty element has been painted.
   * @param first begun when it is open; where it has come to something within that moment, it is waited for, too
   */
  opened(first?: () => Promise<void>): Promise<void> | undefined {
    const crm = this.crm;
    if (crm?.state !== 'opening') return undefined;
    return new Promise((resolve) => {
      const end = (): void => {
        off();
        clearTimeout(timer);
        resolve();
      };
      const off = crm.subscribe(() => {
        if (crm.state === 'opening') return;
        if (first && crm.state === 'ready') void first().then(end, end);
        else end();
      });
      const timer = setTimeout(end, PATIENCE);
    });
  }
  /**
   * A live query of the store, made anew when the store or one of `deps` changes. The element is drawn again when
   * `shows` says so; without it, with every change.
   */
  live<L extends Live>(make: (store: CrmStore) => L | null, options: LiveOptions<L> = {}): LiveView<L> {
    const view = new LiveView<L>(make, options, () => this.host.requestUpdate());
    this.#views.push(view as unknown as LiveView<Live>);
    if (this.#alive) view.attach(this.store);
    return view;
  }

  /** Hears an event of whichever store is bound, while the element is connected. */
  listen<E extends keyof StoreEvents>(name: E, listener: (event: StoreEvents[E]) => void): void {
    this.hold((store) => store.on(name, listener));
  }

  /** Listens, by whatever way there is, to the store that is bound. @param listen answers with the end of it */
  hold(listen: (store: CrmStore) => () => void): void {
    this.#listens.push(listen);
    if (this.#alive && this.store) this.#offStore.push(listen(this.store));
  }

  hostConnected(): void {
    this.#alive = true;
    this.#consumer.connect();
    this.#bind();
    for (const view of this.#views) view.attach(this.store);
  }

  /**
   * After `moveBefore`, which keeps focus, scroll places and open dialogs: the provider above may be another one now. Each
   * element's `connectedMoveCallback` calls it; without that callback the browser would disconnect and connect it instead.
   */
  moved(): void {
    moved(this.host);
    this.hostConnected();
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    // A move is a disconnect and a connect in one task: only an element that is still out is torn down.
    queueMicrotask(() => {
      if (this.host.isConnected || !this.#alive) return;
      this.#alive = false;
      this.#consumer.disconnect();
      this.#bind();
      for (const view of this.#views) view.detach();
    });
  }

  hostUpdate(): void {
    // `.store` is a property of the element: it may have been set or taken away since.
    this.#bind();
    for (const view of this.#views) view.check();
  }

  #bind(): void {
    const given = this.host.store;
    const crm = !this.#alive ? null : given ? crmOf(given) : this.#found;
    if (crm !== this.crm) {
      this.#offCrm?.();
      this.crm = crm;
      this.#offCrm =
        crm?.subscribe(() => {
          this.#bind();
          this.host.requestUpdate();
        }) ?? null;
    }
    const store = crm?.store ?? null;
    if (store === this.store) return;
    for (const off of this.#offStore) off();
    this.store = store;
    this.#offStore = store ? this.#listens.map((listen) => listen(store)) : [];
    if (this.#alive) for (const view of this.#views) view.attach(store);
  }
}
