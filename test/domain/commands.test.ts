import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../src/domain/commands.js';
import type { RuledCommand } from '../../src/domain/commands.js';
import type { CommandInputs, Problem } from '../../src/domain/plan.js';
import type { Lead } from '../../src/domain/records.js';
import { isExpired, expireChanges } from '../../src/domain/trash.js';
import {
  aBoard,
  aDeal,
  aField,
  aLabel,
  aLead,
  aNote,
  anActivity,
  aPerson,
  anOrganization,
  creation,
  edit,
  later,
  made,
  money,
} from '../../src/testing/fixtures.js';
import { Model, plain } from './model.js';

function world(): Model {
  return new Model([
    ...aBoard(),
    creation('person', aPerson()),
    creation('organization', anOrganization()),
    creation('label', aLabel()),
    creation('label', aLabel({ id: 'label-2', name: 'Cold' })),
    creation('field', aField()),
    creation('lead', aLead()),
    creation('lead', aLead({ id: 'lead-2', labelIds: ['label-2'] })),
    creation('note', aNote()),
    creation('activity', anActivity()),
    creation('deal', aDeal()),
    creation('deal', aDeal({ id: 'deal-2', labelIds: ['label-1', 'label-2'] })),
    creation('note', aNote({ id: 'note-2', leadId: null, dealId: 'deal-1' })),
  ]);
}

const codes = (problems: readonly Problem[]) =>
  problems.map(({ code, field, detail }) => [code, field, detail].filter(Boolean).join(' '));
const at = later;

/** A command, its input, and what it makes of which record: fields that differ afterwards. */
type Row = {
  [N in RuledCommand]: readonly [
    name: N,
    what: string,
    input: CommandInputs[N],
    result: Readonly<Record<string, unknown>>,
  ];
}[RuledCommand];
const table: readonly Row[] = [
  [
    'lead-edit',
    'title, value and an own field',
    { id: 'lead-1', fields: { title: ' New\nname ', value: money('5'), 'custom.field-1': 7 } },
    { 'lead lead-1': { title: 'New name', value: money('5'), custom: { 'field-1': 7 } } },
  ],
  [
    'lead-edit',
    'another person, who exists',
    { id: 'lead-1', fields: {}, organization: { id: 'organization-1' } },
    { 'lead lead-1': { organizationId: 'organization-1' } },
  ],
  ['lead-edit', 'nothing new', { id: 'lead-1', fields: { title: 'Solar panels for the roof' } }, {}],
  [
    'deal-edit',
    'chance and an own field emptied',
    { id: 'deal-1', fields: { probability: 55, 'custom.field-1': null } },
    { 'deal deal-1': { probability: 55 } },
  ],
  [
    'leads-see',
    'seen',
    { ids: ['lead-1', 'lead-2'], seen: true },
    { 'lead lead-1': { seen: true }, 'lead lead-2': { seen: true } },
  ],
  ['leads-archive', 'archived', { ids: ['lead-1'] }, { 'lead lead-1': { archivedAt: at } }],
  ['leads-restore', 'what is not archived', { ids: ['lead-1'] }, {}],
  [
    'leads-label',
    'one on, one off',
    { ids: ['lead-1', 'lead-2'], add: ['label-1'], remove: ['label-2'] },
    { 'lead lead-1': { labelIds: ['label-1'] }, 'lead lead-2': { labelIds: ['label-1'] } },
  ],
  [
    'deals-label',
    'one more',
    { ids: ['deal-2', 'deal-1'], add: ['label-2'], remove: [] },
    { 'deal deal-1': { labelIds: ['label-2'] } },
  ],
  ['leads-assign', 'nobody', { ids: ['lead-1'], ownerId: null }, { 'lead lead-1': { ownerId: null } }],
  ['deals-assign', 'somebody', { ids: ['deal-1'], ownerId: 'user-2' }, { 'deal deal-1': { ownerId: 'user-2' } }],
  [
    'deal-move',
    'to the sorted place',
    { ids: ['deal-1'], stageId: 'stage-2' },
    {
      'deal deal-1': {
        stageId: 'stage-2',
        stageChangedAt: at,
        stageHistory: [
          { stageId: 'stage-1', at: made },
          { stageId: 'stage-2', at },
        ],
      },
    },
  ],
  ['deal-move', 'to where it stands', { ids: ['deal-1'], stageId: 'stage-1' }, {}],
  [
    'deal-move',
    'by hand, last',
    { ids: ['deal-1'], stageId: 'stage-3', before: null },
    {
      'deal deal-1': {
        stageId: 'stage-3',
        stageChangedAt: at,
        stageHistory: [
          { stageId: 'stage-1', at: made },
          { stageId: 'stage-3', at },
        ],
      },
    },
  ],
  [
    'deal-win',
    'won',
    { ids: ['deal-1'] },
    { 'deal deal-1': { status: 'won', wonAt: at, closedAt: at, firstWonAt: at } },
  ],
  [
    'deal-lose',
    'lost with a reason',
    { ids: ['deal-1'], reason: ' Price ', comment: ' ' },
    { 'deal deal-1': { status: 'lost', lostAt: at, closedAt: at, lostReason: 'Price' } },
  ],
  [
    'deal-lose',
    'lost without one',
    { ids: ['deal-1'], reason: null },
    { 'deal deal-1': { status: 'lost', lostAt: at, closedAt: at } },
  ],
  ['deal-reopen', 'what is open', { ids: ['deal-1'] }, {}],
  [
    'note-edit',
    'text and pin',
    { id: 'note-1', text: ' Better ', pinned: true },
    { 'note note-1': { text: 'Better', pinned: true } },
  ],
  ['note-delete', 'gone', { id: 'note-1' }, { 'note note-1': null }],
  [
    'activity-edit',
    'another day and time',
    { id: 'activity-1', fields: { due: '2026-12-01', time: '09:30' } },
    {
      'activity activity-1': { due: '2026-12-01', time: '09:30' },
      'lead lead-1': {
        nextActivity: { id: 'activity-1', type: 'call', subject: 'Call back', due: '2026-12-01', time: '09:30' },
      },
    },
  ],
  [
    'activity-done',
    'done',
    { id: 'activity-1', done: true },
    { 'activity activity-1': { done: true, doneAt: at }, 'lead lead-1': { nextActivity: null } },
  ],
  ['activity-done', 'not done, which it is not', { id: 'activity-1', done: false }, {}],
  [
    'activity-delete',
    'gone',
    { id: 'activity-1' },
    { 'activity activity-1': null, 'lead lead-1': { nextActivity: null } },
  ],
  [
    'person-edit',
    'addresses: without blanks, one primary',
    {
      id: 'person-1',
      fields: {
        emails: [
          { value: ' a@b.de ', label: 'work', primary: false },
          { value: '', label: 'home', primary: true },
        ],
      },
    },
    { 'person person-1': { emails: [{ value: 'a@b.de', label: 'work', primary: true }] } },
  ],
  [
    'organization-edit',
    'name',
    { id: 'organization-1', fields: { name: ' Kuzey ' } },
    { 'organization organization-1': { name: 'Kuzey' } },
  ],
  [
    'label-edit',
    'name and colour',
    { id: 'label-1', name: 'HOT', color: 'blue' },
    { 'label label-1': { name: 'HOT', color: 'blue' } },
  ],
  [
    'label-delete',
    'off everything',
    { id: 'label-2' },
    { 'label label-2': null, 'lead lead-2': { labelIds: [] }, 'deal deal-2': { labelIds: ['label-1'] } },
  ],
];

