import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { restoringBeside, type Beside } from '../../src/domain/changelog-beside.js';
import { Erasing } from '../../src/domain/erasing/erasing.js';
import type { AnyRecord, ChangelogRow, Kind } from '../../src/domain/records.js';
import { renumbered, rowId } from '../../src/domain/row-id.js';
import { Before } from '../../src/domain/told-before.js';
import { holders } from '../../src/domain/told-to.js';
import {
  aChangelogRow,
  aDeal,
  aDealProduct,
  aParticipant,
  aPerson,
  aProject,
  later,
  money,
  today,
} from '../../src/testing/fixtures.js';

const deal = aDeal({ id: 'deal', value: money('10'), personId: 'person-1' });
const line = aDealProduct({ id: 'line', dealId: 'deal', name: 'Licence', price: '100', quantity: '2', discount: '10' });
const part = aParticipant({ id: 'part', dealId: 'deal', personId: 'ada', role: 'Buyer' });
const project = aProject({ id: 'project', dealIds: ['deal'], phase: 'Kick-off' });
const now: Beside = {
  ...{ deal, lines: [line], participants: [part], projects: [project], today, currency: 'EUR' },
  has: () => true,
  file: () => null,
  holds: () => true,
};
const row = (fields: Partial<ChangelogRow>) => aChangelogRow({ op: 'patch', dealIds: ['deal'], ...fields });
const ofLine = (fields: Partial<ChangelogRow>) =>
  row({ of: 'dealProduct', recordId: 'line', about: 'Licence', ...fields });
const ofPart = (fields: Partial<ChangelogRow>) => row({ of: 'participant', recordId: 'part', about: 'ada', ...fields });
const ofProject = (fields: Partial<ChangelogRow>) => row({ of: 'project', recordId: 'project', ...fields });
const { id: _i, rev: _r, createdAt: _c, updatedAt: _u, dealId: _d, rank: _k, ...said } = line;

describe('what of a product is given back', () => {
  it('a field, by the command that changes it, as long as it is another one', () => {
    assert.deepEqual(restoringBeside(ofLine({ field: 'quantity', before: '1', after: '2' }), now), {
      name: 'deal-product-edit',
      input: { id: 'line', fields: { quantity: '1' } },
    });
    assert.equal(restoringBeside(ofLine({ field: 'quantity', before: '2', after: '3' }), now), null);
  });

  it('an amount only in the currency it was in; a discount together with what it was', () => {
    const price = (units: ChangelogRow['units']) =>
      restoringBeside(ofLine({ field: 'price', before: '90', units }), now);
    assert.deepEqual(price(['EUR', 'EUR']), {
      name: 'deal-product-edit',
      input: { id: 'line', fields: { price: '90' } },
    });
    assert.deepEqual(price(['TRY', 'EUR']), { why: 'currency' });
    assert.deepEqual(price(null), { why: 'notKept' });
    assert.deepEqual(restoringBeside(ofLine({ field: 'discount', before: '25', units: ['EUR', '%'] }), now), {
      name: 'deal-product-edit',
      input: { id: 'line', fields: { discount: '25', discountType: 'amount' } },
    });
    assert.equal(restoringBeside(ofLine({ field: 'discount', before: '10', units: ['%', 'EUR'] }), now), null);
  });

  it('nothing that does not go together with the rest, nor of one that is gone, nor what rules keep', () => {
    assert.deepEqual(restoringBeside(ofLine({ field: 'cycles', before: 12 }), now), { why: 'ruled' });
    assert.deepEqual(restoringBeside(ofLine({ field: 'quantity', before: '1' }), { ...now, lines: [] }), {
      why: 'gone',
    });
    assert.equal(restoringBeside(ofLine({ field: 'dealId', before: 'other', after: 'deal' }), now), null);
    assert.equal(restoringBeside(ofLine({ field: 'currency', before: 'TRY' }), now), null);
    assert.equal(restoringBeside(ofLine({ op: 'create', after: said }), now), null);
  });

  it('one that was taken off as a whole: once, and in the currency of the deal', () => {
    const off = ofLine({ op: 'delete', before: said });
    const none = { ...now, lines: [] };
    const { currency: _in, ...input } = said;
    assert.deepEqual(restoringBeside(off, none), {
      name: 'deal-products-add',
      input: { dealId: 'deal', lines: [input] },
    });
    assert.equal(restoringBeside(off, now), null, 'it came back under its id');
    assert.equal(restoringBeside(off, { ...now, lines: [{ ...line, id: 'new', rank: 'z' }] }), null, 'as a new one');
    assert.deepEqual(restoringBeside(off, { ...none, deal: { ...deal, value: money('1', 'TRY') } }), {
      why: 'currency',
    });
    assert.deepEqual(restoringBeside(ofLine({ op: 'delete', before: null }), none), { why: 'notKept' });
  });
});

