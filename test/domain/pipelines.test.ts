import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Problem } from '../../src/domain/plan.js';
import { stagesOf } from '../../src/domain/stages.js';
import { Records } from '../../src/domain/rule.js';
import { aDeal, aField, aPipeline, aStage, aTrash, creation, edit, later } from '../../src/testing/fixtures.js';
import { codes, world } from './command-world.js';
import { Conflict } from './model.js';
import type { Model } from './model.js';

/** Beside the board of `world`: one with a single stage, in which nothing stands. */
function two(): Model {
  const model = world();
  model.commit([
    creation('pipeline', aPipeline({ id: 'pipeline-2', name: 'Renewals', rank: 'a1' })),
    creation('stage', aStage({ id: 'stage-r', name: 'Asked', pipelineId: 'pipeline-2' })),
  ]);
  return model;
}

/** The stages of a pipeline as people see them. */
function stages(model: Model, id = 'pipeline-1'): string[] {
  const found = new Records().add('stage', model.all('stage'));
  return stagesOf(found, id).map((stage) => stage.name);
}

describe('a pipeline with its stages', () => {
  test('made new: behind the others, its stages in the order they were named', () => {
    const model = world();
    const { problems } = model.run('pipeline-save', {
      name: ' Renewals\n',
      lostReasons: ['Price'],
      wonFields: ['value'],
      lostFields: ['lostReason'],
      stages: [
        { name: 'Asked', probability: 20 },
        { name: 'Agreed', rotDays: 30, requiredFields: ['value'] },
      ],
    });
    assert.deepEqual(problems, []);
    const made = model.all('pipeline').find(({ name }) => name === 'Renewals')!;
    assert.ok(made.rank > model.get('pipeline', 'pipeline-1')!.rank);
    assert.deepEqual([made.lostReasons, made.wonFields, made.lostFields], [['Price'], ['value'], ['lostReason']]);
    assert.deepEqual(stages(model, made.id), ['Asked', 'Agreed']);
    const agreed = model.all('stage').find(({ name }) => name === 'Agreed')!;
    assert.deepEqual([agreed.probability, agreed.rotDays, agreed.requiredFields], [100, 30, ['value']]);
  });

  test('a stage that is only put last is the only one written with the others’ places', () => {
    const model = world();
    const { changes } = model.run('pipeline-save', {
      id: 'pipeline-1',
      stages: [{ id: 'stage-1' }, { id: 'stage-2' }, { id: 'stage-3' }, { name: 'Contract out' }],
    });
    assert.deepEqual(
      changes.map(({ op, kind }) => `${op} ${kind}`),
      ['create stage'],
    );
    assert.deepEqual(stages(model).at(-1), 'Contract out');
  });

  test('in another order, one between two, and one that goes', () => {
    const model = two();
    model.run('deals-move', { ids: ['deal-1', 'deal-2'], stageId: 'stage-2' });
    const { problems } = model.run('pipeline-save', {
      id: 'pipeline-1',
      stages: [{ id: 'stage-3' }, { name: 'New' }, { id: 'stage-2', name: 'Offer', probability: 55 }],
      remove: ['stage-1'],
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(stages(model), ['Negotiation', 'New', 'Offer']);
    assert.equal(model.get('stage', 'stage-2')!.probability, 55);
    assert.equal(model.get('stage', 'stage-1'), null);
    assert.deepEqual(stages(model, 'pipeline-2'), ['Asked']);
  });

  test('a stage that goes is named by no field any more; a field of no other stage is important everywhere', () => {
    const model = two();
    model.run('deals-move', { ids: ['deal-1', 'deal-2'], stageId: 'stage-2' });
    const some: readonly (readonly [string, readonly string[] | null])[] = [
      ['both', ['stage-1', 'stage-2']],
      ['alone', ['stage-1']],
      ['other', ['stage-2']],
      ['everywhere', null],
      ['renewals', ['stage-r', 'stage-3']],
    ];
    model.commit(
      some.map(([id, importantIn]) => creation('field', aField({ id, name: id, important: true, importantIn }))),
    );
    const named = (): unknown[] => some.map(([id]) => model.get('field', id)!.importantIn);
    assert.deepEqual(model.run('pipeline-save', { id: 'pipeline-1', remove: ['stage-1'] }).problems, []);
    assert.deepEqual(named(), [['stage-2'], null, ['stage-2'], null, ['stage-r', 'stage-3']]);
    assert.deepEqual(model.run('pipeline-delete', { id: 'pipeline-2' }).problems, []);
    assert.deepEqual(named(), [['stage-2'], null, ['stage-2'], null, ['stage-3']]);
  });

  test('what is not named stays as others have made it meanwhile', () => {
    const model = world();
    const input = { id: 'pipeline-1', stages: [{ id: 'stage-1', probability: 15 }] };
    model.commit([edit('stage', 'stage-1', { name: ['Qualified', 'Checked'] })]);
    model.commit([creation('stage', aStage({ id: 'stage-4', name: 'Theirs', rank: 'a9' }))]);
    assert.deepEqual(model.run('pipeline-save', input).problems, []);
    assert.deepEqual(stages(model), ['Checked', 'Proposal', 'Negotiation', 'Theirs']);
    assert.equal(model.get('stage', 'stage-1')!.probability, 15);
  });

  test('a stage that somebody changes between the question and the answer is not overwritten', () => {
    const model = world();
    const input = { id: 'pipeline-1', stages: [{ id: 'stage-1', name: 'Mine' }] };
    const drafts = model.plan('pipeline-save', input);
    model.commit([edit('stage', 'stage-1', { name: ['Qualified', 'Theirs'] })]);
    assert.throws(() => model.run('pipeline-save', input, drafts), Conflict);
    assert.equal(model.get('stage', 'stage-1')!.name, 'Theirs');
  });

  const refused: readonly (readonly [string, (model: Model) => { problems: Problem[] }, readonly string[]])[] = [
    ['no name', (m) => m.run('pipeline-save', { id: 'pipeline-1', name: ' ' }), ['required name']],
    ['a name that is taken', (m) => m.run('pipeline-save', { id: 'pipeline-1', name: 'RENEWALS' }), ['duplicate name']],
    ['no stage', (m) => m.run('pipeline-save', { name: 'Empty', stages: [] }), ['only stages']],
    ['its last stage', (m) => m.run('pipeline-save', { id: 'pipeline-2', remove: ['stage-r'] }), ['only stages']],
    [
      'two stages of one name',
      (m) => m.run('pipeline-save', { name: 'x', stages: [{ name: 'A' }, { name: ' á ' }] }),
      ['duplicate stages'],
    ],
    ['a stage without a name', (m) => m.run('pipeline-save', { name: 'x', stages: [{ name: '' }] }), ['required name']],
    [
      'a chance beyond 100',
      (m) => m.run('pipeline-save', { name: 'x', stages: [{ name: 'A', probability: 101 }] }),
      ['invalid probability range'],
    ],
    [
      'half a day',
      (m) => m.run('pipeline-save', { name: 'x', stages: [{ name: 'A', rotDays: 0.5 }] }),
      ['invalid rotDays number'],
    ],
    [
      'no days',
      (m) => m.run('pipeline-save', { name: 'x', stages: [{ name: 'A', rotDays: 0 }] }),
      ['invalid rotDays range'],
    ],
    [
      'an empty reason',
      (m) => m.run('pipeline-save', { id: 'pipeline-2', lostReasons: ['Price', ' '] }),
      ['invalid lostReasons text'],
    ],
    [
      'a stage in which deals stand',
      (m) => m.run('pipeline-save', { id: 'pipeline-1', remove: ['stage-1'] }),
      ['occupied stages'],
    ],
    [
      'a stage of another pipeline',
      (m) => m.run('pipeline-save', { id: 'pipeline-2', stages: [{ id: 'stage-1' }] }),
      ['no-stage'],
    ],
    [
      'a stage that is gone',
      (m) => m.run('pipeline-save', { id: 'pipeline-2', stages: [{ id: 'gone', name: 'G' }] }),
      ['no-stage'],
    ],
    ['a pipeline that is gone', (m) => m.run('pipeline-save', { id: 'gone', name: 'x' }), ['not-found']],
    ['a pipeline with deals, to be deleted', (m) => m.run('pipeline-delete', { id: 'pipeline-1' }), ['occupied']],
    ['a pipeline deleted by others', (m) => m.run('pipeline-delete', { id: 'gone' }), ['not-found']],
  ];
  for (const [what, run, problems] of refused) {
    test(`refused: ${what}`, () => {
      const model = two();
      assert.deepEqual(codes(run(model).problems), problems);
      assert.deepEqual(stages(model), ['Qualified', 'Proposal', 'Negotiation']);
      assert.deepEqual(stages(model, 'pipeline-2'), ['Asked']);
    });
  }

  test('the only pipeline stays', () => {
    const model = world();
    model.run('deals-delete', { ids: ['deal-1', 'deal-2'] });
    assert.deepEqual(codes(model.run('pipeline-delete', { id: 'pipeline-1' }).problems), ['only']);
  });

  test('deleted with its stages', () => {
    const model = two();
    assert.deepEqual(model.run('pipeline-delete', { id: 'pipeline-2' }).problems, []);
    assert.equal(model.get('pipeline', 'pipeline-2'), null);
    assert.equal(model.get('stage', 'stage-r'), null);
  });

  test('put in order: the first one is the default', () => {
    const model = two();
    assert.deepEqual(model.run('pipelines-sort', { ids: ['pipeline-2'] }).problems, []);
    model.run('deal-add', { title: 'x', person: { id: 'person-1' } });
    assert.equal(model.all('deal').find(({ title }) => title === 'x')!.stageId, 'stage-r');
  });
});

describe('many deals to a stage', () => {
  test('of another pipeline, with what follows', () => {
    const model = two();
    assert.deepEqual(model.run('deals-move', { ids: ['deal-1', 'deal-2'], stageId: 'stage-r' }).problems, []);
    const deal = model.get('deal', 'deal-2')!;
    assert.deepEqual([deal.stageId, deal.pipelineId, deal.stageChangedAt], ['stage-r', 'pipeline-2', later]);
    assert.deepEqual(deal.stageHistory.at(-1), { stageId: 'stage-r', at: later });
  });

  test('won and lost ones stay, and so does what lacks an answer, unless their stage is going to be deleted', () => {
    const model = two();
    model.run('deal-win', { ids: ['deal-1'] });
    model.commit([edit('stage', 'stage-r', { requiredFields: [[], ['expectedClose']] })]);
    const ids = ['deal-1', 'deal-2'];
    assert.deepEqual(codes(model.run('deals-move', { ids, stageId: 'stage-r' }).problems), [
      'closed',
      'required expectedClose',
    ]);
    assert.deepEqual(model.run('deals-move', { ids, stageId: 'stage-r', closing: true }).problems, []);
    assert.deepEqual(
      ids.map((id) => [model.get('deal', id)!.stageId, model.get('deal', id)!.status]),
      [
        ['stage-r', 'won'],
        ['stage-r', 'open'],
      ],
    );
  });

  test('nowhere', () => {
    const model = two();
    assert.deepEqual(codes(model.run('deals-move', { ids: ['deal-1'], stageId: 'gone' }).problems), [
      'no-stage stageId',
    ]);
  });
});

test('a deal of the trash whose stage is gone comes back to the first one of its pipeline, or of the default one', () => {
  const model = two();
  for (const [id, pipelineId] of [
    ['deal-9', 'pipeline-2'],
    ['deal-8', 'gone'],
  ] as const)
    model.commit([
      creation(
        'trash',
        aTrash({ id, of: 'deal', record: aDeal({ id, pipelineId, stageId: 'gone' }), notes: [], activities: [] }),
      ),
    ]);
  model.run('trash-restore', { ids: ['deal-9', 'deal-8'] });
  const at = (id: string) => [model.get('deal', id)!.pipelineId, model.get('deal', id)!.stageId];
  assert.deepEqual(at('deal-9'), ['pipeline-2', 'stage-r']);
  assert.deepEqual(at('deal-8'), ['pipeline-1', 'stage-1']);
});
