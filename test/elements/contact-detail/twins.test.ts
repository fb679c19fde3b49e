/** That a person or an organization may be there twice: hinted at in the detail, compared and merged, or said to be another one. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import '../../../src/define/contact-detail.js';
import type { ContactDetail } from '../../../src/elements/contact-detail/contact-detail.js';
import { aContactPoint, anOrganization, aPerson, creation } from '../../../src/testing/fixtures.js';
import type { Person } from '../../../src/domain/records.js';
import type { CrmStore } from '../../../src/store/api.js';
import { fetched } from '../../support/code.js';
import { all, click, one, people, press, settled, storeOf, text, type, waitUntil } from '../contact-list/support.js';

const twice = [
  creation('person', aPerson({ id: 'ada-2', name: 'A. Lovelace', emails: [aContactPoint('ADA@home.example')] })),
  creation(
    'organization',
    anOrganization({ id: 'wind', name: 'Wind North', website: 'https://www.wind-works.example/de' }),
  ),
  creation('organization', anOrganization({ id: 'same', name: 'Works of wind', website: 'wind-works.example' })),
];

async function stand(set: (el: ContactDetail) => void, width = 1100): Promise<{ el: ContactDetail; store: CrmStore }> {
  await setViewport({ width: 1280, height: 900 });
  await fetched();
  const { store } = await storeOf([...people(), ...twice], {});
  const frame = await fixture<HTMLElement>(html`<div style="inline-size: ${width}px; block-size: 860px"></div>`);
  const el = Object.assign(document.createElement('contact-detail'), { store });
  set(el);
  frame.append(el);
  await waitUntil(() => all(el, '.contact-title').length > 0, 'it is drawn');
  await settled(el);
  return { el, store };
}
const hint = (el: HTMLElement): HTMLElement | undefined => all(el, '[part=duplicates]')[0];
const hinted = (el: HTMLElement): Promise<void> => waitUntil(() => hint(el) !== undefined, 'it is hinted at');
const dialog = (el: HTMLElement): HTMLElement | undefined => all(el, 'dialog[open]')[0];

/** The one that stays. */
async function ada(store: CrmStore): Promise<Person> {
  const where = { field: 'id', op: 'is', value: 'ada' } as const;
  return (await store.read({ kind: 'person', where, window: { offset: 0, limit: 1 } })).records[0]!;
}