describe('what of a participant and of a project is given back', () => {
  it('a role, and one that was taken off as long as the person is there and takes no part', () => {
    assert.deepEqual(restoringBeside(ofPart({ field: 'role', before: 'Advises' }), now), {
      name: 'participant-edit',
      input: { id: 'part', role: 'Advises' },
    });
    const off = ofPart({ op: 'delete', before: { role: 'Buyer' } });
    const none = { ...now, participants: [] };
    assert.deepEqual(restoringBeside(off, none), {
      name: 'participant-add',
      input: { dealId: 'deal', person: { id: 'ada' }, role: 'Buyer' },
    });
    assert.equal(restoringBeside(off, now), null);
    assert.equal(restoringBeside(off, { ...none, deal: { ...deal, personId: 'ada' } }), null, 'it is with her by now');
    assert.deepEqual(restoringBeside(off, { ...none, has: () => false }), { why: 'personGone' });
    assert.equal(restoringBeside(off, { ...none, has: () => undefined }), null, 'not known yet');
    assert.deepEqual(restoringBeside(ofPart({ field: 'role', before: 'Advises' }), none), { why: 'gone' });
  });

  it('a field of a project, and whether it belongs to the deal', () => {
    assert.deepEqual(restoringBeside(ofProject({ field: 'phase', before: 'Before' }), now), {
      name: 'project-edit',
      input: { id: 'project', fields: { phase: 'Before' } },
    });
    const input = { id: 'project', dealId: 'deal' };
    const off = ofProject({ field: 'dealIds', before: ['x', 'deal'], after: ['x'] });
    const none = { ...now, projects: [] };
    assert.deepEqual(restoringBeside(off, none), { name: 'project-link', input });
    assert.equal(restoringBeside(off, now), null);
    assert.deepEqual(restoringBeside(off, { ...none, has: () => false }), { why: 'gone' });
    const on = ofProject({ field: 'dealIds', before: ['x'], after: ['x', 'deal'] });
    assert.deepEqual(restoringBeside(on, now), { name: 'project-unlink', input });
    assert.equal(restoringBeside(on, none), null);
    assert.deepEqual(restoringBeside(ofProject({ field: 'phase', before: 'Before' }), none), { why: 'unlinked' });
    assert.deepEqual(
      restoringBeside(ofProject({ field: 'endDate', before: '2026-01-01' }), now),
      { why: 'ruled' },
      'before it starts',
    );
  });

  it('a project that was deleted, whole: once, with the deals, person and organization that are there', () => {
    const {
      id: _id,
      rev: _rev,
      createdAt: _at,
      updatedAt: _up,
      ...all
    } = aProject({
      ...{ title: 'Roll-out', dealIds: ['gone', 'deal', 'other'], personId: 'ada', organizationId: 'none' },
      tasks: [{ id: 't', title: 'Measure', done: true, due: '2026-12-01', ownerId: null }],
    });
    const off = ofProject({ op: 'delete', before: all });
    const none = { ...now, projects: [] };
    const has: Beside['has'] = (_kind, id) => ['other', 'ada'].includes(id);
    const { tasks, ...rest } = all;
    assert.deepEqual(restoringBeside(off, { ...none, has }), {
      name: 'project-add',
      input: {
        ...{ ...rest, dealIds: ['deal', 'other'], personId: 'ada', organizationId: null },
        tasks: [{ title: 'Measure', done: true, due: '2026-12-01', ownerId: null }],
      },
    });
    assert.equal(restoringBeside(off, { ...none, has: () => undefined }), null, 'not known yet');
    assert.deepEqual(restoringBeside(off, { ...none, has: () => true }), { why: 'unlinked' }, 'it is there, elsewhere');
    assert.equal(restoringBeside(off, now), null, 'it came back under its id');
    const again = aProject({ ...all, id: 'new', tasks: tasks.map((task) => ({ ...task, id: 'u' })) });
    assert.equal(restoringBeside(off, { ...now, has, projects: [again] }), null, 'as a new one');
    assert.deepEqual(restoringBeside(ofProject({ op: 'delete' }), { ...none, has }), { why: 'notKept' });
  });

  it('tasks of a project: what one row took off, changed or sorted; what it added stays', () => {
    const task = (id: string, title = id, done = false) => ({ id, title, done, due: null, ownerId: null });
    const back = (before: unknown, after: unknown, tasks: readonly ReturnType<typeof task>[]) => {
      const answer = restoringBeside(ofProject({ field: 'tasks', before, after }), {
        ...now,
        projects: [{ ...project, tasks }],
      });
      return answer && 'input' in answer ? (answer.input as { fields: { tasks: typeof tasks } }).fields.tasks : answer;
    };
    const [a, b, c, d] = [task('a'), task('b'), task('c'), task('d')];
    assert.deepEqual(back([a, b, c], [a, c], [a, c, d]), [a, b, c, d], 'it comes to its place');
    assert.deepEqual(back([a, b], [b], [b]), [a, b]);
    assert.deepEqual(back([a], [task('a', 'a', true)], [task('a', 'Renamed', true), b]), [task('a', 'Renamed'), b]);
    assert.deepEqual(back([a, b, c], [c, a, b], [c, d, a, b]), [a, d, b, c], 'another order');
    assert.equal(back([a], [a, b], [a, b]), null, 'what came');
    assert.equal(back([a], [task('a', 'a', true)], [b]), null, 'that one is gone');
    assert.equal(back([a, b], [a], [b, a]), null, 'it is back');
  });
});

