import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { CrmError } from '../../../src/domain/errors.js';
import type { IntentEvent } from '../../../src/events.js';
import { chord } from '../../support/commands.js';
import {
  all,
  button,
  click,
  focused,
  focusedId,
  hover,
  manyLeads,
  one,
  row,
  rows,
  said,
  stand,
  text,
  threeLeads,
  titles,
  waitUntil,
} from './support.js';

describe('<lead-inbox> selecting and working', () => {
  it('selects by box, key and range, and shows the bar in the place of the filters', async () => {
    const { inbox } = await stand(manyLeads(30));
    await click(row(inbox, 'lead-2').querySelector('.check')!);
    await waitUntil(() => all(inbox, '.bulk').length === 1);
    expect(all(inbox, '.toolbar')).to.have.length(0);
    expect(text(one(inbox, '.bulk b'))).to.equal('1 selected');
    row(inbox, 'lead-2').focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await chord('Shift+ArrowDown');
    await waitUntil(() => text(one(inbox, '.bulk b')) === '4 selected', 'a range from the last single choice');
    await waitUntil(() => said(inbox).includes('4 leads selected'));
    await sendKeys({ press: 'x' });
    await waitUntil(() => text(one(inbox, '.bulk b')) === '3 selected');
    expect(inbox.selected).to.have.members(['lead-2', 'lead-3', 'lead-4']);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => all(inbox, '.bulk').length === 0);
  });

  it('selects all that match as a rule, without those that are left out', async () => {
    const { inbox, store } = await stand(manyLeads(120));
    await click(one(inbox, '.lrow--head .check'));
    await waitUntil(() => all(inbox, '[data-select-all]').length === 1);
    expect(text(one(inbox, '[data-select-all]'))).to.equal('Select all 120');
    await click(one(inbox, '[data-select-all]'));
    await waitUntil(() => text(one(inbox, '.bulk b')) === '120 selected');
    await click(row(inbox, 'lead-3').querySelector('.check')!);
    await waitUntil(() => text(one(inbox, '.bulk b')) === '119 selected');
    row(inbox, 'lead-1').focus();
    await sendKeys({ press: 'e' });
    await waitUntil(() => titles(inbox).join() === 'Lead 3', 'all others are archived');
    const archived = await store.ids({ kind: 'lead', where: { field: 'archivedAt', op: 'filled' } });
    expect(archived).to.have.length(119);
  });

  it('archives with E, says so, takes it back with Z, and does it again with Shift and Z', async () => {
    const { inbox } = await stand(threeLeads());
    row(inbox, 'late').focus();
    await sendKeys({ press: 'e' });
    await waitUntil(() => titles(inbox).length === 2);
    expect(focusedId(inbox), 'the row that took the place has the focus').to.equal('today');
    await waitUntil(() => text(one(inbox, '.toast')).includes('1 lead archived'));
    await sendKeys({ press: 'z' });
    await waitUntil(() => titles(inbox).length === 3, 'it is back');
    expect(titles(inbox)[0]).to.equal('Solar panels');
    await waitUntil(() => text(one(inbox, '.toast')).includes('Taken back: 1 lead archived'));
    await chord('Shift+Z');
    await waitUntil(() => titles(inbox).length === 2, 'it is gone again');
    await waitUntil(() => text(one(inbox, '.toast')).includes('Done again: 1 lead archived'));
    await chord('Control+z');
    await waitUntil(() => titles(inbox).length === 3);
    await chord('Control+y');
    await waitUntil(() => titles(inbox).length === 2);
  });

  it('gives the focus to the heading where the last row leaves', async () => {
    const { inbox } = await stand(manyLeads(1));
    row(inbox, 'lead-1').focus();
    await sendKeys({ press: 'e' });
    await waitUntil(() => all(inbox, '.empty').length === 1);
    await waitUntil(() => focused(inbox)?.matches('h2') ?? false, 'the heading has it');
  });

  it('keeps the focus on the lead when others come and go around it', async () => {
    const { inbox, store } = await stand(manyLeads(20));
    row(inbox, 'lead-4').focus();
    await store.execute('leads-archive', { ids: ['lead-2'] });
    await waitUntil(() => !titles(inbox).includes('Lead 2'));
    await inbox.updateComplete;
    expect(focusedId(inbox)).to.equal('lead-4');
    await store.execute('leads-delete', { ids: ['lead-4'] });
    await waitUntil(() => !titles(inbox).includes('Lead 4'));
    await waitUntil(() => focusedId(inbox) === 'lead-5', 'the neighbour has it');
  });

  it('takes no focus from the page when rows leave', async () => {
    const { inbox, store } = await stand(manyLeads(3));
    const field = document.createElement('input');
    inbox.before(field);
    field.focus();
    await store.execute('leads-archive', { ids: ['lead-1'] });
    await waitUntil(() => titles(inbox).length === 2);
    await inbox.updateComplete;
    expect(document.activeElement).to.equal(field);
  });

  it('keeps the focused row while one scrolls far away', async () => {
    const { inbox } = await stand(manyLeads(400));
    // WebKit brings a focused element into sight a frame later, over whatever was scrolled meanwhile.
    row(inbox, 'lead-2').focus({ preventScroll: true });
    await inbox.updateComplete;
    one(inbox, '.list').scrollTop = 9600;
    await waitUntil(() => titles(inbox).includes('Lead 203'));
    expect(focusedId(inbox)).to.equal('lead-2');
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => focusedId(inbox) === 'lead-3', 'the next key goes on from there');
  });

  it('asks before it deletes, with the count, and restores from the trash', async () => {
    const { inbox } = await stand(manyLeads(4));
    row(inbox, 'lead-1').focus();
    await sendKeys({ press: 'x' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'x' });
    await waitUntil(() => all(inbox, '.bulk').length === 1);
    await click(one(inbox, '.bulk [data-more]'));
    await click(button(inbox, 'Delete'));
    await waitUntil(() => all(inbox, 'dialog[open]').length === 1);
    expect(text(one(inbox, 'dialog[open]'))).to.contain('Delete 2 leads?');
    expect(text(one(inbox, 'dialog[open]'))).to.contain('30 days');
    expect(text(focused(inbox)!)).to.equal('Cancel');
    await click(one(inbox, 'dialog[open] [type=submit]'));
    await waitUntil(() => titles(inbox).length === 2);
    await click(one(inbox, '[data-segment=trash]'));
    await waitUntil(
      () => titles(inbox).join() === 'Lead 1,Lead 2' || titles(inbox).join() === 'Lead 2,Lead 1',
      'both wait in the trash',
    );
    await hover(inbox, 'lead-1');
    await click(row(inbox, 'lead-1').querySelector('[data-do=restore]')!);
    await waitUntil(() => titles(inbox).join() === 'Lead 2');
    await click(one(inbox, '[data-segment=inbox]'));
    await waitUntil(() => titles(inbox).includes('Lead 1'));
  });

  it('tells the page before it archives, and leaves all as it was where the page says no', async () => {
    const { inbox } = await stand(threeLeads());
    const plans: string[] = [];
    const stop = (event: Event): void => {
      plans.push(...(event as IntentEvent).plan.drafts.map(({ id }) => id));
      event.preventDefault();
    };
    document.addEventListener('leads-archive', stop);
    row(inbox, 'today').focus();
    await sendKeys({ press: 'e' });
    await waitUntil(() => plans.length > 0);
    document.removeEventListener('leads-archive', stop);
    expect(plans).to.deep.equal(['today']);
    await waitUntil(() => text(one(inbox, '.banners')).includes('not archived'), 'it is said');
    expect(titles(inbox)).to.have.length(3);
  });

  it('takes an archive back that the storage refuses, and says why', async () => {
    const adapter = memoryAdapter();
    const { inbox } = await stand(threeLeads(), { adapter });
    adapter.commit = () => Promise.reject(new CrmError('denied', 'no', { reason: 'The month is closed.' }));
    row(inbox, 'today').focus();
    await sendKeys({ press: 'e' });
    await waitUntil(() => text(one(inbox, '.banners')).includes('The month is closed.'), 'the reason is told');
    await waitUntil(() => titles(inbox).length === 3, 'it is back');
  });

  it('says once that nothing may be changed, and why', async () => {
    const { inbox } = await stand(threeLeads(), { can: () => 'Ask Maya Okafor for the right to edit leads.' });
    expect(text(one(inbox, '.banners'))).to.equal('Read only. Ask Maya Okafor for the right to edit leads.');
    expect(one(inbox, '.split .btn').getAttribute('aria-disabled')).to.equal('true');
    row(inbox, 'late').focus();
    await sendKeys({ press: 'e' });
    await inbox.updateComplete;
    expect(titles(inbox)).to.have.length(3);
  });

  it('opens a lead, marks it seen, and closes it with the focus back in its row', async () => {
    const { inbox, store } = await stand(threeLeads());
    const opened: (string | null)[] = [];
    inbox.addEventListener('lead-open', (event) =>
      opened.push((event as CustomEvent<{ id: string | null }>).detail.id),
    );
    await click(row(inbox, 'late').querySelector('.lead button')!);
    await waitUntil(() => row(inbox, 'late').getAttribute('aria-current') === 'true');
    await waitUntil(
      async () =>
        (
          await store.read({
            kind: 'lead',
            where: { field: 'id', op: 'is', value: 'late' },
            window: { after: null, limit: 1 },
          })
        ).records[0]?.seen === true,
    );
    expect(text(row(inbox, 'late'))).not.to.contain('Not seen yet');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => row(inbox, 'late').getAttribute('aria-current') === null);
    expect(opened).to.deep.equal(['late', null]);
    expect(focusedId(inbox)).to.equal('late');
  });

  it('does not open what the page wants to open itself', async () => {
    const { inbox } = await stand(threeLeads());
    inbox.addEventListener('lead-open', (event) => event.preventDefault(), { once: true });
    await click(row(inbox, 'late').querySelector('.lead button')!);
    await inbox.updateComplete;
    expect(row(inbox, 'late').getAttribute('aria-current')).to.equal(null);
    expect(row(inbox, 'late').classList.contains('unseen')).to.equal(true);
  });

  it('shows the lead in its slot, tells where it stands, and goes on to the next', async () => {
    const { inbox } = await stand(threeLeads(), {
      setUp: (element) => {
        const detail = document.createElement('section');
        detail.slot = 'detail';
        detail.textContent = 'the lead';
        element.append(detail);
      },
    });
    await click(row(inbox, 'late').querySelector('.lead button')!);
    const detail = inbox.querySelector<HTMLElement & { position?: unknown }>('[slot=detail]')!;
    await waitUntil(() => all(inbox, '.side').length === 1);
    await waitUntil(() => JSON.stringify(detail.position) === '{"index":0,"of":3}');
    detail.dispatchEvent(new Event('lead-next', { bubbles: true }));
    await waitUntil(() => row(inbox, 'today').getAttribute('aria-current') === 'true');
    expect(detail.position).to.deep.equal({ index: 1, of: 3 });
    detail.dispatchEvent(new Event('detail-close', { bubbles: true }));
    await waitUntil(() => all(inbox, '.side').length === 0);
  });

  it('converts the focused lead with C', async () => {
    const { inbox } = await stand(threeLeads());
    row(inbox, 'today').focus();
    await sendKeys({ press: 'c' });
    await waitUntil(() => all(inbox, 'dialog[open]').length === 1, 'the dialog is there');
    await click(one(inbox, 'dialog[open] [type=submit]'));
    await waitUntil(() => titles(inbox).length === 2, 'the lead has left');
    expect(titles(inbox)).not.to.include('Heat pump');
    await waitUntil(() => focusedId(inbox) === 'none', 'the neighbour has the focus');
  });

  it('goes on when it is moved in the page, with its selection and scroll place', async () => {
    const { inbox } = await stand(manyLeads(200));
    await click(row(inbox, 'lead-2').querySelector('.check')!);
    const other = document.createElement('div');
    other.style.inlineSize = '1200px';
    inbox.parentElement!.after(other);
    other.append(inbox);
    await inbox.updateComplete;
    expect(text(one(inbox, '.bulk b'))).to.equal('1 selected');
    expect(rows(inbox).length).to.be.greaterThan(5);
    other.remove();
  });

  it('keeps running a command when it is taken out of the page', async () => {
    const { inbox, store } = await stand(manyLeads(5));
    row(inbox, 'lead-1').focus();
    await sendKeys({ press: 'e' });
    inbox.remove();
    await waitUntil(
      async () => (await store.ids({ kind: 'lead', where: { field: 'archivedAt', op: 'filled' } })).length === 1,
    );
  });
});
