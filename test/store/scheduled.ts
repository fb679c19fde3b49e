import type fc from 'fast-check';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { CrmError } from '../../src/domain/errors.js';

/** An adapter whose every call begins and is answered when the scheduler says so; `refuse` decides about commits. */
export function scheduled(
  inner: CrmAdapter,
  s: fc.Scheduler,
  refuse: (command: string) => boolean = () => false,
): CrmAdapter {
  const turn = (label: string): Promise<unknown> => s.schedule(Promise.resolve(), label);
  return {
    abilities: inner.abilities,
    async read(query, options) {
      await turn('read begins');
      const page = await inner.read(query);
      await turn('read is answered');
      if (options?.signal?.aborted) throw new CrmError('aborted', 'Given up.');
      return page;
    },
    async commit(changes, { signal: _signal, ...options } = {}) {
      const refused = refuse(options.key?.split(':')[0] ?? '');
      await turn('commit begins');
      if (refused) throw new CrmError('denied', 'Not allowed.');
      const answer = await inner.commit(changes, options);
      await turn('commit is answered');
      return answer;
    },
    async summarize(query, by) {
      await turn('summarize begins');
      const summaries = await inner.summarize!(query, by);
      await turn('summarize is answered');
      return summaries;
    },
    watch: (listener) => inner.watch!(listener),
  };
}