describe('in which deals a row is told', () => {
  const stored = (kind: Kind, before: AnyRecord | null, after: AnyRecord | null) => {
    const op = before === null ? 'create' : after === null ? 'delete' : 'patch';
    return { change: { op, kind, id: (after ?? before)!.id } as never, before, after };
  };

  it('in that which it left as well, and where it came or went with its deal only by the row of the deal', () => {
    const moved = stored('dealProduct', line, { ...line, dealId: 'other' });
    const gone = stored('dealProduct', line, null);
    const whole = stored('deal', deal, null);
    assert.deepEqual(holders([moved, whole])(moved), { dealIds: ['deal', 'other'], about: 'Licence' });
    assert.deepEqual(holders([gone])(gone), { dealIds: ['deal'], about: 'Licence' });
    assert.deepEqual(holders([gone, whole])(gone), { dealIds: [], about: 'Licence' });
    assert.deepEqual(holders([whole])(whole), { dealIds: [], about: '' });
  });

  it('of earlier rows what is still there says, or what stands in the same commit; a row that says so itself is believed', () => {
    const before = new Before();
    before.learn('dealProduct', line);
    before.read([
      { of: 'dealProduct', recordId: 'gone', op: 'delete' },
      { of: 'deal', recordId: 'deal', op: 'patch', field: 'lines' },
    ]);
    before.read([
      { of: 'dealProduct', recordId: 'whose', op: 'delete' },
      { of: 'deal', recordId: 'deal', op: 'patch', field: 'lines' },
      { of: 'deal', recordId: 'other', op: 'patch', field: 'lines' },
    ]);
    const of = (recordId: string, more: object = {}) =>
      before.of({ of: 'dealProduct', recordId, op: 'patch', ...more });
    assert.deepEqual(of('line'), { dealIds: ['deal'], about: 'Licence' });
    assert.deepEqual(of('gone'), { dealIds: ['deal'], about: '' });
    assert.equal(of('whose'), null, 'two deals, and nobody knows');
    assert.equal(of('line', { dealIds: [] }), null);
    assert.equal(before.of({ of: 'note', recordId: 'line', op: 'patch' }), null);
  });

  it('ids of rows sort by commit and place, and those of earlier versions become such', () => {
    const written = { createdAt: later, command: 'c' };
    const ids = ['z', 'a', 'm'].map((id, place) => rowId(written, id, place));
    assert.deepEqual([...ids].sort(), ids);
    assert.ok(rowId(written, 'a', 9) < rowId(written, 'a', 10));
    const old = { ...written, recordId: 'a#1', id: `${later}/c/a#1#12` };
    assert.equal(renumbered(old), rowId(written, 'a#1', 12));
    assert.equal(renumbered({ ...old, id: rowId(written, 'a#1', 12) }), rowId(written, 'a#1', 12));
    assert.equal(renumbered({ ...old, id: 'of-a-server' }), 'of-a-server');
  });
});

describe('what is left of a person in rows of a deal', () => {
  const ada = aPerson({ id: 'ada', name: 'Ada Stone' });
  const hers = aDeal({ id: 'hers', personId: 'ada', organizationId: 'org' });
  const rows = [
    row({
      id: '1',
      of: 'dealProduct',
      recordId: 'gone',
      dealIds: ['hers'],
      about: 'Licence for Ada',
      before: 'For Ada',
      field: 'comment',
    }),
    row({ id: '2', of: 'dealProduct', recordId: 'other', dealIds: ['deal'], about: 'Adapter' }),
    row({
      id: '3',
      of: 'dealProduct',
      recordId: 'off',
      op: 'delete',
      dealIds: ['deal'],
      about: 'Course of Ada Stone',
      before: { ...said, name: 'Course of Ada Stone' },
    }),
    row({ id: '4', of: 'participant', recordId: 'off', op: 'delete', about: 'ada', before: { role: 'Buyer' } }),
    row({ id: '5', of: 'project', recordId: 'p', about: 'Move of Ada Stone', field: 'phase' }),
  ];

  it('no name of what is gone since, no participation', () => {
    const erasing = new Erasing({ personId: 'ada', userId: null, at: later, command: 'erase', from: 'host' });
    const all: readonly (readonly [Kind, AnyRecord])[] = [
      ['person', ada],
      ['deal', hers],
      ...rows.map((one) => ['changelog', one] as const),
    ];
    while (erasing.looking.length > 0) {
      for (const kind of erasing.looking) for (const [of, record] of all) if (of === kind) erasing.look(kind, record);
      erasing.next();
    }
    const left = rows.map((one) => erasing.of('changelog', one) as ChangelogRow | null);
    assert.doesNotMatch(JSON.stringify(left), /ada(?!pter)/i);
    assert.equal(left[3], null);
    assert.equal(left[1], rows[1], 'nothing of her is in it');
    assert.deepEqual(
      left.map((one) => one?.about === ''),
      [false, false, false, false, false],
      'what bore the name has another one',
    );
  });
});
