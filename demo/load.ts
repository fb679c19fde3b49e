import type { CrmProvider } from '../src/elements/crm-provider/crm-provider.js';
import { Sample } from './sample/sample.js';

/** How far it is: words, a bar, and a way to stop. */
export interface LoadView {
  readonly said: HTMLElement;
  readonly bar: HTMLProgressElement;
  readonly stop: HTMLButtonElement;
}

let loading = false;

/** Seconds, or minutes where there are many, to the next one. */
function time(seconds: number): string {
  const [count, unit] = seconds < 90 ? [Math.ceil(seconds), 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Puts a seeded sample into whatever the page stores in, one at a time, and tells how far it is. */
export async function loadSample(provider: CrmProvider, count: number, { said, bar, stop }: LoadView): Promise<void> {
  const { store } = provider;
  if (loading) return;
  if (store === null) {
    said.textContent = 'The records are not open yet. Try again in a moment.';
    return;
  }
  loading = true;
  const stopping = new AbortController();
  // Said at once; what is on its way is still stored, and how much that is comes with the answer.
  const giveUp = (): void => {
    stopping.abort();
    stop.disabled = true;
    said.textContent = 'Stopping…';
  };
  stop.addEventListener('click', giveUp);
  bar.hidden = stop.hidden = false;
  bar.removeAttribute('value');
  said.textContent = 'Loading the sample…';
  const number = (value: number): string => value.toLocaleString('en');
  const begun = performance.now();
  const since = (): number => (performance.now() - begun) / 1000;
  try {
    const [stages, labels] = await Promise.all([
      store.read({ kind: 'stage', order: [{ field: 'rank' }], window: { offset: 0, limit: 100 } }),
      store.read({ kind: 'label', window: { offset: 0, limit: 100 } }),
    ]);
    const pipelineId = stages.records[0]?.pipelineId;
    const sample = new Sample({
      leads: count,
      seed: count,
      now: Date.parse(store.now()),
      today: store.today(),
      userId: store.settings.user.id,
      stages: stages.records.filter((stage) => stage.pipelineId === pipelineId),
      labels: labels.records,
    });
    const { created, stopped } = await store.importRows({
      importId: store.newId(),
      fileName: `sample of ${count}`,
      fileHash: `sample-${count}`,
      total: sample.total,
      rows: sample.rows(),
      stop: stopping.signal,
      onProgress: (done, of) => {
        bar.max = of;
        bar.value = done;
        if (stopping.signal.aborted) return;
        // Not from the first few: what is slow at the start is not slow for good.
        const left = done < 500 ? '' : `, about ${time((since() / done) * (of - done))} left`;
        said.textContent = `Loading the sample: ${number(done)} of ${number(of)}${left}`;
      },
    });
    said.textContent = stopped
      ? `Stopped: ${number(created)} leads and deals are there, and stay.`
      : `The sample is loaded: ${number(created)} leads and deals in ${time(since())}.`;
  } catch (error) {
    said.textContent = `The sample could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    loading = false;
    stop.removeEventListener('click', giveUp);
    bar.hidden = stop.hidden = true;
    stop.disabled = false;
  }
}
