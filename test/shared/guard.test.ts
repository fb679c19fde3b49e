import { expect } from '@open-wc/testing';
import { intend } from '../../src/shared/intend.js';
import { dealsOf, heard, stand } from './support/stand.js';

/** R29: one deal and one event, however often it is pressed. */
describe('the guard over a lead', () => {
  it('takes 50 clicks in one task for one, from two elements', async () => {
    const { store } = await stand(2);
    const hosts = [document.createElement('p'), document.createElement('p')] as const;
    document.body.append(...hosts);
    const seen = heard('leads-convert', 'leads-converted');
    const runs = [...Array(50).keys()].map((i) => intend(hosts[i % 2]!, store, 'leads-convert', { ids: ['lead-1'] }));
    const results = (await Promise.all(runs)).filter((result) => result !== null);
    expect(results).to.have.length(1);
    expect(seen.events.map(({ type }) => type)).to.deep.equal(['leads-convert', 'leads-converted']);
    expect(await dealsOf(store)).to.have.length(1);
    seen.stop();
    hosts.forEach((host) => host.remove());
    store.close();
  });

  it('lets a bulk conversion go on with the leads nobody holds', async () => {
    const { store } = await stand(3);
    const host = document.body.appendChild(document.createElement('p'));
    const [one, many] = await Promise.all([
      intend(host, store, 'leads-convert', { ids: ['lead-2'] }),
      intend(host, store, 'leads-convert', { ids: ['lead-1', 'lead-2', 'lead-3'] }),
    ]);
    expect(one?.outcomes.map(({ id }) => id)).to.deep.equal(['lead-2']);
    expect(many?.outcomes.map(({ id }) => id)).to.deep.equal(['lead-1', 'lead-3']);
    expect(await dealsOf(store)).to.have.length(3);
    host.remove();
    store.close();
  });

  it('makes one lead of a form that is sent twice, and two of two', async () => {
    const { store } = await stand(0);
    const host = document.body.appendChild(document.createElement('p'));
    const input = { title: 'Twice', person: { id: 'person-1' } };
    const both = await Promise.all([
      intend(host, store, 'lead-add', input),
      intend(host, store, 'lead-add', { ...input }),
    ]);
    expect(both.filter((result) => result !== null)).to.have.length(1);
    expect(await intend(host, store, 'lead-add', input), 'later it is a wish').not.to.equal(null);
    const { total } = await store.read({ kind: 'lead', window: { offset: 0, limit: 5 } });
    expect(total).to.equal(2);
    host.remove();
    store.close();
  });

  it('is free again after a veto', async () => {
    const { store } = await stand(1);
    const host = document.body.appendChild(document.createElement('p'));
    host.addEventListener('leads-convert', (event) => event.preventDefault(), { once: true });
    expect(await intend(host, store, 'leads-convert', { ids: ['lead-1'] })).to.equal(null);
    expect((await intend(host, store, 'leads-convert', { ids: ['lead-1'] }))?.outcomes[0]?.state).to.equal('done');
    host.remove();
    store.close();
  });
});
