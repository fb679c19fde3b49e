import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { convertSteps, resumeChanges, resumeNeeds } from '../../src/domain/claim.js';
import type { Change } from '../../src/domain/change.js';
import type { ConversionDraft } from '../../src/domain/convert-draft.js';
import type { Deal, Lead } from '../../src/domain/records.js';
import { Records } from '../../src/domain/rule.js';
import {
  aBoard,
  aDeal,
  aField,
  aLabel,
  aLead,
  aNote,
  aPerson,
  aStage,
  anActivity,
  anOrganization,
  creation,
  edit,
  later,
  money,
} from '../../src/testing/fixtures.js';
import { Conflict, Model, plain } from './model.js';

const rich: Partial<Lead> = {
  organizationId: 'organization-1',
  labelIds: ['label-1'],
  value: money('1250.50'),
  expectedClose: '2026-12-18',
  seen: true,
  sourceName: 'Web form',
  origin: 'form',
  originId: 'f-7',
  channel: 'ads',
  channelId: '3',
  custom: { 'field-1': 2027 },
};

function world(lead: Partial<Lead> = rich, ...more: readonly Change[]): Model {
  return new Model([
    ...aBoard(),
    creation('person', aPerson()),
    creation('organization', anOrganization()),
    creation('label', aLabel()),
    creation('field', aField()),
    creation('lead', aLead(lead)),
    creation('note', aNote()),
    creation('activity', anActivity()),
    creation('activity', anActivity({ id: 'activity-2', done: true, doneAt: later })),
    ...more,
  ]);
}
const ids = ['lead-1'];

