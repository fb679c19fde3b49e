import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import '../../../src/define/contact-detail.js';
import '../../../src/define/contact-list.js';
import '../../../src/define/crm-provider.js';
import type { Change } from '../../../src/domain/change.js';
import type { ContactDetail } from '../../../src/elements/contact-detail/contact-detail.js';
import { aParticipant } from '../../../src/testing/deal-work.js';
import { aDeal, aField, aNote, anActivity, creation, money } from '../../../src/testing/fixtures.js';
import type { CrmStore, StoreOptions } from '../../../src/store/api.js';
import { fetched } from '../../support/code.js';
import { all, click, one, people, press, settled, storeOf, text, type, waitUntil } from '../contact-list/support.js';

interface Options extends Partial<Omit<StoreOptions, 'adapter'>> {
  readonly more?: readonly Change[];
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  readonly lang?: string;
}

const more = [
  creation('field', aField({ id: 'size', name: 'Size', type: 'number' })),
  creation(
    'deal',
    aDeal({ id: 'won', title: 'Panels', personId: 'ada', organizationId: 'north', status: 'won', value: money('900') }),
  ),
  creation('deal', aDeal({ id: 'theirs', title: 'Depot', personId: 'sule', organizationId: 'acme' })),
  creation('participant', aParticipant({ id: 'part', dealId: 'theirs', personId: 'ada', role: 'Decides' })),
  creation('note', aNote({ id: 'note', leadId: null, personId: 'ada', text: 'Met at the fair.' })),
  creation('activity', anActivity({ id: 'call', leadId: null, personId: 'ada', subject: 'Ring about the fair' })),
];

async function stand(
  set: (el: ContactDetail) => void,
  options: Options = {},
): Promise<{ el: ContactDetail; store: CrmStore }> {
  const { more: added = more, width = 1100, theme = 'light', lang = 'en', ...rest } = options;
  await setViewport({ width: 1280, height: 900 });
  await fetched();
  const { store } = await storeOf([...people(), ...added], rest);
  const frame = await fixture<HTMLElement>(
    html`<div style="color-scheme: ${theme}; inline-size: ${width}px; block-size: 860px"></div>`,
  );
  const el = document.createElement('contact-detail');
  Object.assign(el, { store, theme, lang });
  set(el);
  frame.append(el);
  await waitUntil(() => all(el, '.contact-title, .empty').length > 0, 'it is drawn');
  await settled(el);
  return { el, store };
}
const ada = (options?: Options): ReturnType<typeof stand> => stand((el) => (el.personId = 'ada'), options);
const north = (options?: Options): ReturnType<typeof stand> => stand((el) => (el.organizationId = 'north'), options);
const person = async (store: CrmStore, id = 'ada') =>
  (await store.read({ kind: 'person', where: { field: 'id', op: 'is', value: id }, window: { offset: 0, limit: 1 } }))
    .records[0];
const part = (el: HTMLElement, name: string): HTMLElement => one(el, `[part=${name}]`);

