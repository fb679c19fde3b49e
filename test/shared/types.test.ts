import { expect } from '@open-wc/testing';
import { IntentEvent } from '../../src/events.js';
import type { CrmProvider } from '../../src/elements/crm-provider/crm-provider.js';
import type { Deal, Lead } from '../../src/domain/records.js';
import { stand } from './support/stand.js';

/** What a host's own TypeScript knows. Most of it is checked by the compiler; a name that is lost does not build. */
type Is<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(value: T): T => value;

describe('types for hosts', () => {
  it('know the tags and their properties', () => {
    holds<Is<HTMLElementTagNameMap['crm-provider'], CrmProvider>>(true);
    const provider: CrmProvider | null = document.querySelector('crm-provider');
    expect(provider).to.equal(null);
  });

  it('know intents, facts and openings wherever one listens', async () => {
    const { store } = await stand(1);
    const ending = new AbortController();
    const options = { signal: ending.signal };
    const titles: string[] = [];
    document.addEventListener('leads-convert', (event) => event.plan.drafts[0]?.refuse('x'), options);
    document.body.addEventListener(
      'leads-convert',
      (event) => {
        holds<Is<(typeof event)['plan']['drafts'][number]['join'], string | null>>(true);
        for (const draft of event.plan.drafts) draft.fields.title &&= draft.fields.title.trim();
        titles.push(event.plan.drafts[0]?.fields.title ?? '');
      },
      options,
    );
    window.addEventListener('lead-open', (event) => titles.push(event.detail.id ?? ''), options);
    document.addEventListener('leads-converted', (event) => void event.detail.outcomes[0]?.dealId, options);
    const plan = await store.plan('leads-convert', { ids: ['lead-1'] });
    document.body.dispatchEvent(new IntentEvent(plan, ending.signal, () => undefined));
    expect(titles).to.deep.equal(['Lead 1']);
    expect(plan.drafts[0]?.refused).to.equal('x');
    ending.abort();
  });

  it('know what a store answers with', async () => {
    const { store } = await stand(1);
    const { records } = await store.read({ kind: 'lead', window: { offset: 0, limit: 1 } });
    holds<Is<(typeof records)[number], Lead>>(true);
    const row: Deal | undefined = store.list({ kind: 'deal' }).row(0);
    expect(row).to.equal(undefined);
    expect(records[0]?.title).to.equal('Lead 1');
  });
});
