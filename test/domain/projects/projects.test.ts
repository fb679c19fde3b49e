import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isLate, progressOf } from '../../../src/domain/projects/tasks.js';
import { phasesFor, tasksFrom, templateFrom } from '../../../src/domain/projects/templates.js';
import type { Id } from '../../../src/domain/records.js';
import { aDeal, aProject, aProjectTemplate, creation } from '../../../src/testing/fixtures.js';
import { codes, world } from '../command-world.js';
import type { Model } from '../model.js';

function withProject(): Model {
  const model = world();
  model.commit([creation('project', aProject()), creation('projectTemplate', aProjectTemplate())]);
  return model;
}
const project = (model: Model, id = 'project-1') => model.get('project', id)!;
const dealsOf = (model: Model, id?: Id): readonly Id[] => [...project(model, id).dealIds].sort();

describe('a project', () => {
  test('has person, organization and owner of its deal, and its tasks belong to whoever has it', () => {
    const model = world();
    model.commit([
      creation(
        'deal',
        aDeal({ id: 'deal-3', personId: 'person-1', organizationId: 'organization-1', ownerId: 'user-2' }),
      ),
    ]);
    model.run('project-add', {
      ...{ title: ' Roll-out\nnorth ', dealIds: ['deal-3', 'deal-3'], startDate: '2026-12-01', endDate: '2026-12-01' },
      tasks: [
        { title: ' Measure ', due: '2026-12-02' },
        { title: 'Train', ownerId: null },
      ],
    });
    const [made] = model.all('project');
    assert.deepEqual(
      [made!.title, made!.dealIds, made!.personId, made!.organizationId, made!.ownerId, made!.status],
      ['Roll-out north', ['deal-3'], 'person-1', 'organization-1', 'user-2', 'open'],
    );
    assert.deepEqual(
      made!.tasks.map(({ title, due, ownerId, done }) => [title, due, ownerId, done]),
      [
        ['Measure', '2026-12-02', 'user-2', false],
        ['Train', null, null, false],
      ],
    );
    assert.equal(new Set(made!.tasks.map(({ id }) => id)).size, 2);
  });

  test('is not made without a title, of a deal that is gone, ending before it begins, or with a task without a title', () => {
    const refused = (input: Parameters<Model['plan']>[1]): readonly string[] => {
      const { problems, changes } = world().run('project-add', input as never);
      assert.deepEqual(changes, []);
      return codes(problems);
    };
    assert.deepEqual(refused({ title: ' ' }), ['title title']);
    assert.deepEqual(refused({ title: 'x', dealIds: ['gone'] }), ['not-found dealIds']);
    assert.deepEqual(refused({ title: 'x', startDate: '2026-12-02', endDate: '2026-12-01' }), [
      'invalid endDate before-start',
    ]);
    assert.deepEqual(refused({ title: 'x', tasks: [{ title: ' ' }] }), ['required tasks.title']);
    assert.deepEqual(refused({ title: 'x', startDate: '2026-02-30' }), ['invalid startDate day']);
    assert.deepEqual(refused({ title: 'x', tasks: Array(501).fill({ title: 'y' }) }), ['invalid tasks too-many-tasks']);
  });

  test('says at what was changed that the days do not fit, and leaves what was wrong before alone', () => {
    const model = withProject();
    const edit = (fields: object): readonly string[] =>
      codes(model.run('project-edit', { id: 'project-1', fields }).problems);
    assert.deepEqual(edit({ endDate: '2026-11-30' }), ['invalid endDate before-start']);
    assert.deepEqual(edit({ endDate: '2026-12-24', title: 'Roll-out, north' }), []);
    assert.deepEqual(edit({ startDate: '2026-12-25' }), ['invalid startDate after-end']);
    model.commit([creation('project', aProject({ id: 'odd', startDate: '2026-12-02', endDate: '2026-12-01' }))]);
    assert.deepEqual(codes(model.run('project-edit', { id: 'odd', fields: { title: 'Still odd' } }).problems), []);
    assert.deepEqual(edit({ status: 'lost' }), ['invalid status option']);
    assert.deepEqual(codes(model.run('project-edit', { id: 'gone', fields: {} }).problems), ['not-found']);
  });

  test('belongs to several deals, each once, and stays without any', () => {
    const model = withProject();
    model.run('project-link', { id: 'project-1', dealId: 'deal-2' });
    assert.deepEqual(model.run('project-link', { id: 'project-1', dealId: 'deal-2' }).changes, []);
    assert.deepEqual(dealsOf(model), ['deal-1', 'deal-2']);
    assert.deepEqual(codes(model.run('project-link', { id: 'project-1', dealId: 'gone' }).problems), ['not-found']);
    model.run('project-unlink', { id: 'project-1', dealId: 'deal-1' });
    model.run('project-unlink', { id: 'project-1', dealId: 'deal-2' });
    assert.deepEqual(dealsOf(model), []);
  });
});

