import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { ContactList } from '../../../src/elements/contact-list/contact-list.js';
import { aField, aPerson, creation, money } from '../../../src/testing/fixtures.js';
import { chord, middle } from '../../support/commands.js';
import { downloads } from '../../support/downloads.js';
import { kept } from '../../support/kept.js';
import { all, click, names, one, people, press, row, said, settled, stand, text, waitUntil } from './support.js';

const heads = (el: ContactList): string[] => all(el, '.lrow--head [role=columnheader]').slice(1).map(text);
const standard = ['Person', 'Organization', 'E-mail', 'Phone', 'Under way', 'Owner', 'Changed'];
const head = (el: ContactList, id: string): HTMLElement => one(el, `.head:has(> [data-sort="${id}"])`);
const widthOf = (el: ContactList, id: string): number => Math.round(head(el, id).getBoundingClientRect().width);

async function choose(el: ContactList, id: string): Promise<void> {
  await waitUntil(() => all(el, `.menu [data-id="${id}"]`).length === 1, `the item ${id}`);
  await click(one(el, `.menu [data-id="${id}"]`));
  await settled(el);
}

async function openColumns(el: ContactList): Promise<void> {
  await click(one(el, '[data-columns]'));
  await waitUntil(() => all(el, '[data-column] input').length > 0, 'the columns');
}

/** A custom field that two of them hold something in. */
const withRegion = () => [
  ...people().filter(({ id }) => id !== 'bob'),
  creation('field', aField({ id: 'seats', name: 'Seats', type: 'number', options: [] })),
  creation('field', aField({ id: 'each', name: 'Each', type: 'formula', options: [], formula: '1 + 1' })),
  creation('person', aPerson({ id: 'bob', name: 'Bob Stone', organizationId: null, custom: { seats: 12 } })),
  creation('person', aPerson({ id: 'cem', name: 'Cem Kaya', organizationId: null, custom: { seats: 7 } })),
];

/** The file that is made by the menu, line by line. */
async function exported(el: ContactList): Promise<string[]> {
  const files = downloads();
  await click(one(el, '[data-more]'));
  await choose(el, 'export');
  await waitUntil(() => files.texts.length === 1, 'the file');
  files.stop();
  return (await files.texts[0]!)
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
}

