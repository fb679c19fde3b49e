/** A page that has written its provider before the kit's script comes. */
import { expect } from '@open-wc/testing';

describe('a provider that the page has written already', () => {
  it('has its database opened before there are elements', async () => {
    const seen: string[] = [];
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (this: IDBFactory, ...asked: Parameters<typeof open>) {
      seen.push(`${asked[0]} ${customElements.get('crm-provider') ? 'after' : 'before'} the elements`);
      return open.apply(this, asked);
    };
    const provider = document.createElement('crm-provider');
    provider.setAttribute('database', 'expected-here');
    const waiting = document.createElement('crm-provider');
    document.body.append(provider, waiting);
    await import('../../src/define/crm-provider.js');
    expect(seen).to.deep.equal(['expected-here before the elements']);
    IDBFactory.prototype.open = open;
    provider.remove();
    waiting.remove();
  });
});
