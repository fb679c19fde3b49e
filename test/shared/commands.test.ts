import { expect, waitUntil } from '@open-wc/testing';
import type { StorageNotice } from '../../src/adapters/adapter.js';
import { CrmError } from '../../src/domain/errors.js';
import type { IntentEvent } from '../../src/events.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { faultyAdapter } from '../../src/testing/faulty.js';
import { scheme, standing, still } from './support/convert-stand.js';
import type { ConvertStand } from './support/convert-stand.js';
import { memoryWith, stand } from './support/stand.js';

const banners = (element: ConvertStand): string =>
  [...element.root.querySelectorAll('.banner')]
    .map((each) => (each.textContent ?? '').replace(/\s+/g, ' ').trim())
    .join(' | ');
const press = (element: ConvertStand, name: string): void => {
  const all = [...element.root.querySelectorAll<HTMLButtonElement>('.banner button, .toast button')];
  const found = all.find((each) => each.textContent?.trim() === name);
  if (!found) throw new Error(`no "${name}" in ${banners(element)} ${element.toast}`);
  found.click();
};
const said = (element: ConvertStand, words: string): Promise<void> =>
  waitUntil(() => banners(element).includes(words), `"${words}" in: ${banners(element)}`);

describe('commands of an element', () => {
  it('say what was done, and take it back', async () => {
    const { store } = await stand(2);
    const element = await standing(store);
    await element.commands.run('leads-archive', { ids: ['lead-1', 'lead-2'] });
    expect(element.toast).to.contain('2 leads archived');
    press(element, 'Undo');
    await waitUntil(() => element.toast.includes('Taken back: 2 leads archived'));
    const { records } = await store.read({ kind: 'lead', window: { offset: 0, limit: 5 } });
    expect(records.every(({ archivedAt }) => archivedAt === null)).to.equal(true);
  });

  it('take the last one back by key, and say where there is nothing', async () => {
    const { store } = await stand(1);
    const element = await standing(store);
    await element.commands.undo();
    expect(element.toast).to.contain('There is nothing to take back');
    element.commands.toasts!.clear();
    await element.commands.run('leads-archive', { ids: ['lead-1'] }, { quiet: true });
    expect(element.toast).to.equal('');
    await element.commands.undo();
    expect(element.toast).to.contain('Taken back: 1 lead archived');
  });

  it('do again what was taken back, from its toast and by key, until something new is done', async () => {
    const { store } = await stand(2);
    const element = await standing(store);
    await element.commands.run('leads-archive', { ids: ['lead-1'] });
    press(element, 'Undo');
    await waitUntil(() => element.toast.includes('Taken back: 1 lead archived'));
    press(element, 'Redo');
    await waitUntil(() => element.toast.includes('Done again: 1 lead archived'));
    const archived = async (): Promise<readonly string[]> => {
      const { records } = await store.read({ kind: 'lead', window: { offset: 0, limit: 5 } });
      return records.filter(({ archivedAt }) => archivedAt !== null).map(({ id }) => id);
    };
    expect(await archived()).to.deep.equal(['lead-1']);
    press(element, 'Undo');
    await waitUntil(() => element.toast.includes('Taken back: 1 lead archived'));
    await element.commands.run('leads-archive', { ids: ['lead-2'] });
    await waitUntil(() => element.toast.includes('1 lead archived') && !element.toast.includes('Taken back'));
    element.commands.toasts!.clear();
    await element.commands.redo();
    expect(element.toast).to.contain('There is nothing to do again');
    expect(await archived()).to.deep.equal(['lead-2']);
  });

  it('say why it was not done again', async () => {
    const { adapter, store } = await stand(1);
    const other = await stand(0, [], { adapter: memoryAdapter({ beside: adapter }) });
    const element = await standing(store);
    await element.commands.run('lead-edit', { id: 'lead-1', fields: { title: 'Mine' } });
    await element.commands.undo();
    await other.store.execute('lead-edit', { id: 'lead-1', fields: { title: 'Theirs' } });
    await element.commands.redo();
    await said(element, 'It was not done again.');
    expect(store.redoable?.name).to.equal('lead-edit');
  });

  it('offer no way back any more once it was gone by other means', async () => {
    const { store } = await stand(2);
    const [element, other] = [await standing(store), await standing(store)];
    await element.commands.run('leads-archive', { ids: ['lead-1'] });
    await element.commands.run('leads-archive', { ids: ['lead-2'] });
    expect(element.toast).to.contain('1 lead archived');
    await other.commands.undo();
    await other.commands.undo();
    await waitUntil(() => other.toast.includes('Taken back'));
    expect(element.toast, 'neither the one on screen nor the one that waits').to.equal('');
  });

  it('say in words who was first, whatever a backend calls it', async () => {
    const { store } = await stand(1);
    const element = await standing(store);
    const said = (reason: string) => {
      element.commands.fail('lead-edit', 1, new CrmError('conflict', 'x', { reason }));
      return element.updateComplete.then(() => banners(element));
    };
    for (const [reason, words] of [
      ['stale', 'Someone else changed it.'],
      ['rev', 'Someone else changed it.'],
      ['exists', 'It is there already.'],
      ['children', 'Something was added to it since.'],
      ['deal-changed', 'Its deal was changed since.'],
      ['lead-missing', 'The lead was deleted or converted since.'],
    ] as const)
      expect(await said(reason), reason).to.contain(`The lead was not saved. ${words}`);
  });

  it('say why the page stopped them', async () => {
    const { store } = await stand(1);
    const element = await standing(store);
    document.addEventListener(
      'leads-archive',
      (event) => event.waitUntil(Promise.reject(new Error('Only on Fridays.'))),
      { once: true },
    );
    expect(await element.commands.run('leads-archive', { ids: ['lead-1'] })).to.equal(null);
    await said(element, '1 lead was not archived. Only on Fridays.');
    press(element, 'Dismiss');
    await element.updateComplete;
    expect(banners(element)).to.equal('');
  });

  it('wait for approval in sight, and are cancelled there', async () => {
    const { store } = await stand(1);
    const element = await standing(store);
    let held!: IntentEvent;
    document.addEventListener(
      'leads-archive',
      (event) => {
        held = event;
        event.waitUntil(new Promise(() => undefined));
      },
      { once: true },
    );
    const done = element.commands.run('leads-archive', { ids: ['lead-1'] });
    await said(element, 'Waiting for approval.');
    expect(element.commands.busy('lead-1')).to.equal(true);
    press(element, 'Cancel');
    expect(await done).to.equal(null);
    expect(held.signal.aborted).to.equal(true);
    await element.updateComplete;
    expect(banners(element)).to.equal('');
    expect(element.commands.busy('lead-1')).to.equal(false);
  });

  it('say that somebody was first, and do it anyway where that is wanted', async () => {
    const inner = await memoryWith(1);
    const adapter = faultyAdapter(inner);
    const commit = adapter.commit.bind(adapter);
    let conflicts = 1;
    adapter.commit = async (changes, options) => {
      if (conflicts-- > 0) throw new CrmError('conflict', 'changed', { current: null });
      return commit(changes, options);
    };
    const { store } = await stand(0, [], { adapter });
    const element = await standing(store);
    await element.commands.run('leads-archive', { ids: ['lead-1'] });
    await said(element, '1 lead was not archived. Someone else changed it.');
    press(element, 'Do it anyway');
    await waitUntil(() => element.toast.includes('1 lead archived'));
  });

  it('try again what the storage could not do', async () => {
    const inner = await memoryWith(1);
    const adapter = faultyAdapter(inner);
    const read = adapter.read.bind(adapter);
    const { store } = await stand(0, [], { adapter });
    const element = await standing(store);
    adapter.read = async () => {
      throw new CrmError('unavailable', 'ECONNREFUSED');
    };
    expect(await element.commands.run('leads-delete', { ids: ['lead-1'] })).to.equal(null);
    await said(element, '1 lead was not deleted. The storage does not answer.');
    adapter.read = read;
    press(element, 'Try again');
    await waitUntil(() => element.toast.includes('1 lead moved to the trash'));
  });

  it('try again what the storage did not take', async () => {
    const inner = await memoryWith(2);
    const adapter = faultyAdapter(inner);
    const commit = adapter.commit.bind(adapter);
    let full = true;
    adapter.commit = async (changes, options) => {
      if (full) throw new CrmError('quota', 'no room');
      return commit(changes, options);
    };
    const { store } = await stand(0, [], { adapter });
    const element = await standing(store);
    await element.commands.run('leads-archive', { ids: ['lead-1', 'lead-2'] });
    await said(element, '2 leads were not archived.');
    full = false;
    press(element, 'Try again');
    await waitUntil(() => element.toast.includes('2 leads archived'));
    expect(banners(element)).to.equal('');
    const { records } = await store.read({ kind: 'lead', window: { offset: 0, limit: 5 } });
    expect(records.every(({ archivedAt }) => archivedAt !== null)).to.equal(true);
  });

  it('say that taking back did not work, and offer nothing that would do it once more', async () => {
    const inner = await memoryWith(2);
    const adapter = faultyAdapter(inner);
    const commit = adapter.commit.bind(adapter);
    const { store } = await stand(0, [], { adapter });
    const element = await standing(store);
    await element.commands.run('leads-archive', { ids: ['lead-1', 'lead-2'] });
    adapter.commit = async (changes, options) => {
      if (changes.some(({ id }) => id === 'lead-1')) throw new CrmError('invalid', 'no');
      return commit(changes, options);
    };
    press(element, 'Undo');
    await said(element, 'It was not taken back.');
    expect(banners(element)).not.to.contain('Try again');
    await waitUntil(() => element.toast.includes('Taken back: 1 lead archived'));
  });

  it('show the words of a backend that denies', async () => {
    const { store } = await stand(1, [], {
      can: (action) => action !== 'leads-delete' || 'Ask Maya Okafor for the right to delete.',
    });
    const element = await standing(store);
    await element.commands.run('leads-delete', { ids: ['lead-1'] });
    await said(element, '1 lead was not deleted. Ask Maya Okafor for the right to delete.');
  });
});

