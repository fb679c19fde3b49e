import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { faultyAdapter } from '../../src/testing/faulty.js';
import { aDeal, aLead, aPerson, creation, money } from '../../src/testing/fixtures.js';
import { opened, scheme, standing, still } from './support/convert-stand.js';
import { askingStage, dealsOf, heard, memoryWith, stand } from './support/stand.js';

const ids = (n: number): string[] => [...Array(n).keys()].map((i) => `lead-${i + 1}`);

describe('converting many leads', () => {
  it('converts them in one command, tells each, and takes all back', async () => {
    const { store } = await stand(12);
    const seen = heard('leads-convert', 'leads-converted');
    const element = await opened(store, ids(12));
    expect(element.words)
      .to.contain('Convert 12 leads')
      .and.to.contain('12 ready')
      .and.to.contain('and 9 more that are ready.');
    element.button('Convert 12').click();
    await element.says('12 deals made');
    expect(element.words).to.contain('12 of 12');
    expect(element.active).to.equal(element.button('Done'));
    expect(seen.events).to.have.length(2);
    element.button('Undo all 12').click();
    await element.closed();
    await waitUntil(() => element.toast.includes('Taken back: 12 leads converted'));
    expect(await dealsOf(store)).to.have.length(0);
    seen.stop();
  });

  it('asks in the rows, and makes the others wait for nothing', async () => {
    const { store } = await stand(2, [
      ...askingStage(),
      creation('lead', aLead({ id: 'lead-3', title: 'Complete', value: money('5'), custom: { 'field-1': 'Ada' } })),
    ]);
    const element = await standing(store);
    void element.convert.open({ ids: ids(3), target: { stageId: 'stage-4' } });
    await element.opened();
    expect(element.words)
      .to.contain('1 ready')
      .and.to.contain('2 need an answer')
      .and.to.contain('Decision maker is empty');
    expect(element.active).to.equal(element.field('Decision maker of Lead 1'));
    const all = element.button('Convert 3');
    expect(all.getAttribute('aria-disabled')).to.equal('true');
    expect(element.find(`#${all.getAttribute('aria-describedby')}`).textContent).to.equal(
      '2 leads need an answer first',
    );
    all.click();
    await element.says('Needs an answer');
    expect(await dealsOf(store)).to.have.length(0);

    element.fill(element.field('Decision maker of Lead 1'), 'Elif');
    element.fill(element.field('Value of Lead 1'), '10');
    await element.says('2 ready');
    expect(element.field('Decision maker of Lead 1').value, 'the answered row stays').to.equal('Elif');
    element.button('Convert the 2 ready').click();
    await element.says('2 deals made');
    expect(element.words).to.contain('1 lead stayed in the inbox.').and.to.contain('needs an answer');
    expect((await dealsOf(store)).map(({ title }) => title)).to.have.members(['Lead 1', 'Complete']);
    element.button('Try 1 again').click();
    await element.says('Convert to deal');
  });

  it('asks whether a lead joins an open deal, and never guesses', async () => {
    const { store } = await stand(1, [
      creation('person', aPerson({ id: 'person-2', name: 'Elif' })),
      creation('lead', aLead({ id: 'lead-2', title: 'With an open deal', personId: 'person-2' })),
      creation('deal', aDeal({ id: 'deal-9', title: 'Open one', personId: 'person-2' })),
    ]);
    const element = await opened(store, ids(2));
    expect(element.words).to.contain('Has an open deal: Open one').and.to.contain('1 needs an answer');
    element.fill(element.find<HTMLSelectElement>('.answer select'), 'deal-9');
    await element.says('2 ready');
    element.button('Convert 2').click();
    await element.says('2 leads converted');
    expect(await dealsOf(store)).to.have.length(2);
  });

  it('names those that are deals already, and converts the others', async () => {
    const { store } = await stand(3);
    await store.convertLeads(['lead-2']);
    const element = await opened(store, ids(3));
    expect(element.words).to.contain('1 cannot be converted').and.to.contain('Lead 2It is a deal already.');
    element.button('Make new deals for all 2').click();
    element.button('Convert 2').click();
    await element.says('2 of 3');
    expect(await dealsOf(store)).to.have.length(3);
  });

  it('shows how far it is, stops where told, and keeps what is done', async () => {
    const inner = await memoryWith(450);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const adapter = faultyAdapter(inner);
    const commit = adapter.commit.bind(adapter);
    let commits = 0;
    adapter.commit = async (changes, options) => {
      if (++commits > 1) await held;
      return commit(changes, options);
    };
    const { store } = await stand(0, [], { adapter });
    const element = await opened(store, ids(450));
    element.button('Convert 450').click();
    await element.says('100 of 450');
    const bar = element.find('[role=progressbar]');
    expect([bar.ariaValueNow ?? bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).to.deep.equal([
      '100',
      '450',
    ]);
    expect(element.active?.textContent?.trim()).to.equal('Stop');
    const rows = [...element.dialog.querySelectorAll('.leadlist > li')].map((row) =>
      [...row.querySelectorAll('b, small, button')].map((part) => part.textContent.trim()).join(', '),
    );
    expect(rows.slice(99, 102), 'each lead and its state').to.deep.equal([
      'Lead 100, Deal made, Open deal',
      'Lead 101, Converting',
      'Lead 102, Waiting',
    ]);
    expect(element.words).to.contain('and 250 more that wait.');
    const [list, now] = [element.find('.leadlist--running'), element.find('.leadlist .now')].map((part) =>
      part.getBoundingClientRect(),
    );
    expect(now!.top, 'the lead under way is in sight').to.be.within(list!.top, list!.bottom - 1);
    element.button('Stop').click();
    // Two chunks are on their way by then: they are stored, and nothing after them is begun.
    await waitUntil(() => commits === 3);
    release();
    await element.says('300 of 450');
    await element.says('150 leads stayed in the inbox.');
    expect(await dealsOf(store)).to.have.length(100);
    expect((await store.read({ kind: 'deal', window: { offset: 0, limit: 1 } })).total).to.equal(300);
  });

  it('counts those that wait, also where the later of two chunks is stored first', async () => {
    const adapter = faultyAdapter(await memoryWith(450));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const commit = adapter.commit.bind(adapter);
    let commits = 0;
    adapter.commit = async (changes, options) => {
      if (++commits === 3) await held;
      return commit(changes, options);
    };
    const { store } = await stand(0, [], { adapter });
    const element = await opened(store, ids(450));
    element.button('Convert 450').click();
    await element.says('300 of 450');
    const lines = [...element.dialog.querySelectorAll('.leadlist > .more')].map((line) => line.textContent.trim());
    expect(lines).to.deep.equal(['200 more are done.', 'and 50 more that wait.']);
    expect(element.find('.leadlist .now').textContent).to.contain('Lead 201');
    release();
    await element.says('450 deals made');
  });

  it('goes on in the background when it is closed, and says what became of it', async () => {
    const inner = await memoryWith(3);
    let release!: () => void;
    const adapter = faultyAdapter(inner);
    const commit = adapter.commit.bind(adapter);
    const gate = new Promise<void>((resolve) => (release = resolve));
    adapter.commit = async (changes, options) => {
      await gate;
      return commit(changes, options);
    };
    const { store } = await stand(0, [], { adapter });
    const element = await opened(store, ids(3));
    element.button('Convert 3').click();
    await element.says('You can close this');
    await sendKeys({ press: 'Escape' });
    await element.closed();
    release();
    await waitUntil(() => element.toast.includes('3 leads converted'));
    expect(await dealsOf(store)).to.have.length(3);
  });

  it('shows one more rather than a line that tells of one more', async () => {
    const { store } = await stand(4);
    const element = await opened(store, ids(4));
    expect(element.words).to.contain('Lead 4').and.not.to.contain('more that');
  });

  it('has the focus where it can be pressed again, when the page has turned it down', async () => {
    const { store } = await stand(2);
    let approve = (): void => undefined;
    let turnDown = (_: Error): void => undefined;
    const ask = (): Promise<void> =>
      new Promise((resolve, reject) => {
        approve = resolve;
        turnDown = reject;
      });
    const hold = (event: GlobalEventHandlersEventMap['leads-convert']): void => event.waitUntil(ask());
    document.addEventListener('leads-convert', hold);
    const element = await opened(store, ids(2));
    element.button('Convert 2').click();
    await element.says('This page checks the leads before they become deals.');
    turnDown(new Error('Not before Monday.'));
    await element.says('Not before Monday.');
    expect(element.active === element.button('Convert 2')).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await element.says('Waiting for approval.');
    document.removeEventListener('leads-convert', hold);
    approve();
    await element.says('2 deals made');
    expect(await dealsOf(store)).to.have.length(2);
  });

  it('tells of a draft that the page refused', async () => {
    const { store } = await stand(2);
    document.addEventListener('leads-convert', (event) => event.plan.drafts[0]?.refuse('On the blocklist.'), {
      once: true,
    });
    const element = await opened(store, ids(2));
    element.button('Convert 2').click();
    await element.says('On the blocklist.');
    expect(await dealsOf(store)).to.have.length(1);
  });

  it('fails in words, keeps the dialog, and does it on another try', async () => {
    const inner = await memoryWith(1);
    const adapter = faultyAdapter(inner);
    const commit = adapter.commit.bind(adapter);
    let failing = true;
    adapter.commit = async (changes, options) => {
      if (failing) throw new DOMException('no room', 'QuotaExceededError');
      return commit(changes, options);
    };
    const { store } = await stand(0, [], { adapter });
    const element = await opened(store);
    element.fill(element.field('Title'), 'Typed by hand');
    element.button('Convert').click();
    await element.says('Not converted. There is no room left');
    expect(element.field('Title').value).to.equal('Typed by hand');
    failing = false;
    element.button('Convert').click();
    await element.closed();
    expect((await dealsOf(store)).map(({ title }) => title)).to.deep.equal(['Typed by hand']);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible, ${colorScheme}`, async () => {
      scheme(colorScheme);
      const { store } = await stand(4, askingStage());
      const element = await standing(store);
      void element.convert.open({ ids: ids(4), target: { stageId: 'stage-4' } });
      await element.opened();
      still(element);
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await element.closed();
      void element.convert.open({ ids: ids(4) });
      await element.opened();
      element.button('Convert 4').click();
      await element.says('4 deals made');
      still(element);
      await expect(element).to.be.accessible();
      scheme('light');
    });
  }
});
