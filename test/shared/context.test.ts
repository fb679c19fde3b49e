import { expect } from '@open-wc/testing';
import { ContextConsumer, ContextProvider, createContext } from '@lit/context';
import { LitElement } from 'lit';
import { provide } from '../../src/shared/context-protocol.js';

const context = createContext<string>(Symbol('test'));

class Asks extends LitElement {
  readonly asked = new ContextConsumer(this, { context, subscribe: true });
}
class Ours extends LitElement {
  constructor() {
    super();
    provide(this, context, 'ours');
  }
}
class Theirs extends LitElement {
  readonly provider = new ContextProvider(this, { context, initialValue: 'theirs' });
}
class Both extends Ours {
  readonly asked = new ContextConsumer(this, { context, subscribe: true });
}
customElements.define('test-context-asks', Asks);
customElements.define('test-context-ours', Ours);
customElements.define('test-context-theirs', Theirs);
customElements.define('test-context-both', Both);

const make = <E extends LitElement>(tag: string): E => document.createElement(tag) as E;

describe('the context protocol', () => {
  let box: HTMLElement;
  beforeEach(() => (box = document.body.appendChild(document.createElement('main'))));
  afterEach(() => box.remove());

  it('serves consumers of @lit/context', () => {
    const [outer, inner] = [make<Ours>('test-context-ours'), make<Asks>('test-context-asks')];
    outer.append(inner);
    box.append(outer);
    expect(inner.asked.value).to.equal('ours');
  });

  it('hands them over to a provider that comes to be between, whoever made it', () => {
    for (const [above, late, provider, value] of [
      ['test-context-ours', 'test-context-late-theirs', class extends Theirs {}, 'theirs'],
      ['test-context-theirs', 'test-context-late-ours', class extends Ours {}, 'ours'],
    ] as const) {
      const [outer, middle, inner] = [make(above), document.createElement(late), make<Asks>('test-context-asks')];
      middle.append(inner);
      outer.append(middle);
      box.append(outer);
      expect(inner.asked.value).to.not.equal(value);
      customElements.define(late, provider);
      expect(inner.asked.value).to.equal(value);
    }
  });

  it('does not serve the provider itself, and what it says does not go further up', () => {
    const [outer, inner] = [make<Theirs>('test-context-theirs'), make<Both>('test-context-both')];
    const heard: string[] = [];
    for (const name of ['context-request', 'context-provider']) box.addEventListener(name, () => heard.push(name));
    outer.append(inner);
    box.append(outer);
    expect(inner.asked.value).to.equal('theirs');
    heard.length = 0;
    const asks = make<Asks>('test-context-asks');
    inner.append(asks);
    expect(asks.asked.value).to.equal('ours');
    expect(heard).to.deep.equal([]);
  });
});
