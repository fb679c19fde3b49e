import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import { daysInStages } from '../../../src/elements/deal-detail/stays.js';
import type { Change } from '../../../src/domain/change.js';
import type { Deal } from '../../../src/domain/records.js';
import { aDeal, aField, aLead, aNote, aStage, creation, edit } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press, still, text, type } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const deal = (fields: Partial<Deal> = {}): Change =>
  creation(
    'deal',
    aDeal({
      id: 'one',
      title: 'Hall of cranes',
      personId: 'person-1',
      organizationId: 'organization-1',
      value: { amount: '84500', currency: 'EUR' },
      expectedClose: '2026-11-30',
      createdAt: '2026-11-08T12:00:00.000Z',
      stageHistory: [
        { stageId: 'stage-1', at: '2026-11-08T12:00:00.000Z' },
        { stageId: 'stage-2', at: '2026-11-12T12:00:00.000Z' },
      ],
      stageId: 'stage-2',
      ...fields,
    }),
  );

function stand(
  changes: readonly Change[] = [deal()],
  options: Parameters<typeof detailStand>[2] & { id?: string } = {},
): Promise<DetailStand<DealDetail>> {
  const { id = 'one', ...rest } = options;
  return detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: id }), changes, {
    width: 1000,
    ...rest,
  });
}
const stored = async (store: DetailStand<DealDetail>['store']): Promise<Deal> =>
  (await store.read({ kind: 'deal', where: { field: 'id', op: 'is', value: 'one' }, window: { offset: 0, limit: 1 } }))
    .records[0]!;

describe('<deal-detail>: what it shows', () => {
  it('says where the deal stands and for how many days, what it is worth and how likely', async () => {
    const { detail } = await stand();
    await waitUntil(() => detail.shadowRoot?.querySelector('.stages') != null);
    const stages = [...detail.shadowRoot!.querySelectorAll('.stages button')].map(
      (each) => each.getAttribute('aria-label') ?? '',
    );
    expect(stages[0]).to.match(/, 4 days\. Move deal here$/);
    expect(stages[1]).to.match(/, 11 days\. The deal stands here$/);
    expect(stages[2]).to.match(/, not reached\. Move deal here$/);
    expect(text(detail, '[part=summary]')).to.contain('in 7 days').and.to.contain('from stage');
  });

  it('counts days of every visit to a stage, and stops when the deal is closed', () => {
    const visit = (stageId: string, day: number) => ({
      stageId,
      at: `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`,
    });
    const days = daysInStages(
      { stageHistory: [visit('a', 1), visit('b', 3), visit('a', 4)], closedAt: '2026-11-10T00:00:00.000Z' },
      Date.parse('2026-12-24T00:00:00Z'),
    );
    expect([...days]).to.deep.equal([
      ['a', 8],
      ['b', 1],
    ]);
  });

  it('tells that it was a lead, with what came along, and which notes are older than the deal', async () => {
    const { detail, store } = await stand(
      [
        creation('lead', aLead({ id: 'lead', title: 'Was a lead', sourceName: 'Web form' })),
        creation('note', aNote({ id: 'n', leadId: 'lead', text: 'From before' })),
      ],
      { id: '' },
    );
    const result = await store.convertLeads(['lead']);
    detail.dealId = result.outcomes[0]?.dealId ?? '';
    await waitUntil(
      () => detail.shadowRoot?.querySelector('.tl')?.textContent?.includes('converted the lead to this deal') === true,
      'the conversion',
    );
    expect(text(detail, '.tl'))
      .to.contain('with 1 note')
      .and.to.contain('while a lead')
      .and.to.contain('from Web form');
    expect(text(detail, '[part=summary]')).to.contain('Lead, Web form');
  });

  it('shows its parts as tabs where it is narrow', async () => {
    const { detail } = await stand([deal()], { width: 390 });
    expect(one(detail, '.work').checkVisibility()).to.equal(true);
    expect(one(detail, '.side').checkVisibility()).to.equal(false);
    await press(one(detail, '#tab-summary'));
    await detail.updateComplete;
    expect(one(detail, '.work').checkVisibility()).to.equal(false);
    expect(one(detail, '.side').checkVisibility()).to.equal(true);
  });
});