describe('convert', () => {
  test('everything the lead had is on the deal, and the lead is out of the inbox', () => {
    const model = world();
    const [draft] = model.plan('leads-convert', { ids, target: { stageId: 'stage-2' } });
    assert.deepEqual(draft!.moves, { notes: 1, activities: 2, labels: 1, customFields: 1 });
    assert.deepEqual(draft!.drops, []);
    assert.deepEqual(model.run('leads-convert', { ids, target: { stageId: 'stage-2' } }, [draft!]).problems, []);
    assert.equal(model.get('lead', 'lead-1'), null);
    const [deal, ...others] = model.all('deal');
    assert.equal(others.length, 0);
    const wanted = {
      ...aLead(rich),
      stageId: 'stage-2',
      pipelineId: 'pipeline-1',
      status: 'open',
      id: draft!.newDealId,
    };
    for (const field of [
      'title',
      'personId',
      'organizationId',
      'ownerId',
      'labelIds',
      'value',
      'expectedClose',
      'sourceName',
      'origin',
      'originId',
      'channel',
      'channelId',
      'custom',
      'stageId',
      'pipelineId',
      'status',
      'id',
    ] as const) {
      assert.deepEqual(deal![field], wanted[field], field);
    }
    assert.deepEqual(
      model.all('note').map((note) => [note.leadId, note.dealId]),
      [[null, deal!.id]],
    );
    assert.deepEqual(
      model.all('activity').map((activity) => [activity.leadId, activity.dealId, activity.done]),
      [
        [null, deal!.id, false],
        [null, deal!.id, true],
      ],
    );
    assert.equal(deal!.nextActivity?.id, 'activity-1');
    const receipt = model.get('conversion', 'lead-1')!;
    assert.deepEqual(
      [receipt.state, receipt.dealId, receipt.joined, receipt.expiresAt],
      ['active', deal!.id, false, '2026-12-20T15:30:00.000Z'],
    );
  });

  test('without a target: the first stage of the first pipeline; a stage implies its pipeline', () => {
    const second = [
      creation('pipeline', { ...aBoardPipeline(), id: 'pipeline-0', rank: 'Zz' }),
      creation('stage', aStage({ id: 'stage-0b', pipelineId: 'pipeline-0', rank: 'a1' })),
      creation('stage', aStage({ id: 'stage-0a', pipelineId: 'pipeline-0', rank: 'a0' })),
    ];
    const model = world(rich, ...second);
    const at = (target?: { pipelineId?: string; stageId?: string }) => {
      const [draft] = model.plan('leads-convert', { ids, target });
      return [draft!.pipelineId, draft!.stageId];
    };
    assert.deepEqual(at(), ['pipeline-0', 'stage-0a']);
    assert.deepEqual(at({ pipelineId: 'pipeline-1' }), ['pipeline-1', 'stage-1']);
    assert.deepEqual(at({ pipelineId: 'pipeline-0', stageId: 'stage-3' }), ['pipeline-1', 'stage-3']);
    const [draft] = model.plan('leads-convert', { ids });
    draft!.stageId = 'stage-2';
    assert.equal(draft!.pipelineId, 'pipeline-1');
    draft!.pipelineId = 'pipeline-0';
    assert.equal(draft!.stageId, 'stage-0a');
  });

  test('the second of two conversions finds the first one and is led to its deal', () => {
    const model = world();
    const [first] = model.plan('leads-convert', { ids });
    const [second] = model.plan('leads-convert', { ids });
    model.run('leads-convert', { ids }, [first!]);
    assert.deepEqual(model.run('leads-convert', { ids }, [second!]).problems, [
      { code: 'already-converted', dealId: first!.newDealId },
    ]);
    assert.equal(model.all('deal').length, 1);
  });

  test('whoever reads before the other has written is refused by the key of the receipt', () => {
    const model = world();
    const other = world();
    const { changes } = other.run('leads-convert', { ids });
    model.run('leads-convert', { ids });
    assert.throws(() => model.commit(changes), Conflict);
    assert.equal(model.all('deal').length, 1);
  });

  test('what is missing is named, can be filled in the draft, and is looked at again', () => {
    const model = world(
      { ...rich, value: null },
      edit('stage', 'stage-2', { requiredFields: [[], ['value', 'custom.field-2']] }),
      creation('field', aField({ id: 'field-2', type: 'text' })),
    );
    const input = { ids, target: { stageId: 'stage-2' } };
    const [draft] = model.plan('leads-convert', input);
    assert.deepEqual(draft!.problems, [
      { code: 'required', field: 'value' },
      { code: 'required', field: 'custom.field-2' },
    ]);
    draft!.fields['value'] = money('12,5');
    draft!.fields['custom.field-2'] = 'Maya';
    assert.deepEqual(model.run('leads-convert', input, [draft!]).problems, [
      { code: 'invalid', field: 'value', detail: 'money' },
    ]);
    draft!.fields['value'] = money('12.5');
    assert.deepEqual(model.run('leads-convert', input, [draft!]).problems, []);
    assert.deepEqual(model.all('deal')[0]!.custom, { 'field-1': 2027, 'field-2': 'Maya' });
  });

  test('no stage, no lead, nobody, no title', () => {
    const model = world();
    assert.deepEqual(model.plan('leads-convert', { ids, target: { stageId: 'gone' } })[0]!.problems, [
      { code: 'no-stage', field: 'stageId' },
    ]);
    assert.deepEqual(model.plan('leads-convert', { ids: ['gone'] })[0]!.problems, [{ code: 'not-found' }]);
    const [draft] = model.plan('leads-convert', { ids });
    Object.assign(draft!.fields, { title: '  ', personId: null, organizationId: null });
    assert.deepEqual(model.run('leads-convert', { ids }, [draft!]).problems, [
      { code: 'title', field: 'title' },
      { code: 'nobody', field: 'personId' },
    ]);
    assert.equal(model.all('deal').length, 0);
  });

  test('a note added while the dialog was open goes along too', () => {
    const model = world();
    const drafts = model.plan('leads-convert', { ids });
    model.commit([creation('note', aNote({ id: 'note-2' }))]);
    model.run('leads-convert', { ids }, drafts);
    assert.deepEqual(
      model.all('note').map((note) => note.leadId),
      [null, null],
    );
  });
});

