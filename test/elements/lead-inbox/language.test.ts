/** What is open over the inbox is said again when another language is spoken. */
import { expect } from '@open-wc/testing';
import type { LeadInbox } from '../../../src/elements/lead-inbox/lead-inbox.js';
import { chord } from '../../support/commands.js';
import { all, click, focused, one, stand, text, threeLeads, waitUntil } from './support.js';

const label = (inbox: LeadInbox): string | null => one(inbox, '.menu:popover-open').ariaLabel;

describe('<lead-inbox> in another language while a menu is open', () => {
  it('names a column, and what can be done with it, with the focus where it was', async () => {
    const { inbox } = await stand(threeLeads());
    await waitUntil(() => all(inbox, '.lrow--head .grip').length > 0, 'the heads can be worked');
    one(inbox, '[data-sort=value]').focus();
    await chord('Shift+F10');
    await waitUntil(() => all(inbox, '.menu [data-id=hide]').length === 1, 'its menu');
    const hide = one(inbox, '.menu [data-id=hide]');
    hide.focus();
    expect([label(inbox), text(hide)]).to.deep.equal(['Value', 'Hide column']);
    inbox.lang = 'tr';
    await waitUntil(() => label(inbox) === 'Tutar', 'in Turkish');
    expect(text(hide)).to.equal('Sütunu gizle');
    expect(text(one(inbox, '.menu .menu-head'))).to.equal('Tutar');
    expect(focused(inbox) === hide, 'the focus is where it was').to.equal(true);
  });

  it('names the labels of a lead that is added', async () => {
    const { inbox } = await stand(threeLeads());
    await click(one(inbox, '.inbox-head .btn--primary'));
    await waitUntil(() => focused(inbox)?.id === 'add-person', 'the form');
    await click(one(inbox, 'dialog[open] [aria-haspopup=dialog]'));
    await waitUntil(() => all(inbox, 'dialog[open] .menu:popover-open').length === 1, 'the labels');
    expect(label(inbox)).to.equal('Labels');
    inbox.lang = 'tr';
    await waitUntil(() => label(inbox) === 'Etiketler', 'in Turkish');
  });
});
