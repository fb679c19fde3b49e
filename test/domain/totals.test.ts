import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { apply, same, swap } from '../../src/domain/change.js';
import type { Change } from '../../src/domain/change.js';
import { prepare } from '../../src/domain/matches.js';
import type { Summary, Where } from '../../src/domain/query.js';
import type { AnyRecord } from '../../src/domain/records.js';
import { emptySummary, foldSummaries, foldSummary, summarize } from '../../src/domain/totals.js';
import { WeightedSum } from '../../src/domain/weighted.js';
import { aBoard, aDeal, aLabel, aLead, aNote, aPerson, creation, money, today } from '../../src/testing/fixtures.js';
import { Conflict, Model, plain } from './model.js';

describe('totals', () => {
  test('by stage, per currency, ordered; no currency is ever added to another', () => {
    const deals = [
      aDeal({ id: '1', value: money('10') }),
      aDeal({ id: '2', value: money('0.5') }),
      aDeal({ id: '3', value: money('7', 'CHF') }),
      aDeal({ id: '4', value: null, stageId: 'stage-2' }),
    ];
    assert.deepEqual(summarize(deals, 'stageId'), [
      { group: 'stage-1', count: 3, sums: [money('7.00', 'CHF'), money('10.50')] },
      { group: 'stage-2', count: 1, sums: [] },
    ]);
    assert.deepEqual(
      summarize(deals, '').map((all) => all.count),
      [4],
    );
    assert.deepEqual(summarize([], ''), [emptySummary()]);
    assert.deepEqual(summarize([], 'stageId'), []);
  });

  test('by label: a record counts in each group it is in; none is a group of its own, and comes last', () => {
    const leads = [aLead({ id: '1', labelIds: ['a', 'b'] }), aLead({ id: '2', labelIds: ['b'] }), aLead({ id: '3' })];
    assert.deepEqual(
      summarize(leads, 'labelIds').map(({ group, count }) => [group, count]),
      [
        ['a', 1],
        ['b', 2],
        [null, 1],
      ],
    );
  });

  test('an amount that is none does not bring the total down', () => {
    assert.deepEqual(summarize([aDeal({ value: money('much') }), aDeal({ id: '2', value: money('2') })], '')[0]!.sums, [
      money('2.00'),
    ]);
  });
});

/** Commands as numbers: what they are run on is chosen among what is there. */
type Step = readonly [what: number, which: number, other: number];
const steps = fc.array(fc.tuple(fc.nat({ max: 16 }), fc.nat(), fc.nat()), { maxLength: 25 });

function start(): Model {
  return new Model([
    ...aBoard(),
    creation('person', aPerson()),
    creation('label', aLabel()),
    creation('note', aNote()),
    ...[0, 1, 2, 3].map((i) =>
      creation(
        'lead',
        aLead({
          id: `lead-${i}`,
          value: i === 0 ? null : money(`${i}.5`, i % 2 === 0 ? 'EUR' : 'JPY'),
          personId: 'person-1',
        }),
      ),
    ),
    ...[0, 1].map((i) => creation('deal', aDeal({ id: `deal-${i}`, value: money('100.25'), personId: 'person-1' }))),
  ]);
}

function step(model: Model, [what, which, other]: Step): readonly Change[] {
  const pick = (kind: 'lead' | 'deal' | 'conversion' | 'trash') =>
    model.all(kind).map((record) => record.id)[which % Math.max(1, model.all(kind).length)] ?? 'gone';
  const stageId = `stage-${(other % 3) + 1}`;
  const value = other % 4 === 0 ? null : money(String(other % 1000), other % 2 === 0 ? 'EUR' : 'USD');
  const lead = pick('lead');
  const deal = pick('deal');
  switch (what) {
    case 0:
      return model.run('lead-add', { title: 'New', person: { name: 'Somebody' }, value }).changes;
    case 1:
      return model.run('deal-add', { title: 'New', organization: { name: 'Firm' }, value, target: { stageId } })
        .changes;
    case 2:
      return model.run('lead-edit', { id: lead, fields: { value } }).changes;
    case 3:
      return model.run('deal-edit', { id: deal, fields: { value } }).changes;
    case 4:
      return model.run('leads-convert', { ids: [lead], target: { stageId } }).changes;
    case 5: {
      const drafts = model.plan('leads-convert', { ids: [lead] });
      for (const draft of drafts) draft.join = draft.joinable[0]?.id ?? null;
      return model.run('leads-convert', { ids: [lead] }, drafts).changes;
    }
    case 6:
      return model.run('conversions-undo', { ids: [pick('conversion')] }).changes;
    case 7:
      return model.run('deal-move', { ids: [deal], stageId, ...(other % 2 === 0 ? { before: null } : {}) }).changes;
    case 8:
      return model.run('deal-win', { ids: [deal] }).changes;
    case 9:
      return model.run('deal-lose', { ids: [deal], reason: 'Price' }).changes;
    case 10:
      return model.run('deal-reopen', { ids: [deal] }).changes;
    case 11:
      return model.run('leads-delete', {
        ids: model
          .all('lead')
          .slice(0, other % 3)
          .map((one) => one.id),
      }).changes;
    case 12:
      return model.run('deals-delete', { ids: [deal] }).changes;
    case 13:
      return model.run('trash-restore', { ids: [pick('trash')] }).changes;
    case 14:
      return model.run('leads-archive', { ids: [lead] }).changes;
    case 15:
      return model.run('deal-edit', { id: deal, fields: { probability: other % 3 === 0 ? null : other % 101 } })
        .changes;
    default:
      return model.run('leads-label', { ids: [lead], add: ['label-1'], remove: [] }).changes;
  }
}