describe('join', () => {
  const deal: Partial<Deal> = {
    id: 'deal-9',
    organizationId: 'organization-1',
    personId: null,
    title: 'Phase 1',
    value: money('900'),
    labelIds: ['label-2'],
  };
  const joining = (more: Partial<Deal> = {}) =>
    world(
      rich,
      creation('deal', aDeal({ ...deal, ...more })),
      creation('deal', aDeal({ id: 'deal-won', status: 'won' })),
      creation('deal', aDeal({ id: 'deal-other', personId: 'person-9' })),
    );

  test('open deals of the same person or organization are offered', () => {
    assert.deepEqual(
      joining()
        .plan('leads-convert', { ids })[0]!
        .joinable.map((one) => one.id),
      ['deal-9'],
    );
  });

  test('gaps are filled, labels united, nothing of the deal is removed; what differs is offered', () => {
    const model = joining();
    const [draft] = model.plan('leads-convert', { ids }) as ConversionDraft[];
    draft!.join = 'deal-9';
    assert.deepEqual(
      draft!.differences.map(([name]) => name),
      ['title', 'value', 'expectedClose', 'personId', 'custom.field-1'],
    );
    assert.deepEqual(draft!.drops, ['title', 'value']);
    draft!.fields['value'] = money('1250.50');
    assert.deepEqual(draft!.drops, ['title']);
    model.run('leads-convert', { ids }, [draft!]);
    const joined = model.get('deal', 'deal-9')!;
    assert.deepEqual(
      [
        joined.title,
        joined.value,
        joined.labelIds,
        joined.personId,
        joined.expectedClose,
        joined.custom,
        joined.sourceName,
      ],
      [
        'Phase 1',
        money('1250.50'),
        ['label-2', 'label-1'],
        'person-1',
        '2026-12-18',
        { 'field-1': 2027 },
        'Manually created',
      ],
    );
    assert.equal(model.all('note')[0]!.dealId, 'deal-9');
    assert.equal(model.get('lead', 'lead-1'), null);
    assert.deepEqual(model.get('conversion', 'lead-1')!.dropped, ['title']);
  });

  test('two leads of one command join one deal', () => {
    const model = joining();
    model.commit([
      creation('lead', aLead({ ...rich, id: 'lead-2', labelIds: ['label-3'], expectedClose: '2027-01-01' })),
    ]);
    const two = { ids: ['lead-1', 'lead-2'] };
    const drafts = model.plan('leads-convert', two);
    for (const draft of drafts) draft.join = 'deal-9';
    assert.deepEqual(model.run('leads-convert', two, drafts).problems, []);
    assert.deepEqual(model.get('deal', 'deal-9')!.labelIds, ['label-2', 'label-1', 'label-3']);
    assert.equal(model.get('deal', 'deal-9')!.expectedClose, '2026-12-18');
  });

  test('a deal that was won or deleted meanwhile is said to be', () => {
    const model = joining();
    const [draft] = model.plan('leads-convert', { ids });
    draft!.join = 'deal-9';
    model.run('deal-win', { ids: ['deal-9'] });
    assert.deepEqual(model.run('leads-convert', { ids }, [draft!]).problems, [{ code: 'closed', field: 'join' }]);
    model.run('deals-delete', { ids: ['deal-9'] });
    assert.deepEqual(model.run('leads-convert', { ids }, [draft!]).problems, [{ code: 'not-found', field: 'join' }]);
  });

  test('back to a new deal: the fields are the lead’s again', () => {
    const [draft] = joining().plan('leads-convert', { ids });
    const before = { ...draft!.fields };
    draft!.join = 'deal-9';
    draft!.join = null;
    assert.deepEqual(draft!.fields, before);
  });
});

