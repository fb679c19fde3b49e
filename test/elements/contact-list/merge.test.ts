/** Persons and organizations merged: chosen ones by the bar and by key, one with another from its menu; and back. */
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ContactList } from '../../../src/elements/contact-list/contact-list.js';
import { aContactPoint, aDeal, aPerson, creation } from '../../../src/testing/fixtures.js';
import { chord } from '../../support/commands.js';
import { all, click, names, one, people, press, row, said, settled, stand, text, waitUntil } from './support.js';

const more = [
  ...people(),
  creation(
    'person',
    aPerson({ id: 'ada-2', name: 'A. Lovelace', emails: [aContactPoint('second@ada.example')], phones: [] }),
  ),
  creation('deal', aDeal({ id: 'hers', title: 'Looms', personId: 'ada-2', stageId: 'stage-1' })),
];
const open = (el: ContactList): HTMLElement | null => el.shadowRoot!.querySelector('dialog[open]');
const opened = async (el: ContactList): Promise<HTMLElement> => {
  await waitUntil(() => open(el)?.querySelector('.merge-grid, .banner'), 'they stand side by side');
  await settled(el);
  return open(el)!;
};
const choose = async (el: ContactList, ...ids: string[]): Promise<void> => {
  for (const id of ids) await click(row(el, id).querySelector('input[type=checkbox]')!);
  await settled(el);
};

describe('merging in <contact-list>', () => {
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  it('two chosen ones become one: what it has of both, what comes along, and all of it back', async () => {
    const { el, store } = await stand(more);
    const before = names(el);
    await choose(el, 'ada', 'ada-2');
    await click(one(el, '[data-bulk=merge]'));
    const dialog = await opened(el);
    expect(text(dialog.querySelector('h2')!)).to.equal('Merge 2 persons');
    expect(text(dialog.querySelector('.merge-fate')!))
      .to.contain('1 deal')
      .and.to.contain('second@ada.example');
    await expect(el).to.be.accessible();
    await click(dialog.querySelector('[type=submit]')!);
    await waitUntil(() => open(el) === null && names(el).length === before.length - 1, 'one is left');
    expect(said(el)).to.contain('2 persons merged into “Ada Lovelace”');
    const deal = async () =>
      (
        await store.read({
          kind: 'deal',
          where: { field: 'id', op: 'is', value: 'hers' },
          window: { offset: 0, limit: 1 },
        })
      ).records[0]!;
    expect((await deal()).personName).to.equal('Ada Lovelace');
    await press('z');
    await waitUntil(() => names(el).length === before.length, 'both are there again');
    expect(names(el)).to.deep.equal(before);
    expect((await deal()).personName).to.equal('A. Lovelace');
  });

  it('one with another that is looked for, from its menu, by keys alone', async () => {
    const { el } = await stand(more);
    row(el, 'ada').focus();
    await chord('Shift+M');
    await waitUntil(() => open(el)?.querySelector('input[role=combobox]'), 'it asks with whom');
    await sendKeys({ type: 'A. Love' });
    await waitUntil(() => all(el, '[role=option]').some((each) => text(each).includes('A. Lovelace')), 'it is found');
    await press('ArrowDown');
    await press('Enter');
    await click(open(el)!.querySelector('[type=submit]')!);
    const dialog = await opened(el);
    expect(text(dialog)).to.contain('A. Lovelace');
    await press('Escape');
    await waitUntil(() => open(el) === null, 'it is closed');
    expect(names(el)).to.contain('A. Lovelace');
  });
});
