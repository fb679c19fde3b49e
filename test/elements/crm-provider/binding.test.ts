import { expect, waitUntil } from '@open-wc/testing';
import { CrmProvider } from '../../../src/elements/crm-provider/crm-provider.js';
import { crmContext } from '../../../src/shared/context.js';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import type { CrmStore } from '../../../src/store/api.js';
import { page } from '../../../src/shared/page.js';
import { LeadCount, memoryWith, stand } from '../../shared/support/stand.js';

customElements.define('crm-provider', class extends CrmProvider {});
customElements.define('lead-count', class extends LeadCount {});

type Count = LeadCount;

function provider(adapter: CrmAdapter | null): CrmProvider {
  const element = document.createElement('crm-provider');
  element.adapter = adapter;
  return element;
}
const count = (): Count => document.createElement('lead-count') as Count;
const shows = (element: Count, text: string): Promise<void> =>
  waitUntil(() => element.text === text, `shows "${element.text}" instead of "${text}"`);

describe('finding the provider', () => {
  let box: HTMLElement;
  beforeEach(() => (box = document.body.appendChild(document.createElement('main'))));
  afterEach(() => box.remove());

  /** All orders of these five: the provider, three consumers, and the markup that holds them. */
  const parts = ['provider', 'a', 'b', 'c', 'markup'] as const;
  const orders = permutations(parts);

  it(`works in all ${orders.length} orders of definition and creation`, async () => {
    expect(orders).to.have.length(120);
    const adapter = await memoryWith(3);
    for (const [n, order] of orders.entries()) {
      const tag = (part: string): string => (part === 'provider' ? `o${n}-crm-provider` : `o${n}-count-${part}`);
      const define: Record<string, () => void> = {
        provider: () => customElements.define(tag('provider'), class extends CrmProvider {}),
        markup: () => {
          const outer = document.createElement(tag('provider'));
          // Set before the upgrade in half of the orders, as frameworks do.
          Object.assign(outer, { adapter });
          for (const part of ['a', 'b', 'c']) outer.append(document.createElement(tag(part)));
          box.append(outer);
        },
      };
      for (const part of ['a', 'b', 'c'])
        define[part] = () => customElements.define(tag(part), class extends LeadCount {});
      for (const part of order) {
        define[part]!();
        await Promise.resolve();
      }
      const elements = ['a', 'b', 'c'].map((part) => box.querySelector<Count>(tag(part))!);
      await waitUntil(
        () => elements.every((element) => element.text === '3'),
        `${order.join(', ')}: ${elements.map(({ text }) => text).join()}`,
      );
      box.replaceChildren();
    }
    expect(page().fallback, 'nobody opened the default store').to.equal(null);
  });

  it('waits for an inner provider that is not upgraded yet, though an outer one would serve', async () => {
    const outer = provider(await memoryWith(1));
    const inner = document.createElement('late-crm-provider') as CrmProvider;
    const element = count();
    inner.append(element);
    outer.append(inner);
    box.append(outer);
    await element.updateComplete;
    expect(element.text).to.equal('waiting');
    Object.assign(inner, { adapter: await memoryWith(2) });
    customElements.define('late-crm-provider', class extends CrmProvider {});
    await shows(element, '2');
  });

  it('follows a provider that is put between, taken out and replaced', async () => {
    const outer = provider(await memoryWith(1));
    const element = count();
    outer.append(element);
    box.append(outer);
    await shows(element, '1');
    const inner = provider(await memoryWith(2));
    outer.append(inner);
    inner.append(element);
    await shows(element, '2');
    outer.append(element);
    inner.remove();
    await shows(element, '1');
    outer.adapter = await memoryWith(4);
    await shows(element, '4');
    outer.adapter = null;
    await shows(element, 'waiting');
    outer.store = (await stand(5)).store;
    await shows(element, '5');
  });

  it('works through shadow roots and slots', async () => {
    const host = box.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'open' });
    const inside = provider(await memoryWith(6));
    inside.append(document.createElement('slot'));
    root.append(inside);
    const element = count();
    host.append(element);
    await shows(element, '6');
  });

  it('works for a cloned tree', async () => {
    const first = provider(await memoryWith(1));
    first.append(count());
    const clone = first.cloneNode(true) as CrmProvider;
    clone.adapter = await memoryWith(7);
    box.append(clone);
    await shows(clone.querySelector<Count>('lead-count')!, '7');
  });

  it('is silent about a store of its own', async () => {
    const outer = provider(await memoryWith(1));
    const element = count();
    element.store = (await stand(8)).store;
    outer.append(element);
    box.append(outer);
    await shows(element, '8');
    element.store = null;
    element.requestUpdate();
    await shows(element, '1');
  });

  it('keeps its live query over a move, and is not drawn for it', async () => {
    const outer = provider(await memoryWith(2));
    const [left, right] = [document.createElement('p'), document.createElement('p')];
    outer.append(left, right);
    const element = count();
    left.append(element);
    box.append(outer);
    await shows(element, '2');
    const { value } = element.leads;
    const { renders } = element;
    right.append(element);
    await element.updateComplete;
    if ('moveBefore' in left)
      (left as unknown as { moveBefore(node: Node, before: Node | null): void }).moveBefore(element, null);
    await element.updateComplete;
    expect(element.leads.value).to.equal(value);
    expect(element.renders).to.equal(renders);
  });

  it('lets go of the store when it leaves the page, and takes it again', async () => {
    const outer = provider(await memoryWith(2));
    const element = count();
    outer.append(element);
    box.append(outer);
    await shows(element, '2');
    const { store } = element.crm;
    element.remove();
    await Promise.resolve();
    expect(element.crm.store).to.equal(null);
    await store!.addLead({ title: 'While it was away', person: { id: 'person-1' } });
    expect(element.text, 'an element that is out of the page is left alone').to.equal('2');
    outer.append(element);
    await shows(element, '3');
  });
});