describe('<deal-detail>: moving', () => {
  it('moves by a press on a segment', async () => {
    const { detail, store } = await stand();
    await press(one(detail, '[data-stage=stage-3]'));
    await waitUntil(async () => (await stored(store)).stageId === 'stage-3');
    await waitUntil(() => one(detail, '[data-stage=stage-3]').getAttribute('aria-current') === 'step');
    expect(text(detail, '.tl')).to.contain('Robin moved the deal');
  });

  it('moves by keyboard: arrows along the bar, Enter', async () => {
    const { detail, store } = await stand();
    one(detail, '[data-stage=stage-2]').focus();
    await keys('ArrowLeft');
    expect(detail.shadowRoot?.activeElement?.getAttribute('data-stage')).to.equal('stage-1');
    await keys('Enter');
    await waitUntil(async () => (await stored(store)).stageId === 'stage-1');
    await waitUntil(
      () => detail.shadowRoot?.activeElement?.getAttribute('data-stage') === 'stage-1',
      'the focus stays with the stage',
    );
  });

  it('asks for what a won deal needs, and writes answers and win at once', async () => {
    const asking = [edit('pipeline', 'pipeline-1', { wonFields: [[], ['expectedClose']] })];
    const { detail, store } = await stand([deal({ expectedClose: null }), ...asking]);
    await press(one(detail, '[data-act=win]'));
    await waitUntil(() => detail.shadowRoot?.querySelector('dialog[open]') !== null);
    expect(text(detail, 'dialog')).to.contain('A won deal needs more');
    await keys('Escape');
    expect((await stored(store)).status).to.equal('open');
    await press(one(detail, '[data-act=win]'));
    await waitUntil(() => detail.shadowRoot?.querySelector('dialog[open]') !== null);
    const day = detail.shadowRoot!.querySelector<HTMLInputElement>('#answer-expectedClose')!;
    day.value = '2026-12-24';
    day.dispatchEvent(new Event('change', { bubbles: true }));
    await press(one(detail, 'dialog [type=submit]'));
    await waitUntil(async () => (await stored(store)).status === 'won');
    expect((await stored(store)).expectedClose).to.equal('2026-12-24');
  });

  it('asks for what the stage needs, and writes answers and move at once', async () => {
    const asking = [
      creation('field', aField({ id: 'who', name: 'Decision maker', type: 'text' })),
      creation('stage', aStage({ id: 'stage-4', name: 'Demo', rank: 'a9', requiredFields: ['custom.who'] })),
    ];
    const { detail, store } = await stand([deal(), ...asking]);
    await press(one(detail, '[data-stage=stage-4]'));
    await waitUntil(() => detail.shadowRoot?.querySelector('dialog[open] input') != null);
    await type('Ada');
    await keys('Enter');
    await waitUntil(async () => (await stored(store)).stageId === 'stage-4');
    expect((await stored(store)).custom['who']).to.equal('Ada');
  });

  it('leaves the deal where it was when the page says no', async () => {
    const { detail, store } = await stand();
    detail.addEventListener('deal-move', (event) => event.preventDefault());
    await press(one(detail, '[data-stage=stage-3]'));
    await waitUntil(() => text(detail, '.banners').includes('was not moved'));
    expect((await stored(store)).stageId).to.equal('stage-2');
  });
});

