/** What is planned with a person or an organization, where no lead or deal stands between. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys } from '@web/test-runner-commands';
import { anOrganization, aPerson, creation } from '../../../src/testing/fixtures.js';
import { activity, focusRow, lines, one, row, stand, text } from './support.js';

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
