/** Open filters that name a person or an organization which is merged into another one meanwhile. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define/deal-list.js';
import '../../src/define/deal-pipeline.js';
import '../../src/define/lead-inbox.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { handsCode as boardHands } from '../../src/elements/deal-pipeline/code.js';
import { handsCode as inboxHands } from '../../src/elements/lead-inbox/code.js';
import type { Filter } from '../../src/domain/filter.js';
import type { CrmStore } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { aBoard, aDeal, aField, aLead, anOrganization, aPerson, creation } from '../../src/testing/fixtures.js';
import { fetched } from '../support/code.js';

type Tag = 'deal-list' | 'deal-pipeline' | 'lead-inbox';
interface Shown {
  readonly el: HTMLElementTagNameMap[Tag];
  readonly store: CrmStore;
  /** Titles that can be read. */
  readonly says: (title: string) => boolean;
}

async function stand(tag: Tag, filter: Filter): Promise<Shown> {
  await setViewport({ width: 1280, height: 900 });
  await fetched(boardHands, inboxHands);
  const adapter = memoryAdapter();
  await adapter.commit([
    ...aBoard(),
    creation('field', aField({ id: 'by', name: 'Recommended by', type: 'person' })),
    ...['ada', 'ada-2', 'kurt'].map((id) => creation('person', aPerson({ id, name: `Person ${id}` }))),
    ...['wind', 'wind-2'].map((id) => creation('organization', anOrganization({ id, name: `Works ${id}` }))),
    creation(
      'lead',
      aLead({ id: 'l', title: 'The one', personId: 'ada-2', organizationId: 'wind-2', custom: { by: 'ada-2' } }),
    ),
    creation('lead', aLead({ id: 'o', title: 'Another', personId: 'kurt' })),
    creation(
      'deal',
      aDeal({ id: 'd', title: 'The one', personId: 'ada-2', organizationId: 'wind-2', custom: { by: 'ada-2' } }),
    ),
    creation('deal', aDeal({ id: 'e', title: 'Another', personId: 'kurt' })),
  ]);
  const store = createStore({ adapter, user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC', currency: 'EUR' });
  const frame = await fixture<HTMLElement>(html`<div style="inline-size: 1200px; block-size: 860px"></div>`);
  const el = Object.assign(document.createElement(tag), { store, filter });
  frame.append(el);
  const says = (title: string): boolean =>
    [...el.shadowRoot!.querySelectorAll<HTMLElement>('[role=row], .card')].some((one) => one.innerText.includes(title));
  await waitUntil(() => says('The one') && !says('Another'), 'what it asks for');
  return { el, store, says };
}

for (const tag of ['lead-inbox', 'deal-list', 'deal-pipeline'] as const)
  describe(`<${tag}>: whom its filter names is merged away`, () => {
    it('goes on showing what it meant, and asks for the other one again when that is back', async () => {
      const filter: Filter = [{ field: 'personId', op: 'in', value: ['ada-2'] }];
      const { el, store, says } = await stand(tag, filter);
      let told = 0;
      el.addEventListener('view-changed', () => told++);
      await store.execute('persons-merge', { ids: ['ada', 'ada-2'], survivorId: 'ada' });
      await waitUntil(() => JSON.stringify(el.filter).includes('"ada"'), 'it names the one that stayed');
      expect(el.filter).to.deep.equal([{ field: 'personId', op: 'in', value: ['ada'] }]);
      await waitUntil(() => says('The one') && !says('Another'), 'the same is shown');
      await store.undo();
      await waitUntil(() => JSON.stringify(el.filter).includes('"ada-2"'), 'it names the other one again');
      expect(el.filter).to.deep.equal(filter);
      await waitUntil(() => says('The one') && !says('Another'), 'the same is shown');
      expect(told, 'nobody has set it up').to.equal(0);
    });

    it('in groups and custom fields, of organizations, too; what was changed since is not led back', async () => {
      const { el, store, says } = await stand(tag, [
        {
          any: [
            { field: 'custom.by', op: 'is', value: 'ada-2' },
            { field: 'organizationId', op: 'is', value: 'wind-2' },
          ],
        },
      ] as unknown as Filter);
      await store.execute('organizations-merge', { ids: ['wind', 'wind-2'], survivorId: 'wind' });
      await store.execute('persons-merge', { ids: ['ada', 'ada-2'], survivorId: 'ada' });
      const both = [
        {
          any: [
            { field: 'custom.by', op: 'is', value: 'ada' },
            { field: 'organizationId', op: 'is', value: 'wind' },
          ],
        },
      ];
      await waitUntil(() => JSON.stringify(el.filter) === JSON.stringify(both), 'it names those that stayed');
      await waitUntil(() => says('The one') && !says('Another'), 'the same is shown');
      const own: Filter = [{ field: 'personId', op: 'in', value: ['ada'] }];
      el.filter = own;
      await store.undo();
      await store.read({ kind: 'person', window: { offset: 0, limit: 1 } });
      expect(el.filter).to.deep.equal(own);
    });
  });
