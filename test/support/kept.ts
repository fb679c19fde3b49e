import { waitUntil } from '@open-wc/testing';
import type { CrmStore } from '../../src/store/api.js';

type State = Readonly<Record<string, unknown>>;

/**
 * Waits until a view is kept as it was set up last. Each thing that is set is kept when a moment has passed: on a slow
 * machine what is kept first is not all of it.
 *
 * @param name the view's name, as `deal-list`
 * @param holds what of its state has to be kept
 */
export async function kept(store: CrmStore, name: string, holds: State): Promise<void> {
  const wanted = JSON.stringify(holds);
  const there = async (): Promise<boolean> => {
    const { records } = await store.read({ kind: 'view', window: { offset: 0, limit: 9 } });
    const state: State = records.find((each) => each.name === name)?.state ?? {};
    return JSON.stringify(Object.fromEntries(Object.keys(holds).map((key) => [key, state[key]]))) === wanted;
  };
  await waitUntil(there, `${name} is kept as ${wanted}`);
}
