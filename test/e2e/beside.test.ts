/** Two tabs at the same cards, deals and activities: one history, nothing lost, and who comes second is told (R20, R47). */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Activity, ChangelogRow, Deal, Id } from '../../src/domain/records.js';
import { card, drag } from './support/acts.js';
import { deafen, unseen } from './support/deaf.js';
import { recordsOf } from './support/records.js';
import { backends, embedded, openStage, type Person, type Stage } from './support/stage.js';
import type { Tab } from './support/tab.js';

/** What was refused, with what can be done about it. */
const told = 'deal-pipeline >> .banner';
const said = 'deal-pipeline >> .sr[role=status]';
const cardsOf = (name: string): string => `${stageOf(name)} >> .cards`;
const marks =
  'deal-pipeline >> .drag-ghost, [data-gone], [data-target], [data-dragging], .slot:not([hidden]), .dock:not([hidden])';
const merging = 'deal-pipeline >> dialog[open]';

/** Adds a deal to the first stage, as the page's own script may; what is tested comes by mouse and keys. */
async function addDeal(tab: Tab, title: string): Promise<Id> {
  return tab.page.evaluate(async (named) => {
    const store = document.querySelector('crm-provider')!.store!;
    const { outcomes } = await store.execute('deal-add', { title: named, person: { name: `Buyer of ${named}` } });
    return outcomes[0]!.id;
  }, title);
}

const cardIn = (stage: string, id: Id): string => `${stageOf(stage)} >> .card[data-id="${id}"]`;
const stageOf = (name: string): string => `deal-pipeline >> .stage[aria-label="${name}"]`;

/** Waits until a card stands in a stage. While the focus is in it, what others put there waits to be shown. */
async function stands(tab: Tab, stage: string, id: Id): Promise<void> {
  await tab.until(
    `${id} in ${stage}, or news of it`,
    (here, news) => [here, news].some((wanted) => eyes.all(wanted).length > 0),
    { css: cardIn(stage, id), name: null },
    { css: `${stageOf(stage)} >> [data-news]`, name: null },
  );
  if (!(await tab.count(cardIn(stage, id)))) await tab.press(`${stageOf(stage)} >> [data-news]`);
  await tab.see(cardIn(stage, id));
}

/** Puts the focus on a card, wherever it is: what follows is done by key. */
async function focusCard(tab: Tab, id: Id): Promise<void> {
  await tab.see(`${card(id)} >> .title`);
  await tab.page.evaluate((css) => (eyes.all({ css, name: null })[0] as HTMLElement).focus(), `${card(id)} >> .title`);
  await tab.until(
    'the focus on the card',
    (css) => eyes.all({ css, name: null })[0]?.matches(':focus'),
    `${card(id)} >> .title`,
  );
}

async function chord(tab: Tab, held: 'Alt' | 'Shift', key: 'ArrowRight' | 'ArrowDown' | 'M'): Promise<void> {
  await tab.page.keyboard.down(held);
  await tab.page.keyboard.press(key);
  await tab.page.keyboard.up(held);
}

/** Takes a card and holds it over a stage. */
async function hold(tab: Tab, id: Id, over: string): Promise<void> {
  const { mouse } = tab.page;
  const end = await tab.point(cardsOf(over));
  const start = await tab.point(card(id));
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move(start.x + 12, start.y + 6, { steps: 3 });
  await mouse.move(end.x, end.y, { steps: 6 });
  await tab.see('deal-pipeline >> .drag-ghost');
  await tab.see(`deal-pipeline >> .stage[data-target][aria-label="${over}"]`);
}

async function fromCard(tab: Tab, id: Id, words: string): Promise<void> {
  await tab.press(`${card(id)} >> [data-do=menu]`);
  await tab.press('deal-pipeline >> [role^=menuitem]', words);
}

/** What was written of a record, in its order: each step goes on from where the one before has ended. */
async function stepsOf(tab: Tab, id: Id, field: keyof Deal): Promise<readonly (readonly [unknown, unknown])[]> {
  const rows = (await recordsOf(tab, 'changelog')).filter(
    (row: ChangelogRow) => row.recordId === id && row.op === 'patch' && row.field === field,
  );
  return rows.sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1)).map((row) => [row.before, row.after] as const);
}

