/** One search over leads, deals, persons and organizations, as a person meets it in the inbox. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { CrmError } from '../../../src/domain/errors.js';
import type { LeadInbox } from '../../../src/elements/lead-inbox/lead-inbox.js';
import { aDeal, aLead, anOrganization, aPerson, creation, later } from '../../../src/testing/fixtures.js';
import { chord } from '../../support/commands.js';
import {
  all,
  button,
  click,
  focused,
  focusedId,
  one,
  row,
  said,
  stand as standOf,
  still,
  text,
  waitUntil,
} from './support.js';
import type { Stand, StandOptions } from './support.js';

const world = [
  creation('organization', anOrganization({ id: 'isik', name: 'Işık Enerji', address: 'İzmir' })),
  creation('person', aPerson({ id: 'ada', name: 'Ada Işık', organizationId: 'isik' })),
  creation('lead', aLead({ id: 'loom', title: 'Loom', personId: 'ada' })),
  creation(
    'lead',
    aLead({ id: 'old', title: 'Işık again', personId: null, organizationId: 'isik', archivedAt: later }),
  ),
  creation(
    'deal',
    aDeal({ id: 'sign', title: 'Işıklı tabela', personId: 'ada', organizationId: 'isik', status: 'won' }),
  ),
  creation('deal', aDeal({ id: 'roof', title: 'Roof', personId: 'ada', organizationId: 'isik' })),
];

const stand = (options?: StandOptions): Promise<Stand> => standOf(world, options);

/** A storage whose answers to searches wait for the test. */
function held(): { adapter: CrmAdapter; waiting: Map<string, { answer(): void; fail(): void }> } {
  const inner = memoryAdapter();
  const waiting = new Map<string, { answer(): void; fail(): void }>();
  const adapter = new Proxy(inner, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'read') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      return async (...given: Parameters<CrmAdapter['read']>) => {
        const [{ kind, search }] = given;
        if (kind === 'lead' && search !== undefined)
          await new Promise<void>((answer, reject) =>
            waiting.set(search, { answer, fail: () => reject(new CrmError('invalid', 'It is broken.')) }),
          );
        return inner.read(...given);
      };
    },
  });
  return { adapter, waiting };
}

const dialog = (inbox: LeadInbox): HTMLElement | null => inbox.shadowRoot!.querySelector('dialog[open]');
const input = (inbox: LeadInbox): HTMLInputElement => one<HTMLInputElement>(inbox, 'dialog[open] input');
const options = (inbox: LeadInbox): string[] => all(inbox, 'dialog[open] [role=option]').map((each) => text(each));
/** The option that a screen reader is on. */
const active = (inbox: LeadInbox): string => {
  const id = input(inbox).getAttribute('aria-activedescendant');
  const option = id === null ? null : inbox.shadowRoot!.getElementById(id);
  expect(option?.getAttribute('aria-selected') ?? 'true').to.equal('true');
  return option ? text(option) : '';
};

async function open(inbox: LeadInbox, words = ''): Promise<void> {
  row(inbox, 'loom').focus();
  await chord('Control+k');
  await waitUntil(() => dialog(inbox) && focused(inbox) === input(inbox), 'the search is open');
  if (words !== '') await sendKeys({ type: words });
}

async function found(inbox: LeadInbox, first: string): Promise<void> {
  await waitUntil(() => active(inbox).startsWith(first), `“${first}” is the first`);
}

