import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aField, aLead, aNote, aPipeline, aStage, creation, edit, money } from '../../src/testing/fixtures.js';
import { Conflict } from './model.js';
import { ids, rich, world } from './convert-world.js';

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
      creation('pipeline', aPipeline({ id: 'pipeline-0', rank: 'Zz' })),
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
