/** What somebody may do is often known only after the page is there: controls follow, without anything else having changed. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Change } from '../../src/domain/change.js';
import type { CrmProvider } from '../../src/elements/crm-provider/crm-provider.js';
import { aDeal, aLead, anActivity, creation } from '../../src/testing/fixtures.js';
import { ground } from '../shared/support/detail-stand.js';
import { fetched } from '../support/code.js';

const world: readonly Change[] = [
  ...ground,
  creation('lead', aLead({ id: 'lead', title: 'Cranes', personId: 'person-1' })),
  creation('deal', aDeal({ id: 'deal', title: 'Hall of cranes', personId: 'person-1' })),
  creation('activity', anActivity({ id: 'act', dealId: 'deal', due: '2026-11-24' })),
];

const why = 'Ask Robin for it.';

/** What of each element is looked at: from its head, and what is drawn only where something in it has changed. */
const all: readonly (readonly [tag: keyof HTMLElementTagNameMap, set: object, controls: readonly string[]])[] = [
  ['lead-inbox', {}, ['[data-add]', '.lrow[data-id=lead] [data-do=convert]']],
  ['deal-pipeline', {}, ['[data-add-deal]', '[data-add]']],
  ['contact-list', {}, ['[data-add]']],
  ['activity-list', {}, ['[data-plan]']],
  ['lead-detail', { leadId: 'lead' }, ['[data-act=convert]', '[data-edit=lead-title]']],
  ['deal-detail', { dealId: 'deal' }, ['[data-act=win]', '[data-stage=stage-2]', '[aria-label="Done: Call back"]']],
  ['contact-detail', { personId: 'person-1' }, ['[data-edit=person-1-name]', '[data-add-point=emails]']],
];

for (const [tag, set, controls] of all)
  it(`${tag}: says why something may no longer be done as soon as the page says so, and lets it be done again`, async () => {
    await setViewport({ width: 1200, height: 900 });
    await fetched();
    const adapter = memoryAdapter();
    await adapter.commit(world);
    const provider = await fixture<CrmProvider>(html`
      <crm-provider .adapter=${adapter} .user=${{ id: 'user-1', name: 'Robin' }} time-zone="UTC"></crm-provider>
    `);
    const element = Object.assign(document.createElement(tag), set) as HTMLElement;
    element.style.blockSize = '860px';
    provider.append(element);
    const found = (selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);
    const said = () =>
      controls.map((selector) => `${found(selector)?.ariaDisabled === 'true'} ${found(selector)?.title}`);
    // The buttons of a row are drawn for the one in which the focus is.
    await waitUntil(() => found('.lrow[data-id=lead]') !== null || tag !== 'lead-inbox', 'the row');
    found('.lrow[data-id=lead]')?.focus();
    await waitUntil(() => controls.every((selector) => found(selector) !== null), 'the controls');
    const before = said();
    expect(before.some((each) => each.startsWith('true') || each.includes(why))).to.equal(false);
    provider.can = () => why;
    await waitUntil(() => said().every((each) => each === `true ${why}`), 'each says why');
    provider.can = () => true;
    await waitUntil(() => said().join() === before.join(), 'as before');
  });
