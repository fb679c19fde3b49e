import type { SetupKeeper } from './setup-keeper.js';

/** Changes follow each other while somebody sets things up: they are kept when a moment has passed, ms. */
const pause = 500;
const timers = new WeakMap<SetupKeeper, ReturnType<typeof setTimeout>>();

/** Somebody here has set something: it is kept for them. */
export function keepSoon(keeper: SetupKeeper): void {
  const { crm, setup } = keeper;
  const flush = (): void => {
    clearTimeout(timers.get(keeper));
    keeper.flush = undefined;
    // Nobody waits for it and nobody misses it: a refusal is no news to somebody who works with records.
    void crm.intend('view-save', { name: setup.name, state: setup.state() }).catch(() => null);
  };
  keeper.touched = true;
  keeper.flush = flush;
  clearTimeout(timers.get(keeper));
  timers.set(keeper, setTimeout(flush, pause));
}