describe('undo', () => {
  const reasons = (model: Model) =>
    model
      .plan('conversions-undo', { ids })[0]!
      .problems.map(({ detail, field, code }) => [code, detail, field].filter((part) => part !== undefined).join(' '));

  test('property: conversion and undo give back the same lead, new or joined, again and again', () => {
    const value = fc.option(
      fc.record({
        amount: fc.integer({ min: -1e9, max: 1e9 }).map((n) => (n / 100).toFixed(2)),
        currency: fc.constantFrom('EUR', 'JPY'),
      }),
    );
    const arbitrary = fc.record({
      title: fc.string({ minLength: 1 }).filter((text) => text.trim() === text && !/[\r\n\t]/.test(text)),
      value,
      seen: fc.boolean(),
      labelIds: fc.subarray(['label-1', 'label-2']),
      expectedClose: fc.option(fc.constantFrom('2026-01-31', '2028-02-29')),
      archivedAt: fc.option(fc.constant(later)),
      organizationId: fc.constantFrom(null, 'organization-1'),
      custom: fc.constantFrom<Lead['custom']>({}, { 'field-1': 3 }, { 'field-gone': 'x' }),
      channel: fc.option(fc.string()),
    });
    fc.assert(
      fc.property(arbitrary, fc.boolean(), fc.boolean(), fc.integer({ min: 1, max: 3 }), (lead, join, take, times) => {
        const model = world(
          lead,
          creation('label', aLabel({ id: 'label-2' })),
          creation('deal', aDeal({ id: 'deal-9', value: money('7'), labelIds: ['label-2'] })),
        );
        const before = ['lead', 'deal', 'note', 'activity'].map((kind) => model.all(kind as 'lead').map(plain));
        for (let i = 0; i < times; i++) {
          const drafts = model.plan('leads-convert', { ids }) as ConversionDraft[];
          if (join) drafts[0]!.join = 'deal-9';
          if (join && take) for (const [name, own] of drafts[0]!.differences) drafts[0]!.fields[name] = own;
          assert.deepEqual(model.run('leads-convert', { ids }, drafts).problems, []);
          assert.equal(model.all('lead').length, 0);
          assert.deepEqual(model.run('conversions-undo', { ids }).problems, []);
        }
        assert.deepEqual(
          ['lead', 'deal', 'note', 'activity'].map((kind) => model.all(kind as 'lead').map(plain)),
          before,
        );
        assert.equal(model.get('conversion', 'lead-1')!.state, 'undone');
      }),
      { numRuns: 200 },
    );
  });

  const since: readonly (readonly [what: string, since: (model: Model, dealId: string) => void, reason: string])[] = [
    [
      'the deal was edited',
      (model, id) => void model.run('deal-edit', { id, fields: { title: 'Else' } }),
      'changed deal-changed title',
    ],
    [
      'the deal was moved',
      (model, id) => void model.run('deal-move', { ids: [id], stageId: 'stage-3' }),
      'changed deal-changed stageId',
    ],
    ['the deal was won', (model, id) => void model.run('deal-win', { ids: [id] }), 'changed deal-changed status'],
    [
      'a note was added',
      (model, id) => void model.run('note-add', { on: { dealId: id }, text: 'Since' }),
      'changed child-added',
    ],
    [
      'an activity was added',
      (model, id) => void model.run('activity-add', { on: { dealId: id }, type: 'call', subject: 'Since' }),
      'changed child-added',
    ],
    ['the deal was deleted', (model, id) => void model.run('deals-delete', { ids: [id] }), 'changed deal-missing'],
    ['it was undone', (model) => void model.run('conversions-undo', { ids }), 'changed undone'],
    ['the receipt expired', (model) => void (model.now = '2027-01-01T00:00:00.000Z'), 'changed expired'],
    [
      'another lead joined',
      (model, id) => {
        model.commit([creation('lead', aLead({ id: 'lead-2' }))]);
        const drafts = model.plan('leads-convert', { ids: ['lead-2'] });
        drafts[0]!.join = id;
        model.run('leads-convert', { ids: ['lead-2'] }, drafts);
      },
      'changed deal-joined',
    ],
  ];
  for (const [what, act, reason] of since) {
    test(`refused, and nothing written, where ${what}`, () => {
      const model = world();
      model.run('leads-convert', { ids });
      act(model, model.all('deal')[0]!.id);
      assert.deepEqual(reasons(model), [reason]);
      const before = structuredClone([...model.records]);
      assert.equal(model.run('conversions-undo', { ids }).changes.length, 0);
      assert.deepEqual([...model.records], before);
    });
  }

  test('a card dragged by hand, a label deleted everywhere and a note edited since are no hindrance', () => {
    const model = world();
    model.run('leads-convert', { ids });
    const dealId = model.all('deal')[0]!.id;
    model.commit([creation('deal', aDeal({ id: 'deal-9' }))]);
    model.run('deal-move', { ids: [dealId], stageId: 'stage-1', before: 'deal-9' });
    model.run('label-delete', { id: 'label-1' });
    model.run('note-edit', { id: 'note-1', text: 'Better said' });
    assert.deepEqual(reasons(model), []);
    model.run('conversions-undo', { ids });
    assert.deepEqual(model.get('lead', 'lead-1')!.labelIds, []);
    assert.deepEqual(
      [model.get('note', 'note-1')!.leadId, model.get('note', 'note-1')!.text],
      ['lead-1', 'Better said'],
    );
  });
});

