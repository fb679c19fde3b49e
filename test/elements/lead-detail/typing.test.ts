/** What somebody types is stored where it was typed, or stays there with the reason: whatever else happens meanwhile. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/lead-detail.js';
import type { Change } from '../../../src/domain/change.js';
import type { LeadDetail } from '../../../src/elements/lead-detail/lead-detail.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { CrmError } from '../../../src/domain/errors.js';
import type { Lead } from '../../../src/domain/records.js';
import { aLead, anActivity, aUser, creation } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press, text, type } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const lead = (id: string, fields: Partial<Lead> = {}): Change =>
  creation('lead', aLead({ id, title: `Lead ${id}`, labelIds: [], personId: 'person-1', seen: true, ...fields }));

function stand(
  changes: readonly Change[] = [],
  options: Parameters<typeof detailStand>[2] = {},
): Promise<DetailStand<LeadDetail>> {
  return detailStand(
    () => Object.assign(document.createElement('lead-detail'), { leadId: 'one' }),
    // Of one person they might be one lead twice: a hint that comes late would move what is aimed at.
    [lead('one'), lead('two', { personId: null }), ...changes],
    options,
  );
}
const stored = async ({ store }: DetailStand<LeadDetail>, id: string): Promise<Lead> =>
  (await store.read({ kind: 'lead', where: { field: 'id', op: 'is', value: id }, window: { offset: 0, limit: 1 } }))
    .records[0]!;
const title = (detail: LeadDetail): HTMLElement => one(detail, 'h2 .edit');
const focused = (detail: LeadDetail): HTMLElement | null => detail.shadowRoot!.activeElement as HTMLElement | null;
const has = (detail: LeadDetail, selector: string): boolean => detail.shadowRoot!.querySelector(selector) !== null;

/** Commits are answered when they are let. */
function held() {
  const adapter = memoryAdapter();
  const { commit } = adapter;
  let holding = false;
  let refusing = false;
  let go: () => void = () => undefined;
  adapter.commit = async (...given) => {
    if (holding) await new Promise<void>((done) => (go = done));
    if (refusing) throw new CrmError('denied', 'No.', { reason: 'Only the owner may.' });
    return commit.apply(adapter, given);
  };
  return {
    adapter,
    hold: () => (holding = true),
    refuse: () => (refusing = true),
    release: () => {
      holding = false;
      go();
    },
  };
}

describe('<lead-detail>: another lead is shown while one types', () => {
  it('stores a title that was being typed in the lead it was typed for', async () => {
    const made = await stand();
    const { detail } = made;
    await press(title(detail));
    await type('Typed for one');
    detail.leadId = 'two';
    await waitUntil(() => text(detail, 'h2') === 'Lead two');
    await waitUntil(async () => (await stored(made, 'one')).title === 'Typed for one');
    expect((await stored(made, 'two')).title).to.equal('Lead two');
  });

  it('stores an amount that was being typed in the lead it was typed for', async () => {
    const made = await stand();
    const { detail } = made;
    await press(one(detail, '.worth .edit'));
    await waitUntil(() => has(detail, '[data-placing] input'));
    await type('1250');
    detail.leadId = 'two';
    await waitUntil(() => text(detail, 'h2') === 'Lead two');
    await waitUntil(async () => (await stored(made, 'one')).value?.amount === '1250');
    expect((await stored(made, 'two')).value).to.equal(null);
  });

  it('closes a menu of the other lead: what is chosen there would be about that one', async () => {
    const made = await stand([creation('user', aUser({ id: 'user-3', name: 'Ada Nur' }))]);
    const { detail } = made;
    await press(one(detail, '.owner .edit'));
    await waitUntil(() => has(detail, '.pop:popover-open'));
    detail.leadId = 'two';
    await waitUntil(() => !has(detail, '.pop:popover-open'), 'the menu is closed');
  });

  it('leaves the focus where somebody has gone on while a note was being stored', async () => {
    const service = held();
    const { detail } = await stand([], { adapter: service.adapter });
    await press(one(detail, '#new-note'));
    await type('About one');
    service.hold();
    await press(named(detail, 'Save note'));
    detail.leadId = 'two';
    await waitUntil(() => text(detail, 'h2') === 'Lead two');
    await press(one(detail, '#new-note'));
    await type('About two');
    title(detail).focus();
    service.release();
    detail.leadId = 'one';
    await waitUntil(() => text(detail, '.tl').includes('About one'));
    expect(focused(detail)?.id).not.to.equal('new-note');
    detail.leadId = 'two';
    await waitUntil(() => one<HTMLTextAreaElement>(detail, '#new-note').value === 'About two');
  });

  it('says only at the lead it is about what is wrong with a draft', async () => {
    const { detail } = await stand();
    detail.leadId = 'two';
    await waitUntil(() => text(detail, 'h2') === 'Lead two');
    await press(one(detail, '#composer-activity'));
    await waitUntil(() => has(detail, '#new-subject'));
    detail.leadId = 'one';
    await waitUntil(() => text(detail, 'h2') === 'Lead one');
    await press(one(detail, '#composer-activity'));
    await waitUntil(() => has(detail, '#new-time'));
    one<HTMLInputElement>(detail, '#new-time').value = '10:00';
    one(detail, '#new-time').dispatchEvent(new Event('change', { bubbles: true }));
    await press(named(detail, 'Plan activity'));
    await waitUntil(() => has(detail, '.composer [aria-invalid=true]'));
    detail.leadId = 'two';
    await waitUntil(() => text(detail, 'h2') === 'Lead two' && has(detail, '#new-subject'));
    expect(has(detail, '.composer [aria-invalid=true]')).to.equal(false);
    detail.leadId = 'one';
    await waitUntil(() => has(detail, '.composer [aria-invalid=true]'), 'and there it waits');
  });
});

