import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../src/domain/commands.js';
import { isExpired, expireChanges } from '../../src/domain/trash.js';
import { later, money } from '../../src/testing/fixtures.js';
import { codes, records, world } from './command-world.js';

describe('adding', () => {
  test('a lead with a new person of a new organization, a note, and a title made of who it is', () => {
    const model = world();
    const { changes } = model.run('lead-add', {
      person: { name: 'Elif Kaya', emails: [{ value: 'elif@kordon.example', label: 'work', primary: true }] },
      organization: { name: 'Kordon Lojistik' },
      value: money('1250000', 'TRY'),
      labelIds: ['label-1'],
      note: ' Asked by phone. ',
      custom: { 'field-1': 3 },
    });
    assert.deepEqual(
      changes.map((change) => change.kind),
      ['organization', 'person', 'lead', 'note'],
    );
    const lead = model.all('lead').find((one) => one.title === 'Kordon Lojistik')!;
    const [organization, person] = [
      model.get('organization', lead.organizationId!)!,
      model.get('person', lead.personId!)!,
    ];
    assert.deepEqual(
      [person.name, person.organizationId, organization.name],
      ['Elif Kaya', organization.id, 'Kordon Lojistik'],
    );
    assert.deepEqual(
      [lead.ownerId, lead.creatorId, lead.sourceName, lead.seen, lead.custom, lead.createdAt],
      ['user-1', 'user-1', 'Manually created', true, { 'field-1': 3 }, later],
    );
    assert.equal(model.all('note').find((note) => note.leadId === lead.id)!.text, 'Asked by phone.');
    assert.ok(lead.searchText.includes('kordon') && lead.personName === 'Elif Kaya');
  });

  test('somebody known by an address only is called by it', () => {
    const model = world();
    model.run('lead-add', { person: { name: '', emails: [{ value: 'a@b.de', label: 'work', primary: false }] } });
    assert.ok(model.all('lead').some((lead) => lead.title === 'a@b.de' && lead.personName === 'a@b.de'));
  });

  test('a retry of one draft makes the same records, never others', () => {
    const model = world();
    const input = { title: 'x', person: { name: 'New' }, note: 'n' };
    const rule = rules['lead-add'];
    const env = model.env();
    const found = model.gather(rule, input, env);
    const [draft] = rule.draft(input, found, env);
    assert.deepEqual(rule.changes(draft!, found, env, input), rule.changes(draft!, found, env, input));
  });

  test('deals stand behind those that were there, in the order they were made', () => {
    const model = world();
    for (const title of ['one', 'two']) {
      model.run('deal-add', { title, person: { id: 'person-1' } });
      model.now = new Date(Date.parse(model.now) + 1).toISOString();
    }
    const order = model
      .all('deal')
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map((deal) => deal.title);
    assert.deepEqual(order.slice(-2), ['one', 'two']);
    assert.equal(model.all('deal').find((deal) => deal.title === 'one')!.stageId, 'stage-1');
  });

  test('an edit that makes a new person', () => {
    const model = world();
    model.run('lead-edit', { id: 'lead-1', fields: { title: 'Else' }, person: { name: 'Neu' } });
    assert.deepEqual([model.get('lead', 'lead-1')!.personName, model.get('lead', 'lead-1')!.title], ['Neu', 'Else']);
  });

  test('notes and activities hang where they were put, with who and when', () => {
    const model = world();
    model.run('note-add', { on: { dealId: 'deal-1' }, text: 'Hello' });
    model.run('activity-add', { on: { leadId: 'lead-2' }, type: 'lunch', subject: ' Eat ', time: '12:00' });
    const note = model.all('note').find((one) => one.text === 'Hello')!;
    assert.deepEqual([note.dealId, note.leadId, note.authorId, note.createdAt], ['deal-1', null, 'user-1', later]);
    const activity = model.all('activity').find((one) => one.subject === 'Eat')!;
    assert.deepEqual(
      [activity.leadId, activity.ownerId, activity.due, activity.time, activity.done],
      ['lead-2', 'user-1', null, null, false],
    );
  });

  test('a view is kept for each user, and written only where it changed', () => {
    const model = world();
    const save = (width: number) =>
      model.run('view-save', { name: 'lead-inbox', state: { width } }).changes.map((change) => change.op);
    assert.deepEqual([save(1), save(1), save(2)], [['create'], [], ['patch']]);
    assert.deepEqual(
      model.all('view').map((view) => [view.userId, view.state]),
      [['user-1', { width: 2 }]],
    );
  });
});

