/** Columns of custom fields that name somebody: rows and files have names, and no ids. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define/contact-list.js';
import '../../src/define/deal-list.js';
import '../../src/define/lead-inbox.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { handsCode as inboxHands } from '../../src/elements/lead-inbox/code.js';
import { createStore } from '../../src/store/store.js';
import { aBoard, aDeal, aField, aLead, anOrganization, aPerson, aUser, creation } from '../../src/testing/fixtures.js';
import { fetched } from '../support/code.js';
import { click } from '../support/click.js';
import { downloads } from '../support/downloads.js';

type Tag = 'contact-list' | 'deal-list' | 'lead-inbox';
const fields = ['person', 'organization', 'user'] as const;
const custom = { person: 'grace', organization: 'org-1', user: 'maya' };

async function stand(tag: Tag, held: Readonly<Record<string, string>>): Promise<HTMLElementTagNameMap[Tag]> {
  await setViewport({ width: 1280, height: 900 });
  await fetched(inboxHands);
  const adapter = memoryAdapter();
  await adapter.commit([
    ...aBoard(),
    ...fields.map((type) => creation('field', aField({ id: type, name: `By ${type}`, type, options: [] }))),
    creation('user', aUser({ id: 'maya', name: 'Maya Lindqvist' })),
    creation('person', aPerson({ id: 'grace', name: 'Grace Hopper' })),
    creation('organization', anOrganization({ id: 'org-1', name: 'Ironworks' })),
    creation('person', aPerson({ id: 'ada', name: 'The one', custom: held })),
    creation('lead', aLead({ id: 'l', title: 'The one', custom: held })),
    creation('deal', aDeal({ id: 'd', title: 'The one', custom: held })),
  ]);
  const store = createStore({ adapter, user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC', currency: 'EUR' });
  const frame = await fixture<HTMLElement>(html`<div style="inline-size: 1200px; block-size: 860px"></div>`);
  const el = Object.assign(document.createElement(tag), { store });
  el.columns = [tag === 'contact-list' ? 'name' : 'title', ...fields.map((id) => `custom.${id}`)];
  frame.append(el);
  return el;
}

const rowOf = (el: HTMLElement): string =>
  [...el.shadowRoot!.querySelectorAll<HTMLElement>('.lrow[data-id]')]
    .map((one) => one.innerText)
    .find((text) => text.includes('The one')) ?? '';

async function press(el: HTMLElement, selector: string): Promise<void> {
  const found = (): HTMLElement | null => el.shadowRoot!.querySelector<HTMLElement>(selector);
  await waitUntil(() => found() !== null, selector);
  await click(found()!);
}

for (const tag of ['lead-inbox', 'deal-list', 'contact-list'] as const)
  describe(`<${tag}>: a column of a custom field that names somebody`, () => {
    it('says the name, in its rows and in its file', async () => {
      const el = await stand(tag, custom);
      const named = ['Grace Hopper', 'Ironworks', 'Maya Lindqvist'];
      await waitUntil(() => named.every((name) => rowOf(el).includes(name)), 'the names');
      for (const id of Object.values(custom)) expect(rowOf(el)).not.to.contain(id);
      const files = downloads();
      await press(el, '[data-more]');
      await press(el, '.menu [data-id=export]');
      await waitUntil(() => files.texts.length === 1, 'the file');
      files.stop();
      expect(await files.texts[0]).to.contain(named.join(','));
    });

    it('is not sorted by: its head says why', async () => {
      const el = await stand(tag, custom);
      const head = (field: string): HTMLButtonElement =>
        [...el.shadowRoot!.querySelectorAll<HTMLButtonElement>('.lrow--head button')].find((one) =>
          one.textContent.includes(`By ${field}`),
        )!;
      await waitUntil(() => head('person')?.ariaDisabled === 'true', 'it cannot be pressed');
      expect(head('person').title).to.equal('By person: a list cannot be sorted by whom a field names');
      expect(head('user').ariaDisabled).to.equal(null);
    });

    it('says the id of somebody who is not there any more: nothing hides', async () => {
      const el = await stand(tag, { person: 'gone-1', organization: 'gone-2', user: 'gone-3' });
      await waitUntil(() => ['gone-1', 'gone-2', 'gone-3'].every((id) => rowOf(el).includes(id)), 'the ids');
    });
  });
