/** The proposals of <contact-list>: who may be there twice, merged or told apart, by keys and by mouse; and back. */
import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import type { ContactList } from '../../../src/elements/contact-list/contact-list.js';
import { aContactPoint, aPerson, creation } from '../../../src/testing/fixtures.js';
import { click, manyPersons, names, one, people, press, settled, stand, text, waitUntil } from './support.js';

const twice = [
  ...people(),
  creation(
    'person',
    aPerson({
      id: 'ada-2',
      name: 'A. Lovelace',
      emails: [aContactPoint('ADA@northwind.example')],
      phones: [aContactPoint('0090 532 555 01 77')],
    }),
  ),
];
const open = (el: ContactList): HTMLElement[] => [...el.shadowRoot!.querySelectorAll<HTMLElement>('dialog[open]')];
const dialog = (el: ContactList): HTMLElement => open(el)[0]!;
const inside = (el: ContactList, selector: string): HTMLElement | null => dialog(el)?.querySelector(selector);
const focused = (el: ContactList): HTMLElement | null => el.shadowRoot!.activeElement as HTMLElement | null;
const control = (el: ContactList): HTMLElement => one(el, '[data-duplicates]');
const proposals = async (el: ContactList): Promise<void> => {
  control(el).focus();
  await press('Enter');
  await waitUntil(() => inside(el, '[data-group], [data-none]'), 'they have been looked through');
  await settled(el);
};