describe('<deal-detail>: how it ends', () => {
  it('is won, says so, and is reopened', async () => {
    const { detail, store } = await stand();
    await press(one(detail, '[data-act=win]'));
    await waitUntil(() => detail.shadowRoot?.querySelector('.banner--positive.closed') != null);
    expect(text(detail, '.closed')).to.contain('Won').and.to.contain('15 days after it was added');
    expect(one(detail, '[data-stage=stage-3]').getAttribute('aria-disabled')).to.equal('true');
    await press(one(detail, '[data-act=reopen]'));
    await waitUntil(async () => (await stored(store)).status === 'open');
    // The history keeps both, though the deal itself is as it was.
    await waitUntil(() => text(detail, '[part=history]').includes('Robin reopened the deal'));
    expect(text(detail, '[part=history]')).to.match(/reopened the deal.*Robin won the deal/);
    await press(one(detail, '[data-act=win]'));
    await waitUntil(
      () => text(detail, '[part=history]').match(/won the deal/g)?.length === 2,
      'and that it is won again',
    );
  });

  it('is lost with a reason and a comment', async () => {
    const { detail, store } = await stand();
    await press(one(detail, '[data-act=lose]'));
    await waitUntil(() => detail.shadowRoot?.querySelector('dialog[open] input[type=radio]') != null);
    await press(one(detail, 'dialog[open] .menu-item:nth-of-type(2)'));
    await press(one(detail, '#lost-comment'));
    await type('Again in spring');
    await press(one(detail, 'dialog[open] [type=submit]'));
    await waitUntil(async () => (await stored(store)).status === 'lost');
    await waitUntil(() => text(detail, '.closed').includes('Again in spring'));
    expect((await stored(store)).lostReason).to.equal('Chose a competitor');
  });

  it('changes why it was lost, beginning with what was said then', async () => {
    const { detail, store } = await stand([
      deal({
        status: 'lost',
        lostReason: 'Moved away',
        lostComment: 'To the coast',
        closedAt: '2026-11-20T12:00:00.000Z',
      }),
    ]);
    await press(named(detail, 'Change reason'));
    await waitUntil(() => detail.shadowRoot?.querySelector('dialog[open] #lost-comment') != null);
    expect(one<HTMLTextAreaElement>(detail, '#lost-comment').value).to.equal('To the coast');
    expect(one(detail, 'dialog input:checked').parentElement!.textContent.trim()).to.equal('Moved away');
    one(detail, '#lost-comment').focus();
    await type(' in May');
    await press(one(detail, 'dialog[open] [type=submit]'));
    await waitUntil(async () => (await stored(store)).lostComment === 'To the coast in May');
    expect((await stored(store)).lostReason).to.equal('Moved away');
  });

  it('goes to the trash after a question, and comes back', async () => {
    const { detail } = await stand();
    await press(named(detail, 'More actions'));
    await press(one(detail, '[popover] [data-id=delete]'));
    await press(one(detail, 'dialog[open] [type=submit]'));
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-restore]') != null);
    await press(one(detail, '[data-restore]'));
    await waitUntil(() => detail.shadowRoot?.querySelector('h2')?.textContent?.includes('Hall of cranes') === true);
  });
});

describe('<deal-detail>: editing', () => {
  it('takes a chance of its own, refuses what is none, and goes back to the stage’s', async () => {
    const { detail, store } = await stand();
    const chance = (): HTMLElement => named(detail, /^Chance: /);
    await press(chance());
    await type('180');
    await keys('Enter');
    await detail.updateComplete;
    expect(text(detail, '[part=summary] .field-error')).to.equal('Write a number from 0 to 100');
    await keys('Escape');
    await press(chance());
    await type('45');
    await keys('Enter');
    await waitUntil(async () => (await stored(store)).probability === 45);
    await waitUntil(() => text(detail, '[part=summary]').includes('own'));
  });

  it('names another person, made with the edit', async () => {
    const { detail } = await stand();
    await press(named(detail, 'Person actions'));
    await press(one(detail, '[popover] [data-id=other]'));
    await waitUntil(() => detail.shadowRoot?.activeElement?.id === 'find-person', 'the field has the focus');
    await type('Grace Hop');
    await waitUntil(() => detail.shadowRoot?.querySelector('#find-person-new') != null, 'a new one is offered');
    await keys('Enter');
    await waitUntil(() => text(detail, '[part=person]').includes('Grace Hop'));
  });
});

describe('<deal-detail>: for everybody', () => {
  for (const theme of ['light', 'dark'] as const)
    for (const status of ['open', 'won', 'lost'] as const)
      it(`has no faults that axe finds, ${status}, ${theme}`, async () => {
        const { detail } = await stand([
          deal({ status, closedAt: status === 'open' ? null : '2026-11-20T12:00:00.000Z' }),
        ]);
        detail.theme = theme;
        await detail.updateComplete;
        still(detail);
        await expect(detail).to.be.accessible();
      });
});