describe('its deals', () => {
  test('one in the trash, or back among the leads, has its projects again when it comes back', () => {
    const model = withProject();
    model.run('deals-delete', { ids: ['deal-1'] });
    assert.deepEqual(dealsOf(model), ['deal-1']);
    model.run('trash-restore', { ids: ['deal-1'] });
    const [draft] = model.plan('deals-convert', { ids: ['deal-1'] });
    assert.equal(draft!.keeps.projects, 1);
    model.run('deals-convert', { ids: ['deal-1'] });
    assert.equal(model.get('deal', 'deal-1'), null);
    model.run('leads-convert', { ids: [draft!.leadId] });
    assert.ok(model.get('deal', 'deal-1'));
    assert.deepEqual(dealsOf(model), ['deal-1']);
  });

  test('one that is made once more has none, and the copy none of them', () => {
    const model = withProject();
    model.run('deal-duplicate', { id: 'deal-1' });
    assert.deepEqual(dealsOf(model), ['deal-1']);
  });

  test('merged ones hand theirs over, each once, and get back what they had', () => {
    const model = withProject();
    model.commit([
      creation('deal', aDeal({ id: 'deal-3' })),
      creation('project', aProject({ id: 'both', dealIds: ['deal-2', 'deal-1', 'elsewhere'] })),
      creation('project', aProject({ id: 'own', dealIds: ['deal-2'] })),
      creation('project', aProject({ id: 'losing', dealIds: ['deal-2', 'deal-3'] })),
    ]);
    const input = { ids: ['deal-1', 'deal-2', 'deal-3'], survivorId: 'deal-1' };
    const [draft] = model.plan('deals-merge', input);
    // Links, of each of those that go.
    assert.equal(draft!.moves.projects, 4);
    assert.deepEqual(model.run('deals-merge', input).problems, []);
    const links = (): unknown => ['project-1', 'both', 'own', 'losing'].map((id) => dealsOf(model, id));
    assert.deepEqual(links(), [['deal-1'], ['deal-1', 'elsewhere'], ['deal-1'], ['deal-1']]);
    model.run('trash-restore', { ids: ['deal-2'] });
    assert.deepEqual(links(), [
      ['deal-1'],
      ['deal-1', 'deal-2', 'elsewhere'],
      ['deal-2'],
      // The other one of them is still part of the survivor.
      ['deal-1', 'deal-2'],
    ]);
  });

  test('a deal that a lead has just become is not taken back from under a project', () => {
    const model = world();
    model.run('leads-convert', { ids: ['lead-1'] });
    const dealId = model.get('conversion', 'lead-1')!.dealId;
    model.run('project-add', { title: 'Begun', dealIds: [dealId] });
    assert.deepEqual(codes(model.run('conversions-undo', { ids: ['lead-1'] }).problems), ['changed child-added']);
    model.run('project-unlink', { id: model.all('project')[0]!.id, dealId });
    assert.deepEqual(model.run('conversions-undo', { ids: ['lead-1'] }).problems, []);
  });
});

