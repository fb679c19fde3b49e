/** Two tabs at persons who are merged: one stays, everything names that one, and whoever had the other one open is led on. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Id } from '../../src/domain/records.js';
import { sideBySide } from './support/beside.js';
import { recordsOf } from './support/records.js';
import { embedded } from './support/stage.js';
import type { Tab } from './support/tab.js';

sideBySide(
  'two tabs at a merge of persons',
  (pair) => {
    const detail = 'contact-detail';
    /** A person with a lead, as the page's own script may add them. */
    const add = (name: string, title: string): Promise<Id> =>
      pair.one.page.evaluate(
        async (named, titled) => {
          const store = document.querySelector('crm-provider')!.store!;
          const { outcomes } = await store.execute('lead-add', { title: titled, person: { name: named } });
          const { records } = await store.read({
            kind: 'lead',
            where: { field: 'id', op: 'is', value: outcomes[0]!.id },
            window: { offset: 0, limit: 1 },
          });
          return records[0]!.personId!;
        },
        name,
        title,
      );
    const merge = (tab: Tab, ids: readonly Id[], survivorId: Id): Promise<string | undefined> =>
      tab.page.evaluate(
        async (some, stays) => {
          const { store } = document.querySelector('crm-provider')!;
          const { outcomes } = await store!.execute('persons-merge', { ids: some, survivorId: stays });
          return outcomes[0]?.state;
        },
        ids,
        survivorId,
      );
    const openIn = async (tab: Tab, id: Id, name: string): Promise<void> => {
      await tab.page.evaluate((person) => {
        document.querySelector<HTMLElement>('#contact')!.hidden = false;
        document.querySelector('crm-provider')!.current = { person };
      }, id);
      await tab.says(`${detail} >> h2`, name);
    };
    const left = async (ids: readonly Id[]): Promise<readonly Id[]> =>
      (await recordsOf(pair.two, 'person')).map(({ id }) => id).filter((id) => ids.includes(id));
    const named = async (title: string): Promise<readonly (Id | null)[]> =>
      (await recordsOf(pair.two, 'lead')).filter((lead) => lead.title.startsWith(title)).map((lead) => lead.personId);

    describe('two persons', () => {
      test('merged in both tabs at once, each with another one that stays: one does', async () => {
        for (let round = 0; round < pair.rounds; round++) {
          const ids = [await add('Ida Rhodes', `Ida ${round}`), await add('I. Rhodes', `Ida ${round} again`)];
          await pair.both((tab) => tab.until('both persons', has, ids));
          const said = await Promise.all([merge(pair.one, ids, ids[0]!), merge(pair.two, ids, ids[1]!)]);
          assert.deepEqual(said.sort(), ['conflict', 'done']);
          const stays = await left(ids);
          assert.equal(stays.length, 1, 'one stays');
          assert.deepEqual(await named(`Ida ${round}`), [stays[0], stays[0]]);
          assert.equal((await recordsOf(pair.two, 'trash')).filter(({ id }) => ids.includes(id)).length, 1);
        }
      });

      test('merged away in one while it is open in the other: it says so, and leads on to the one that stayed', async () => {
        const [goes, stays] = [await add('Joan of Ark', 'Ark'), await add('Joan Clarke', 'Ark, refit')];
        await openIn(pair.two, goes, 'Joan of Ark');
        assert.equal(await merge(pair.one, [goes, stays], stays), 'done');
        await pair.two.says(`${detail} >> .toast`, 'This is the one that stayed');
        await pair.two.says(`${detail} >> h2`, 'Joan Clarke');
        await pair.two.says(`${detail} >> [part=leads]`, 'Ark, refit');
      });

      test('merged away in one while a note on that one is being written in the other: it goes on to the one that stays', async () => {
        const [goes, stays] = [await add('Grace M. Hopper', 'Yarn'), await add('Grace Hopper', 'Yarn, dyed')];
        await openIn(pair.two, goes, 'Grace M. Hopper');
        await pair.two.type(`${detail} >> #new-note`, 'Likes it in navy');
        assert.equal(await merge(pair.one, [goes, stays], stays), 'done');
        await pair.two.says(`${detail} >> h2`, 'Grace Hopper');
        await pair.two.press(`${detail} >> .composer >> button[type=submit]`);
        await pair.two.says(`${detail} >> [part=history]`, 'Likes it in navy');
        const notes = (await recordsOf(pair.one, 'note')).filter(({ text }) => text === 'Likes it in navy');
        assert.deepEqual(
          notes.map(({ personId }) => personId),
          [stays],
        );
      });
    });
  },
  { only: embedded.path },
);

const has = async (ids: readonly Id[]): Promise<boolean> => {
  const store = document.querySelector('crm-provider')!.store!;
  const { total } = await store.read({
    kind: 'person',
    where: { field: 'id', op: 'in', value: ids },
    window: { offset: 0, limit: 5 },
  });
  return total === ids.length;
};
