/** Two tabs at the same card: one history, nothing lost, and who comes second is told (R20, R47). */
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import type { Id } from '../../src/domain/records.js';
import { card, drag } from './support/acts.js';
import {
  addDeal,
  cardsOf,
  chord,
  dealOf,
  focusCard,
  fromCard,
  hold,
  marks,
  merging,
  said,
  sideBySide,
  stands,
  stepsOf,
  told,
} from './support/beside.js';
import { recordsOf } from './support/records.js';

sideBySide('two tabs at a card', (pair) => {
  describe('one card', () => {
    /** A test that has failed leaves no button down for the next one. */
    let holding = false;
    afterEach(async () => {
      if (holding) await pair.one.page.mouse.up();
      holding = false;
    });

    test(`dropped by mouse in one and moved by key in the other, ${pair.rounds} times: one history, the same in both`, async () => {
      for (let round = 0; round < pair.rounds; round++) {
        const title = `Crossed ${round}`;
        const id = await addDeal(pair.one, title);
        await pair.both((tab) => stands(tab, 'Qualified', id));
        await focusCard(pair.two, id);
        await hold(pair.one, id, 'Demo scheduled');
        await Promise.all([pair.one.page.mouse.up(), chord(pair.two, 'Alt', 'ArrowRight')]);
        for (const tab of [pair.one, pair.two]) await tab.gone('deal-pipeline >> .card.is-busy');
        await pair.both((tab) => tab.gone(marks));
        const steps = await stepsOf(pair.one, id, 'stageId');
        const deal = await dealOf(pair.one, id);
        assert.ok(steps.length >= 1 && steps.length <= 2, JSON.stringify(steps));
        const ids = [pair.stageIds.get('Qualified'), ...steps.map(([, to]) => to)];
        assert.deepEqual(
          steps.map(([from]) => from),
          ids.slice(0, -1),
          'each goes on from the one before',
        );
        assert.equal(deal?.stageId, ids.at(-1));
        const shown = [...pair.stageIds].find(([, stageId]) => stageId === deal?.stageId)![0];
        await pair.both((tab) => stands(tab, shown, id));
        await pair.both(async (tab) => assert.equal(await tab.count(card(id)), 1, 'one card'));
      }
    });

    test('moved by key in a tab that has not heard of the move by mouse: told, and it stands where it was put first', async () => {
      const id = await addDeal(pair.one, 'Not heard of');
      await stands(pair.one, 'Qualified', id);
      const deaf = await pair.deaf();
      await deaf.go(pair.url);
      // All of the kit is there, and has looked whether something was written since the first rows were read.
      await recordsOf(deaf, 'deal');
      await focusCard(deaf, id);
      await drag(pair.one, card(id), cardsOf('Proposal sent'));
      await stands(pair.one, 'Proposal sent', id);
      await pair.one.gone('deal-pipeline >> .card.is-busy');
      await chord(deaf, 'Alt', 'ArrowRight');
      await deaf.says(told, 'Someone else changed it');
      await stands(deaf, 'Proposal sent', id);
      const steps = await stepsOf(pair.one, id, 'stageId');
      assert.deepEqual(steps, [[pair.stageIds.get('Qualified'), pair.stageIds.get('Proposal sent')]]);
      assert.deepEqual(deaf.errors, []);
      await deaf.page.close();
    });

    for (const [what, act, words, outcome] of [
      [
        'moves',
        (id: Id) => focusCard(pair.two, id).then(() => chord(pair.two, 'Alt', 'ArrowRight')),
        'was put back: it was changed meanwhile',
        'Contact made',
      ],
      ['wins', (id: Id) => fromCard(pair.two, id, 'Mark as won'), 'is no longer here', null],
      [
        'deletes',
        (id: Id) => fromCard(pair.two, id, 'Delete').then(() => pair.two.press(`${merging} >> button[type=submit]`)),
        'is no longer here',
        null,
      ],
    ] as const)
      test(`R47: held in one while the other ${what} it: let go, everything in its place, nothing written by the lost drag`, async () => {
        const title = `Held while one ${what}`;
        const id = await addDeal(pair.one, title);
        await pair.both((tab) => stands(tab, 'Qualified', id));
        holding = true;
        await hold(pair.one, id, 'Proposal sent');
        await act(id);
        await pair.one.gone('deal-pipeline >> .drag-ghost');
        await pair.one.says(said, `${title} ${words}`);
        await pair.one.gone(marks);
        await pair.one.page.mouse.up();
        holding = false;
        if (outcome === null) await pair.both((tab) => tab.gone(card(id)));
        else await pair.both((tab) => stands(tab, outcome, id));
        await pair.one.gone('deal-pipeline >> .card.is-busy');
        const steps = await stepsOf(pair.one, id, 'stageId');
        assert.deepEqual(
          steps.map(([, to]) => to),
          outcome === null ? [] : [pair.stageIds.get(outcome)],
        );
        const deal = await dealOf(pair.one, id);
        assert.equal(deal?.status, what === 'deletes' ? undefined : what === 'wins' ? 'won' : 'open');
        // The next drag works.
        const next = await addDeal(pair.one, `After one ${what}`);
        await stands(pair.one, 'Qualified', next);
        await drag(pair.one, card(next), cardsOf('Demo scheduled'));
        await pair.both((tab) => stands(tab, 'Demo scheduled', next));
      });
  });
});