describe('claim: storages that are not atomic', () => {
  test('broken off after any step and resumed, each step twice: one deal, no lead, all children, receipt active', () => {
    for (const join of [false, true]) {
      const steps = convertSteps(conversion(join).changes).length;
      assert.equal(steps, 7);
      for (let done = 1; done < steps; done++) {
        const { model, changes } = conversion(join);
        for (const step of convertSteps(changes).slice(0, done)) model.commit(step.changes);
        for (let again = 0; again < 2; again++) {
          const receipt = model.get('conversion', 'lead-1')!;
          const found = new Records();
          for (const need of resumeNeeds([receipt])) found.add(need.kind, model.read(need));
          for (const change of resumeChanges(receipt, found)) model.commit([change]);
        }
        assert.deepEqual(
          [model.all('lead').length, model.all('deal').length, model.get('conversion', 'lead-1')!.state],
          [0, 1, 'active'],
          `after ${done}`,
        );
        assert.ok(
          [...model.all('note'), ...model.all('activity')].every(
            (child) => child.leadId === null && child.dealId === model.all('deal')[0]!.id,
          ),
        );
        assert.deepEqual(model.all('deal')[0]!.labelIds, ['label-1']);
      }
    }
  });

  test('the deal to join is gone: the claim is given up, the lead stays', () => {
    const { model, changes } = conversion(true);
    model.commit(convertSteps(changes)[0]!.changes);
    model.run('deals-delete', { ids: ['deal-9'] });
    const receipt = model.get('conversion', 'lead-1')!;
    const found = new Records();
    for (const need of resumeNeeds([receipt])) found.add(need.kind, model.read(need));
    for (const change of resumeChanges(receipt, found)) model.commit([change]);
    assert.equal(model.get('conversion', 'lead-1')!.state, 'undone');
    assert.notEqual(model.get('lead', 'lead-1'), null);
  });

  function conversion(join: boolean): { model: Model; changes: Change[] } {
    const scratch = world(rich, ...(join ? [creation('deal', aDeal({ id: 'deal-9' }))] : []));
    const model = world(rich, ...(join ? [creation('deal', aDeal({ id: 'deal-9' }))] : []));
    const drafts = scratch.plan('leads-convert', { ids });
    if (join) drafts[0]!.join = 'deal-9';
    return { model, changes: scratch.run('leads-convert', { ids }, drafts).changes };
  }
});

function aBoardPipeline() {
  return { id: 'pipeline-1', rev: 0, createdAt: later, updatedAt: later, name: 'Other', rank: 'a0' };
}
