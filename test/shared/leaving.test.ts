import { expect, waitUntil } from '@open-wc/testing';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { announce } from '../../src/shared/facts.js';
import { createStore } from '../../src/store/store.js';
import { aLead, aPerson, creation } from '../../src/testing/fixtures.js';

/** Does the browser ask before it leaves the page? */
const asks = (): boolean => {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
};

async function slow() {
  const inner = memoryAdapter();
  await inner.commit([creation('person', aPerson()), creation('lead', aLead())]);
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  const adapter: CrmAdapter = {
    abilities: { ...inner.abilities, summarize: false, watch: false },
    read: (query, how) => inner.read(query, how),
    commit: async (changes, how) => {
      if (changes.some((change) => change.kind === 'lead')) await held;
      return inner.commit(changes, how);
    },
  };
  const store = createStore({ adapter, user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC' });
  return { store, answer, edit: () => store.execute('lead-edit', { id: 'lead-1', fields: { title: 'Typed' } }) };
}

describe('leaving the page', () => {
  it('is asked about while something is shown that is not stored yet, and only then', async () => {
    const { store, answer, edit } = await slow();
    const end = announce(store, null);
    expect(asks(), 'nothing has been done').to.equal(false);
    const running = edit();
    await waitUntil(() => store.busy.unsaved === 1);
    expect(asks(), 'not stored yet').to.equal(true);
    answer();
    await running;
    expect(asks(), 'stored').to.equal(false);
    end();
    store.close();
  });

  it('is not asked about any more when the last element has left', async () => {
    const { store, answer, edit } = await slow();
    const end = announce(store, null);
    const running = edit();
    await waitUntil(() => store.busy.unsaved === 1);
    end();
    expect(asks()).to.equal(false);
    answer();
    await running;
    store.close();
  });
});