describe('deals', () => {
  test('won and lost: what the pipeline asks for is there, or is answered with it', () => {
    const model = world();
    model.run('pipeline-save', {
      id: 'pipeline-1',
      wonFields: ['expectedClose', 'custom.field-1'],
      lostFields: ['lostReason', 'value'],
    });
    assert.deepEqual(codes(model.run('deal-win', { ids: ['deal-1'] }).problems), [
      'required expectedClose',
      'required custom.field-1',
    ]);
    assert.deepEqual(codes(model.run('deal-lose', { ids: ['deal-1'], reason: ' ' }).problems), [
      'required lostReason',
      'required value',
    ]);
    const answered = model.plan('deal-win', { ids: ['deal-1'] });
    Object.assign(answered[0]!.fields, { expectedClose: '2026-12-01', 'custom.field-1': 2027 });
    model.run('deal-win', { ids: ['deal-1'] }, answered);
    const won = model.get('deal', 'deal-1')!;
    assert.deepEqual([won.status, won.expectedClose, won.custom['field-1']], ['won', '2026-12-01', 2027]);
    // What has ended so already is not asked again.
    const lost = { ids: ['deal-2'], reason: 'Price' };
    const valued = model.plan('deal-lose', lost);
    Object.assign(valued[0]!.fields, { value: { amount: '1', currency: 'EUR' } });
    model.run('deal-lose', lost, valued);
    assert.equal(model.get('deal', 'deal-2')!.status, 'lost');
    model.run('deal-edit', { id: 'deal-2', fields: { value: null } });
    assert.deepEqual(model.run('deal-lose', { ids: ['deal-2'], reason: null }).problems, []);
  });

  test('won, reopened, lost, won again: every date says what it means', () => {
    const model = world();
    const [first, second, third] = ['2026-11-21T00:00:00.000Z', '2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'];
    const dates = () => {
      const { status, wonAt, lostAt, closedAt, firstWonAt, lostReason } = model.get('deal', 'deal-1')!;
      return { status, wonAt, lostAt, closedAt, firstWonAt, lostReason };
    };
    model.now = first!;
    model.run('deal-win', { ids: ['deal-1'] });
    model.run('deal-reopen', { ids: ['deal-1'] });
    assert.deepEqual(dates(), {
      status: 'open',
      wonAt: null,
      lostAt: null,
      closedAt: null,
      firstWonAt: first,
      lostReason: null,
    });
    model.now = second!;
    model.run('deal-lose', { ids: ['deal-1'], reason: 'Price' });
    model.now = third!;
    model.run('deal-lose', { ids: ['deal-1'], reason: 'Budget' });
    assert.deepEqual(dates(), {
      status: 'lost',
      wonAt: null,
      lostAt: second,
      closedAt: second,
      firstWonAt: first,
      lostReason: 'Budget',
    });
    model.run('deal-win', { ids: ['deal-1'] });
    assert.deepEqual(dates(), {
      status: 'won',
      wonAt: third,
      lostAt: null,
      closedAt: third,
      firstWonAt: first,
      lostReason: null,
    });
  });
});

describe('trash', () => {
  for (const [name, kind, id] of [
    ['leads-delete', 'lead', 'lead-1'],
    ['deals-delete', 'deal', 'deal-1'],
  ] as const) {
    test(`${name}: with what hangs on it, and back whole`, () => {
      const model = world();
      const before = records(model);
      model.run(name, { ids: [id] });
      assert.equal(model.get(kind, id), null);
      assert.ok(
        ![...model.all('note'), ...model.all('activity')].some((child) => child.leadId === id || child.dealId === id),
      );
      const trash = model.get('trash', id)!;
      assert.deepEqual(
        [
          trash.of,
          trash.expiresAt,
          isExpired(trash, '2026-12-20T15:29:59.000Z'),
          isExpired(trash, '2026-12-20T15:30:00.000Z'),
        ],
        [kind, '2026-12-20T15:30:00.000Z', false, true],
      );
      assert.deepEqual(model.run('trash-restore', { ids: [id] }).problems, []);
      assert.deepEqual(records(model), before);
    });
  }

  test('a label deleted meanwhile does not come back as a name for nothing', () => {
    const model = world();
    model.run('leads-delete', { ids: ['lead-2'] });
    model.run('label-delete', { id: 'label-2' });
    model.run('trash-restore', { ids: ['lead-2'] });
    assert.deepEqual(model.get('lead', 'lead-2')!.labelIds, []);
  });

  test('only what has expired is swept', () => {
    const model = world();
    model.run('leads-delete', { ids: ['lead-1'] });
    assert.deepEqual(expireChanges('trash', model.all('trash'), later), []);
    model.commit(expireChanges('trash', model.all('trash'), '2027-01-01T00:00:00.000Z'));
    assert.deepEqual(model.all('trash'), []);
  });
});

describe('every rule', () => {
  test('waits for the storage exactly where somebody has to be sure', () => {
    const waiting = Object.entries(rules)
      .filter(([, rule]) => !rule.optimistic)
      .map(([name]) => name);
    assert.deepEqual(waiting.sort(), [
      'conversions-undo',
      'deal-add',
      'deal-duplicate',
      'deal-pricing',
      'deal-product-edit',
      'deal-products-add',
      'deal-products-delete',
      'deal-products-sort',
      'deals-convert',
      'deals-delete',
      'deals-merge',
      'field-add',
      'field-delete',
      'field-edit',
      'field-retype',
      'file-add',
      'label-delete',
      'lead-add',
      'leads-convert',
      'leads-delete',
      'leads-merge',
      'organization-add',
      'organizations-delete',
      'organizations-merge',
      'participant-add',
      'participant-promote',
      'person-add',
      'persons-delete',
      'persons-merge',
      'pipeline-delete',
      'pipeline-save',
      'product-add',
      'product-delete',
      'product-edit',
      'project-add',
      'project-link',
      'project-template-add',
      'project-template-edit',
      'trash-restore',
    ]);
  });

  test('bulk commands may be driven in slices, name each record once, and say which are gone', () => {
    for (const name of ['leads-see', 'leads-archive', 'leads-delete', 'leads-convert'] as const) {
      const drafts = world().plan(name, { ids: ['lead-1', 'gone', 'lead-1'], seen: true });
      assert.deepEqual(
        drafts.map((draft) => [draft.id, codes(draft.problems).join()]),
        [
          ['lead-1', ''],
          ['gone', 'not-found'],
        ],
        name,
      );
    }
  });

  test('a refused draft is left out', () => {
    const model = world();
    const drafts = model.plan('leads-archive', { ids: ['lead-1', 'lead-2'] });
    drafts[0]!.refuse('Not this one');
    model.run('leads-archive', { ids: ['lead-1', 'lead-2'] }, drafts);
    assert.deepEqual(
      [drafts[0]!.refused, model.get('lead', 'lead-1')!.archivedAt, model.get('lead', 'lead-2')!.archivedAt],
      ['Not this one', null, later],
    );
  });
});