describe('proposals of <contact-list>', () => {
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  it('says how many there are when it knows, and why; told apart they are gone, and back, by keys alone', async () => {
    const { el, store } = await stand(twice);
    await waitUntil(() => text(control(el)).includes('1'), 'it is known how many there are');
    expect(control(el).getAttribute('aria-label')).to.equal('Duplicates 1');
    await proposals(el);
    expect(text(inside(el, '.dup b')!)).to.equal('Same e-mail address and same phone number');
    expect(text(inside(el, '.dup-records')!))
      .to.contain('Ada Lovelace')
      .and.to.contain('A. Lovelace');
    expect(focused(el)!.hasAttribute('data-merge-group')).to.equal(true);
    await expect(el).to.be.accessible();
    await press('Tab');
    await press('Enter');
    await waitUntil(() => inside(el, '[data-none]'), 'it is no proposal any more');
    expect(text(inside(el, '[role=status]')!)).to.equal('Noted: not duplicates');
    expect(
      one(el, '.toast').matches(':popover-open'),
      'it is offered back once, and nothing lies over the dialog',
    ).to.equal(false);
    expect(dialog(el).contains(focused(el))).to.equal(true);
    const told = async () =>
      (
        await store.read({
          kind: 'person',
          where: { field: 'notDuplicateOf', op: 'filled' },
          window: { offset: 0, limit: 9 },
        })
      ).records.length;
    expect(await told()).to.equal(2);
    inside(el, '[data-undo-last]')!.focus();
    await press('Enter');
    await waitUntil(() => inside(el, '[data-group]'), 'it is a proposal again');
    expect(await told()).to.equal(0);
    await press('Escape');
    await waitUntil(() => open(el).length === 0, 'it is closed');
    expect(focused(el) === control(el)).to.equal(true);
  });

  it('merges what it proposes, over the list of proposals, and gives it back there', async () => {
    const { el } = await stand(twice);
    await proposals(el);
    await click(inside(el, '[data-merge-group]')!);
    await waitUntil(() => open(el).length === 2 && el.shadowRoot!.querySelector('.merge-grid'), 'both side by side');
    await settled(el);
    await click(
      open(el)
        .find((each) => each.querySelector('.merge-grid'))!
        .querySelector('[type=submit]')!,
    );
    await waitUntil(() => open(el).length === 1 && inside(el, '[data-none]'), 'they are one');
    expect(text(inside(el, '[role=status]')!)).to.contain('2 persons merged into “Ada Lovelace”');
    expect(names(el)).not.to.contain('A. Lovelace');
    await click(inside(el, '[data-undo-last]')!);
    await waitUntil(() => inside(el, '[data-group]'), 'they are two again');
    expect(text(inside(el, '[role=status]')!)).to.contain('Taken back');
  });

  it('of three some are chosen', async () => {
    const third = creation(
      'person',
      aPerson({ id: 'ada-3', name: 'Ada L.', emails: [aContactPoint('ada@home.example')], phones: [] }),
    );
    const { el } = await stand([...twice, third]);
    await proposals(el);
    const boxes = [...dialog(el).querySelectorAll<HTMLInputElement>('.dup input')];
    expect(boxes.map(({ checked }) => checked)).to.deep.equal([true, true, true]);
    await click(boxes[0]!);
    await click(boxes[1]!);
    expect(inside(el, '[data-merge-group]')!.getAttribute('aria-disabled')).to.equal('true');
  });

  it('a number at home and the same from abroad are one, by the country of the page', async () => {
    const at = (id: string, number: string) =>
      creation('person', aPerson({ id, name: id, organizationId: 'o', emails: [], phones: [aContactPoint(number)] }));
    const changes = [at('One', '0532 555 01 77'), at('Two', '+90 532 555 01 77')];
    const { el } = await stand(changes, { currency: 'TRY' });
    await proposals(el);
    expect(text(inside(el, '.dup b')!)).to.equal('Same phone number');
    await press('Escape');
    await waitUntil(() => open(el).length === 0, 'it is closed');
    const { el: abroad } = await stand(changes, { currency: 'EUR' });
    await proposals(abroad);
    expect(inside(abroad, '[data-none]')).to.not.equal(null);
  });

  it('says so where nobody is there twice', async () => {
    const { el: none } = await stand(people());
    await proposals(none);
    expect(text(inside(none, '[data-none]')!)).to.contain('No two persons');
  });

  it('two thousand are looked through while the list goes on: what was found so far can be seen, and stays where it is', async () => {
    const mail = (at: number, value: string) =>
      creation('person', aPerson({ id: `m-${at}`, name: `Mail ${at}`, emails: [aContactPoint(value)], phones: [] }));
    // They are read by name: two come early, two far apart.
    const changes = [
      ...[0, 1].map((at) => creation('person', aPerson({ id: `a-${at}`, name: 'Ann', emails: [], phones: [] }))),
      mail(0, 'same@northwind.example'),
      ...manyPersons(2000),
      creation(
        'person',
        aPerson({ id: 'z', name: 'Zed', emails: [aContactPoint('same@northwind.example')], phones: [] }),
      ),
    ];
    let pages = 0;
    let goOn = (): void => undefined;
    const halted = new Promise<void>((resolve) => (goOn = resolve));
    const wrap = (adapter: CrmAdapter): CrmAdapter => ({
      ...adapter,
      read: async (query, options) => {
        if (query.kind === 'person' && 'after' in query.window && query.window.after !== null && ++pages > 1)
          await halted;
        return adapter.read(query, options);
      },
    });
    const { el } = await stand(changes, { wrap });
    await waitUntil(() => pages > 1, 'half of them are read');
    expect(control(el).querySelector('.count') === null, 'no number is said before it is known').to.equal(true);
    await proposals(el);
    expect(text(inside(el, '.dups-looking')!)).to.match(/^Compared 1,000 of 2,00\d$/);
    expect(inside(el, '[role=progressbar]')!.getAttribute('aria-valuenow')).to.equal('1000');
    expect(text(inside(el, '.dialog-foot')!)).to.contain('1 proposal so far');
    await expect(el).to.be.accessible();
    goOn();
    await waitUntil(() => inside(el, '.dups-looking') === null, 'all are compared');
    const why = () => [...dialog(el).querySelectorAll('.dup b')].map(text);
    await waitUntil(() => why().length === 2, 'both are there');
    expect(why()).to.deep.equal(['Same name', 'Same e-mail address']);
    expect(text(inside(el, '.dialog-foot')!)).to.contain('2 proposals');
  });
});
