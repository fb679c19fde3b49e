/** Leads merged in the inbox: the chosen ones by the bar, one with another from its menu. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { chord } from '../../support/commands.js';
import {
  all,
  button,
  click,
  focusedId,
  hover,
  manyLeads,
  one,
  row,
  rows,
  stand,
  still,
  text,
  threeLeads,
  waitUntil,
} from './support.js';

const page = { offset: 0, limit: 20 };

describe('<lead-inbox> merging', () => {
  it('by the bar: the leads that are chosen become one, and are back by Z', async () => {
    const { inbox, store } = await stand(threeLeads());
    const dialog = (): HTMLElement | null => inbox.shadowRoot!.querySelector('dialog[open]');
    for (const id of ['late', 'today']) await click(row(inbox, id).querySelector('.check')!);
    await click(await waitUntilFound(() => all(inbox, '[data-bulk=merge]')[0]));
    await waitUntil(() => dialog()?.querySelector('.merge-grid'));
    await still(inbox);
    expect(text(dialog()!)).to.contain('Merge 2 leads').and.to.contain('1 activity').and.not.to.contain('Stage');
    await expect(inbox).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rows(inbox).length === 2, 'one has gone');
    await waitUntil(() => text(one(inbox, '.toast')).includes('2 leads merged into “Solar panels”'));
    const lead = (await store.read({ kind: 'lead', window: page })).records.find(({ id }) => id === 'late')!;
    expect([lead.labelIds, lead.custom, lead.ownerId, lead.mergedIds]).to.deep.equal([
      ['label-1', 'label-2'],
      { 'field-1': 2027 },
      'user-1',
      ['today'],
    ]);
    expect(inbox.shadowRoot!.querySelector('.bulk'), 'nothing is chosen any more').to.equal(null);
    row(inbox, 'late').focus();
    await sendKeys({ press: 'z' });
    await waitUntil(() => rows(inbox).length === 3, 'it is back');
  });

  it('from the menu of a row, with another one; Escape gives the focus back', async () => {
    const { inbox, store } = await stand(threeLeads());
    const dialog = (): HTMLElement | null => inbox.shadowRoot!.querySelector('dialog[open]');
    row(inbox, 'late').focus();
    await hover(inbox, 'late');
    await click(row(inbox, 'late').querySelector('[data-act=more], .rowacts button:last-child')!);
    await click(button(inbox, 'Merge with'));
    await waitUntil(() => dialog() !== null);
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => all(inbox, '[role=option]').length > 0, 'those of the same organization or person');
    await sendKeys({ type: 'Heat' });
    await waitUntil(
      () => all(inbox, '[role=option]').length === 1 && text(one(inbox, '[role=option]')).includes('Heat'),
    );
    await sendKeys({ press: 'Enter' });
    await click(button(inbox, 'Compare'));
    await waitUntil(() => dialog()?.querySelector('.merge-grid'));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => dialog() === null);
    await waitUntil(() => focusedId(inbox) === 'late', 'the focus is back on the row');
    expect((await store.read({ kind: 'lead', window: page })).total).to.equal(3);
  });

  it('the one that went says in the trash into which, and leads there', async () => {
    const { inbox, store } = await stand(threeLeads());
    await store.mergeLeads({ ids: ['late', 'today'], survivorId: 'late' });
    await waitUntil(() => rows(inbox).length === 2);
    inbox.segment = 'trash';
    await waitUntil(() => rows(inbox).length === 1 && all(inbox, '[data-id=today]').length > 0, 'it is there');
    await still(inbox);
    expect(text(row(inbox, 'today'))).to.contain('Solar panels');
    row(inbox, 'today').focus();
    await hover(inbox, 'today');
    const heard: (string | null)[] = [];
    inbox.addEventListener('lead-open', (event) => heard.push(event.detail.id));
    await click(button(inbox, 'Open Solar panels'));
    await waitUntil(() => inbox.segment === 'inbox' && rows(inbox).length === 2);
    expect(heard).to.deep.equal(['late']);
    await store.undo();
    inbox.segment = 'trash';
    await waitUntil(() => rows(inbox).length === 0, 'nothing is left in the trash');
  });

  it('the one that went says so where the one that stayed is not kept any more, and opens nothing', async () => {
    const { inbox, store, adapter } = await stand(threeLeads());
    await store.mergeLeads({ ids: ['late', 'today'], survivorId: 'late' });
    await store.execute('leads-delete', { ids: ['late'] });
    const where = { field: 'id', op: 'is', value: 'late' } as const;
    const [trash] = (await store.read({ kind: 'trash', where, window: page })).records;
    await adapter.commit([{ kind: 'trash', op: 'delete', id: 'late', record: trash!, rev: trash!.rev }]);
    inbox.segment = 'trash';
    await waitUntil(() => all(inbox, '[data-id=today]').length > 0, 'it is there');
    await still(inbox);
    row(inbox, 'today').focus();
    await hover(inbox, 'today');
    const heard: unknown[] = [];
    inbox.addEventListener('lead-open', (event) => heard.push(event.detail.id));
    await click(button(inbox, 'Open Solar panels'));
    await waitUntil(() => all(inbox, '.toast').some((toast) => text(toast).includes('is not kept any more')));
    expect([heard, inbox.segment]).to.eql([[], 'trash']);
  });

  for (const width of [840, 620, 390])
    it(`the one that went says in its row into which, also where columns leave: ${width} pixels`, async () => {
      const { inbox, store } = await stand(threeLeads(), { width });
      await store.mergeLeads({ ids: ['late', 'today'], survivorId: 'late' });
      inbox.segment = 'trash';
      await waitUntil(() => all(inbox, '[data-id=today]').length > 0, 'it is there');
      await still(inbox);
      const says = [...row(inbox, 'today').querySelectorAll<HTMLElement>('.text')].filter(
        (cell) => cell.checkVisibility() && text(cell) === 'Solar panels',
      );
      expect(says).to.have.length(1);
      const [box, host] = [says[0]!.getBoundingClientRect(), inbox.getBoundingClientRect()];
      expect(box.width > 30 && box.left >= host.left && box.right <= host.right, 'in sight').to.equal(true);
      const before = getComputedStyle(says[0]!, '::before').content;
      expect(before, 'by a head, or by itself').to.contain(width < 660 ? 'Merged into' : 'none');
      const others = [...row(inbox, 'today').children].filter(
        (cell) => cell !== says[0] && (cell as HTMLElement).checkVisibility() && !cell.matches('.rowacts, .new'),
      );
      for (const cell of others) {
        const here = cell.getBoundingClientRect();
        const apart =
          here.right <= box.left + 1 ||
          box.right <= here.left + 1 ||
          here.bottom <= box.top + 1 ||
          box.bottom <= here.top + 1;
        expect(apart, `${cell.className} lies beside it`).to.equal(true);
      }
      await expect(inbox).to.be.accessible();
    });

  it('finds the very one that is written before others that have it, too', async () => {
    const { inbox } = await stand(manyLeads(40));
    row(inbox, 'lead-1').focus();
    await chord('Shift+M');
    await waitUntil(() => inbox.shadowRoot!.querySelector('dialog[open] #crm-merge-other'));
    await sendKeys({ type: 'lead 30' });
    await waitUntil(() => all(inbox, 'dialog[open] [role=option]').length === 1);
    await sendKeys({ press: 'Backspace' });
    await waitUntil(() => all(inbox, 'dialog[open] [role=option]').length > 1);
    expect(text(one(inbox, 'dialog[open] [role=option]'))).to.contain('Lead 3 Ada');
  });

  it('by key, with what is chosen; one alone is asked with whom', async () => {
    const { inbox } = await stand(threeLeads());
    const dialog = (): HTMLElement | null => inbox.shadowRoot!.querySelector('dialog[open]');
    row(inbox, 'late').focus();
    await chord('Shift+M');
    await waitUntil(() => dialog()?.querySelector('#crm-merge-other'));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => dialog() === null);
    await sendKeys({ press: 'x' });
    await chord('Shift+ArrowDown');
    await waitUntil(() => all(inbox, '[data-bulk=merge]').length === 1);
    await chord('Shift+M');
    await waitUntil(() => dialog()?.querySelector('.merge-grid'));
  });
});

async function waitUntilFound(find: () => HTMLElement | undefined): Promise<HTMLElement> {
  await waitUntil(find);
  return find()!;
}
