import type { CrmProvider } from '../src/elements/crm-provider/crm-provider.js';
import { Sample } from './sample/sample.js';

/** Puts a seeded sample into whatever the page stores in, and tells how far it is. */
export async function loadSample(provider: CrmProvider, count: number, said: HTMLElement): Promise<void> {
  const store = provider.store;
  if (store === null) return;
  const stages = await store.read({ kind: 'stage', window: { offset: 0, limit: 100 } });
  const labels = await store.read({ kind: 'label', window: { offset: 0, limit: 100 } });
  const sample = new Sample({
    leads: count,
    seed: count,
    now: Date.parse(store.now()),
    today: store.today(),
    userId: store.settings.user.id,
    stages: stages.records,
    labels: labels.records,
  });
  async function* rows() {
    yield* sample.rows();
  }
  said.textContent = 'Loading the sample…';
  try {
    const { created } = await store.importRows({
      importId: store.newId(),
      fileName: `sample of ${count}`,
      fileHash: `sample-${count}`,
      total: count,
      rows: rows(),
      onProgress: (done) =>
        (said.textContent = `Loading the sample: ${done.toLocaleString('en')} of ${count.toLocaleString('en')}`),
    });
    said.textContent = `The sample is loaded: ${created.toLocaleString('en')} records.`;
  } catch (error) {
    said.textContent = `The sample could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
  }
}