async function dealOf(tab: Tab, id: Id): Promise<Deal | undefined> {
  return (await recordsOf(tab, 'deal')).find((deal) => deal.id === id);
}

for (const { name, path } of backends) {
  const ROUNDS = path === embedded.path ? 6 : 3;
  describe(`side by side on ${name}`, () => {
    let stage: Stage;
    let person: Person;
    let [one, two]: Tab[] = [];
    let stageIds = new Map<string, Id>();
    before(async () => {
      stage = await openStage();
      person = await stage.person();
      [one, two] = [await person.tab(), await person.tab()];
      for (const tab of [one, two]) await tab.go(stage.url + path);
      stageIds = new Map((await recordsOf(one, 'stage')).map((each) => [each.name, each.id]));
    });
    after(() => stage?.close());

    const both = async (look: (tab: Tab) => Promise<unknown>): Promise<void> => {
      for (const tab of [one!, two!]) await look(tab);
    };

    describe('one card', () => {
      /** A test that has failed leaves no button down for the next one. */
      let holding = false;
      afterEach(async () => {
        if (holding) await one!.page.mouse.up();
        holding = false;
      });

      test(`dropped by mouse in one and moved by key in the other, ${ROUNDS} times: one history, the same in both`, async () => {
        for (let round = 0; round < ROUNDS; round++) {
          const title = `Crossed ${round}`;
          const id = await addDeal(one!, title);
          await both((tab) => stands(tab, 'Qualified', id));
          await focusCard(two!, id);
          await hold(one!, id, 'Demo scheduled');
          await Promise.all([one!.page.mouse.up(), chord(two!, 'Alt', 'ArrowRight')]);
          for (const tab of [one!, two!]) await tab.gone('deal-pipeline >> .card.is-busy');
          await both((tab) => tab.gone(marks));
          const steps = await stepsOf(one!, id, 'stageId');
          const deal = await dealOf(one!, id);
          assert.ok(steps.length >= 1 && steps.length <= 2, JSON.stringify(steps));
          const ids = [stageIds.get('Qualified'), ...steps.map(([, to]) => to)];
          assert.deepEqual(
            steps.map(([from]) => from),
            ids.slice(0, -1),
            'each goes on from the one before',
          );
          assert.equal(deal?.stageId, ids.at(-1));
          const shown = [...stageIds].find(([, stageId]) => stageId === deal?.stageId)![0];
          await both((tab) => stands(tab, shown, id));
          await both(async (tab) => assert.equal(await tab.count(card(id)), 1, 'one card'));
        }
      });

      test('moved by key in a tab that has not heard of the move by mouse: told, and it stands where it was put first', async () => {
        const id = await addDeal(one!, 'Not heard of');
        await stands(one!, 'Qualified', id);
        const deaf = await person.tab(async (tab) => {
          await tab.page.evaluateOnNewDocument(deafen);
          await tab.page.evaluateOnNewDocument(unseen);
        });
        await deaf.go(stage.url + path);
        // All of the kit is there, and has looked whether something was written since the first rows were read.
        await recordsOf(deaf, 'deal');
        await focusCard(deaf, id);
        await drag(one!, card(id), cardsOf('Proposal sent'));
        await stands(one!, 'Proposal sent', id);
        await one!.gone('deal-pipeline >> .card.is-busy');
        await chord(deaf, 'Alt', 'ArrowRight');
        await deaf.says(told, 'Someone else changed it');
        await stands(deaf, 'Proposal sent', id);
        const steps = await stepsOf(one!, id, 'stageId');
        assert.deepEqual(steps, [[stageIds.get('Qualified'), stageIds.get('Proposal sent')]]);
        assert.deepEqual(deaf.errors, []);
        await deaf.page.close();
      });

      for (const [what, act, words, outcome] of [
        [
          'moves',
          (id: Id) => focusCard(two!, id).then(() => chord(two!, 'Alt', 'ArrowRight')),
          'was put back: it was changed meanwhile',
          'Contact made',
        ],
        ['wins', (id: Id) => fromCard(two!, id, 'Mark as won'), 'is no longer here', null],
        [
          'deletes',
          (id: Id) => fromCard(two!, id, 'Delete').then(() => two!.press(`${merging} >> button[type=submit]`)),
          'is no longer here',
          null,
        ],
      ] as const)
        test(`R47: held in one while the other ${what} it: let go, everything in its place, nothing written by the lost drag`, async () => {
          const title = `Held while one ${what}`;
          const id = await addDeal(one!, title);
          await both((tab) => stands(tab, 'Qualified', id));
          holding = true;
          await hold(one!, id, 'Proposal sent');
          await act(id);
          await one!.gone('deal-pipeline >> .drag-ghost');
          await one!.says(said, `${title} ${words}`);
          await one!.gone(marks);
          await one!.page.mouse.up();
          holding = false;
          if (outcome === null) await both((tab) => tab.gone(card(id)));
          else await both((tab) => stands(tab, outcome, id));
          await one!.gone('deal-pipeline >> .card.is-busy');
          const steps = await stepsOf(one!, id, 'stageId');
          assert.deepEqual(
            steps.map(([, to]) => to),
            outcome === null ? [] : [stageIds.get(outcome)],
          );
          const deal = await dealOf(one!, id);
          assert.equal(deal?.status, what === 'deletes' ? undefined : what === 'wins' ? 'won' : 'open');
          // The next drag works.
          const next = await addDeal(one!, `After one ${what}`);
          await stands(one!, 'Qualified', next);
          await drag(one!, card(next), cardsOf('Demo scheduled'));
          await both((tab) => stands(tab, 'Demo scheduled', next));
        });
    });

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
            document
              .querySelector('crm-provider')!
              .store!.execute('note-add', { on: { dealId: dealId_ }, text: words }),
          id,
          text,
        );

      test('merged in both tabs at once: one stays with all that hung on both, and the second is told', async () => {
        const ids = [await addDeal(one!, 'Twice a pump'), await addDeal(one!, 'Twice a pump, again')];
        for (const id of ids) await note(one!, id, `On ${id}`);
        for (const id of ids) await both((tab) => stands(tab, 'Qualified', id));
        for (const tab of [one!, two!]) await begin(tab, ids);
        await Promise.all([one!, two!].map((tab) => tab.press(`${merging} >> button[type=submit]`, 'Merge')));
        const second = await Promise.any([one!, two!].map((tab) => tab.see(`${merging} >> .banner`).then(() => tab)));
        await second.press(`${merging} >> button`, 'Close');
        // The one that stays is still chosen there.
        if (await second.count('deal-pipeline >> [data-clear-chosen]'))
          await second.press('deal-pipeline >> [data-clear-chosen]');
        await both((tab) => tab.gone(merging));
        const left = (await recordsOf(one!, 'deal')).filter(({ id }) => ids.includes(id));
        assert.equal(left.length, 1, 'one stays');
        await both(async (tab) => {
          await tab.see(card(left[0]!.id));
          for (const id of ids) if (id !== left[0]!.id) await tab.gone(card(id));
        });
        const notes = (await recordsOf(one!, 'note')).filter(({ text }) => ids.some((id) => text === `On ${id}`));
        assert.deepEqual(
          notes.map(({ dealId: on }) => on),
          [left[0]!.id, left[0]!.id],
        );
        assert.equal((await recordsOf(one!, 'trash')).filter(({ record }) => ids.includes(record.id)).length, 1);
      });

      /** One deal open in the second tab, with a note that is written and not saved yet; merged away in the first. */
      const writing = async (tab: Tab, title: string, text: string): Promise<readonly [stays: Id, goes: Id]> => {
        const goes = await addDeal(one!, `${title}, noted`);
        const stays = await addDeal(one!, title);
        for (const id of [goes, stays]) {
          await stands(one!, 'Qualified', id);
          await stands(tab, 'Qualified', id);
        }
        await tab.press(`${card(goes)} >> [data-do=open]`);
        await tab.says('deal-detail', `${title}, noted`);
        await tab.type('deal-detail >> #new-note', text);
        await begin(one!, [stays, goes]);
        await one!.press(`${merging} >> input[name=crm-merge-survivor][value="${stays}"]`);
        return [stays, goes];
      };
      const kept = async (text: string, tab = one!): Promise<readonly (Id | null)[]> =>
        (await recordsOf(tab, 'note')).filter((each) => each.text === text).map(({ dealId }) => dealId);

      test('merged in one while a note on the one that goes is saved in the other: it hangs on the one that stays', async () => {
        for (let round = 0; round < ROUNDS / 2; round++) {
          const text = `Wants it galvanised ${round}`;
          const [stays] = await writing(two!, `Anchor ${round}`, text);
          await Promise.all([
            one!.press(`${merging} >> button[type=submit]`, 'Merge'),
            two!.press('deal-detail >> .composer >> button[type=submit]'),
          ]);
          await one!.gone(merging);
          await two!.says('deal-detail >> h2', `Anchor ${round}`);
          // Who was second with it still has it, and saves it on the one that stayed.
          const stored = await two!.until(
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
          if (stored === 'kept') await two!.press('deal-detail >> .composer >> button[type=submit]');
          await two!.says('deal-detail >> [part=history]', text);
          await two!.says('deal-detail >> .toast', 'Note added');
          assert.deepEqual(await kept(text), [stays], stored);
        }
      });

      test('merged in one while a note is being written in the other: what is written goes on to the one that stays', async () => {
        const [stays] = await writing(two!, 'Shackle', 'Ask for the bow');
        await one!.press(`${merging} >> button[type=submit]`, 'Merge');
        await one!.gone(merging);
        await two!.says('deal-detail >> .toast, .sr', 'This is the one that stayed');
        await two!.until(
          'what was written',
          () =>
            (eyes.all({ css: 'deal-detail >> #new-note', name: null })[0] as HTMLTextAreaElement | undefined)?.value ===
            'Ask for the bow',
        );
        await two!.press('deal-detail >> .composer >> button[type=submit]');
        await two!.says('deal-detail >> [part=history]', 'Ask for the bow');
        await two!.says('deal-detail >> .toast', 'Note added');
        assert.deepEqual(await kept('Ask for the bow'), [stays]);
      });

      test('a note that is saved by a tab which has not heard of the merge: refused, told, and still there to be saved', async () => {
        const deaf = await person.tab(async (tab) => {
          await tab.page.evaluateOnNewDocument(deafen);
          await tab.page.evaluateOnNewDocument(unseen);
        });
        const [goes, stays] = [await addDeal(one!, 'Cleat, noted'), await addDeal(one!, 'Cleat')];
        await deaf.go(stage.url + path);
        await recordsOf(deaf, 'deal');
        await deaf.press(`${card(goes)} >> [data-do=open]`);
        await deaf.says('deal-detail', 'Cleat, noted');
        await deaf.type('deal-detail >> #new-note', 'Bronze, not steel');
        for (const id of [goes, stays]) await stands(one!, 'Qualified', id);
        await begin(one!, [stays, goes]);
        await one!.press(`${merging} >> input[name=crm-merge-survivor][value="${stays}"]`);
        await one!.press(`${merging} >> button[type=submit]`, 'Merge');
        await one!.gone(merging);
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

    // The other page has no such list.
    if (path === embedded.path)
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
          const deal = await addDeal(one!, 'Winch');
          for (let round = 0; round < ROUNDS; round++) {
            const id = await plan(one!, deal, `Ring about the winch ${round}`);
            const { due } = await activityOf(one!, id);
            for (const tab of [one!, two!]) await focusLine(tab, id);
            await Promise.all([one!.key('Space'), two!.page.keyboard.down('Shift').then(() => two!.key('t'))]);
            await two!.page.keyboard.up('Shift');
            await both((tab) => tab.gone(line(id)));
            await one!.until(
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
            for (const tab of [one!, two!])
              await tab.until(
                'nothing is unsaved',
                () => document.querySelector('crm-provider')!.store!.busy.unsaved === 0,
              );
            const stored = await activityOf(one!, id);
            assert.deepEqual(await activityOf(two!, id), stored, 'both tabs hold the same');
            const moves = (await recordsOf(one!, 'changelog')).filter(
              ({ recordId, op, field }) => recordId === id && op === 'patch' && (field === 'due' || field === 'done'),
            );
            assert.equal(moves.filter(({ field }) => field === 'done').length, 1);
            const [moved] = moves.filter(({ field }) => field === 'due');
            // Who was second with the move may have found it done: then it stands where it stood.
            assert.deepEqual(moved ? [moved.before, moved.after] : [due, due], [due, stored.due]);
          }
        });
      });

    test('no page was told an error', () => assert.deepEqual([...one!.errors, ...two!.errors], []));
  });
}
