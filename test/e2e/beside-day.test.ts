/** Two tabs at the same activity of the day: what each does is kept, in one history. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Activity, Id } from '../../src/domain/records.js';
import { addDeal, sideBySide } from './support/beside.js';
import { recordsOf } from './support/records.js';
import { embedded } from './support/stage.js';
import type { Tab } from './support/tab.js';

// The other page has no such list.
sideBySide(
  'two tabs at the day',
  (pair) => {
    describe('the day', () => {
      const line = (id: Id): string => `activity-list >> [data-item="${id}"]`;
      const plan = (tab: Tab, dealId: Id, subject: string): Promise<Id> =>
        tab.page.evaluate(
          async (on, words) => {
            const store = document.querySelector('crm-provider')!.store!;
            const due = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
            const { outcomes } = await store.execute('activity-add', {
              on: { dealId: on },
              type: 'call',
              subject: words,
              due,
            });
            return outcomes[0]!.id;
          },
          dealId,
          subject,
        );
      const focusLine = async (tab: Tab, id: Id): Promise<void> => {
        await tab.see(line(id));
        await tab.page.evaluate((css) => (eyes.all({ css, name: null })[0] as HTMLElement).focus(), line(id));
        await tab.until(
          'the focus on the line',
          (css) => eyes.all({ css, name: null })[0]?.matches(':focus'),
          line(id),
        );
      };
      const activityOf = async (tab: Tab, id: Id): Promise<Activity> =>
        (await recordsOf(tab, 'activity')).find((each) => each.id === id)!;

      test('one activity done in one tab and moved to tomorrow in the other: both are kept, one history', async () => {
        const deal = await addDeal(pair.one, 'Winch');
        for (let round = 0; round < pair.rounds; round++) {
          const id = await plan(pair.one, deal, `Ring about the winch ${round}`);
          const { due } = await activityOf(pair.one, id);
          for (const tab of [pair.one, pair.two]) await focusLine(tab, id);
          await Promise.all([
            pair.one.key('Space'),
            pair.two.page.keyboard.down('Shift').then(() => pair.two.key('t')),
          ]);
          await pair.two.page.keyboard.up('Shift');
          await pair.both((tab) => tab.gone(line(id)));
          await pair.one.until(
            'what was done is stored',
            async (wanted) => {
              const { records } = await document.querySelector('crm-provider')!.store!.read({
                kind: 'activity',
                where: { field: 'id', op: 'is', value: wanted },
                window: { offset: 0, limit: 1 },
              });
              return records[0]?.done === true;
            },
            id,
          );
          for (const tab of [pair.one, pair.two])
            await tab.until(
              'nothing is unsaved',
              () => document.querySelector('crm-provider')!.store!.busy.unsaved === 0,
            );
          const stored = await activityOf(pair.one, id);
          assert.deepEqual(await activityOf(pair.two, id), stored, 'both tabs hold the same');
          const moves = (await recordsOf(pair.one, 'changelog')).filter(
            ({ recordId, op, field }) => recordId === id && op === 'patch' && (field === 'due' || field === 'done'),
          );
          assert.equal(moves.filter(({ field }) => field === 'done').length, 1);
          const [moved] = moves.filter(({ field }) => field === 'due');
          // Who was second with the move may have found it done: then it stands where it stood.
          assert.deepEqual(moved ? [moved.before, moved.after] : [due, due], [due, stored.due]);
        }
      });
    });
  },
  { only: embedded.path },
);
