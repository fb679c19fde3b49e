/** What is asked for in place, so that nothing is refused without a word. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { aField, aStage, creation, edit, money } from '../../../src/testing/fixtures.js';
import { chord, middle } from '../../support/commands.js';
import {
  all,
  card,
  cards,
  click,
  commits,
  focusCard,
  focusedId,
  one,
  press,
  settled,
  stage,
  stand,
  stored,
  text,
  toast,
} from './support.js';

describe('<deal-pipeline>: what is asked for', () => {
  it('asks for what a won deal needs where a card is dropped on Won, and writes answers and win at once', async () => {
    const changes = [
      creation('field', aField({ id: 'who', name: 'Decision maker', type: 'text' })),
      edit('pipeline', 'pipeline-1', { wonFields: [[], ['value', 'custom.who']] }),
    ];
    const { el, adapter } = await stand(undefined, { changes });
    const seen = commits(adapter);
    const drop = async (): Promise<void> => {
      await sendMouse({ type: 'move', position: middle(card(el, 'd5')) });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [600, 300] });
      await sendMouse({ type: 'move', position: middle(one(el, '.zone[data-zone=won]')) });
      await settled(el);
      await sendMouse({ type: 'up' });
      await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') !== null, 'it asks');
    };
    await drop();
    expect(text(one(el, 'dialog[open]')))
      .to.contain('A won deal needs more')
      .and.to.contain('Panels needs 2 more answers');
    await press(el, 'Escape');
    expect(cards(el, 2), 'nothing has happened').to.deep.equal(['d4', 'd5']);
    expect(seen.count).to.equal(0);
    el.addEventListener('deal-win', (event) => event.waitUntil(Promise.reject(new Error('Ask Maya'))), { once: true });
    await drop();
    await press(el, 'Enter');
    expect(all(el, 'dialog [aria-invalid=true]'), 'both are missing').to.have.length(2);
    await sendKeys({ type: '750' });
    await press(el, 'Tab', 'Tab');
    await sendKeys({ type: 'Ada' });
    await press(el, 'Enter');
    await waitUntil(() => text(one(el, 'dialog')).includes('Ask Maya'), 'the page said no');
    expect((one(el, '[id="answer-custom.who"]') as HTMLInputElement).value, 'what was typed is still there').to.equal(
      'Ada',
    );
    await press(el, 'Enter');
    await waitUntil(() => cards(el, 2).join() === 'd4');
    await waitUntil(() => seen.count === 1, 'one write');
    const won = await stored(adapter, 'd5');
    expect([won.status, won.value, won.custom]).to.deep.equal(['won', money('750'), { who: 'Ada' }]);
    expect(toast(el)).to.contain('Won: Panels, €750');
    await waitUntil(() => focusedId(el) === 'd4');
    await press(el, 'z');
    await waitUntil(() => cards(el, 2).join() === 'd4,d5');
    expect((await stored(adapter, 'd5')).value).to.equal(null);
  });

  it('takes several options where a field takes several, by keyboard, and none is no answer', async () => {
    const options = ['Roof', 'Wall', 'Floor'].map((name) => ({ id: name.toLowerCase(), name }));
    const changes = [
      creation('field', aField({ id: 'parts', name: 'Parts', type: 'options', options })),
      edit('pipeline', 'pipeline-1', { wonFields: [[], ['custom.parts']] }),
    ];
    const { el, adapter } = await stand(undefined, { changes });
    const seen = commits(adapter);
    await focusCard(el, 'd5');
    card(el, 'd5').querySelector<HTMLElement>('[data-do=menu]')!.click();
    await settled(el);
    await click(one(el, '.menu [data-id=won]'));
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') !== null, 'it asks');
    const boxes = (): HTMLInputElement[] => all(el, 'dialog [role=group] input[type=checkbox]') as HTMLInputElement[];
    expect(boxes().map((box) => text(box.closest('label')!))).to.deep.equal(['Roof', 'Wall', 'Floor']);
    expect(el.shadowRoot!.activeElement === boxes()[0], 'the first option has the focus').to.equal(true);
    await press(el, ' ', ' ', 'Enter');
    expect(text(one(el, 'dialog .field-error'))).to.equal('Needs an answer');
    expect(el.shadowRoot!.activeElement === boxes()[0], 'and has it again').to.equal(true);
    await expect(el).to.be.accessible();
    // Floor is ticked before Roof: what is stored stands in the order of the field.
    await press(el, 'Tab', 'Tab', ' ');
    boxes()[0]!.focus();
    await press(el, ' ');
    expect(boxes().map((box) => box.checked)).to.deep.equal([true, false, true]);
    expect(all(el, 'dialog .field-error'), 'nothing is wrong').to.have.length(0);
    await press(el, 'Enter');
    await waitUntil(() => seen.count === 1, 'one write');
    expect((await stored(adapter, 'd5')).custom).to.deep.equal({ parts: ['roof', 'floor'] });
  });

  it('asks for what a lost deal needs beside the reason, in the same dialog', async () => {
    const changes = [edit('pipeline', 'pipeline-1', { lostFields: [[], ['lostReason', 'lostComment', 'value']] })];
    const { el, adapter } = await stand(undefined, { changes });
    const seen = commits(adapter);
    await focusCard(el, 'd5');
    card(el, 'd5').querySelector<HTMLElement>('[data-do=menu]')!.click();
    await settled(el);
    await click(one(el, '.menu [data-id=lost]'));
    await waitUntil(() => el.shadowRoot!.querySelector('#lost-comment') !== null);
    expect(text(one(el, 'dialog[open]'))).to.contain('A lost deal also needs');
    await click(one(el, 'dialog [type=submit]'));
    expect(text(one(el, 'dialog'))).to.contain('Choose a reason.');
    expect(all(el, '.field[data-invalid]'), 'comment and value').to.have.length(2);
    expect(all(el, '.reasons input').includes(el.shadowRoot!.activeElement as HTMLElement), 'the first one').to.equal(
      true,
    );
    await click(all(el, '.reasons input')[0]!);
    one(el, '#lost-comment').focus();
    await sendKeys({ type: 'Too dear' });
    one(el, '#answer-value').focus();
    await sendKeys({ type: '90' });
    await press(el, 'Enter');
    await waitUntil(() => cards(el, 2).join() === 'd4');
    await waitUntil(() => seen.count === 1, 'one write');
    const lost = await stored(adapter, 'd5');
    expect([lost.status, lost.lostReason, lost.lostComment, lost.value]).to.deep.equal([
      'lost',
      'Price too high',
      'Too dear',
      money('90'),
    ]);
  });

  it('asks in the form of a new deal for what its stage needs', async () => {
    const changes = [
      creation('field', aField({ id: 'who', name: 'Decision maker', type: 'text' })),
      creation('stage', aStage({ id: 'stage-4', name: 'Demo', rank: 'a4', requiredFields: ['value', 'custom.who'] })),
    ];
    const { el, store } = await stand(undefined, { changes });
    await click(stage(el, 4).querySelector('[data-add]')!);
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] #deal-person') !== null);
    await sendKeys({ type: 'Zeki Alasya' });
    await press(el, 'Enter', 'Enter');
    expect(all(el, '.field[data-invalid] label').map(text)).to.deep.equal(['Value', 'Decision maker']);
    expect(el.shadowRoot!.activeElement === one(el, '#deal-amount'), 'the first one').to.equal(true);
    await sendKeys({ type: '750' });
    one(el, '[id="deal-custom.who"]').focus();
    await sendKeys({ type: 'Ada' });
    await press(el, 'Enter');
    await waitUntil(() => cards(el, 4).length === 1);
    const { records } = await store.read({
      kind: 'deal',
      where: { field: 'stageId', op: 'is', value: 'stage-4' },
      window: { offset: 0, limit: 9 },
    });
    expect([records[0]!.value, records[0]!.custom]).to.deep.equal([money('750'), { who: 'Ada' }]);
  });

  it('keeps what a deal needs to be won and to be lost', async () => {
    const { el, store } = await stand();
    await click(one(el, '[data-more]'));
    await click(one(el, '.menu [data-id=edit-pipeline]'));
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] .ends-edit') !== null);
    const [won, lost] = all(el, '.ends-edit > details');
    expect([won, lost].map((each) => text(each!.querySelector('summary')!))).to.deep.equal([
      'To be won it needs nothing',
      'To be lost it needs nothing',
    ]);
    for (const [part, id] of [
      [won!, 'won-value'],
      [won!, 'won-expectedClose'],
      [lost!, 'lost-lostReason'],
    ] as const) {
      if (!(part as HTMLDetailsElement).open) {
        part.querySelector('summary')!.focus();
        await press(el, 'Enter');
      }
      one(el, `#${id}`).focus();
      await press(el, ' ');
    }
    expect(text(won!.querySelector('summary')!)).to.equal('To be won it needs 2 answers');
    await chord('Control+Enter');
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open]') === null, 'it is stored');
    const { wonFields, lostFields } = store.directory.pipelines[0]!;
    expect([wonFields, lostFields]).to.deep.equal([['value', 'expectedClose'], ['lostReason']]);
  });
});
