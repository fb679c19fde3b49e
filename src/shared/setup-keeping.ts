import type { ViewState } from '../domain/view-state.js';
import type { SetupKeeper } from './setup-keeper.js';
import { intendFrom } from './intend.js';
import type { StoreController } from './store-controller.js';

/** Changes follow each other while somebody sets things up: they are kept when a moment has passed, ms. */
const pause = 500;
const timers = new WeakMap<SetupKeeper, ReturnType<typeof setTimeout>>();
const waiting = new WeakMap<HTMLElement, SetupKeeper>();

/** Somebody here has set something: it is kept for them. */
export function keepSoon(keeper: SetupKeeper): void {
  const { crm, setup } = keeper;
  const flush = (): void => {
    clearTimeout(timers.get(keeper));
    keeper.flush = undefined;
    // Nobody waits for it and nobody misses it: a refusal is no news to somebody who works with records.
    void intendFrom(crm, 'view-save', { name: setup.name, state: setup.state() }).catch(() => null);
  };
  keeper.touched = true;
  tellView(crm.host);
  keeper.flush = flush;
  waiting.set(crm.host, keeper);
  clearTimeout(timers.get(keeper));
  timers.set(keeper, setTimeout(flush, pause));
}

/** A person has set up the view: the page hears how it is now. A list inside a board is the board's, and tells nobody else. */
export function tellView(host: HTMLElement & { readonly viewState?: ViewState; readonly embedded?: boolean }): void {
  const { viewState: detail, embedded } = host;
  if (detail) host.dispatchEvent(new CustomEvent('view-changed', { detail, bubbles: true, composed: !embedded }));
}

/** What this browser keeps was emptied: the words and filters that stood here may name somebody, and are neither shown nor kept again. */
export function startAnew(crm: StoreController): void {
  const host: HTMLElement & { viewState?: object } = crm.host;
  crm.listen('forgotten', () => {
    const keeper = waiting.get(host);
    if (keeper) {
      clearTimeout(timers.get(keeper));
      keeper.flush = undefined;
    }
    if (host.viewState) host.viewState = { search: '', filter: [] };
  });
}
