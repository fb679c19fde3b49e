/** What is planned with a person or an organization, where no lead or deal stands between. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys } from '@web/test-runner-commands';
import { anOrganization, aPerson, creation } from '../../../src/testing/fixtures.js';
import { activity, day, focusedId, focusRow, lines, one, press, row, stand, stored, text } from './support.js';

const world = [
  creation('person', aPerson({ id: 'wiebke', name: 'Wiebke Ostermann' })),
  creation('organization', anOrganization({ id: 'crane', name: 'Crane works' })),
  activity('ring', { leadId: null, personId: 'wiebke' }),
  activity('visit', { leadId: null, organizationId: 'crane' }),
  activity('roof', {}),
];

describe('<activity-list>: activities of persons and organizations', () => {
  afterEach(() => resetMouse());

  it('name whom they are with, and are found by it', async () => {
    const { el } = await stand(world);
    await waitUntil(() => text(row(el, 'ring')).includes('Person Wiebke Ostermann'));
    expect(text(row(el, 'visit'))).to.contain('Organization Crane works');
    await expect(el).to.be.accessible();
    one(el, 'input[type=search]').focus();
    await sendKeys({ type: 'wiebke' });
    await waitUntil(
      () =>
        lines(el)
          .filter((line) => ['ring', 'visit', 'roof'].includes(line))
          .join() === 'ring',
    );
  });

  for (const [id, name] of [
    ['ring', 'Wiebke Ostermann'],
    ['visit', 'Crane works'],
  ] as const)
    it(`the next one is proposed for ${name} when the last one is done, and planned on ${name}`, async () => {
      const { el, store } = await stand(world);
      await waitUntil(() => text(row(el, id)).includes(name));
      await focusRow(el, id);
      await press(el, 'Space');
      await waitUntil(() => focusedId(el) === 'form', 'the focus is at the proposal');
      expect(text(one(el, '.proposal'))).to.contain(`Next for ${name}`);
      await press(el, 'Enter');
      await waitUntil(() => el.shadowRoot!.querySelector('.proposal') === null, 'it is planned');
      const { records } = await store.read({ kind: 'activity', window: { offset: 0, limit: 9 } });
      const [next] = records.filter((each) => !['ring', 'visit', 'roof'].includes(each.id));
      expect([next?.personId, next?.organizationId, next?.leadId, next?.dealId]).to.deep.equal(
        id === 'ring' ? ['wiebke', null, null, null] : [null, 'crane', null, null],
      );
    });

  it('nothing is proposed where something else is planned with them', async () => {
    const { el, store } = await stand([...world, activity('later', { leadId: null, personId: 'wiebke', due: day(3) })]);
    await waitUntil(() => text(row(el, 'ring')).includes('Wiebke Ostermann'));
    await focusRow(el, 'ring');
    await press(el, 'Space');
    await waitUntil(async () => (await stored(store, 'ring')).done, 'it is done');
    await focusRow(el, 'visit');
    await press(el, 'Space');
    await waitUntil(() => el.shadowRoot!.querySelector('.proposal') !== null, 'of the other one there is');
    expect(text(one(el, '.proposal'))).to.contain('Next for Crane works');
  });

  it('are edited by Enter where nothing shows contacts, else the contact is opened', async () => {
    const { el } = await stand(world);
    const heard: unknown[] = [];
    el.addEventListener('contact-open', (event) => heard.push(event.detail));
    await focusRow(el, 'ring');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => el.shadowRoot!.activeElement instanceof HTMLInputElement, 'it is edited');
    expect(heard).to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    await import('../../../src/define/contact-detail.js');
    await focusRow(el, 'visit');
    await sendKeys({ press: 'Enter' });
    expect(heard).to.deep.equal([{ kind: 'organization', id: 'crane' }]);
  });
});