describe('copies of the kit', () => {
  let box: HTMLElement;
  beforeEach(() => (box = document.body.appendChild(document.createElement('main'))));
  afterEach(() => box.remove());

  it('serves and is served across minor versions, which only share the key', async () => {
    const { store } = await stand(9);
    expect(crmContext).to.equal(Symbol.for('crm-elements/store@1'));
    customElements.define('next-crm-provider', otherKit(store, Symbol.for('crm-elements/store@1')));
    const outer = document.createElement('next-crm-provider');
    const element = count();
    outer.append(element);
    box.append(outer);
    await shows(element, '9');
    expect(element.crm.crm?.version).to.equal('1.9.0');
  });

  it('says so, and shows nothing, where the provider is of another major version', async () => {
    const { store } = await stand(9);
    customElements.define('major-crm-provider', otherKit(store, Symbol.for('crm-elements/store@2')));
    const outer = document.createElement('major-crm-provider');
    const element = count();
    outer.append(element);
    box.append(outer);
    await shows(element, 'mismatch');
    expect(element.crm.store).to.equal(null);
  });
});

/** A provider as another version of the kit would have it: the protocol and the key are all they share. */
function otherKit(store: CrmStore, key: symbol): CustomElementConstructor {
  return class extends HTMLElement {
    constructor() {
      super();
      this.addEventListener('context-request', (event) => {
        const request = event as Event & { context: unknown; callback: (crm: unknown, leave: () => void) => void };
        if (request.context !== key) return;
        event.stopPropagation();
        const crm = {
          version: '1.9.0',
          state: 'ready',
          store,
          error: null,
          current: { lead: null, deal: null },
          element: this,
        };
        request.callback(
          { ...crm, subscribe: () => () => undefined, retry: () => undefined, later: 'unknown here' },
          () => undefined,
        );
      });
    }
  };
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}