describe('<lead-inbox> search everywhere', () => {
  it('finds every kind by Ctrl+K, marks and counts it, and is accessible', async () => {
    const { inbox } = await stand();
    await open(inbox, 'isik');
    await found(inbox, 'Loom');
    expect(options(inbox)).to.deep.equal([
      'Loom Ada Işık',
      'Işık again Işık Enerji Archived',
      'Roof Ada Işık, Işık Enerji, Qualified',
      'Işıklı tabela Ada Işık, Işık Enerji, Qualified Won',
      'AI Ada Işık Işık Enerji',
      'IE Işık Enerji İzmir',
    ]);
    expect(all(inbox, 'dialog[open] .menu-head').map(text)).to.deep.equal([
      'Leads',
      'Deals',
      'Persons',
      'Organizations',
    ]);
    expect(all(inbox, 'dialog[open] .found b')[0]?.textContent).to.equal('Işık');
    expect(said(inbox)).to.contain('2 leads, 2 deals, 1 person, 1 organization');
    await still(inbox);
    await expect(inbox).to.be.accessible();
  });

  it('goes about with arrows, Home and End; Enter opens a lead, and the focus is back in the list', async () => {
    const { inbox } = await stand();
    const opened: (string | null)[] = [];
    inbox.addEventListener('lead-open', (event) => opened.push((event as CustomEvent<{ id: string }>).detail.id));
    await open(inbox, 'isik');
    await found(inbox, 'Loom');
    await sendKeys({ press: 'ArrowUp' });
    expect(active(inbox)).to.contain('İzmir');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'End' });
    expect(active(inbox)).to.contain('İzmir');
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowDown' });
    expect(active(inbox)).to.contain('Işık again');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => dialog(inbox) === null);
    expect(opened).to.deep.equal(['old']);
    expect(focusedId(inbox)).to.equal('loom');
  });

  it('opens a deal by a press; the page hears of it', async () => {
    const { inbox } = await stand();
    const opened: string[] = [];
    inbox.addEventListener('deal-open', (event) => opened.push((event as CustomEvent<{ id: string }>).detail.id));
    await open(inbox, 'roof');
    await found(inbox, 'Roof');
    await still(inbox);
    await click(one(inbox, 'dialog[open] [role=option]'));
    await waitUntil(() => dialog(inbox) === null);
    expect(opened).to.deep.equal(['roof']);
  });

  it('leads from a person to the leads and deals, open ones first; Escape leads back, then closes', async () => {
    const { inbox } = await stand();
    await open(inbox, 'ada is');
    await found(inbox, 'Loom');
    await sendKeys({ press: 'End' });
    expect(active(inbox)).to.contain('Ada Işık');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => input(inbox).value === '' && options(inbox).length === 3, 'what belongs to Ada');
    expect(options(inbox).map((line) => line.split(' ')[0])).to.deep.equal(['Loom', 'Roof', 'Işıklı']);
    expect(text(dialog(inbox)!)).to.contain('Leads and deals of Ada Işık');
    expect(focused(inbox)).to.equal(input(inbox));
    await sendKeys({ type: 'tab' });
    await waitUntil(() => options(inbox).length === 1, 'narrowed');
    expect(active(inbox)).to.contain('Işıklı tabela');
    await sendKeys({ press: 'Escape' });
    expect(input(inbox).value).to.equal('ada is');
    expect(active(inbox)).to.contain('Ada Işık');
    await sendKeys({ press: 'Escape' });
    expect(dialog(inbox)).to.equal(null);
    expect(focusedId(inbox)).to.equal('loom');
  });

  it('keys pressed before the answer are done when it is here; an answer to earlier words is nobody’s', async () => {
    const { adapter, waiting } = held();
    const { inbox } = await stand({ adapter });
    const opened: string[] = [];
    inbox.addEventListener('deal-open', (event) => opened.push((event as CustomEvent<{ id: string }>).detail.id));
    await open(inbox, 'ro');
    await waitUntil(() => waiting.has('ro'));
    await sendKeys({ type: 'of' });
    await waitUntil(() => waiting.has('roof'));
    await sendKeys({ press: 'Enter' });
    waiting.get('ro')!.answer();
    await inbox.updateComplete;
    expect(opened).to.deep.equal([]);
    expect(options(inbox)).to.deep.equal([]);
    waiting.get('roof')!.answer();
    await waitUntil(() => opened.length > 0);
    expect(opened).to.deep.equal(['roof']);
    expect(dialog(inbox)).to.equal(null);
  });

  it('says what was not found, with the way out', async () => {
    const { inbox } = await stand();
    await open(inbox, 'zzz');
    await waitUntil(() => text(dialog(inbox)!).includes('Nothing found for “zzz”'));
    expect(said(inbox)).to.contain('Nothing found for “zzz”');
    await still(inbox);
    await expect(inbox).to.be.accessible();
    await click(button(inbox, 'Clear the search'));
    expect(input(inbox).value).to.equal('');
    expect(focused(inbox)).to.equal(input(inbox));
    expect(text(dialog(inbox)!)).to.contain('also closed and archived ones');
  });

  it('says that it failed, keeps the words, and tries again', async () => {
    const { adapter, waiting } = held();
    const { inbox } = await stand({ adapter });
    await open(inbox, 'roof');
    await waitUntil(() => waiting.has('roof'));
    waiting.get('roof')!.fail();
    await waitUntil(() => text(dialog(inbox)!).includes('The search got no answer'));
    expect(input(inbox).value).to.equal('roof');
    waiting.clear();
    await still(inbox);
    await click(button(inbox, 'Try again'));
    await waitUntil(() => waiting.has('roof'));
    waiting.get('roof')!.answer();
    await found(inbox, 'Roof');
  });

  it('shows five of a kind, and more of it when asked', async () => {
    const many = [...Array(7).keys()].map((i) => creation('lead', aLead({ id: `n${i}`, title: `Number ${i}` })));
    const { inbox } = await standOf([...world, ...many]);
    await open(inbox, 'number');
    await found(inbox, 'Number');
    expect(options(inbox).at(-1)).to.equal('More leads');
    expect(options(inbox)).to.have.length(6);
    expect(said(inbox)).to.contain('7 leads');
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    expect(options(inbox)).to.have.length(7);
    expect(active(inbox)).to.equal(options(inbox)[5]);
  });

  it('is in the menu, in Turkish, narrow, dark and from right to left', async () => {
    const { inbox } = await stand({ width: 390, lang: 'tr', dir: 'rtl', theme: 'dark' });
    await waitUntil(() => one(inbox, '[data-more]').ariaLabel !== 'More actions', 'Turkish');
    await click(one(inbox, '[data-more]'));
    await waitUntil(() => all(inbox, '[role=menuitem]').some((item) => text(item).startsWith('Her yerde ara')));
    await click(button(inbox, 'Her yerde ara'));
    await waitUntil(() => dialog(inbox) && focused(inbox) === input(inbox));
    await sendKeys({ type: 'IŞIK' });
    await found(inbox, 'Loom');
    const box = dialog(inbox)!.getBoundingClientRect();
    for (const option of all(inbox, 'dialog[open] [role=option]')) {
      const { left, right } = option.getBoundingClientRect();
      expect(left >= box.left && right <= box.right, text(option)).to.equal(true);
      const [name, column] = ['bdi', '.grow'].map((part) => option.querySelector(part)!.getBoundingClientRect());
      expect(Math.abs(name!.right - column!.right) < 1, 'a name begins at the right').to.equal(true);
    }
    await still(inbox);
    await expect(inbox).to.be.accessible();
  });

  it('is not asked for while somebody types, and stands among the keys', async () => {
    const { inbox } = await stand();
    one(inbox, 'input[type=search]').focus();
    const box = one<HTMLInputElement>(inbox, 'input[type=search]');
    await chord('Control+k');
    // The key that follows is heard after it: by then the dialog would be there.
    await sendKeys({ type: 'a' });
    await still(inbox);
    expect(dialog(inbox)).to.equal(null);
    expect(focused(inbox) === box).to.equal(true);
    expect(box.value).to.equal('a');
    row(inbox, 'loom').focus();
    await chord('Control+k');
    await waitUntil(() => dialog(inbox));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => dialog(inbox) === null);
    row(inbox, 'loom').focus();
    await sendKeys({ press: '?' });
    await waitUntil(() => dialog(inbox));
    expect(text(dialog(inbox)!))
      .to.contain('Ctrl K')
      .and.to.contain('Search leads, deals, persons and organizations');
    await sendKeys({ press: 'Escape' });
    expect(dialog(inbox)).to.equal(null);
  });
});
