import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { edit } from '../../../src/testing/fixtures.js';
import { downloads } from '../../support/downloads.js';
import { middle } from '../../support/commands.js';
import {
  all,
  cell,
  choose,
  click,
  focusedId,
  focusRow,
  foot,
  heads,
  manyDeals,
  one,
  press,
  row,
  said,
  settled,
  stand,
  stored,
  text,
  titles,
  waitUntil,
} from './support.js';
import type { DealList } from '../../../src/elements/deal-list/deal-list.js';

const box = (el: DealList, id: string): HTMLElement => row(el, id).querySelector<HTMLElement>('[data-do=select]')!;

async function pick(el: DealList, ...ids: string[]): Promise<void> {
  for (const id of ids) await click(box(el, id));
  await settled(el);
}

describe('work in <deal-list>', () => {
  it('chooses by box, key and range, and adds up what is chosen', async () => {
    const { el } = await stand();
    await pick(el, 'roof', 'depot');
    expect(el.selected).to.have.members(['roof', 'depot']);
    expect(text(one(el, '.bulk b'))).to.equal('2 selected');
    expect(foot(el)).to.equal('2 deals selected €1,000 ₺5,000 €100 ₺4,000 weighted');
    await press(el, 'Escape');
    expect(el.selected).to.deep.equal([]);
    expect(said(el)).to.contain('Nothing selected');
    await focusRow(el, 'pump');
    await press(el, 'x', 'Shift+ArrowDown');
    expect(el.selected).to.have.members(['pump', 'roof']);
    await press(el, 'Control+a');
    expect(el.selected, 'all that match').to.equal(null);
    await waitUntil(() => foot(el) === '4 deals selected €1,500.50 ₺5,000 €380.30 ₺4,000 weighted');
    await press(el, 'x');
    await waitUntil(() => foot(el).startsWith('3 deals selected €500.50 ₺5,000'), 'all but one');
  });

  it('chooses all of many that match, seen or not, and gives them an owner, with a way to stop and a way back', async () => {
    const { el, adapter, store } = await stand(manyDeals(300));
    await click(one(el, '[data-all]'));
    await waitUntil(() => all(el, '[data-select-all]').length === 1, 'an offer of the rest');
    await click(one(el, '[data-select-all]'));
    await waitUntil(() => text(one(el, '.bulk b')) === '300 selected');
    await click(one(el, '[data-bulk=owner]'));
    await choose(el, 'user-2');
    await waitUntil(() => text(one(el, '.toast')).includes('300'), 'told');
    expect((await stored(adapter, 'deal-299'))?.ownerId).to.equal('user-2');
    await store.undo();
    await waitUntil(async () => (await stored(adapter, 'deal-299'))?.ownerId === 'user-1', 'as it was');
  });

  it('moves several to a stage, also of another pipeline, and lets go of those that left', async () => {
    const { el, adapter } = await stand(undefined, { set: (made) => (made.pipelineId = 'pipeline-1') });
    await pick(el, 'roof', 'pump');
    await click(one(el, '[data-bulk=move]'));
    await choose(el, 'talk');
    await waitUntil(() => titles(el).join() === 'İzmir deposu');
    expect((await stored(adapter, 'roof'))?.pipelineId).to.equal('pipeline-2');
    await waitUntil(() => all(el, '.bulk').length === 0, 'nothing is chosen any more');
    await focusRow(el, 'depot');
    await press(el, 'z');
    await waitUntil(() => titles(el).length === 3, 'back again');
    await press(el, 'Shift+Z');
    await waitUntil(() => titles(el).length === 1, 'and gone again');
  });

  it('asks in place for what a stage asks for', async () => {
    const { el, adapter } = await stand(undefined, {
      changes: [edit('stage', 'stage-3', { requiredFields: [[], ['expectedClose']] })],
    });
    await pick(el, 'roof', 'pump');
    await click(one(el, '[data-bulk=move]'));
    await choose(el, 'stage-3');
    await waitUntil(() => all(el, 'dialog[open] input[type=date]').length === 2, 'one field for each');
    for (const field of all(el, 'dialog[open] input[type=date]') as HTMLInputElement[]) {
      field.value = '2026-12-24';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(async () => (await stored(adapter, 'pump'))?.stageId === 'stage-3', 'moved');
    expect((await stored(adapter, 'roof'))?.expectedClose).to.equal('2026-12-24');
  });

  it('wins and loses from the bar, and reopens by key, menu and bar', async () => {
    const { el, adapter } = await stand();
    await pick(el, 'roof', 'pump');
    await click(one(el, '[data-bulk=lost]'));
    await waitUntil(() => all(el, 'dialog[open] input[type=radio]').length > 0, 'why');
    await click(all(el, 'dialog[open] input[type=radio]')[0]!);
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => titles(el).length === 2, 'they leave the open ones');
    expect((await stored(adapter, 'pump'))?.lostReason).to.equal('Price too high');

    await click(one(el, '[data-segment=lost]'));
    await waitUntil(() => titles(el).length === 4);
    await focusRow(el, 'pump');
    await press(el, 'r');
    await waitUntil(() => !titles(el).includes('Heat pump'), 'by key');
    expect((await stored(adapter, 'pump'))?.status).to.equal('open');
    await focusRow(el, 'roof');
    await press(el, 'Shift+F10');
    await choose(el, 'reopen');
    await waitUntil(() => !titles(el).includes('Roof'), 'by menu');
    await pick(el, 'dear', 'silent');
    await click(one(el, '[data-bulk=reopen]'));
    await waitUntil(() => all(el, '.empty').length === 1, 'by the bar');
    expect(text(one(el, '.empty h3'))).to.equal('No lost deals');
  });

  it('deletes with a question, and gives the focus to the row that takes the place', async () => {
    const { el } = await stand();
    await focusRow(el, 'pump');
    await press(el, 'Delete');
    await waitUntil(() => all(el, 'dialog[open]').length === 1);
    expect(text(one(el, 'dialog[open]'))).to.contain('“Heat pump” moves to the trash');
    await click(one(el, 'dialog[open] [type=submit], dialog[open] .btn--negative'));
    await waitUntil(() => !titles(el).includes('Heat pump'));
    await waitUntil(() => focusedId(el) === 'roof', 'the next one');
  });

  it('moves and waits by key', async () => {
    const { el, adapter } = await stand();
    await focusRow(el, 'roof');
    await press(el, 'm');
    await choose(el, 'stage-2');
    await waitUntil(async () => (await stored(adapter, 'roof'))?.stageId === 'stage-2', 'moved');
    await focusRow(el, 'roof');
    await press(el, 'w');
    await waitUntil(() => all(el, 'dialog[open] #wait-reason').length === 1, 'until when, and why');
  });

  it('sets when several are expected to close, and takes the day away', async () => {
    const { el, adapter, store } = await stand();
    await pick(el, 'roof', 'pump');
    await click(one(el, '.bulk [data-more]'));
    await choose(el, 'expected');
    await waitUntil(() => all(el, 'dialog[open] #expected-close').length === 1, 'the day is asked for');
    const field = one(el, '#expected-close') as HTMLInputElement;
    field.value = '2026-12-24';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(async () => (await stored(adapter, 'pump'))?.expectedClose === '2026-12-24', 'one');
    expect((await stored(adapter, 'roof'))?.expectedClose, 'and the other').to.equal('2026-12-24');
    await waitUntil(() => cell(el, 'roof', 'Expected close') === 'Thu, Dec 24');
    await store.undo();
    await waitUntil(async () => (await stored(adapter, 'roof'))?.expectedClose === null, 'as it was');
  });

  it('refuses what may not be done, and says why', async () => {
    const { el } = await stand(undefined, { can: (action) => (action === 'deals-move' ? 'Ask Maya' : true) });
    await pick(el, 'roof');
    expect(one(el, '[data-bulk=move]').ariaDisabled).to.equal('true');
    expect(one(el, '[data-bulk=move]').title).to.equal('Ask Maya');
  });

  it('takes out what is shown: its columns, its order, all that match', async () => {
    const { el } = await stand();
    const files = downloads();
    await click(one(el, '[data-more]'));
    await choose(el, 'export');
    await waitUntil(() => files.texts.length === 1, 'the file');
    files.stop();
    const [head, ...lines] = (await files.texts[0]!)
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/);
    expect(head).to.equal(
      'Deal title,Person,Organization,Stage,Next activity,Next activity type,Next activity date,Expected close,Value,Value: Currency,Weighted,Weighted: Currency,Owner',
    );
    expect(lines).to.have.length(4);
    expect(lines[0]).to.match(/^Heat pump,.*,Proposal sent,.*,2026-11-20,,300\.50,EUR,180\.30,EUR,/);
  });

  it('hides and shows columns, in the order that is chosen', async () => {
    const { el } = await stand();
    await click(one(el, '[data-columns]'));
    await waitUntil(() => all(el, '[data-column=probability] input').length === 1);
    await click(one(el, '[data-column=probability] input'));
    await settled(el);
    expect(heads(el)).to.include('Chance');
    await click(one(el, '[data-column=stageId] input'));
    await settled(el);
    expect(heads(el)).not.to.include('Stage');
    expect(el.columns).to.deep.equal([
      'title',
      'nextActivity',
      'expectedClose',
      'value',
      'weighted',
      'probability',
      'ownerId',
    ]);
  });

  it('makes a column wider by its edge, by key and by menu, and gives it back its width', async () => {
    const { el } = await stand();
    const head = (): HTMLElement => one(el, '.head:has(> [data-sort=value])');
    const before = Math.round(head().getBoundingClientRect().width);
    const grip = head().querySelector('.grip')!;
    const [x, y] = middle(grip);
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x + 40, y] });
    await sendMouse({ type: 'up' });
    await settled(el);
    expect(el.widths['value']).to.equal(before + 40);
    expect(Math.round(head().getBoundingClientRect().width)).to.equal(before + 40);
    one(el, '[data-sort=value]').focus();
    await press(el, 'Shift+ArrowLeft');
    expect(el.widths['value']).to.equal(before + 24);
    expect(said(el)).to.contain(`Value is ${before + 24} pixels wide`);
    await press(el, 'Shift+F10');
    await choose(el, 'wider');
    expect(el.widths['value']).to.equal(before + 40);
    await choose(el, 'own-width');
    expect(el.widths).to.deep.equal({});
    await waitUntil(() => Math.round(head().getBoundingClientRect().width) === before, 'as it was');
  });
});
