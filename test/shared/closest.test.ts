/** Whoever writes a name whole means the one of that name, however many longer ones have its words, too. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/deal-detail.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { inboxMore } from '../../src/i18n/en/inbox-more.js';
import { findOrganizations, findPersons } from '../../src/elements/lead-inbox/add/who.js';
import { searchOrganizations } from '../../src/shared/opportunity/choices.js';
import { createStore } from '../../src/store/store.js';
import {
  aDeal,
  anOrganization,
  aPerson,
  aProduct,
  aProject,
  creation,
  minutesAfter,
} from '../../src/testing/fixtures.js';
import { clock, detailStand, keys, named, one, press, type } from './support/detail-stand.js';

/** More of a longer name than a list offers, and the one that is meant. */
const names = [...Array.from({ length: 25 }, (_, at) => `Beta 6${at}`), 'Beta 6'];
const changes = names.flatMap((name, at) => {
  const id = `beta-${String(at).padStart(2, '0')}`;
  return [
    creation('person', aPerson({ id: `person-${id}`, name })),
    creation('organization', anOrganization({ id: `organization-${id}`, name })),
    creation('product', aProduct({ id: `product-${id}`, name, code: '' })),
    creation('project', aProject({ id: `project-${id}`, title: name, dealIds: [], createdAt: minutesAfter(99 - at) })),
  ];
});
const { signal } = new AbortController();

describe('pickers, where a name is written whole', () => {
  it('offer the one of that name first', async () => {
    const adapter = memoryAdapter();
    await adapter.commit(changes);
    const store = createStore({
      user: { id: 'user-1', name: 'Robin' },
      timeZone: 'UTC',
      currency: 'EUR',
      clock,
      adapter,
    });
    for (const found of [
      await findPersons(store, 'beta 6', signal, inboxMore),
      await findOrganizations(store, 'beta 6', signal, inboxMore),
      await searchOrganizations(store, 'beta 6', signal),
    ]) {
      expect(found.length).to.be.lessThan(9);
      expect(found.slice(0, 2).map(({ label }) => label)).to.deep.equal(['Beta 6', 'Beta 60']);
    }
  });

  it('offer it first in a detail: participants, projects and products', async () => {
    const { detail } = await detailStand(
      () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
      [creation('deal', aDeal({ id: 'one', title: 'Hall of cranes' })), ...changes],
      { width: 1000 },
    );
    const offered = async (field: string): Promise<void> => {
      await waitUntil(() => detail.shadowRoot!.activeElement?.id === field, `${field} has the focus`);
      await type('beta 6');
      const first = () => detail.shadowRoot!.querySelector(`#${field}-option-0.is-active bdi`)?.textContent;
      await waitUntil(() => first() !== undefined, `something is found by ${field}`);
      expect(first(), field).to.equal('Beta 6');
      await keys('Escape');
    };
    one(detail, '[data-act=add-participant]').focus();
    await keys('Enter');
    await offered('find-participant');
    await press(named(detail, 'Add product'));
    await offered('add-product');
    one(detail, '[data-act=add-project]').focus();
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-id=link-project]') !== null, 'the menu');
    await press(one(detail, '[data-id=link-project]'));
    await offered('find-project');
  });
});
