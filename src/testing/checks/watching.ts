/** What is heard of others. */
import type { CrmAdapter } from '../../adapters/adapter.js';
import type { Change } from '../../domain/change.js';
import { aLead, creation } from '../fixtures.js';
import { breaking, equal, ids, ok, type CheckDefinition } from './check.js';

/** Resolves with what is heard first that tells of this id, or with 'resync'. Ends by itself, so that nobody waits for ever. */
function heard(adapter: CrmAdapter, id: string, patience: number): Promise<readonly Change[] | 'resync' | 'nothing'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end('nothing'), patience);
    const stop = adapter.watch!((changes) => {
      if (changes === 'resync' || changes.some((change) => change.id === id)) end(changes);
    });
    const end = (what: readonly Change[] | 'resync' | 'nothing'): void => {
      clearTimeout(timer);
      queueMicrotask(() => stop());
      resolve(what);
    };
  });
}

export const watchChecks: readonly CheckDefinition[] = [
  {
    id: 'watch.heard',
    title: 'what is changed elsewhere is heard, derived fields included',
    needs: 'watch',
    two: true,
    async run({ adapter, second, patience }) {
      const other = await second!();
      await ids(adapter, 'lead');
      const news = heard(adapter, 'lead-1', patience);
      await other.commit([creation('lead', aLead())]);
      const changes = await news;
      ok(changes !== 'nothing', 'Nothing was heard');
      if (changes !== 'resync') equal(changes.find((change) => change.id === 'lead-1')?.op, 'create', 'the change');
      equal(await ids(adapter, 'lead'), ['lead-1'], 'leads read after that');
    },
    broken: (inner) => breaking(inner, { watch: () => () => undefined }),
  },
  {
    id: 'watch.own',
    title: 'one does not hear oneself',
    needs: 'watch',
    two: true,
    async run({ adapter, second, patience }) {
      const other = await second!();
      let own = false;
      const stop = adapter.watch!((changes) => {
        own ||= changes !== 'resync' && changes.some((change) => change.id === 'mine');
      });
      await adapter.commit([creation('lead', aLead({ id: 'mine' }))]);
      const news = heard(adapter, 'theirs', patience);
      await other.commit([creation('lead', aLead({ id: 'theirs' }))]);
      await news;
      stop();
      ok(!own, 'The own commit was heard');
    },
    broken(inner) {
      const listeners = new Set<(heard: readonly Change[] | 'resync') => void>();
      return breaking(inner, {
        watch: (listener) => {
          listeners.add(listener);
          const stop = inner.watch!(listener);
          return () => (listeners.delete(listener), stop());
        },
        answer: (answer) => (listeners.forEach((listener) => listener(answer)), answer),
      });
    },
  },
  {
    id: 'watch.stop',
    title: 'who has stopped listening hears nothing',
    needs: 'watch',
    two: true,
    async run({ adapter, second, patience }) {
      const other = await second!();
      let calls = 0;
      adapter.watch!(() => calls++)();
      const news = heard(adapter, 'lead-1', patience);
      await other.commit([creation('lead', aLead())]);
      await news;
      equal(calls, 0, 'calls');
    },
    broken: (inner) => breaking(inner, { watch: (listener) => (inner.watch!(listener), () => undefined) }),
  },
  {
    id: 'watch.many',
    title: 'a large commit is heard too, change by change or as `resync`',
    needs: 'watch',
    two: true,
    async run({ adapter, second, patience }) {
      const other = await second!();
      await ids(adapter, 'lead');
      const news = heard(adapter, 'lead-299', patience);
      await other.commit([...Array(300).keys()].map((i) => creation('lead', aLead({ id: `lead-${i}` }))));
      ok((await news) !== 'nothing', 'Nothing was heard of the last change');
    },
    broken: (inner) =>
      breaking(inner, {
        watch: (listener) => inner.watch!((heard) => heard !== 'resync' && heard.length < 200 && listener(heard)),
      }),
  },
];
