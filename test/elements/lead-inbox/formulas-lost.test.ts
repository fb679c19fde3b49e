/** What works formulas out cannot be fetched: what a filter by one asks for is not known then, and nothing is shown as an answer. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { profileWith } from '../../../src/domain/profile.js';
import type { LeadInbox } from '../../../src/elements/lead-inbox/lead-inbox.js';
import { readingCode } from '../../../src/shared/formula/here.js';
import { edit } from '../../../src/testing/fixtures.js';
import { doubled, large } from '../../support/doubled.js';
import { loseCode } from '../../support/lost-code.js';
import { all, button, click, stand, text, threeLeads, titles, waitUntil } from './support.js';
import type { Stand } from './support.js';

const changes = [...threeLeads(), ...doubled, edit('lead', 'late', { 'custom.seats': [null, 10] })];
const there = (setUp?: (inbox: LeadInbox) => void): Promise<Stand> =>
  stand(changes, { profile: profileWith({ formulas: { lead: true, deal: true } }), ...(setUp && { setUp }) });
const failed = (inbox: LeadInbox): boolean => all(inbox, '.empty[role=alert]').length === 1;
const said = (inbox: LeadInbox): string => all(inbox, '.empty').map(text).join();

describe('<lead-inbox>: what works formulas out cannot be fetched', () => {
  let lost: ReturnType<typeof loseCode>;
  beforeEach(() => (lost = loseCode(readingCode)));
  afterEach(() => lost.back());

  it('is narrowed by plain fields as ever', async () => {
    const { inbox } = await there();
    inbox.filter = [{ field: 'custom.seats', op: 'gte', value: 1 }];
    await waitUntil(() => titles(inbox).join() === 'Solar panels', 'the one that matches');
    expect(failed(inbox)).to.equal(false);
  });

  it('says so in the place of the list, with another try', async () => {
    const { inbox } = await there();
    inbox.filter = large;
    await waitUntil(() => failed(inbox), 'it is said');
    expect(said(inbox))
      .to.contain('Leads could not be loaded')
      .and.to.contain('The filter goes by a formula, and what works formulas out could not be loaded.');
    expect(all(inbox, '.foot'), 'nothing is added up').to.have.length(0);
    await expect(inbox).to.be.accessible();
    const { asked } = lost;
    await click(button(inbox, 'Try again'));
    await waitUntil(() => lost.asked === asked + 1 && failed(inbox), 'tried again, in vain');
    inbox.filter = [];
    await waitUntil(() => titles(inbox).length === 3 && !failed(inbox), 'without the filter all are there');
    inbox.filter = large;
    await waitUntil(() => failed(inbox), 'it is said again');
    lost.back();
    button(inbox, 'Try again').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => titles(inbox).join() === 'Solar panels', 'the one that matches');
  });
});
