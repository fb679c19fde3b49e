/** Whose deal it is and who follows it, in the head; and the same deal once more. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import type { Change } from '../../../src/domain/change.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import type { Deal } from '../../../src/domain/records.js';
import type { CrmStore } from '../../../src/store/api.js';
import { aDeal, aNote, aUser, creation, money } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const deal = (fields: Partial<Deal> = {}): Change =>
  creation(
    'deal',
    aDeal({
      id: 'one',
      title: 'Hall of cranes',
      personId: 'person-1',
      value: money('84500'),
      ownerId: 'user-2',
      ...fields,
    }),
  );
const maya = creation('user', aUser({ id: 'user-3', name: 'Maya Okafor' }));
const stand = (
  changes: readonly Change[] = [deal(), maya],
  options: Parameters<typeof detailStand>[2] = {},
): Promise<DetailStand<DealDetail>> =>
  detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }), changes, {
    width: 1000,
    ...options,
  });
const stored = async (store: CrmStore, id = 'one'): Promise<Deal> =>
  (await store.read({ kind: 'deal', where: { field: 'id', op: 'is', value: id }, window: { offset: 0, limit: 1 } }))
    .records[0]!;
const said = (detail: DealDetail): string => one(detail, '[data-act=faces] > .sr').textContent;

describe('<deal-detail>: owner and followers', () => {
  it('says whose it is and who follows it, and one begins to follow it by keyboard', async () => {
    const { detail, store } = await stand();
    expect(said(detail)).to.equal('Owner: Jonas Brandt');
    one(detail, '[data-act=faces]').focus();
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.activeElement?.matches('[role^=menuitem]'), 'the menu');
    named(detail, 'Maya Okafor');
    one(detail, '[data-id="follower-user-3"]').focus();
    await keys('Enter');
    await waitUntil(() => said(detail) === 'Owner: Jonas Brandt. Followers: Maya Okafor', 'she follows it');
    // A box of several: the menu stays for the next one.
    expect(one(detail, '[data-id="follower-user-3"]').getAttribute('aria-checked')).to.equal('true');
    await keys('Escape');
    expect(detail.shadowRoot!.activeElement?.getAttribute('data-act')).to.equal('faces');
    expect((await stored(store)).followerIds).to.deep.equal(['user-3']);
    await store.undo();
    await waitUntil(() => said(detail) === 'Owner: Jonas Brandt', 'taken back');
  });

  it('follows, and follows no longer, from the menu of everything', async () => {
    const { detail, store } = await stand();
    for (const [label, has] of [
      ['Follow', true],
      ['Stop following', false],
    ] as const) {
      await press(one(detail, '[data-act=more]'));
      await waitUntil(() => detail.shadowRoot!.querySelector('[data-id=follow]') !== null, 'the menu');
      expect(one(detail, '[data-id=follow]').textContent.trim()).to.equal(label);
      await press(one(detail, '[data-id=follow]'));
      await waitUntil(async () => ((await stored(store)).followerIds ?? []).includes('user-1') === has, label);
    }
  });

  it('shows a few faces and counts the others, and none of users who are gone', async () => {
    const users = ['a', 'b', 'c', 'd', 'e'].map((id) => creation('user', aUser({ id, name: `User ${id}` })));
    const { detail } = await stand([...users, deal({ followerIds: ['a', 'b', 'gone', 'c', 'd', 'e'] })]);
    const faces = one(detail, '[data-act=faces]');
    expect(faces.querySelectorAll('.avatar:not(.rest)')).to.have.length(3);
    expect(faces.querySelector('.rest')?.textContent).to.equal('+3');
    expect(said(detail)).to.equal('Owner: Jonas Brandt. Followers: User a, User b, User c, User d, User e');
  });

  it('says why where the page does not allow it', async () => {
    const { detail } = await stand([deal(), maya], {
      can: (name) => (name === 'deals-follow' ? 'Ask Jonas' : true),
    });
    await press(one(detail, '[data-act=faces]'));
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-id="follower-user-3"]') !== null, 'the menu');
    const item = one(detail, '[data-id="follower-user-3"]');
    expect([item.getAttribute('aria-disabled'), item.textContent]).to.satisfy(
      ([off, words]: readonly [string, string]) => off === 'true' && words.includes('Ask Jonas'),
    );
  });

  it('passes axe with the menu open', async () => {
    const { detail } = await stand([deal({ followerIds: ['user-3'] }), maya]);
    await press(one(detail, '[data-act=faces]'));
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-id="follower-user-3"]') !== null, 'the menu');
    await expect(detail).to.be.accessible();
  });
});

describe('<deal-detail>: the same deal once more', () => {
  it('makes it under its name, without notes and followers, and can be taken back', async () => {
    const { detail, store } = await stand([
      deal({ followerIds: ['user-3'], labelIds: ['label-1'], status: 'won', custom: { year: 1999 } }),
      creation('note', aNote({ id: 'n', leadId: null, dealId: 'one' })),
    ]);
    await press(one(detail, '[data-act=more]'));
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-id=duplicate]') !== null, 'the menu');
    await press(one(detail, '[data-id=duplicate]'));
    const copies = async (): Promise<readonly Deal[]> =>
      (await store.read({ kind: 'deal', window: { offset: 0, limit: 9 } })).records.filter(({ id }) => id !== 'one');
    await waitUntil(async () => (await copies()).length === 1, 'there is another one');
    const [copy] = await copies();
    expect([copy!.title, copy!.status, copy!.value, copy!.ownerId, copy!.labelIds, copy!.custom]).to.deep.equal([
      'Hall of cranes (copy)',
      'open',
      money('84500'),
      'user-2',
      ['label-1'],
      { year: 1999 },
    ]);
    expect(copy!.followerIds ?? []).to.deep.equal([]);
    const notes = await store.read({ kind: 'note', window: { offset: 0, limit: 9 } });
    expect(notes.records.map(({ dealId }) => dealId)).to.deep.equal(['one']);
    await store.undo();
    expect(await copies()).to.deep.equal([]);
  });
});