describe('notices of the storage', () => {
  const states: readonly (readonly [StorageNotice['state'], string])[] = [
    ['blocked', 'Another tab holds an older version. Close the other tabs'],
    ['memory', 'Nothing is kept.'],
    ['outdated', 'A newer version is open. Reload this page.'],
    ['lost', 'The records are gone.'],
    ['retrying', 'The storage does not answer.'],
  ];
  for (const [state, words] of states) {
    it(`say “${state}” in words, accessibly`, async () => {
      scheme('light');
      let tell!: (notice: StorageNotice | null) => void;
      const adapter = Object.assign(memoryAdapter(), {
        notices: (listener: typeof tell) => {
          tell = listener;
          listener(null);
          return () => undefined;
        },
      });
      const { store } = await stand(0, [], { adapter });
      const element = await standing(store);
      expect(banners(element)).to.equal('');
      tell({ state });
      await said(element, words);
      still(element);
      await expect(element).to.be.accessible();
      tell(null);
      await element.updateComplete;
      expect(banners(element)).to.equal('');
    });
  }

  it('are put away by whoever has read that the records are gone, at every element, until there is more to tell', async () => {
    let tell!: (notice: StorageNotice | null) => void;
    const adapter = Object.assign(memoryAdapter(), {
      notices: (listener: typeof tell) => {
        (tell = listener)({ state: 'lost' });
        return () => undefined;
      },
    });
    const { store } = await stand(0, [], { adapter });
    const element = await standing(store);
    const other = await standing(store);
    await said(other, 'The records are gone.');
    press(element, 'Dismiss');
    await waitUntil(() => banners(element) === '' && banners(other) === '');
    tell({ state: 'retrying' });
    await said(element, 'The storage does not answer.');
  });

  it('say so where the provider is of another major version', async () => {
    customElements.define('strange-crm-provider', class extends HTMLElement {});
    const strange = document.body.appendChild(document.createElement('strange-crm-provider'));
    const element = document.createElement('convert-stand') as ConvertStand;
    strange.append(element);
    await said(element, 'Two versions of CRM Elements are on this page.');
    strange.remove();
  });
});