describe('its tasks', () => {
  test('are added last, changed, sorted and taken off', () => {
    const model = withProject();
    const titles = (): readonly string[] => project(model).tasks.map(({ title }) => title);
    model.run('project-task-add', { id: 'project-1', title: ' Train ', due: '2026-12-05' });
    model.run('project-task-add', { id: 'project-1', title: 'Hand over', ownerId: null });
    const [invite, train, over] = project(model).tasks;
    assert.deepEqual(
      [train!.title, train!.due, train!.ownerId, over!.ownerId],
      ['Train', '2026-12-05', 'user-1', null],
    );
    model.run('project-tasks-sort', { id: 'project-1', taskId: over!.id, before: invite!.id });
    assert.deepEqual(titles(), ['Hand over', 'Invite everybody', 'Train']);
    model.run('project-tasks-sort', { id: 'project-1', taskId: over!.id, before: null });
    assert.deepEqual(titles(), ['Invite everybody', 'Train', 'Hand over']);
    model.run('project-task-edit', { id: 'project-1', taskId: train!.id, fields: { done: true, title: 'Train all' } });
    assert.deepEqual(project(model).tasks[1], { ...train!, done: true, title: 'Train all' });
    model.run('project-task-delete', { id: 'project-1', taskId: invite!.id });
    assert.deepEqual(titles(), ['Train all', 'Hand over']);
  });

  test('are refused without a title, with a day that is none, and where somebody has taken them off', () => {
    const model = withProject();
    const edit = (taskId: Id, fields: object): readonly string[] =>
      codes(model.run('project-task-edit', { id: 'project-1', taskId, fields }).problems);
    assert.deepEqual(edit('task-1', { title: ' ' }), ['required tasks.title']);
    assert.deepEqual(edit('task-1', { due: 'soon' }), ['invalid tasks day']);
    assert.deepEqual(edit('gone', { done: true }), ['not-found']);
    assert.deepEqual(codes(model.run('project-task-add', { id: 'project-1', title: '' }).problems), [
      'required tasks.title',
    ]);
  });

  test('tell how far it is, and what is late of one that is still open', () => {
    const task = aProject().tasks[0]!;
    const tasks = [
      { ...task, id: 'a', due: '2026-11-20', done: true },
      { ...task, id: 'b', due: '2026-11-21' },
      { ...task, id: 'c', due: '2026-11-23' },
      { ...task, id: 'd', due: null },
    ];
    assert.deepEqual(progressOf({ tasks }, '2026-11-23'), { done: 1, of: 4, next: '2026-11-21', overdue: 1 });
    assert.deepEqual(progressOf({ tasks: [] }, '2026-11-23'), { done: 0, of: 0, next: null, overdue: 0 });
    assert.deepEqual(
      tasks.map((one) => isLate(one, '2026-11-23', { status: 'open' })),
      [false, true, false, false],
    );
    assert.equal(isLate(tasks[1]!, '2026-11-23', { status: 'completed' }), false);
  });
});

describe('templates', () => {
  test('give a project its tasks by the days from its start, and a project gives a template', () => {
    const template = aProjectTemplate({
      tasks: [
        { title: 'Invite', days: 1 },
        { title: 'Train', days: 31 },
        { title: 'Talk', days: null },
      ],
    });
    assert.deepEqual(
      tasksFrom(template, '2026-12-01').map(({ due }) => due),
      ['2026-12-02', '2027-01-01', null],
    );
    assert.deepEqual(
      tasksFrom(template, null).map(({ due }) => due),
      [null, null, null],
    );
    const task = aProject().tasks[0]!;
    const begun = aProject({
      phase: 'Go',
      tasks: [
        { ...task, due: '2026-12-04' },
        { ...task, due: '2026-11-01' },
        { ...task, due: null },
      ],
    });
    assert.deepEqual(templateFrom(begun, ['Kick-off']), {
      name: 'Roll-out',
      phases: ['Kick-off', 'Go'],
      tasks: [3, 0, null].map((days) => ({ title: 'Invite everybody', days })),
    });
  });

  test('offer the phases of their kind', () => {
    const templates = [
      aProjectTemplate(),
      aProjectTemplate({ id: 'template-2', phases: ['Plan', 'Kick-off'] }),
      aProjectTemplate({ id: 'template-3', phases: ['Else'] }),
    ];
    assert.deepEqual(phasesFor('Kick-off', templates), ['Kick-off', 'Training', 'Plan']);
    assert.deepEqual(phasesFor('Own', templates), ['Kick-off', 'Training', 'Plan', 'Else']);
  });

  test('have a name, phases each once, and tasks with whole days', () => {
    const model = withProject();
    model.run('project-template-add', {
      name: ' Pilot ',
      phases: [' Begin ', 'Begin', 'End'],
      tasks: [{ title: ' Measure ', days: 3 }],
    });
    const made = model.all('projectTemplate').find(({ name }) => name === 'Pilot')!;
    assert.deepEqual([made.phases, made.tasks], [['Begin', 'End'], [{ title: 'Measure', days: 3 }]]);
    const add = (input: object): readonly string[] =>
      codes(model.run('project-template-add', { name: 'x', ...input }).problems);
    assert.deepEqual(add({ name: '' }), ['required name']);
    assert.deepEqual(add({ phases: [' '] }), ['invalid phases text']);
    assert.deepEqual(add({ tasks: [{ title: '', days: 1 }] }), ['required tasks.title']);
    assert.deepEqual(add({ tasks: [{ title: 'y', days: 1.5 }] }), ['invalid tasks days']);
    assert.deepEqual(add({ tasks: [{ title: 'y', days: -1 }] }), ['invalid tasks days']);
    model.run('project-template-edit', { id: 'template-1', fields: { name: 'Roll-out, long', phases: ['A', ' A'] } });
    assert.deepEqual(
      [model.get('projectTemplate', 'template-1')!.name, model.get('projectTemplate', 'template-1')!.phases],
      ['Roll-out, long', ['A']],
    );
    model.run('project-template-delete', { id: 'template-1' });
    assert.equal(model.get('projectTemplate', 'template-1'), null);
    assert.ok(project(model));
  });
});