describe('the columns of <contact-list>', () => {
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  it('have heads of one height, in one line, the sorted one, too', async () => {
    const { el } = await stand();
    const boxes = all(el, '.lrow--head .head > button').map((each) => each.getBoundingClientRect());
    expect(new Set(boxes.map(({ top }) => top)).size).to.equal(1);
    expect(Math.min(...boxes.map(({ height }) => height)), 'large enough to be hit').to.be.at.least(24);
  });

  it('are chosen by box and by arrows, of each segment its own, and kept for each user', async () => {
    const { el, store } = await stand();
    expect(heads(el)).to.deep.equal(standard);
    await openColumns(el);
    expect(one(el, '[data-column=name] input').matches(':disabled'), 'the name stays').to.equal(true);
    await click(one(el, '[data-column=jobTitle] input'));
    await settled(el);
    expect(heads(el).slice(0, 3)).to.deep.equal(['Person', 'Job title', 'Organization']);
    await click(one(el, '[data-column=phones] input'));
    await settled(el);
    one(el, '[data-column=emails] [data-by="-1"]').focus();
    await press('Enter');
    await settled(el);
    expect(el.columns).to.deep.equal(['name', 'jobTitle', 'emails', 'organizationId', 'busy', 'ownerId', 'updatedAt']);
    expect(said(el)).to.contain('E-mail');
    await press('Escape');
    await click(one(el, '[data-segment=organizations]'));
    await waitUntil(() => heads(el)[0] === 'Organization', 'organizations');
    expect(heads(el)).to.deep.equal(['Organization', 'Website', 'Under way', 'Owner', 'Changed']);
    await kept(store, 'contact-list', { segment: 'organizations', columns: el.viewState.columns });
    const other = document.createElement('contact-list');
    other.store = store;
    el.after(other);
    await waitUntil(() => other.columns.length > 0, 'another one of the same user');
    other.segment = 'persons';
    await waitUntil(() => heads(other).includes('Job title'), 'as it was set up');
    expect(other.columns).to.deep.equal(el.viewState.columns.persons);
  });

  it('are set by the page, with what is none left out; without any there are the usual ones', async () => {
    const { el } = await stand(undefined, {
      set: (made) => (made.columns = ['emails', 'no-such', 'name', 'createdAt']),
    });
    expect(heads(el)).to.deep.equal(['Person', 'E-mail', 'Created']);
    expect(text(row(el, 'ada'))).to.contain('Nov 2');
    el.viewState = { columns: { persons: 5 as never }, widths: { name: 'wide' as never } };
    await waitUntil(() => heads(el).length === standard.length, 'the usual ones');
    expect(el.widths).to.deep.equal({});
  });

  it('show custom fields, and sort by them; formulas are of leads and deals', async () => {
    const { el } = await stand(withRegion());
    await openColumns(el);
    expect(all(el, '[data-column="custom.each"]')).to.have.length(0);
    await click(one(el, '[data-column="custom.seats"] input'));
    await press('Escape');
    await settled(el);
    expect(heads(el)).to.include('Seats');
    expect(text(row(el, 'bob'))).to.contain('12');
    await click(one(el, '[data-sort="custom.seats"]'));
    await waitUntil(() => names(el)[0] === 'Cem Kaya', 'the fewest first');
    await click(one(el, '[data-sort="custom.seats"]'));
    await waitUntil(() => names(el)[0] === 'Bob Stone', 'the most first');
    await openColumns(el);
    await click(one(el, '[data-column="custom.seats"] input'));
    await press('Escape');
    await settled(el);
    expect(text(one(el, '[data-order]')), 'what is sorted by has its name without its column').to.contain('Seats');
  });

  it('are made wider by the edge, by key and by menu, get their width back, and are hidden', async () => {
    const { el } = await stand();
    const before = widthOf(el, 'emails');
    const [x, y] = middle(head(el, 'emails').querySelector('.grip')!);
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x + 40, y] });
    await sendMouse({ type: 'up' });
    await settled(el);
    expect(el.widths['emails']).to.equal(before + 40);
    expect(widthOf(el, 'emails')).to.equal(before + 40);
    one(el, '[data-sort=emails]').focus();
    await chord('Shift+ArrowLeft');
    await settled(el);
    expect(el.widths['emails']).to.equal(before + 24);
    expect(said(el)).to.contain(`E-mail is ${before + 24} pixels wide`);
    await chord('Shift+F10');
    await choose(el, 'own-width');
    expect(el.widths).to.deep.equal({});
    await waitUntil(() => widthOf(el, 'emails') === before, 'as it was');
    one(el, '[data-sort=busy]').focus();
    await chord('Shift+F10');
    await waitUntil(() => all(el, '.menu [data-id]').length > 0, 'its menu');
    expect(
      all(el, '.menu [data-id]').map((item) => item.dataset['id']),
      'what is counted cannot be sorted by',
    ).to.deep.equal(['wider', 'narrower', 'own-width', 'hide']);
    await choose(el, 'hide');
    expect(heads(el)).not.to.include('Under way');
    expect(said(el)).to.contain('Under way is hidden');
  });

  it('from right to left: the arrow that points away from the name makes wider', async () => {
    const { el } = await stand(undefined, { set: (made) => (made.dir = 'rtl') });
    const before = widthOf(el, 'emails');
    one(el, '[data-sort=emails]').focus();
    await chord('Shift+ArrowLeft');
    await settled(el);
    expect(el.widths['emails']).to.equal(before + 16);
  });

  it('in Turkish, at 390 px: cards stay cards, and the panel is in sight', async () => {
    const { el } = await stand(withRegion(), {
      width: 390,
      set: (made) => {
        made.lang = 'tr';
        made.columns = ['name', 'jobTitle', 'emails', 'createdAt', 'custom.seats'];
      },
    });
    await waitUntil(() => text(one(el, '.title')) === 'Kişiler ve kuruluşlar', 'the words have come');
    const list = one(el, '.list');
    expect(list.scrollWidth).to.equal(list.clientWidth);
    expect(text(row(el, 'ada').querySelector('.who')!)).to.contain('Analyst');
    await openColumns(el);
    expect(text(one(el, '[data-column=jobTitle]'))).to.equal('Unvan');
    const { left, right } = one(el, '[data-column=jobTitle]').getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(window.innerWidth);
  });

  for (const theme of ['light', 'dark'] as const)
    it(`have nothing that axe finds, open and with all of them (${theme})`, async () => {
      const { el } = await stand(withRegion(), { theme });
      el.columns = ['name', 'jobTitle', 'organizationId', 'emails', 'phones', 'createdAt', 'custom.seats'];
      await settled(el);
      await expect(el).to.be.accessible();
      await openColumns(el);
      await expect(el).to.be.accessible();
    });

  it('go into the file as they are shown: what stands below a name with it, deals and leads as numbers', async () => {
    const { el } = await stand();
    const [head, ada, ...rest] = await exported(el);
    expect(head).to.equal('Name,Job title,Organization,E-mail,Phone,Open deals,Leads,Owner,Changed');
    expect(ada).to.match(
      /^Ada Lovelace,Analyst,Northwind,"ada@northwind\.example, ada@home\.example","'\+90 532 555 01 77",1,1,Robin,2026-/,
    );
    expect(rest).to.have.length(2);
    expect(rest[0], 'a lost deal is not open').to.match(/^Bob Stone,,,,,0,0,/);
    await click(one(el, '[data-segment=organizations]'));
    await waitUntil(() => heads(el)[0] === 'Organization', 'organizations');
    const [all, ...lines] = await exported(el);
    expect(all).to.equal('Name,Address,Website,Open deals,Leads,Owner,Changed');
    expect(lines.map((line) => line.split(',').slice(0, 3).join('|'))).to.deep.equal([
      'Acme||',
      'İzmir Depo|Liman Cd. 4|',
      'Northwind||northwind.example',
    ]);
  });

  it('go into the file in their order, custom fields among them, in the reader’s language', async () => {
    const option = { id: 'ege', name: 'Ege' };
    const { el } = await stand(
      [
        ...people().filter(({ id }) => id !== 'bob' && id !== 'gone'),
        creation('field', aField({ id: 'seats', name: 'Seats', type: 'number', rank: 'a0' })),
        creation('field', aField({ id: 'budget', name: 'Budget', type: 'money', rank: 'a1' })),
        creation('field', aField({ id: 'area', name: 'Area', type: 'options', options: [option], rank: 'a2' })),
        creation('field', aField({ id: 'owner', name: 'Group', type: 'organization', rank: 'a3' })),
        creation('field', aField({ id: 'vip', name: 'VIP', type: 'yesNo', rank: 'a4' })),
        creation(
          'person',
          aPerson({
            id: 'bob',
            name: 'Bob Stone',
            organizationId: null,
            custom: { seats: 1200, budget: money('-12.50', 'USD'), area: ['ege'], owner: 'izmir', vip: true },
          }),
        ),
      ],
      {
        set: (made) => {
          made.lang = 'tr';
          made.columns = [
            'custom.budget',
            'custom.seats',
            'custom.area',
            'custom.owner',
            'custom.vip',
            'jobTitle',
            'createdAt',
          ];
        },
      },
    );
    await waitUntil(() => text(one(el, '.title')) === 'Kişiler ve kuruluşlar', 'the words have come');
    const [head, ada, bob] = await exported(el);
    expect(head).to.equal('Ad,Budget,Budget: Para birimi,Seats,Area,Group,VIP,Unvan,Oluşturulma');
    expect(ada).to.match(/^Ada Lovelace,,,,,,,Analyst,2026-/);
    expect(bob).to.match(/^Bob Stone,-12\.50,USD,1200,Ege,İzmir Depo,Evet,,2026-/);
  });

  it('of the chosen ones only, in the words and order of the list', async () => {
    const { el } = await stand(undefined, { set: (made) => (made.columns = ['emails']) });
    await click(row(el, 'sule').querySelector('.check')!);
    await waitUntil(() => all(el, '[data-bulk=export]').length === 1, 'the bar is there');
    const files = downloads();
    await click(one(el, '[data-bulk=export]'));
    await waitUntil(() => files.texts.length === 1, 'the file');
    files.stop();
    const lines = (await files.texts[0]!)
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/);
    expect(lines).to.deep.equal(['Name,Job title,E-mail', 'Şule Çınar,,zeyno@acme.example']);
  });
});
