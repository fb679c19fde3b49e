import type { Kind, RecordOf } from '../../../src/domain/records.js';
import type { Tab } from './tab.js';

/** All records of a kind, as the page's own store reads them: for what is true beyond what one screen shows. */
export function recordsOf<K extends Kind>(tab: Tab, kind: K): Promise<RecordOf[K][]> {
  return tab.page.evaluate(async (wanted) => {
    const { store } = document.querySelector('crm-provider')!;
    const found: unknown[] = [];
    for (;;) {
      const { records } = await store!.read({ kind: wanted, window: { offset: found.length, limit: 1000 } });
      found.push(...records);
      if (records.length < 1000) return found as never;
    }
  }, kind);
}
