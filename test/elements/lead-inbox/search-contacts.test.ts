/** From the search everywhere to the person or organization itself, where the page has an element that shows them. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/contact-detail.js';
import type { LeadInbox } from '../../../src/elements/lead-inbox/lead-inbox.js';
import { aDeal, aLead, anOrganization, aPerson, creation } from '../../../src/testing/fixtures.js';
import { chord } from '../../support/commands.js';
import { all, focused, one, row, stand, text, waitUntil } from './support.js';

const world = [
  creation('organization', anOrganization({ id: 'isik', name: 'Işık Enerji' })),
  creation('person', aPerson({ id: 'ada', name: 'Ada Işık' })),
  creation('person', aPerson({ id: 'nobody', name: 'Nuri Akın', emails: [], phones: [] })),
  creation('lead', aLead({ id: 'loom', title: 'Loom', personId: 'ada' })),
  creation('deal', aDeal({ id: 'roof', title: 'Roof', personId: 'ada' })),
];

const options = (inbox: LeadInbox): string[] => all(inbox, 'dialog[open] [role=option]').map((each) => text(each));
const active = (inbox: LeadInbox): string => {
  const id = one(inbox, 'dialog[open] input').getAttribute('aria-activedescendant');
  return id === null ? '' : text(inbox.shadowRoot!.getElementById(id)!);
};

/** What is opened from now on. */
function opened(inbox: LeadInbox): readonly unknown[] {
  const heard: unknown[] = [];
  inbox.addEventListener('contact-open', (event) => heard.push(event.detail));
  return heard;
}

/** The search, gone into the one who is found by these words. */
async function into(inbox: LeadInbox, words: string): Promise<void> {
  row(inbox, 'loom').focus();
  await chord('Control+k');
  await waitUntil(() => inbox.shadowRoot!.querySelector('dialog[open] input') === focused(inbox), 'the search is open');
  await sendKeys({ type: words });
  await waitUntil(() => options(inbox).length > 0, 'found');
  // Persons come last.
  await sendKeys({ press: 'End' });
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => active(inbox).endsWith('Open person'), 'they can be opened');
}

describe('<lead-inbox> search everywhere: a contact itself', () => {
  it('opens the person by Enter, above what belongs to them', async () => {
    const { inbox } = await stand(world);
    const heard = opened(inbox);
    await into(inbox, 'Ada');
    await waitUntil(() => options(inbox).length === 3, 'what belongs to her');
    expect(options(inbox)[0]).to.match(/Open person$/);
    await expect(inbox).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect(heard).to.deep.equal([{ kind: 'person', id: 'ada' }]);
    expect(inbox.shadowRoot!.querySelector('dialog[open]')).to.equal(null);
  });

  it('opens one to whom nothing belongs, and says so', async () => {
    const { inbox } = await stand(world);
    const heard = opened(inbox);
    await into(inbox, 'Nuri');
    await waitUntil(() => text(one(inbox, 'dialog[open]')).includes('Nuri Akın has no leads and no deals'), 'said');
    await sendKeys({ press: 'Enter' });
    expect(heard).to.deep.equal([{ kind: 'person', id: 'nobody' }]);
  });

  it('chooses among what belongs to them as soon as words are typed', async () => {
    const { inbox } = await stand(world);
    const heard = opened(inbox);
    await into(inbox, 'Ada');
    await sendKeys({ type: 'ro' });
    await waitUntil(() => active(inbox).startsWith('Roof'), 'the deal is the first');
    expect(options(inbox)).to.have.lengthOf(1);
    expect(heard).to.deep.equal([]);
  });
});