describe('<lead-detail>: a write is refused later', () => {
  it('keeps the typed title with the reason, and the focus where somebody is writing by now', async () => {
    const service = held();
    const made = await stand([], { adapter: service.adapter });
    const { detail } = made;
    await press(title(detail));
    await type('Refused title');
    service.hold();
    service.refuse();
    await keys('Enter');
    await press(one(detail, '#new-note'));
    await type('A note meanwhile');
    service.release();
    await waitUntil(() => has(detail, 'h2 input'), 'what was typed is back');
    expect(one<HTMLInputElement>(detail, 'h2 input').value).to.equal('Refused title');
    expect(text(detail, 'h2')).to.include('Only the owner may.');
    expect(focused(detail)?.id).to.equal('new-note');
    expect(one<HTMLTextAreaElement>(detail, '#new-note').value).to.equal('A note meanwhile');
    expect((await stored(made, 'one')).title).to.equal('Lead one');
  });
});

describe('<lead-detail>: activities that are being edited', () => {
  const two = [
    creation('activity', anActivity({ id: 'a', leadId: 'one', subject: 'Ring Ada', due: '2026-11-24' })),
    creation('activity', anActivity({ id: 'b', leadId: 'one', subject: 'Send plans', due: '2026-11-25' })),
  ];
  const edit = async (detail: LeadDetail, subject: string): Promise<void> => {
    await press(named(detail, new RegExp(`actions.*${subject}|${subject}.*actions`, 'i')));
    await press(one(detail, '[popover] [data-id=edit]'));
  };

  it('keeps what was typed into one when another is begun', async () => {
    const { detail } = await stand(two);
    await waitUntil(() => text(detail, '[part=focus]').includes('Send plans'));
    await edit(detail, 'Ring Ada');
    await waitUntil(() => focused(detail)?.id === 'edit-a-subject');
    await type(' twice');
    await edit(detail, 'Send plans');
    await waitUntil(() => focused(detail)?.id === 'edit-b-subject');
    expect(one<HTMLInputElement>(detail, '#edit-a-subject').value).to.equal('Ring Ada twice');
    await keys('Escape');
    await waitUntil(() => !has(detail, '#edit-b-subject'));
    expect(focused(detail)?.getAttribute('aria-haspopup'), 'back at its menu').to.equal('menu');
  });

  it('does not take back what somebody else has changed meanwhile', async () => {
    const { detail, store } = await stand(two);
    await waitUntil(() => text(detail, '[part=focus]').includes('Send plans'));
    await edit(detail, 'Ring Ada');
    await waitUntil(() => focused(detail)?.id === 'edit-a-subject');
    await type(' twice');
    await memoryAdapter({ beside: store.adapter }).commit([
      { op: 'patch', kind: 'activity', id: 'a', fields: { due: ['2026-11-24', '2026-12-01'] } },
    ]);
    await keys('Enter');
    await waitUntil(() => !has(detail, '#edit-a-subject'), 'it is stored');
    expect(text(detail, '[part=focus]')).to.include('Ring Ada twice');
    const { records } = await store.read({ kind: 'activity', window: { offset: 0, limit: 9 } });
    expect(records.find(({ id }) => id === 'a')?.due).to.equal('2026-12-01');
  });
});

describe('<lead-detail>: for those who listen', () => {
  it('names an owner by the name alone', async () => {
    const { detail } = await stand();
    await press(one(detail, '.owner .edit'));
    await waitUntil(() => has(detail, '.pop:popover-open [data-id=user-2]'));
    const item = one(detail, '.pop:popover-open [data-id=user-2]');
    expect(item.querySelector('[role=img]')?.closest('[aria-hidden=true]')).to.exist;
  });
});
