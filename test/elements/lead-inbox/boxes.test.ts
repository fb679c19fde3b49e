import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, click, manyLeads, one, row, stand, text, waitUntil } from './support.js';

describe('<lead-inbox> boxes show what is selected', () => {
  it('selects a range of boxes by Shift, and every box shows what is selected', async () => {
    const { inbox } = await stand(manyLeads(30));
    const box = (id: string): HTMLInputElement => row(inbox, id).querySelector('.check')!;
    const ticked = (): string[] =>
      all(inbox, '.lrow[data-id]').flatMap((each) =>
        each.querySelector<HTMLInputElement>('.check')!.checked ? [each.dataset['id']!] : [],
      );
    const shiftClick = async (target: Element): Promise<void> => {
      await sendKeys({ down: 'Shift' });
      await click(target);
      await sendKeys({ up: 'Shift' });
    };
    await click(box('lead-2'));
    await waitUntil(() => inbox.selected?.length === 1);
    await shiftClick(box('lead-4'));
    await waitUntil(() => inbox.selected?.length === 3);
    await inbox.updateComplete;
    expect(ticked()).to.have.members(['lead-2', 'lead-3', 'lead-4']);
    // Of what is selected already: it stays so, and its box with it.
    await shiftClick(box('lead-3'));
    await inbox.updateComplete;
    expect(inbox.selected).to.have.members(['lead-2', 'lead-3', 'lead-4']);
    expect(ticked()).to.have.members(['lead-2', 'lead-3', 'lead-4']);
  });

  it('shows in the box of the head whether all, some or none are selected, however it was pressed', async () => {
    const { inbox } = await stand(manyLeads(120));
    const head = one<HTMLInputElement>(inbox, '.lrow--head .check');
    const shown = (): string => (head.checked ? 'all' : head.indeterminate ? 'some' : 'none');
    await click(head);
    await waitUntil(() => all(inbox, '[data-select-all]').length === 1);
    expect(shown()).to.equal('some');
    await click(head);
    await waitUntil(() => all(inbox, '.bulk').length === 0);
    expect(shown()).to.equal('none');
    await click(head);
    await click(one(inbox, '[data-select-all]'));
    await waitUntil(() => text(one(inbox, '.bulk b')) === '120 selected');
    expect(shown()).to.equal('all');
    await click(head);
    await waitUntil(() => all(inbox, '.bulk').length === 0);
    expect(shown()).to.equal('none');
  });
});
