/** R35: scripts come in any order, and so do the elements of a page. */
import { expect, waitUntil } from '@open-wc/testing';
import { CrmProvider } from '../../src/elements/crm-provider/crm-provider.js';
import { DealDetail } from '../../src/elements/deal-detail/deal-detail.js';
import { DealPipeline } from '../../src/elements/deal-pipeline/deal-pipeline.js';
import { LeadDetail } from '../../src/elements/lead-detail/lead-detail.js';
import { LeadInbox } from '../../src/elements/lead-inbox/lead-inbox.js';
import { page } from '../../src/shared/page.js';
import { aDeal, creation } from '../../src/testing/fixtures.js';
import { memoryWith } from '../shared/support/stand.js';

/** What is registered, what it is called without a prefix, and what it shows once it has found its store. */
const classes = {
  provider: ['crm-provider', CrmProvider, ''],
  inbox: ['lead-inbox', LeadInbox, 'Lead 1'],
  board: ['deal-pipeline', DealPipeline, 'Copper roof'],
  lead: ['lead-detail', LeadDetail, 'Lead 1'],
  deal: ['deal-detail', DealDetail, 'Copper roof'],
} as const;
type Part = keyof typeof classes | 'markup';
const shown = ['inbox', 'board', 'lead', 'deal'] as const;

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) => permutations(items.filter((_, at) => at !== i)).map((rest) => [item, ...rest]));
}

describe('definitions and elements', () => {
  const orders = permutations(Object.keys(classes) as (keyof typeof classes)[]);
  let serial = 0;

  /** Defines under names of its own and makes the markup, in this order; waits until everything shows its records. */
  async function begin(order: readonly Part[]): Promise<void> {
    const n = serial++;
    const adapter = await memoryWith(2, [creation('deal', aDeal({ title: 'Copper roof' }))]);
    const box = document.body.appendChild(document.createElement('div'));
    const tag = (part: keyof typeof classes): string => `o${n}-${classes[part][0]}`;
    for (const part of order) {
      if (part === 'markup') {
        box.innerHTML = `<${tag('provider')}>${shown
          .map((one) => `<${tag(one)} lead-id="lead-1" deal-id="deal-1"></${tag(one)}>`)
          .join('')}</${tag('provider')}>`;
        // As a script that does not wait for the definition.
        Object.assign(box.firstElementChild!, { adapter });
      } else customElements.define(tag(part), class extends (classes[part][1] as typeof CrmProvider) {});
      await Promise.resolve();
    }
    for (const one of shown)
      await waitUntil(
        () => box.querySelector(tag(one))!.shadowRoot?.textContent?.includes(classes[one][2]),
        `${one}, after ${order.join(', ')}`,
      );
    box.remove();
  }

  it('R35: the elements themselves work in all orders of definition, before and after the markup', async function () {
    this.timeout(240_000);
    expect(orders).to.have.length(120);
    // The markup takes each place in turn: over all orders every element is met before and after every other.
    for (const [n, order] of orders.entries()) {
      const at = n % 6;
      await begin([...order.slice(0, at), 'markup', ...order.slice(at)]);
    }
    expect(page().fallback, 'nobody opened the default store').to.equal(null);
  });
});