describe('<contact-detail>', () => {
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  it('shows a person with everything that names it', async () => {
    const { el } = await ada();
    await waitUntil(() => text(part(el, 'parts')).includes('Depot'), 'all of it is read');
    expect(text(one(el, '.contact-title')))
      .to.contain('Ada Lovelace')
      .and.contain('Northwind');
    expect(text(part(el, 'reach')))
      .to.contain('ada@home.example')
      .and.contain('+90 532 555 01 77');
    const deals = text(part(el, 'deals'));
    expect(deals.indexOf('Pump'), 'open deals come first').to.be.lessThan(deals.indexOf('Panels'));
    expect(deals).to.contain('Won').and.contain('€900');
    expect(text(part(el, 'parts'))).to.contain('Decides');
    expect(text(part(el, 'leads'))).to.contain('Roof');
    expect(text(part(el, 'focus'))).to.contain('Ring about the fair');
    expect(text(part(el, 'history'))).to.contain('Met at the fair.');
    expect(all(el, '[part=persons]').length).to.equal(0);
  });

  it('shows an organization with its persons, and adds one of them', async () => {
    const { el, store } = await north();
    await waitUntil(() => text(part(el, 'persons')).includes('Ada Lovelace'), 'they are read');
    expect(text(part(el, 'reach'))).to.contain('northwind.example');
    await click(one(el, '[data-add-person]'));
    await waitUntil(() => all(el, 'dialog[open] #add-name').length === 1, 'the form is there');
    expect((one(el, '#add-organization') as HTMLInputElement).value).to.equal('Northwind');
    await type('Grace Hopper');
    await press('Enter');
    await waitUntil(() => text(part(el, 'persons')).includes('Grace Hopper'), 'she belongs to it');
    const found = await store.read({ kind: 'person', search: 'grace', window: { offset: 0, limit: 1 } });
    expect(found.records[0]!.organizationId).to.equal('north');
  });

  it('edits in place: name, job, and refuses what cannot be', async () => {
    const { el, store } = await ada();
    await click(one(el, 'h2 .edit'));
    await type('Ada King');
    await press('Enter');
    await waitUntil(() => text(one(el, 'h2')) === 'Ada King', 'it is shown');
    expect((await person(store))!.name).to.equal('Ada King');
    await click(one(el, 'h2 .edit'));
    (one(el, 'h2 input') as HTMLInputElement).select();
    await press('Backspace');
    await press('Enter');
    await waitUntil(() => all(el, 'h2 .field-error').length === 1, 'it says why not');
    expect((await person(store))!.name).to.equal('Ada King');
    await press('Escape');
    await press('z');
    await waitUntil(() => text(one(el, 'h2')).startsWith('Ada Lovelace'), 'it is taken back');
  });

  it('takes one address more, and moves the person to another organization', async () => {
    const { el, store } = await ada();
    await click(one(el, '[data-add-point=emails]'));
    await waitUntil(() => all(el, '.points input[type=email]').length === 1, 'the field is there');
    await type('countess@example.com');
    await press('Enter');
    await waitUntil(() => text(part(el, 'reach')).includes('countess@example.com'), 'it is shown');
    expect(el.shadowRoot!.activeElement === one(el, '[data-add-point=emails]'), 'where one more is added').to.equal(
      true,
    );
    await press('Enter');
    await waitUntil(() => all(el, '.points input[type=email]').length === 1, 'the field is there again');
    await press('Escape');
    expect(el.shadowRoot!.activeElement === one(el, '[data-add-point=emails]'), 'called off').to.equal(true);
    await click(one(el, '[data-edit$="-organizationId"]'));
    await waitUntil(() => all(el, '#find-organization').length === 1, 'the picker is there');
    await type('acme');
    await waitUntil(() => all(el, '#find-organization-list [role=option]').length > 0, 'it is found');
    await press('Enter');
    await waitUntil(() => text(one(el, '.meta')).includes('Acme'), 'she belongs to it');
    expect((await person(store))!.organizationId).to.equal('acme');
  });

  it('gives the person an organization that is new, in one step that is taken back as one', async () => {
    const { el, store } = await ada();
    await click(one(el, '[data-edit$="-organizationId"]'));
    await waitUntil(() => all(el, '#find-organization').length === 1, 'the picker is there');
    await type('Difference Engines');
    await waitUntil(() => all(el, '#find-organization-new').length === 1, 'a new one is offered');
    await press('ArrowDown');
    await press('Enter');
    await waitUntil(() => text(one(el, '.meta')).includes('Difference Engines'), 'she belongs to it');
    const named = async (): Promise<number> =>
      (
        await store.read({
          kind: 'organization',
          where: { field: 'name', op: 'is', value: 'Difference Engines' },
          window: { offset: 0, limit: 9 },
        })
      ).records.length;
    expect(await named()).to.equal(1);
    await store.undo();
    await waitUntil(() => !text(one(el, '.meta')).includes('Difference Engines'), 'as it was');
    expect(await named()).to.equal(0);
  });

  it('writes notes and plans activities that hang on the person', async () => {
    const { el, store } = await ada();
    await click(one(el, '#new-note'));
    await type('Prefers the morning.');
    await click(one(el, '.composer [type=submit]'));
    await waitUntil(() => text(part(el, 'history')).includes('Prefers the morning.'), 'it is told');
    const { records } = await store.read({
      kind: 'note',
      where: { field: 'personId', op: 'is', value: 'ada' },
      window: { offset: 0, limit: 9 },
    });
    expect(records.map(({ text: said }) => said)).to.include('Prefers the morning.');
    await click(one(el, '.focus-item [data-do=done], .focus-item .btn'));
    await waitUntil(() => !text(part(el, 'focus')).includes('Ring about the fair'), 'it is done');
    expect(text(part(el, 'history'))).to.contain('Ring about the fair');
  });

  it('gives it a field that it has no value of yet', async () => {
    const { el, store } = await ada();
    await click(one(el, '[data-add-field]'));
    await waitUntil(() => all(el, '.menu [data-id=size]').length === 1, 'the fields are offered');
    await click(one(el, '.menu [data-id=size]'));
    await waitUntil(() => all(el, '[data-edit$="custom.size"]').length === 1, 'its row is there');
    await click(one(el, '[data-edit$="custom.size"]'));
    await type('12');
    await press('Enter');
    await waitUntil(() => text(part(el, 'details')).includes('12'), 'it is shown');
    expect((await person(store))!.custom['size']).to.equal(12);
  });

  it('leads on: to deals, leads, persons and the organization', async () => {
    const { el } = await north();
    const opened: string[] = [];
    for (const name of ['deal-open', 'lead-open', 'contact-open'] as const)
      el.addEventListener(name, (event) => opened.push(`${name} ${String(event.detail.id)}`));
    await waitUntil(() => text(part(el, 'persons')).includes('Ada Lovelace'), 'they are read');
    for (const name of ['deals', 'leads', 'persons']) await click(part(el, name).querySelector('.linked-one')!);
    expect(opened).to.deep.equal(['deal-open pump', 'lead-open roof', 'contact-open ada']);
  });

  it('follows what a list beside it opens, a person or an organization, and closes', async () => {
    await setViewport({ width: 1280, height: 900 });
    await fetched();
    const { store } = await storeOf([...people(), ...more]);
    const page = await fixture<HTMLElement>(
      html`<crm-provider .store=${store}><div style="block-size: 400px"><contact-list></contact-list></div><div style="block-size: 440px"><contact-detail></contact-detail></div></crm-provider>`,
    );
    const list = page.querySelector('contact-list')!;
    const el = page.querySelector('contact-detail')!;
    await waitUntil(
      () => all(list, '.lrow[data-id=ada]').length === 1 && all(el, '.empty').length === 1,
      'both are drawn',
    );
    expect(text(one(el, '.empty'))).to.contain('Nobody is open');
    await click(one(list, '[data-id=ada] .lead button'));
    await waitUntil(() => text(one(el, '.contact-head')).includes('Ada Lovelace'), 'she is shown');
    await click(one(el, '[data-open-organization]'));
    await waitUntil(
      () => all(el, 'h2').length === 1 && text(one(el, 'h2')) === 'Northwind',
      'her organization is shown',
    );
    await click(one(el, '[data-act=back]'));
    await waitUntil(() => all(el, '.empty').length === 1, 'it is closed');
  });

  it('goes to the trash and comes back; stays where a deal names nobody else, and says so', async () => {
    const { el } = await ada();
    const remove = async (): Promise<void> => {
      await click(one(el, '[data-act=more]'));
      await waitUntil(() => all(el, '.menu [data-id=delete]').length === 1, 'the menu is there');
      await click(one(el, '.menu [data-id=delete]'));
      await waitUntil(() => all(el, 'dialog[open] [type=submit]').length === 1, 'it is asked first');
      await click(one(el, 'dialog[open] [type=submit]'));
    };
    await remove();
    await waitUntil(() => all(el, '[data-restore]').length === 1, 'it is in the trash');
    expect(text(one(el, '.empty'))).to.contain('Ada Lovelace');
    await click(one(el, '[data-restore]'));
    await waitUntil(() => all(el, 'h2 .edit').length === 1, 'it is back');
    await waitUntil(() => text(part(el, 'deals')).includes('Pump'), 'so is what named it');
    el.personId = 'bob';
    await waitUntil(() => text(one(el, 'h2')).startsWith('Bob Stone'), 'another one is shown');
    await remove();
    await waitUntil(() => text(one(el, '.banners')).includes('names nobody else'), 'the reason is told');
    expect(text(one(el, 'h2'))).to.contain('Bob Stone');
  });

  it('stays readable where nothing may be changed', async () => {
    const { el } = await ada({ can: () => 'Ask Robin' });
    expect(text(one(el, '.banners'))).to.contain('Ask Robin');
    expect(one(el, 'h2 .edit').ariaDisabled).to.equal('true');
    expect(all(el, '.composer').length).to.equal(0);
  });

  for (const theme of ['light', 'dark'] as const)
    it(`has no accessibility violation in the ${theme}`, async function () {
      this.timeout(60_000);
      const { el } = await ada({ theme });
      await waitUntil(() => text(part(el, 'parts')).includes('Depot'), 'all of it is read');
      await expect(el).to.be.accessible();
      const { el: other } = await north({ theme });
      await waitUntil(() => text(part(other, 'persons')).includes('Ada Lovelace'), 'all of it is read');
      await expect(other).to.be.accessible();
    });

  for (const lang of ['en', 'tr'])
    it(`is two tabs at 390 px, with nothing cut off (${lang})`, async () => {
      const { el } = await ada({ width: 390, lang });
      await waitUntil(
        () => text(one(el, '#tab-about')) === (lang === 'en' ? 'About' : 'Hakkında'),
        'the words have come',
      );
      expect(part(el, 'work').checkVisibility()).to.equal(false);
      one(el, '#tab-about').focus();
      await press('ArrowRight');
      await waitUntil(() => part(el, 'work').checkVisibility(), 'the work is shown');
      const box = one(el, '.contact-detail');
      expect(box.scrollWidth).to.equal(box.clientWidth);
      expect(text(part(el, 'deals'))).to.contain('Pump');
    });
});
