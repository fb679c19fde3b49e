/** Names in columns, on cards and in details of custom fields, as those who bear them are renamed, merged away, deleted, also by another tab. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define/contact-list.js';
import '../../src/define/contact-detail.js';
import '../../src/define/deal-detail.js';
import '../../src/define/deal-list.js';
import '../../src/define/deal-pipeline.js';
import '../../src/define/lead-detail.js';
import '../../src/define/lead-inbox.js';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { handsCode as boardHands } from '../../src/elements/deal-pipeline/code.js';
import { handsCode as inboxHands } from '../../src/elements/lead-inbox/code.js';
import type { CrmStore } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { aBoard, aDeal, aField, aLead, anOrganization, aPerson, creation } from '../../src/testing/fixtures.js';
import { fetched } from '../support/code.js';

const details = {
  'lead-detail': { leadId: 'l' },
  'deal-detail': { dealId: 'd' },
  'contact-detail': { personId: 'one' },
};
const tags = [
  ...(['lead-inbox', 'deal-list', 'contact-list', 'deal-pipeline'] as const),
  ...(['lead-detail', 'deal-detail', 'contact-detail'] as const),
] as const;
const held = { by: 'grace', works: 'org-1' };

const storeOn = (adapter: CrmAdapter): CrmStore =>
  createStore({ adapter, user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC', currency: 'EUR' });

interface Shown {
  readonly store: CrmStore;
  /** Another tab's. */
  readonly other: CrmStore;
  /** Waits until the row, or the card, has these words and not those. */
  readonly says: (words: readonly string[], not?: readonly string[]) => Promise<void>;
}

async function stand(tag: (typeof tags)[number]): Promise<Shown> {
  await setViewport({ width: 1280, height: 900 });
  await fetched(inboxHands, boardHands);
  const adapter = memoryAdapter();
  await adapter.commit([
    ...aBoard(),
    creation('field', aField({ id: 'by', name: 'Recommended by', type: 'person' })),
    creation('field', aField({ id: 'works', name: 'Supplier', type: 'organization' })),
    creation('person', aPerson({ id: 'grace', name: 'Grace Hopper' })),
    creation('person', aPerson({ id: 'admiral', name: 'Admiral Hopper' })),
    creation('organization', anOrganization({ id: 'org-1', name: 'Ironworks' })),
    creation('person', aPerson({ id: 'one', name: 'The one', custom: held })),
    creation('lead', aLead({ id: 'l', title: 'The one', custom: held })),
    creation('deal', aDeal({ id: 'd', title: 'The one', custom: held })),
  ]);
  const store = storeOn(adapter);
  const other = storeOn(memoryAdapter({ beside: adapter }));
  const frame = await fixture<HTMLElement>(html`<div style="inline-size: 1200px; block-size: 860px"></div>`);
  const el = Object.assign(document.createElement(tag), { store });
  const own = ['custom.by', 'custom.works'];
  if (tag in details) Object.assign(el, details[tag as keyof typeof details]);
  else if (el.localName === 'deal-pipeline') Object.assign(el, { fields: own });
  else Object.assign(el, { columns: [tag === 'contact-list' ? 'name' : 'title', ...own] });
  frame.append(el);
  const fields = (): string =>
    [...el.shadowRoot!.querySelectorAll<HTMLElement>('dl.fields')].map((one) => one.innerText).join();
  const text = (): string =>
    tag in details
      ? fields()
      : ([...el.shadowRoot!.querySelectorAll<HTMLElement>('.lrow[data-id], .card')]
          .map((one) => one.innerText)
          .find((one) => one.includes('The one')) ?? '');
  const says: Shown['says'] = async (words, not = []) => {
    await waitUntil(
      () => words.every((one) => text().includes(one)) && !not.some((one) => text().includes(one)),
      `${words.join()}, and not ${not.join()}`,
    ).catch((thrown: Error) => {
      throw new Error(`${thrown.message}: ${text()}`);
    });
  };
  await says(['Grace Hopper', 'Ironworks']);
  return { store, other, says };
}

for (const tag of tags)
  describe(`<${tag}>: whom a custom field names is another by now`, () => {
    it('says the new name where another tab, or this one, has renamed them, and the old one when that is taken back', async () => {
      const { store, other, says } = await stand(tag);
      await other.execute('person-edit', { id: 'grace', fields: { name: 'Grace Murray' } });
      await other.execute('organization-edit', { id: 'org-1', fields: { name: 'Steelworks' } });
      await says(['Grace Murray', 'Steelworks'], ['Hopper', 'Ironworks']);
      await store.execute('person-edit', { id: 'grace', fields: { name: 'Amazing Grace' } });
      await says(['Amazing Grace'], ['Murray']);
      await store.undo();
      await says(['Grace Murray'], ['Amazing']);
    });

    it('says who stayed after a merge, and the other one again when that is taken back', async () => {
      const { other, says } = await stand(tag);
      await other.execute('persons-merge', { ids: ['grace', 'admiral'], survivorId: 'admiral' });
      await says(['Admiral Hopper'], ['Grace']);
      await other.execute('person-edit', { id: 'admiral', fields: { name: 'Rear Admiral' } });
      await says(['Rear Admiral']);
      await other.undo();
      await other.undo();
      await says(['Grace Hopper'], ['Admiral']);
    });

    it('says no name of somebody who was deleted, until they are back', async () => {
      const { other, says } = await stand(tag);
      await other.execute('organizations-delete', { ids: ['org-1'] });
      await says(['Grace Hopper'], ['Ironworks']);
      await other.undo();
      await says(['Grace Hopper', 'Ironworks']);
    });
  });

describe('names that were read while somebody was renamed', () => {
  it('go by what was heard, and not by the older answer', async () => {
    const { namesIn } = await import('../../src/shared/record-names.js');
    const inner = memoryAdapter();
    await inner.commit([creation('person', aPerson({ id: 'grace', name: 'Grace Hopper' }))]);
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    let asked = 0;
    const own = (target: CrmAdapter, name: string | symbol): unknown => {
      const part: unknown = Reflect.get(target, name);
      return typeof part === 'function' ? (part.bind(target) as unknown) : part;
    };
    const slow = new Proxy(inner, {
      get: (target, name) =>
        name !== 'read'
          ? own(target, name)
          : async (...args: Parameters<CrmAdapter['read']>) => {
              const page = await target.read(...args);
              if (args[0].kind === 'person' && asked++ === 0) await held;
              return page;
            },
    });
    const store = storeOn(slow);
    const names = namesIn(store);
    expect(names.of('grace', 'person')).to.equal('');
    await waitUntil(() => asked === 1, 'it is being read');
    await storeOn(memoryAdapter({ beside: inner })).execute('person-edit', {
      id: 'grace',
      fields: { name: 'Grace Murray' },
    });
    await waitUntil(() => names.of('grace', 'person') === 'Grace Murray', 'heard');
    answer();
    await store.read({ kind: 'person', window: { offset: 0, limit: 1 } });
    expect(names.of('grace', 'person')).to.equal('Grace Murray');
  });
});