describe('properties', () => {
  test('totals, and those weighted by chance, equal the sum of the cards under every sequence of commands, undo of each included', () => {
    const where: Where = { field: 'status', op: 'is', value: 'open' };
    const open = prepare({ where, today });
    const inFirst = prepare({ where: { all: [where, { field: 'stageId', op: 'is', value: 'stage-1' }] }, today });
    fc.assert(
      fc.property(steps, fc.boolean(), (sequence, back) => {
        const model = start();
        let leads: Summary = summarize(model.all('lead'), '')[0]!;
        let stages = new Map(
          summarize(model.all('deal').filter(open), 'stageId').map((summary) => [summary.group, summary]),
        );
        let chances = new Map(
          summarize(model.all('deal').filter(inFirst), 'probability').map((summary) => [summary.group, summary]),
        );
        model.listener = ({ kind, before, after }) => {
          if (kind === 'lead') leads = foldSummary(leads, before, after);
          if (kind !== 'deal') return;
          stages = foldSummaries(stages, 'stageId', before, after, open);
          chances = foldSummaries(chances, 'probability', before, after, inFirst);
        };
        const check = () => {
          assert.deepEqual(leads, summarize(model.all('lead'), '')[0]);
          const weighed = new WeightedSum();
          weighed.addGroups(chances.values(), 30);
          const each = new WeightedSum();
          for (const { value, probability } of model.all('deal').filter(inFirst))
            if (value !== null) each.add(value, probability ?? 30);
          assert.deepEqual(weighed.sums, each.sums);
          assert.deepEqual(
            [...stages.values()].filter(({ count }) => count > 0).sort((a, b) => (a.group! < b.group! ? -1 : 1)),
            summarize(model.all('deal').filter(open), 'stageId'),
          );
        };
        for (const one of sequence) {
          const changes = step(model, one);
          check();
          if (back && changes.length > 0) {
            model.commit(reversed(model, changes));
            check();
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('apply of a change and then its swap is the identity, for all that commands write', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const model = start();
        for (const one of sequence) {
          const before = snapshot(model);
          const changes = step(model, one);
          const after = snapshot(model);
          if (changes.length === 0) assert.deepEqual(after, before, 'no change, no difference');
          model.commit(reversed(model, changes));
          assert.deepEqual(snapshot(model), before);
          for (const change of changes) {
            const held = before.get(`${change.kind} ${change.id}`) as AnyRecord | undefined;
            if (change.op !== 'patch' || held === undefined) continue;
            assert.ok(same(plain(apply(apply(held, change), swap(change))), held), JSON.stringify(change));
          }
          step(model, one);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('no lead is ever in the inbox and on the board, and no note is lost', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const model = start();
        for (const one of sequence) {
          step(model, one);
          for (const receipt of model.all('conversion')) {
            if (receipt.state === 'active') assert.equal(model.get('lead', receipt.id), null);
          }
          const kept = [...model.all('note'), ...model.all('trash').flatMap((trash) => trash.notes)];
          assert.equal(kept.length, 1);
          assert.ok(model.all('lead').every((lead) => !model.all('deal').some((deal) => deal.id === lead.id)));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a change made on an older state is refused, not half carried out', () => {
    const model = start();
    const [draft] = model.plan('leads-convert', { ids: ['lead-1'] });
    model.run('lead-edit', { id: 'lead-1', fields: { title: 'Changed meanwhile' } });
    const before = snapshot(model);
    assert.throws(() => model.run('leads-convert', { ids: ['lead-1'] }, [draft!]), Conflict);
    assert.deepEqual(snapshot(model), before);
  });
});

/** Sides swapped, last first; what is taken away is taken away as it stands. */
function reversed(model: Model, changes: readonly Change[]): Change[] {
  const made = new Set<string>();
  return [...changes].reverse().map((change) => {
    const back = swap(change);
    const rev = model.get(back.kind, back.id)?.rev ?? 1;
    if (back.op !== 'delete' || made.has(back.id)) return back;
    made.add(back.id);
    // Patches before it in this list have counted the record's version on.
    const counted = changes.filter(
      (other) => other.op === 'patch' && other.kind === change.kind && other.id === change.id,
    ).length;
    return { ...back, rev: rev + counted };
  });
}

function snapshot(model: Model): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const [kind, records] of model.records)
    for (const [id, record] of records) all.set(`${kind} ${id}`, plain(record));
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}
