import { expect } from '@open-wc/testing';
import { faultyAdapter, type FaultyAdapter } from '../../../src/testing/faulty.js';
import { all, click, names, one, people, press, stand, text, type, waitUntil } from './support.js';

const dialog = (el: HTMLElement): HTMLElement => one(el, 'dialog[open]');
const focused = (el: HTMLElement): Element | null => el.shadowRoot!.activeElement;

describe('<contact-list> adds', () => {
  it('a person by keys, with an organization that is made along', async () => {
    const { el, store } = await stand();
    el.focus();
    await press('n');
    await waitUntil(() => all(el, 'dialog[open] #add-name').length === 1, 'the form is there');
    expect(focused(el) === one(el, '#add-name')).to.equal(true);
    await type('Grace Hopper');
    await press('Tab');
    await type('Admiral');
    await press('Tab');
    await type('Navy');
    await waitUntil(() => text(dialog(el)).includes('Add “Navy” as a new organization'), 'it can be made');
    await press('Enter');
    one(el, '#add-email').focus();
    await type('grace@navy.example');
    await press('Enter');
    await waitUntil(() => all(el, 'dialog[open]').length === 0, 'it is stored');
    await waitUntil(() => names(el).includes('Grace Hopper'), 'it is in the list');
    const { records } = await store.read({ kind: 'person', search: 'grace', window: { offset: 0, limit: 2 } });
    const navy = await store.read({ kind: 'organization', search: 'navy', window: { offset: 0, limit: 2 } });
    expect([records[0]!.jobTitle, records[0]!.emails[0]!.value, records[0]!.organizationId]).to.deep.equal([
      'Admiral',
      'grace@navy.example',
      navy.records[0]!.id,
    ]);
    await press('z');
    await waitUntil(() => !names(el).includes('Grace Hopper'), 'it is taken back');
  });

  it('no organization a second time whose name is left before the answer, and asks about it before it is lost', async () => {
    let faulty!: FaultyAdapter;
    const { el, store } = await stand(people(), { wrap: (adapter) => (faulty = faultyAdapter(adapter)) });
    el.focus();
    await press('n');
    await waitUntil(() => all(el, 'dialog[open] #add-name').length === 1, 'the form is there');
    one(el, '#add-organization').focus();
    faulty.script([{ on: 'read', kind: 'organization', fault: 'hold' }]);
    await type('northwind');
    await press('Tab');
    await press('Escape');
    await waitUntil(() => all(el, 'dialog[open] [data-cancel]').length > 0, 'it asks');
    await press('Escape');
    await waitUntil(() => all(el, 'dialog[open]').length === 1, 'one goes on typing');
    one(el, '#add-name').focus();
    await type('Grace Hopper');
    await press('Enter');
    expect(one(el, 'dialog[open] [type=submit]').ariaBusy).to.equal('true');
    faulty.script([]);
    faulty.release();
    await waitUntil(() => names(el).includes('Grace Hopper'), 'it is in the list');
    const { records } = await store.read({ kind: 'person', search: 'grace', window: { offset: 0, limit: 2 } });
    expect(records.map(({ organizationId }) => organizationId)).to.deep.equal(['north']);
    const { total } = await store.read({ kind: 'organization', window: { offset: 0, limit: 9 } });
    expect(total).to.equal(3);
  });

  it('an organization, and asks before what was typed is lost', async () => {
    const { el } = await stand(people(), { set: (list) => (list.segment = 'organizations') });
    await click(one(el, '[data-add]'));
    await waitUntil(() => all(el, 'dialog[open] #add-name').length === 1, 'the form is there');
    await type('Eastwind');
    await press('Escape');
    await waitUntil(
      () =>
        text(el.shadowRoot!.querySelector('dialog[open]:has([data-cancel])') ?? el).includes('Discard what you typed?'),
      'it asks',
    );
    await press('Escape');
    await waitUntil(() => all(el, 'dialog[open]').length === 1, 'one goes on typing');
    expect((one(el, '#add-name') as HTMLInputElement).value).to.equal('Eastwind');
    one(el, '#add-website').focus();
    await type('eastwind.example');
    await press('Enter');
    await waitUntil(() => names(el).includes('Eastwind'), 'it is in the list');
  });

  it('says at its field what is wrong, and loses nothing', async () => {
    const { el } = await stand();
    await click(one(el, '[data-add]'));
    await waitUntil(() => all(el, 'dialog[open] #add-email').length === 1, 'the form is there');
    one(el, '#add-email').focus();
    await type('nobody');
    await press('Enter');
    await waitUntil(() => all(el, '#add-name-error').length === 1, 'it says so');
    expect(text(one(el, '#add-name-error'))).to.equal('Needs an answer');
    expect(text(one(el, '#add-email-error'))).to.equal('Write an address like name@example.com');
    expect(focused(el) === one(el, '#add-name'), 'the first missing answer has the focus').to.equal(true);
    expect((one(el, '#add-email') as HTMLInputElement).value).to.equal('nobody');
    await type('N');
    await waitUntil(() => all(el, '#add-name-error').length === 0, 'what is answered is right');
  });

  it('names whoever is there already, by name, address or number, and leads there', async () => {
    const { el } = await stand();
    const opened: unknown[] = [];
    el.addEventListener('contact-open', (event) => opened.push(event.detail));
    await click(one(el, '[data-add]'));
    await waitUntil(() => all(el, 'dialog[open] #add-phone').length === 1, 'the form is there');
    one(el, '#add-phone').focus();
    await type('0090 532 5550177');
    await waitUntil(() => all(el, '[data-alike]').length === 1, 'it is found by its number');
    expect(text(one(el, '[data-alike]'))).to.contain('Ada Lovelace');
    await click(one(el, '[data-alike] button'));
    await waitUntil(() => all(el, 'dialog[open]').length === 0, 'the form has gone');
    expect(opened).to.deep.equal([{ kind: 'person', id: 'ada' }]);
  });

  it('begins with the words that nobody has', async () => {
    const { el } = await stand(people(), { set: (list) => (list.search = 'Katherine Johnson') });
    await waitUntil(() => text(one(el, '.empty')).includes('No person matches'), 'nobody has them');
    await click(one(el, '[data-add]'));
    await waitUntil(() => all(el, 'dialog[open] #add-name').length === 1, 'the form is there');
    expect((one(el, '#add-name') as HTMLInputElement).value).to.equal('Katherine Johnson');
  });

  it('is refused where the page says so, with its reason, and a veto leaves what was typed', async () => {
    const { el } = await stand(people(), { can: (name) => (name === 'person-add' ? 'Ask Robin' : true) });
    expect(one(el, '[data-add]').ariaDisabled).to.equal('true');
    expect(one(el, '[data-add]').title).to.equal('Ask Robin');
    await click(one(el, '[data-segment=organizations]'));
    await waitUntil(() => text(one(el, '[data-add]')) === 'Add organization', 'organizations may be added');
    el.addEventListener('organization-add', (event) => event.waitUntil(Promise.reject(new Error('Not on a Sunday'))), {
      once: true,
    });
    await click(one(el, '[data-add]'));
    await waitUntil(() => all(el, 'dialog[open] #add-name').length === 1, 'the form is there');
    await type('Eastwind');
    await press('Enter');
    await waitUntil(() => all(el, '[data-error]').length === 1, 'it is told');
    expect(text(one(el, '[data-error]'))).to.contain('Not on a Sunday');
    await click(one(el, 'dialog[open] [type=submit]'));
    await waitUntil(() => names(el).includes('Eastwind'), 'the second time it is stored');
  });
});
