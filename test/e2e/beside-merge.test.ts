/** Two tabs at deals that are merged: one stays, with all that hung on both or was being written about either. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Id } from '../../src/domain/records.js';
import { card } from './support/acts.js';
import { addDeal, chord, focusCard, merging, sideBySide, stands } from './support/beside.js';
import { recordsOf } from './support/records.js';
import type { Tab } from './support/tab.js';

sideBySide('two tabs at a merge', (pair) => {
  describe('two deals', () => {
    const begin = async (tab: Tab, ids: readonly Id[]): Promise<void> => {
      for (const id of ids) {
        await focusCard(tab, id);
        await tab.key('x');
      }
      await chord(tab, 'Shift', 'M');
      await tab.see(`${merging} >> .merge-grid`);
    };
    const note = (tab: Tab, id: Id, text: string): Promise<unknown> =>
      tab.page.evaluate(
        (dealId_, words) =>
          document.querySelector('crm-provider')!.store!.execute('note-add', { on: { dealId: dealId_ }, text: words }),
        id,
        text,
      );

    test('merged in both tabs at once: one stays with all that hung on both, and the second is told', async () => {
      const ids = [await addDeal(pair.one, 'Twice a pump'), await addDeal(pair.one, 'Twice a pump, again')];
      for (const id of ids) await note(pair.one, id, `On ${id}`);
      for (const id of ids) await pair.both((tab) => stands(tab, 'Qualified', id));
      for (const tab of [pair.one, pair.two]) await begin(tab, ids);
      await Promise.all([pair.one, pair.two].map((tab) => tab.press(`${merging} >> button[type=submit]`, 'Merge')));
      const second = await Promise.any(
        [pair.one, pair.two].map((tab) => tab.see(`${merging} >> .banner`).then(() => tab)),
      );
      await second.press(`${merging} >> button`, 'Close');
      // The one that stays is still chosen there.
      if (await second.count('deal-pipeline >> [data-clear-chosen]'))
        await second.press('deal-pipeline >> [data-clear-chosen]');
      await pair.both((tab) => tab.gone(merging));
      const left = (await recordsOf(pair.one, 'deal')).filter(({ id }) => ids.includes(id));
      assert.equal(left.length, 1, 'one stays');
      await pair.both(async (tab) => {
        await tab.see(card(left[0]!.id));
        for (const id of ids) if (id !== left[0]!.id) await tab.gone(card(id));
      });
      const notes = (await recordsOf(pair.one, 'note')).filter(({ text }) => ids.some((id) => text === `On ${id}`));
      assert.deepEqual(
        notes.map(({ dealId: on }) => on),
        [left[0]!.id, left[0]!.id],
      );
      assert.equal((await recordsOf(pair.one, 'trash')).filter(({ record }) => ids.includes(record.id)).length, 1);
    });

    /** One deal open in the second tab, with a note that is written and not saved yet; merged away in the first. */
    const writing = async (tab: Tab, title: string, text: string): Promise<readonly [stays: Id, goes: Id]> => {
      const goes = await addDeal(pair.one, `${title}, noted`);
      const stays = await addDeal(pair.one, title);
      for (const id of [goes, stays]) {
        await stands(pair.one, 'Qualified', id);
        await stands(tab, 'Qualified', id);
      }
      await tab.press(`${card(goes)} >> [data-do=open]`);
      await tab.says('deal-detail', `${title}, noted`);
      await tab.type('deal-detail >> #new-note', text);
      await begin(pair.one, [stays, goes]);
      await pair.one.press(`${merging} >> input[name=crm-merge-survivor][value="${stays}"]`);
      return [stays, goes];
    };
    const kept = async (text: string, tab = pair.one): Promise<readonly (Id | null)[]> =>
      (await recordsOf(tab, 'note')).filter((each) => each.text === text).map(({ dealId }) => dealId);

    test('merged in one while a note on the one that goes is saved in the other: it hangs on the one that stays', async () => {
      for (let round = 0; round < pair.rounds / 2; round++) {
        const text = `Wants it galvanised ${round}`;
        const [stays] = await writing(pair.two, `Anchor ${round}`, text);
        await Promise.all([
          pair.one.press(`${merging} >> button[type=submit]`, 'Merge'),
          pair.two.press('deal-detail >> .composer >> button[type=submit]'),
        ]);
        await pair.one.gone(merging);
        await pair.two.says('deal-detail >> h2', `Anchor ${round}`);
        // Who was second with it still has it, and saves it on the one that stayed.
        const stored = await pair.two.until(
          'the note in the history, or still where it was written',
          (words) => {
            const has = (css: string): boolean =>
              eyes.all({ css, name: null }).some((each) => eyes.text(each).includes(words));
            if (has('deal-detail >> [part=history]')) return 'stored';
            const [field] = eyes.all({ css: 'deal-detail >> #new-note', name: null }) as HTMLTextAreaElement[];
            return field?.value === words ? 'kept' : null;
          },
          text,
        );
        if (stored === 'kept') await pair.two.press('deal-detail >> .composer >> button[type=submit]');
        await pair.two.says('deal-detail >> [part=history]', text);
        await pair.two.says('deal-detail >> .toast', 'Note added');
        assert.deepEqual(await kept(text), [stays], stored);
      }
    });

    test('merged in one while a note is being written in the other: what is written goes on to the one that stays', async () => {
      const [stays] = await writing(pair.two, 'Shackle', 'Ask for the bow');
      await pair.one.press(`${merging} >> button[type=submit]`, 'Merge');
      await pair.one.gone(merging);
      await pair.two.says('deal-detail >> .toast, .sr', 'This is the one that stayed');
      await pair.two.until(
        'what was written',
        () =>
          (eyes.all({ css: 'deal-detail >> #new-note', name: null })[0] as HTMLTextAreaElement | undefined)?.value ===
          'Ask for the bow',
      );
      await pair.two.press('deal-detail >> .composer >> button[type=submit]');
      await pair.two.says('deal-detail >> [part=history]', 'Ask for the bow');
      await pair.two.says('deal-detail >> .toast', 'Note added');
      assert.deepEqual(await kept('Ask for the bow'), [stays]);
    });

    test('a note that is saved by a tab which has not heard of the merge: refused, told, and still there to be saved', async () => {
      const deaf = await pair.deaf();
      const [goes, stays] = [await addDeal(pair.one, 'Cleat, noted'), await addDeal(pair.one, 'Cleat')];
      await deaf.go(pair.url);
      await recordsOf(deaf, 'deal');
      await deaf.press(`${card(goes)} >> [data-do=open]`);
      await deaf.says('deal-detail', 'Cleat, noted');
      await deaf.type('deal-detail >> #new-note', 'Bronze, not steel');
      for (const id of [goes, stays]) await stands(pair.one, 'Qualified', id);
      await begin(pair.one, [stays, goes]);
      await pair.one.press(`${merging} >> input[name=crm-merge-survivor][value="${stays}"]`);
      await pair.one.press(`${merging} >> button[type=submit]`, 'Merge');
      await pair.one.gone(merging);
      await deaf.press('deal-detail >> .composer >> button[type=submit]');
      // Refused, it has looked again: it is led to the one that stayed, with what was written.
      await deaf.until('what was written', () => {
        const [head] = eyes.all({ css: 'deal-detail >> h2', name: null });
        const [field] = eyes.all({ css: 'deal-detail >> #new-note', name: null }) as HTMLTextAreaElement[];
        return head && eyes.text(head) === 'Cleat' && field?.value === 'Bronze, not steel';
      });
      assert.deepEqual(await kept('Bronze, not steel', deaf), []);
      await deaf.press('deal-detail >> .composer >> button[type=submit]');
      await deaf.says('deal-detail >> [part=history]', 'Bronze, not steel');
      await deaf.says('deal-detail >> .toast', 'Note added');
      assert.deepEqual(await kept('Bronze, not steel', deaf), [stays]);
      assert.deepEqual(deaf.errors, []);
      await deaf.page.close();
    });
  });
});
