/** Open filters whose person was merged away before the later code of the view was there to hear of it. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define/deal-list.js';
import '../../src/define/deal-pipeline.js';
import '../../src/define/lead-inbox.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Filter } from '../../src/domain/filter.js';
import type { CrmStore } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { aBoard, aDeal, aField, aLead, aPerson, creation } from '../../src/testing/fixtures.js';

const tags = ['lead-inbox', 'deal-list', 'deal-pipeline'] as const;
type Tag = (typeof tags)[number];

/** Its later code is not brought here: it comes as on a page. */
async function stand(): Promise<CrmStore> {
  await setViewport({ width: 1280, height: 900 });
  const adapter = memoryAdapter();
  await adapter.commit([
    ...aBoard(),
    creation('field', aField({ id: 'by', name: 'Recommended by', type: 'person' })),
    ...['ada', 'ada-2', 'kurt'].map((id) => creation('person', aPerson({ id, name: `Person ${id}` }))),
    creation('lead', aLead({ id: 'l', title: 'The one', personId: 'ada-2', custom: { by: 'ada-2' } })),
    creation('lead', aLead({ id: 'o', title: 'Another', personId: 'kurt' })),
    creation('deal', aDeal({ id: 'd', title: 'The one', personId: 'ada-2', custom: { by: 'ada-2' } })),
    creation('deal', aDeal({ id: 'e', title: 'Another', personId: 'kurt' })),
  ]);
  return createStore({ adapter, user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC', currency: 'EUR' });
}

async function show(tag: Tag, store: CrmStore, filter: Filter): Promise<HTMLElementTagNameMap[Tag]> {
  const frame = await fixture<HTMLElement>(html`<div style="inline-size: 1200px; block-size: 860px"></div>`);
  const el = Object.assign(document.createElement(tag), { store, filter });
  frame.append(el);
  return el;
}

const says = (el: HTMLElement, title: string): boolean =>
  [...el.shadowRoot!.querySelectorAll<HTMLElement>('[role=row], .card')].some((one) => one.innerText.includes(title));
const shown = (el: HTMLElement): Promise<void> =>
  waitUntil(() => says(el, 'The one') && !says(el, 'Another'), 'what it asks for');

const byPerson = (id: string): Filter => [{ field: 'personId', op: 'in', value: [id] }];
const byField = (id: string): Filter => [{ field: 'custom.by', op: 'is', value: id }] as unknown as Filter;

for (const tag of tags)
  describe(`<${tag}>: whom its filter names was merged away before it could hear of it`, () => {
    it('goes on showing what it meant where that is done while it is coming', async () => {
      const store = await stand();
      const el = await show(tag, store, byPerson('ada-2'));
      await store.execute('persons-merge', { ids: ['ada', 'ada-2'], survivorId: 'ada' });
      await waitUntil(() => JSON.stringify(el.filter) === JSON.stringify(byPerson('ada')), 'it names who stayed');
      await shown(el);
      await store.undo();
      await waitUntil(() => JSON.stringify(el.filter) === JSON.stringify(byPerson('ada-2')), 'and the other one again');
      await shown(el);
    });

    it('finds who stayed where it was done before, by a custom field, too', async () => {
      const store = await stand();
      await store.execute('persons-merge', { ids: ['ada', 'ada-2'], survivorId: 'ada' });
      const el = await show(tag, store, byField('ada-2'));
      await waitUntil(() => JSON.stringify(el.filter) === JSON.stringify(byField('ada')), 'it names who stayed');
      await shown(el);
    });

    it('leaves as it is what names somebody who is there, or was deleted', async () => {
      const store = await stand();
      const filter: Filter = [{ field: 'personId', op: 'in', value: ['ada-2', 'gone'] }];
      const el = await show(tag, store, filter);
      await shown(el);
      expect(el.filter).to.deep.equal(filter);
    });
  });