describe('<contact-detail>: one that may be there twice', () => {
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  it('is hinted at with the reason, merged by keyboard, leads on from the old id, and comes back', async () => {
    const { el, store } = await stand((made) => (made.personId = 'ada'));
    await hinted(el);
    hint(el)!.focus();
    await press('Enter');
    await waitUntil(
      () => (el.shadowRoot!.activeElement as HTMLElement | null)?.dataset['twin'] === 'compare',
      'what it says has the focus',
    );
    expect(text(one(el, '.twin-hint'))).to.contain('A. Lovelace: same e-mail address');
    await settled(el);
    await expect(el).to.be.accessible();
    await press('Enter');
    await waitUntil(() => /Merge 2 persons/.test(text(dialog(el) ?? el)), 'both side by side');
    await press('Enter');
    await waitUntil(() => dialog(el) === undefined, 'merged');
    await waitUntil(() => hint(el) === undefined, 'nobody else is like her');
    expect(text(one(el, '.contact-title'))).to.contain('Ada Lovelace');
    el.personId = 'ada-2';
    await waitUntil(() => /was merged/.test(text(one(el, '.crm'))), 'the other one says what became of it');
    await store.undo();
    await waitUntil(() => all(el, '.contact-title').length > 0, 'it is there again');
    expect(text(one(el, '.contact-title'))).to.contain('A. Lovelace');
    await hinted(el);
  });

  it('is merged by somebody else while something is typed: that waits at the one that stayed, and is stored there', async () => {
    const { el, store } = await stand((made) => (made.personId = 'ada-2'));
    const titleOf = async (): Promise<string> => (await ada(store)).jobTitle;
    await click(one(el, '[data-edit=ada-2-jobTitle]'));
    await type('Countess of Lovelace');
    await store.execute('persons-merge', { ids: ['ada', 'ada-2'], survivorId: 'ada' });
    await waitUntil(() => /was merged/.test(text(one(el, '.crm'))), 'it says what became of it');
    await settled(el);
    el.personId = 'ada';
    await waitUntil(() => all(el, 'dd input').length === 1, 'the field is open');
    const field = one(el, 'dd input') as HTMLInputElement;
    expect(field.value).to.equal('Countess of Lovelace');
    expect(text(field.parentElement!)).to.contain('Not saved');
    expect(await titleOf()).to.not.equal('Countess of Lovelace');
    field.focus();
    await press('Enter');
    await waitUntil(async () => (await titleOf()) === 'Countess of Lovelace', 'stored there');
  });

  it('is merged while one of its addresses is typed: that waits at the same address, or as a new one where there is none', async () => {
    const { el, store } = await stand((made) => (made.personId = 'ada-2'));
    const emails = async (): Promise<readonly string[]> => (await ada(store)).emails.map(({ value }) => value);
    const own = await emails();
    const begin = async (typed: string): Promise<void> => {
      await click(one(el, '[data-edit=ada-2-emails-0]'));
      await waitUntil(() => all(el, '[role=menuitem]').length > 0, 'its menu');
      await press('Enter');
      await waitUntil(() => all(el, '.points input').length === 1, 'a field in its place');
      await type(typed);
    };
    const merged = async (): Promise<HTMLInputElement> => {
      await waitUntil(() => /was merged/.test(text(one(el, '.crm'))), 'it says what became of it');
      await settled(el);
      el.personId = 'ada';
      await waitUntil(() => all(el, '.points input').length === 1, 'the field is open');
      const field = one(el, '.points input') as HTMLInputElement;
      expect(text(field.parentElement!)).to.contain('Not saved');
      return field;
    };
    await begin('countess@home.example');
    await store.execute('persons-merge', { ids: ['ada', 'ada-2'], survivorId: 'ada' });
    const field = await merged();
    expect(field.value).to.equal('countess@home.example');
    const at = own.findIndex((each) => each.toLowerCase() === 'ada@home.example');
    expect(at, 'the address is hers, too').to.be.greaterThan(-1);
    expect(await emails()).to.deep.equal(own);
    field.focus();
    await press('Enter');
    const changed = own.map((each, i) => (i === at ? 'countess@home.example' : each));
    await waitUntil(async () => (await emails()).join() === changed.join(), 'stored in its place');
  });

  it('is merged while a number is added to it: that waits as a new one of the one that stayed', async () => {
    const { el, store } = await stand((made) => (made.personId = 'ada-2'));
    const phones = async (): Promise<readonly string[]> => (await ada(store)).phones.map(({ value }) => value);
    await click(one(el, '[data-add-point=phones]'));
    await waitUntil(() => all(el, '.points input').length === 1, 'a field for one more');
    await type('+44 20 7946 0999');
    await store.execute('persons-merge', { ids: ['ada', 'ada-2'], survivorId: 'ada' });
    await waitUntil(() => /was merged/.test(text(one(el, '.crm'))), 'it says what became of it');
    await settled(el);
    el.personId = 'ada';
    await waitUntil(() => all(el, '.points input').length === 1, 'the field is open');
    const field = one(el, '.points input') as HTMLInputElement;
    expect(field.value).to.equal('+44 20 7946 0999');
    const before = await phones();
    expect(before).to.not.include('+44 20 7946 0999');
    // Left as it is, it waits with the reason, and is opened again.
    field.focus();
    await press('Tab');
    field.focus();
    await press('Enter');
    await waitUntil(async () => (await phones()).length === before.length + 1, 'stored there');
    expect((await phones()).at(-1)).to.equal('+44 20 7946 0999');
  });

  it('is said to be another one, for both, and that is taken back', async () => {
    const { el, store } = await stand((made) => (made.personId = 'ada'));
    await hinted(el);
    await click(hint(el)!);
    await click(one(el, '[data-twin=no]'));
    await waitUntil(() => hint(el) === undefined, 'noted');
    el.personId = 'ada-2';
    await waitUntil(() => text(one(el, '.contact-title')).includes('A. Lovelace'));
    await store.undo();
    await hinted(el);
  });

  it('is an organization with the same website, however it is written; the hint has room in a narrow one', async () => {
    const { el } = await stand((made) => (made.organizationId = 'same'), 380);
    await hinted(el);
    await click(hint(el)!);
    await waitUntil(() => /Wind North: same website/.test(text(one(el, '.twin-hint'))));
    const box = one(el, '.contact-title').getBoundingClientRect();
    for (const button of all(el, '.contact-title > button')) {
      const { left, right } = button.getBoundingClientRect();
      expect(left >= box.left - 1 && right <= box.right + 1, button.ariaLabel ?? '').to.equal(true);
    }
  });
});
