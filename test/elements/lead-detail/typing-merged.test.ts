/** What is typed about the person of a lead while that person is merged away, or the lead is given to somebody else. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/lead-detail.js';
import type { Person } from '../../../src/domain/records.js';
import type { LeadDetail } from '../../../src/elements/lead-detail/lead-detail.js';
import { aContactPoint, aLead, anOrganization, aPerson, creation } from '../../../src/testing/fixtures.js';
import type { CrmStore } from '../../../src/store/api.js';
import { detailStand, keys, named, one, press, text, type } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const stand = (): Promise<DetailStand<LeadDetail>> =>
  detailStand(
    () => Object.assign(document.createElement('lead-detail'), { leadId: 'one' }),
    [
      creation(
        'lead',
        aLead({ id: 'one', title: 'Roof', personId: 'person-1', organizationId: 'organization-1', seen: true }),
      ),
      creation('organization', anOrganization({ id: 'organization-2', name: 'Nur Group' })),
      creation(
        'person',
        aPerson({
          id: 'person-2',
          name: 'A. Nur',
          emails: [aContactPoint('office@nur.example'), aContactPoint('ADA@nur.example')],
        }),
      ),
    ],
  );
async function person(store: CrmStore, id: string): Promise<Person> {
  const where = { field: 'id', op: 'is', value: id } as const;
  return (await store.read({ kind: 'person', where, window: { offset: 0, limit: 1 } })).records[0]!;
}
const emails = async (store: CrmStore, id: string): Promise<readonly string[]> =>
  (await person(store, id)).emails.map(({ value }) => value);
const merge = (store: CrmStore): Promise<unknown> =>
  store.execute('persons-merge', { ids: ['person-1', 'person-2'], survivorId: 'person-2' });
const fields = (detail: LeadDetail): HTMLInputElement[] => [
  ...detail.shadowRoot!.querySelectorAll<HTMLInputElement>('[part=person] input, [part=organization] input'),
];
/** The field that waits, with the reason. */
async function waiting(detail: LeadDetail, part: string): Promise<HTMLInputElement> {
  await waitUntil(() => fields(detail).length === 1 && text(detail, part).includes('Not saved'), 'it waits there');
  return fields(detail)[0]!;
}
async function beginEmail(detail: LeadDetail, typed: string): Promise<void> {
  await press(named(detail, /Actions for ada@nur\.example|ada@nur\.example.*actions/i));
  await waitUntil(() => detail.shadowRoot!.querySelector('[data-id=edit]') !== null, 'its menu');
  await press(one(detail, '[data-id=edit]'));
  await waitUntil(() => fields(detail).length === 1, 'a field in its place');
  await type(typed);
}

describe('<lead-detail>: its person is merged away while one types', () => {
  it('waits at the same address of the one that stayed, not at the one in its place, and is stored there', async () => {
    const { detail, store } = await stand();
    await beginEmail(detail, 'ada@roofs.example');
    await merge(store);
    const field = await waiting(detail, '[part=person]');
    expect(field.value).to.equal('ada@roofs.example');
    expect(await emails(store, 'person-2')).to.deep.equal(['office@nur.example', 'ADA@nur.example']);
    expect(text(detail, '[part=person]')).to.contain('office@nur.example');
    field.focus();
    await keys('Enter');
    await waitUntil(
      async () => (await emails(store, 'person-2')).join() === 'office@nur.example,ada@roofs.example',
      'stored in its place',
    );
  });

  it('waits as a new number where one was being added', async () => {
    const { detail, store } = await stand();
    await press(named(detail, 'Person actions'));
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-id=phone]') !== null, 'the menu');
    await press(one(detail, '[data-id=phone]'));
    await waitUntil(() => fields(detail).length === 1, 'a field for one more');
    await type('+49 30 1234567');
    await merge(store);
    const field = await waiting(detail, '[part=person]');
    expect(field.value).to.equal('+49 30 1234567');
    field.focus();
    await keys('Enter');
    await waitUntil(
      async () => (await person(store, 'person-2')).phones.some(({ value }) => value === '+49 30 1234567'),
      'stored there',
    );
  });

  it('waits at the job title of the one that stayed, and the website of an organization at its own', async () => {
    const { detail, store } = await stand();
    await press(named(detail, /job title/i));
    await type('Head of roofs');
    await merge(store);
    const title = await waiting(detail, '[part=person]');
    expect(title.value).to.equal('Head of roofs');
    title.focus();
    await keys('Enter');
    await waitUntil(async () => (await person(store, 'person-2')).jobTitle === 'Head of roofs', 'stored there');
    await press(named(detail, 'Organization actions'));
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-id=website]') !== null, 'the menu');
    await press(one(detail, '[data-id=website]'));
    await waitUntil(() => fields(detail).length === 1, 'the field');
    await type('nur.example');
    await store.execute('organizations-merge', {
      ids: ['organization-1', 'organization-2'],
      survivorId: 'organization-2',
    });
    expect((await waiting(detail, '[part=organization]')).value).to.equal('nur.example');
  });

  it('is stored with whom it was typed about where the lead is given to somebody else', async () => {
    const { detail, store } = await stand();
    await beginEmail(detail, 'ada@roofs.example');
    await store.execute('lead-edit', { id: 'one', fields: { personId: 'person-2' } });
    await waitUntil(() => text(detail, '[part=person]').includes('A. Nur'), 'another person');
    await waitUntil(async () => (await emails(store, 'person-1')).join() === 'ada@roofs.example', 'stored with Ada');
    expect(await emails(store, 'person-2')).to.deep.equal(['office@nur.example', 'ADA@nur.example']);
  });
});
