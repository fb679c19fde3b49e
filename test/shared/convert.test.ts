import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { aDeal, aField, aLead, aNote, aStage, anActivity, creation, money } from '../../src/testing/fixtures.js';
import { middle } from '../support/commands.js';
import { opened, scheme, standing, still } from './support/convert-stand.js';
import { askingStage, dealsOf, heard, stand } from './support/stand.js';

describe('converting one lead', () => {
  it('begins at the title, converts on Enter, says so and gives the focus back', async () => {
    const { store } = await stand(1, [
      creation('note', aNote({ id: 'note-1', leadId: 'lead-1' })),
      creation('activity', anActivity({ id: 'activity-1', leadId: 'lead-1' })),
    ]);
    const element = await opened(store);
    expect(element.words).to.contain('Convert to deal').and.to.contain('1 note and 1 activity');
    expect(element.active).to.equal(element.field('Title'));
    element.field('Title').select();
    await sendKeys({ type: 'Typed by hand' });
    await sendKeys({ press: 'Enter' });
    await element.closed();
    expect((await dealsOf(store)).map(({ title }) => title)).to.deep.equal(['Typed by hand']);
    expect(element.toast).to.contain('is a deal now').and.to.contain('Open deal').and.to.contain('Undo');
    expect(element.active?.id).to.equal('opener');
  });

  it('is taken back whole by the Undo of its toast', async () => {
    const { store } = await stand(1);
    const element = await opened(store);
    element.button('Convert').click();
    await element.closed();
    [...element.root.querySelectorAll<HTMLButtonElement>('.toast button')]
      .find((each) => each.textContent?.includes('Undo'))!
      .click();
    await waitUntil(() => element.toast.includes('Taken back'));
    expect(await dealsOf(store)).to.have.length(0);
    expect(
      (await store.read({ kind: 'lead', window: { offset: 0, limit: 5 } })).records.map(({ id }) => id),
    ).to.deep.equal(['lead-1']);
  });

  it('closes with Escape, writes nothing and asks nobody', async () => {
    const { store } = await stand(1);
    const seen = heard('leads-convert');
    const element = await opened(store);
    await sendKeys({ press: 'Escape' });
    await element.closed();
    expect(seen.events).to.have.length(0);
    expect(await dealsOf(store)).to.have.length(0);
    expect(element.active?.id).to.equal('opener');
    seen.stop();
  });

  it('chooses the stage with the arrows, and asks there for what the stage needs', async () => {
    const { store } = await stand(1, askingStage());
    const element = await opened(store);
    element.find('.stages input:checked').focus();
    for (const _ of [1, 2, 3]) await sendKeys({ press: 'ArrowRight' });
    await element.says('Demo needs 2 more answers.');
    element.button('Convert').click();
    await element.says('Value is empty.');
    expect(element.dialog.open, 'nothing is written').to.equal(true);
    expect(element.active?.getAttribute('aria-invalid')).to.equal('true');
    element.fill(element.field('Decision maker'), 'Elif Kaya');
    await element.says('Demo needs one more answer.');
    element.fill(element.field('Value'), '1,250');
    await waitUntil(() => !element.words.includes('needs'));
    element.button('Convert').click();
    await element.closed();
    const [deal] = (await store.read({ kind: 'deal', window: { offset: 0, limit: 1 } })).records;
    expect(deal).to.deep.include({ stageId: 'stage-4', value: money('1250') });
    expect(deal?.custom).to.deep.equal({ 'field-1': 'Elif Kaya' });
  });

  it('begins at what is missing where the first stage needs an answer', async () => {
    const { store } = await stand(1, askingStage());
    const element = await standing(store);
    void element.convert.open({ ids: ['lead-1'], target: { stageId: 'stage-4' } });
    await element.opened();
    expect(element.active).to.equal(element.field('Value'));
  });

  it('takes a number as a number', async () => {
    const { store } = await stand(1, [
      creation('field', aField({ id: 'field-2', name: 'Seats', type: 'number' })),
      creation('stage', aStage({ id: 'stage-4', name: 'Demo', rank: 'a3', requiredFields: ['custom.field-2'] })),
    ]);
    const element = await standing(store);
    void element.convert.open({ ids: ['lead-1'], target: { stageId: 'stage-4' } });
    await element.opened();
    element.fill(element.field('Seats'), '1,200');
    await waitUntil(() => !element.words.includes('needs'), 'it is an answer');
    element.button('Convert').click();
    await element.closed();
    const [deal] = (await store.read({ kind: 'deal', window: { offset: 0, limit: 1 } })).records;
    expect(deal?.custom).to.deep.equal({ 'field-2': 1200 });
  });

  it('says what it could not read, and keeps it', async () => {
    const { store } = await stand(1);
    const element = await opened(store);
    element.fill(element.field('Value'), 'a lot');
    await element.says('Write a number, for example');
    element.button('Convert').click();
    await element.says('Write a number');
    expect(element.field('Value').value).to.equal('a lot');
    expect(await dealsOf(store)).to.have.length(0);
  });

  it('offers the open deal of the same person, field by field, and joins it', async () => {
    const { store } = await stand(0, [
      creation('lead', aLead({ title: 'Second phase', value: money('900'), expectedClose: '2026-12-18' })),
      creation('deal', aDeal({ title: 'First phase', personId: 'person-1', value: money('400') })),
    ]);
    const element = await opened(store);
    expect(element.words).to.contain('1 open deal with Ada Yıldız');
    element.find<HTMLInputElement>('.pick2 .option:last-child input').click();
    await element.says('In the deal');
    expect(element.words).to.contain('First phase').and.to.contain('Stage stays');
    element.find<HTMLInputElement>('[aria-label="Value: €900 (From the lead)"]').click();
    element.button('Add to deal').click();
    await element.closed();
    const { records } = await store.read({ kind: 'deal', window: { offset: 0, limit: 5 } });
    expect(records).to.have.length(1);
    expect(records[0]).to.deep.include({ title: 'First phase', value: money('900'), expectedClose: '2026-12-18' });
  });

  it('keeps what was typed for a new deal while an existing one is looked at', async () => {
    const { store } = await stand(1, [creation('deal', aDeal())]);
    const element = await opened(store);
    element.fill(element.field('Title'), 'Typed before');
    element.find<HTMLInputElement>('.pick2 .option:last-child input').click();
    await element.says('In the deal');
    element.find<HTMLInputElement>('.pick2 .option:first-child input').click();
    await element.says('Pipeline');
    expect(element.field('Title').value).to.equal('Typed before');
  });

  it('leads to the deal where somebody was first', async () => {
    const { store } = await stand(1);
    await store.convertLeads(['lead-1']);
    const element = await opened(store);
    await element.says('Already a deal. You converted this lead');
    const opening = heard('deal-open');
    element.button('Open deal').click();
    await element.closed();
    expect(opening.events[0]).to.have.nested.property('detail.id', (await dealsOf(store))[0]?.id);
    opening.stop();
  });

  it('leads to the deal where somebody was first while the dialog was open', async () => {
    const { store } = await stand(1);
    const element = await opened(store);
    await store.convertLeads(['lead-1']);
    element.button('Convert').click();
    await element.says('Already a deal.');
    expect(await dealsOf(store)).to.have.length(1);
  });

  it('waits for approval, and goes on when it comes', async () => {
    const { store } = await stand(1);
    const element = await opened(store);
    let approve!: () => void;
    document.addEventListener(
      'leads-convert',
      (event) => event.waitUntil(new Promise<void>((resolve) => (approve = resolve))),
      { once: true },
    );
    element.button('Convert').click();
    await element.says('Waiting for approval.');
    expect(element.active?.textContent?.trim()).to.equal('Cancel');
    expect(await dealsOf(store)).to.have.length(0);
    approve();
    await element.closed();
    expect(await dealsOf(store)).to.have.length(1);
  });

  it('comes back to the form with Cancel and with Escape while it waits', async () => {
    const { store } = await stand(1);
    const element = await opened(store);
    for (const cancel of [() => element.active!.click(), () => void sendKeys({ press: 'Escape' })]) {
      document.addEventListener('leads-convert', (event) => event.waitUntil(new Promise(() => undefined)), {
        once: true,
      });
      element.button('Convert').click();
      await element.says('Waiting for approval.');
      cancel();
      await waitUntil(() => !element.words.includes('Waiting'));
      expect(element.dialog.open).to.equal(true);
    }
    element.button('Convert').click();
    await element.closed();
    expect(await dealsOf(store)).to.have.length(1);
  });

  it('shows the reason of a veto and loses nothing that was typed', async () => {
    const { store } = await stand(1);
    const element = await opened(store);
    element.fill(element.field('Title'), 'Typed by hand');
    document.addEventListener(
      'leads-convert',
      (event) => event.waitUntil(Promise.reject(new Error('Credit limit reached.'))),
      { once: true },
    );
    element.button('Convert').click();
    await element.says('Not converted. Credit limit reached.');
    expect(element.field('Title').value).to.equal('Typed by hand');
    element.button('Convert').click();
    await element.closed();
    expect((await dealsOf(store))[0]?.title).to.equal('Typed by hand');
  });

  it('makes one deal of fifty clicks', async () => {
    const { store } = await stand(1);
    const seen = heard('leads-convert', 'leads-converted');
    const element = await opened(store);
    const button = element.button('Convert');
    for (let i = 0; i < 50; i++) button.click();
    await element.closed();
    expect(seen.events.map(({ type }) => type)).to.deep.equal(['leads-convert', 'leads-converted']);
    expect(await dealsOf(store)).to.have.length(1);
    seen.stop();
  });

  it('opens one dialog of a double click', async () => {
    const { store } = await stand(1);
    const element = await standing(store);
    const [x, y] = middle(element.find('#opener'));
    await sendMouse({ type: 'click', position: [x, y] });
    await sendMouse({ type: 'click', position: [x, y] });
    await element.opened();
    element.button('Convert').click();
    await element.closed();
    expect(await dealsOf(store)).to.have.length(1);
  });

  it('makes one deal of a held Enter key', async () => {
    const { store } = await stand(1);
    const seen = heard('leads-convert', 'leads-converted');
    const element = await opened(store);
    element.field('Title').focus();
    // A held key repeats: the same key goes down again and again before it comes up.
    for (let i = 0; i < 3; i++) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await element.closed();
    expect(seen.events.map(({ type }) => type)).to.deep.equal(['leads-convert', 'leads-converted']);
    expect(await dealsOf(store)).to.have.length(1);
    seen.stop();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible, ${colorScheme}`, async () => {
      scheme(colorScheme);
      const { store } = await stand(1, [...askingStage(), creation('deal', aDeal())]);
      const element = await standing(store);
      void element.convert.open({ ids: ['lead-1'], target: { stageId: 'stage-4' } });
      await element.opened();
      still(element);
      await expect(element).to.be.accessible();
      element.find<HTMLInputElement>('.pick2 .option:last-child input').click();
      await element.says('In the deal');
      still(element);
      await expect(element).to.be.accessible();
      scheme('light');
    });
  }
});
