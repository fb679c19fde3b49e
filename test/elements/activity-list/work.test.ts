/** Planning and changing in place; whose, which kinds, on what; how it was set up. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys } from '@web/test-runner-commands';
import {
  activity,
  aDay,
  click,
  focusedId,
  focusRow,
  lines,
  list,
  loneDay,
  monday,
  one,
  press,
  row,
  settled,
  stand,
  stored,
  text,
  toast,
} from './support.js';

const all = { kind: 'activity', window: { offset: 0, limit: 99 } } as const;

describe('<activity-list>: planning and changing', () => {
  afterEach(() => resetMouse());

  it('N plans one on a deal that is looked for', async () => {
    const { el, store } = await stand();
    await focusRow(el, 'one');
    await press(el, 'n');
    await waitUntil(() => el.shadowRoot!.activeElement?.id === 'plan-on');
    await sendKeys({ type: 'Kordon' });
    await waitUntil(() => el.shadowRoot!.querySelector('#plan-on-list [role=option]') !== null);
    expect(text(one(el, '#plan-on-list')))
      .to.contain('Heat pump')
      .and.to.contain('Deal · Kordon Lojistik');
    await press(el, 'Enter');
    one(el, '#plan-subject').focus();
    await sendKeys({ type: 'Ask for the drawings' });
    await press(el, 'Enter');
    await waitUntil(() => lines(el).includes('Today 4'));
    expect(toast(el)).to.contain('“Ask for the drawings” planned for Today');
    expect(el.shadowRoot!.querySelector('.plan')).to.equal(null);
    const made = (await store.read(all)).records.find(({ subject }) => subject === 'Ask for the drawings');
    expect(made).to.include({ dealId: 'pump', leadId: null, due: monday, ownerId: 'user-1', type: 'call' });
    await waitUntil(() => el.shadowRoot!.activeElement?.matches('[data-plan]') === true);
  });

  it('without a lead or deal it asks for one in place; Escape gives it up', async () => {
    const { el, store } = await stand();
    await click(one(el, '[data-plan]'));
    await waitUntil(() => el.shadowRoot!.activeElement?.id === 'plan-on');
    one(el, '#plan-subject').focus();
    await press(el, 'Enter');
    await waitUntil(() => text(one(el, '.plan')).includes('Choose the lead or deal it belongs to'));
    one(el, '#plan-subject').focus();
    await press(el, 'Escape');
    await waitUntil(() => el.shadowRoot!.querySelector('.plan') === null);
    expect((await store.read(all)).records).to.have.length(10);
  });

  it('is changed in its row, and only what was changed is stored', async () => {
    const { el, store } = await stand();
    await focusRow(el, 'all-day');
    await press(el, 'e');
    await waitUntil(() => el.shadowRoot!.activeElement?.id === 'edit-subject');
    await store.execute('activity-edit', { id: 'all-day', fields: { note: 'By mail' } });
    await sendKeys({ press: 'End' });
    await sendKeys({ type: ' today' });
    await press(el, 'Enter');
    await waitUntil(async () => (await stored(store, 'all-day')).subject === 'Send the deck today');
    expect((await stored(store, 'all-day')).note).to.equal('By mail');
    await waitUntil(() => focusedId(el) === 'all-day' && el.shadowRoot!.querySelector('.aedit') === null);
    expect(text(row(el, 'all-day'))).to.contain('Send the deck today');
  });

  it('Delete takes it away, and it comes back', async () => {
    const { el, store } = await stand();
    await focusRow(el, 'one');
    await press(el, 'Delete');
    await waitUntil(() => lines(el).includes('Today 2'));
    await waitUntil(() => focusedId(el) === 'two');
    await press(el, 'z');
    await waitUntil(() => lines(el).includes('Today 3'));
    expect((await stored(store, 'one')).subject).to.equal('Subject one');
  });
});

describe('<activity-list>: which activities', () => {
  afterEach(() => resetMouse());

  it('everyone’s, somebody’s, one’s own: from the menu, kept for the user, set by the page', async () => {
    const { el, store } = await stand();
    expect(text(one(el, '[data-owners]'))).to.contain('Mine');
    await click(one(el, '[data-owners]'));
    await click(one(el, '[popover] [data-id=all]'));
    await waitUntil(() => lines(el).includes('Today 4'));
    expect(el.owner).to.equal('all');
    expect(text(one(el, '[data-owners]'))).to.contain('Everyone');
    const kept = { kind: 'view', window: { offset: 0, limit: 9 } } as const;
    await waitUntil(async () => (await store.read(kept)).records.some(({ name }) => name === 'activity-list'));
    const again = await list(store);
    await waitUntil(() => lines(again).includes('Today 4'));
    const own = await list(store, { owner: ['user-2'] });
    await waitUntil(() => lines(own).includes('theirs'));
    expect(lines(own)).to.deep.equal(['Today 1', 'theirs']);
    own.setAttribute('owner', 'me');
    await waitUntil(() => lines(own).includes('Today 3'));
  });

  it('kinds and what they hang on', async () => {
    const { el } = await stand();
    await click(one(el, '[data-kinds]'));
    await click(one(el, '[popover] [data-id=task]'));
    await waitUntil(() => lines(el).join() === 'Today 1,two');
    await press(el, 'Escape');
    expect(el.filter).to.deep.equal({ types: ['task'] });
    el.filter = { on: 'deal' };
    await waitUntil(() => lines(el).includes('thursday'));
    expect(lines(el)).to.deep.equal(['Overdue 1', 'late-1', 'Today 1', 'one', 'Thu, Nov 26 1', 'thursday']);
    await click(one(el, '[data-on=lead]'));
    await waitUntil(() => lines(el).includes('all-day') && !lines(el).includes('one'));
  });

  it('a search looks in subjects, and in leads and deals with their people; what matches nothing says so', async () => {
    const { el } = await stand();
    await focusRow(el, 'one');
    await press(el, '/');
    expect(el.shadowRoot!.activeElement?.matches('input[type=search]')).to.equal(true);
    await sendKeys({ type: 'deck' });
    await waitUntil(() => lines(el).join() === 'Today 1,all-day');
    const field = one<HTMLInputElement>(el, '.agenda-head input');
    field.select();
    await sendKeys({ type: 'kordon' });
    await waitUntil(() => lines(el).join() === 'Overdue 1,late-1,Today 1,one,Thu, Nov 26 1,thursday');
    field.select();
    await sendKeys({ type: 'zeppelin' });
    await waitUntil(() => el.shadowRoot!.querySelector('.empty') !== null);
    expect(text(one(el, '.empty'))).to.contain('No activities match');
    await click(one(el, '.empty .btn'));
    await waitUntil(() => lines(el)[0] === 'Overdue 2');
  });

  it('nothing planned says so, and leads to a plan and to everyone’s', async () => {
    const { el } = await stand([
      activity('theirs', { ownerId: 'user-2', leadId: null, dealId: 'pump' }),
      activity('more', { ownerId: 'user-2' }),
    ]);
    expect(text(one(el, '.empty')))
      .to.contain('Nothing is planned for you')
      .and.to.contain('Plan one');
    await click([...el.shadowRoot!.querySelectorAll('.empty .btn')].at(-1)!);
    await waitUntil(() => lines(el).includes('Today 2'));
  });

  it('a storage that fails says so, and is tried again', async () => {
    let fails = true;
    const { el } = await stand(aDay(), {
      wrap: (adapter) => ({
        ...adapter,
        abilities: adapter.abilities,
        commit: (changes, options) => adapter.commit(changes, options),
        summarize: (query, by) => adapter.summarize!(query, by),
        read: (query, options) =>
          fails && query.kind === 'activity' ? Promise.reject(new Error('gone')) : adapter.read(query, options),
      }),
    });
    await waitUntil(() => el.shadowRoot!.querySelector('.empty[role=alert]') !== null);
    fails = false;
    await click(one(el, '.empty .btn'));
    await waitUntil(() => lines(el)[0] === 'Overdue 2');
  });

  it('narrow, from right to left, and in Turkish', async () => {
    const { el } = await stand(loneDay(), { width: 390, dir: 'rtl', lang: 'tr', height: 800 });
    await waitUntil(() => lines(el)[0] === 'Gecikmiş 2');
    await settled(el);
    const box = one(el, '.list');
    expect(box.scrollWidth).to.be.at.most(box.clientWidth);
    await expect(el).to.be.accessible();
    await focusRow(el, 'one');
    await press(el, 'Space');
    await waitUntil(() => lines(el).includes('form'));
    expect(text(one(el, '.proposal'))).to.contain('Sıradaki: Heat pump');
    expect(box.scrollWidth).to.be.at.most(box.clientWidth);
  });

  for (const lang of ['en', 'tr'])
    it(`says in a narrow place whose activities and which kinds are shown, uncut (${lang})`, async () => {
      const { el } = await stand(loneDay(), { width: 390, lang, height: 800 });
      const said = (): HTMLElement[] => [...el.shadowRoot!.querySelectorAll<HTMLElement>('.agenda-bar .cut')];
      await waitUntil(
        () => said().length === 2 && (lang === 'en' || said()[1]!.textContent === 'Tüm türler'),
        'the words',
      );
      for (const each of said()) expect(each.scrollWidth, each.textContent).to.be.at.most(each.clientWidth);
    });
});