describe('what commands do to records that exist', () => {
  for (const [name, what, input, result] of table) {
    test(`${name}: ${what}`, () => {
      const model = world();
      const before = records(model);
      const { problems } = model.run(name as 'lead-edit', input as CommandInputs['lead-edit']);
      assert.deepEqual(problems, []);
      const after = records(model);
      const wanted = new Map(before);
      for (const [key, fields] of Object.entries(result)) {
        if (fields === null) wanted.delete(key);
        else wanted.set(key, { ...(before.get(key) as object), ...(fields as object) });
      }
      if (what === 'by hand, last')
        wanted.set('deal deal-1', {
          ...(wanted.get('deal deal-1') as object),
          rank: model.get('deal', 'deal-1')!.rank,
        });
      assert.deepEqual(after, wanted);
    });
  }
});

/** What stands in the way. */
const refusals: readonly (readonly [
  what: string,
  run: (model: Model) => { problems: Problem[] },
  problems: readonly string[],
])[] = [
  ['a lead without person and organization', (m) => m.run('lead-add', { title: 'x' }), ['nobody personId']],
  [
    'a lead for an empty form',
    (m) => m.run('lead-add', { person: { name: ' ', emails: [] }, organization: { name: '' } }),
    ['title title', 'nobody personId'],
  ],
  [
    'a lead for somebody who is gone',
    (m) => m.run('lead-add', { title: 'x', person: { id: 'gone' } }),
    ['not-found personId'],
  ],
  [
    'a lead with a bad address, value and day',
    (m) =>
      m.run('lead-add', {
        title: 'x',
        person: { name: 'A', emails: [{ value: 'no', label: 'work', primary: true }] },
        value: money('1,5'),
        expectedClose: 'soon',
      }),
    ['invalid emails email', 'invalid value money', 'invalid expectedClose day'],
  ],
  [
    'a lead with an own field that does not exist',
    (m) => m.run('lead-add', { title: 'x', person: { id: 'person-1' }, custom: { none: 1 } }),
    ['invalid custom.none unknown-field'],
  ],
  [
    'a deal in a stage that does not exist',
    (m) => m.run('deal-add', { title: 'x', person: { id: 'person-1' }, target: { stageId: 'gone' } }),
    ['no-stage stageId'],
  ],
  [
    'a deal without what its stage asks for',
    (m) => (
      m.commit([edit('stage', 'stage-2', { requiredFields: [[], ['value']] })]),
      m.run('deal-add', { title: 'x', person: { id: 'person-1' }, target: { stageId: 'stage-2' } })
    ),
    ['required value'],
  ],
  [
    'an edit that leaves no title',
    (m) => m.run('lead-edit', { id: 'lead-1', fields: { title: ' ' } }),
    ['title title'],
  ],
  [
    'an edit that leaves nobody',
    (m) => m.run('lead-edit', { id: 'lead-1', fields: {}, person: null }),
    ['nobody personId'],
  ],
  [
    'an edit of what a rule owns',
    (m) => m.run('deal-edit', { id: 'deal-1', fields: { status: 'won' } }),
    ['invalid status read-only'],
  ],
  ['an edit of what is gone', (m) => m.run('lead-edit', { id: 'gone', fields: { title: 'x' } }), ['not-found']],
  [
    'a move of a won deal',
    (m) => (m.run('deal-win', { ids: ['deal-1'] }), m.run('deal-move', { ids: ['deal-1'], stageId: 'stage-2' })),
    ['closed'],
  ],
  [
    'a move to a stage that is gone',
    (m) => m.run('deal-move', { ids: ['deal-1'], stageId: 'gone' }),
    ['no-stage stageId'],
  ],
  [
    'a move to a stage that asks for more',
    (m) => (
      m.commit([edit('stage', 'stage-2', { requiredFields: [[], ['custom.field-1']] })]),
      m.run('deal-move', { ids: ['deal-1'], stageId: 'stage-2' })
    ),
    ['required custom.field-1'],
  ],
  ['an empty note', (m) => m.run('note-add', { on: { leadId: 'lead-1' }, text: ' ' }), ['required text']],
  [
    'a note on a lead that was converted',
    (m) => (m.run('leads-convert', { ids: ['lead-1'] }), m.run('note-add', { on: { leadId: 'lead-1' }, text: 'x' })),
    ['not-found'],
  ],
  [
    'an activity without subject, on a day that is none',
    (m) => m.run('activity-add', { on: { dealId: 'deal-1' }, type: 'call', subject: '', due: '2026-02-30' }),
    ['required subject', 'invalid due day'],
  ],
  ['a label of a name that exists', (m) => m.run('label-add', { name: ' HÖT ', color: 'red' }), ['duplicate name']],
  [
    'a label of a colour that does not',
    (m) => m.run('label-add', { name: 'New', color: 'mauve' as 'red' }),
    ['invalid color option'],
  ],
  ['a label renamed to another', (m) => m.run('label-edit', { id: 'label-1', name: 'cold' }), ['duplicate name']],
  ['a person without a name', (m) => m.run('person-edit', { id: 'person-1', fields: { name: '' } }), ['required name']],
  ['a restore of what has expired', (m) => m.run('trash-restore', { ids: ['lead-1'] }), ['not-found']],
];

describe('what stands in the way is named, and nothing is written', () => {
  for (const [what, run, problems] of refusals) {
    test(what, () => {
      const model = world();
      const result = run(model) as { problems: Problem[]; changes: readonly unknown[] };
      assert.deepEqual(codes(result.problems), problems);
      assert.deepEqual(result.changes, []);
    });
  }
});

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
      'deals-delete',
      'label-delete',
      'lead-add',
      'leads-convert',
      'leads-delete',
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

/** All records, without the names and the text that adapters derive (derive.test.ts looks at those). */
function records(model: Model): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const [kind, held] of model.records) {
    for (const [id, record] of held) {
      const {
        searchText: _text,
        personName: _person,
        organizationName: _organization,
        ...rest
      } = plain(record) as Lead;
      all.set(`${kind} ${id}`, rest);
    }
  }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}
