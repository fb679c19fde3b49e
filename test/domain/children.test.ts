/** What hangs on a deal and on no lead goes where the deal goes, waits where it cannot go along, and comes back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { resumeChanges, resumeNeeds } from '../../src/domain/claim.js';
import type { Id, Lead } from '../../src/domain/records.js';
import { Records } from '../../src/domain/rule.js';
import { aDeal, aDealProduct, aNote, aParticipant, creation } from '../../src/testing/fixtures.js';
import { ids, world } from './convert-world.js';
import { plain, type Model } from './model.js';

const hung = (model: Model): readonly (readonly [Id, Id])[] =>
  (['dealProduct', 'participant'] as const)
    .flatMap((kind) => model.all(kind).map(({ id, dealId }) => [id, dealId] as const))
    .sort();
const said = (model: Model): unknown[] =>
  (['dealProduct', 'participant'] as const).flatMap((kind) =>
    model.all(kind).map((record) => {
      const { rev: _rev, updatedAt: _at, ...rest } = plain(record) as Lead;
      return rest;
    }),
  );
/** A deal made of a lead, with a product and a participant. */
function dealWith(): { readonly model: Model; readonly dealId: Id } {
  const model = world();
  model.run('leads-convert', { ids });
  const dealId = model.all('deal')[0]!.id;
  hang(model, dealId);
  return { model, dealId };
}
function hang(model: Model, dealId: Id, name = '1'): void {
  model.commit([
    creation('dealProduct', aDealProduct({ id: `line-${name}`, dealId })),
    creation('participant', aParticipant({ id: `participant-${name}`, dealId })),
  ]);
}

describe('what only a deal can have', () => {
  test('goes to the trash with its deal and comes back with it', () => {
    const { model, dealId } = dealWith();
    const before = said(model);
    model.run('deals-delete', { ids: [dealId] });
    assert.deepEqual(hung(model), []);
    const trash = model.get('trash', dealId)!;
    assert.deepEqual([trash.dealProducts?.length, trash.participants?.length], [1, 1]);
    model.run('trash-restore', { ids: [dealId] });
    assert.deepEqual(said(model), before);
  });

  test('is not in the trash of a deal that has none, nor asked for of a lead', () => {
    const model = world(undefined, creation('deal', aDeal({ id: 'deal-9' })));
    model.run('deals-delete', { ids: ['deal-9'] });
    assert.ok(!('dealProducts' in model.get('trash', 'deal-9')!));
    model.run('trash-restore', { ids: ['deal-9'] });
    assert.ok(model.get('deal', 'deal-9'));
  });

  test('waits with the receipt while the deal is a lead, and is there again with the deal', () => {
    const { model, dealId } = dealWith();
    const before = said(model);
    for (let i = 0; i < 3; i++) {
      const [draft] = model.plan('deals-convert', { ids: [dealId] });
      assert.deepEqual(draft!.keeps, { dealProducts: 1, participants: 1 });
      model.run('deals-convert', { ids: [dealId] });
      assert.deepEqual(hung(model), []);
      model.run('leads-convert', { ids });
      assert.deepEqual(said(model), before);
    }
  });

  test('waits once more where the second conversion is taken back, as long as nobody touched it', () => {
    const { model, dealId } = dealWith();
    model.run('deals-convert', { ids: [dealId] });
    model.run('leads-convert', { ids });
    assert.deepEqual(model.run('conversions-undo', { ids }).problems, []);
    assert.deepEqual(hung(model), []);
    model.run('leads-convert', { ids });
    assert.equal(hung(model).length, 2);

    const person = model.get('participant', 'participant-1')!;
    model.commit([{ op: 'patch', kind: 'participant', id: person.id, fields: { role: [person.role, 'Pays'] } }]);
    assert.equal(model.run('conversions-undo', { ids }).problems[0]?.detail, 'child-changed');
    model.commit([{ op: 'delete', kind: 'participant', id: person.id, record: person, rev: person.rev + 1 }]);
    assert.equal(model.run('conversions-undo', { ids }).problems[0]?.detail, 'child-changed');
    hang(model, dealId, '2');
    assert.equal(model.run('conversions-undo', { ids }).problems[0]?.detail, 'child-added');
  });

  test('stays with the receipt where the lead joins another deal instead', () => {
    const { model, dealId } = dealWith();
    model.run('deals-convert', { ids: [dealId] });
    const lead = model.get('lead', 'lead-1')!;
    model.commit([creation('deal', aDeal({ id: 'deal-8', personId: lead.personId }))]);
    const drafts = model.plan('leads-convert', { ids });
    drafts[0]!.join = 'deal-8';
    model.run('leads-convert', { ids }, drafts);
    assert.deepEqual(hung(model), []);
    assert.equal(model.get('conversion', 'lead-1')!.keptChildren?.dealProducts?.length, 1);
    model.run('conversions-undo', { ids });
    model.run('leads-convert', { ids });
    assert.deepEqual(hung(model), [
      ['line-1', dealId],
      ['participant-1', dealId],
    ]);
  });

  test('comes to the deal that stays when deals are merged, and goes back with the one that is restored', () => {
    const model = world(
      undefined,
      creation('deal', aDeal({ id: 'deal-1' })),
      creation('deal', aDeal({ id: 'deal-2' })),
    );
    hang(model, 'deal-1');
    hang(model, 'deal-2', '2');
    const input = { ids: ['deal-1', 'deal-2'], survivorId: 'deal-1' };
    const [draft] = model.plan('deals-merge', input);
    assert.deepEqual(draft!.moves, { notes: 0, activities: 0, dealProducts: 1, participants: 1 });
    model.run('deals-merge', input);
    assert.deepEqual(new Set(hung(model).map(([, deal]) => deal)), new Set(['deal-1']));
    assert.equal(hung(model).length, 4);
    model.run('trash-restore', { ids: ['deal-2'] });
    assert.deepEqual(hung(model), [
      ['line-1', 'deal-1'],
      ['line-2', 'deal-2'],
      ['participant-1', 'deal-1'],
      ['participant-2', 'deal-2'],
    ]);
  });

  test('of a conversion that broke off comes back when it is carried on, and only what is missing', () => {
    const { model, dealId } = dealWith();
    model.run('deals-convert', { ids: [dealId] });
    const lead = model.get('lead', 'lead-1')!;
    const waiting = model.get('conversion', 'lead-1')!;
    const receipt = { ...waiting, state: 'running', deal: waiting.kept } as const;
    assert.ok(resumeNeeds([receipt]).some(({ kind }) => kind === 'participant'));
    const made = resumeChanges(
      receipt,
      new Records().add('lead', [lead]).add('dealProduct', waiting.keptChildren!.dealProducts!),
    );
    assert.deepEqual(
      made.map(({ op, kind }) => `${op} ${kind}`),
      ['create deal', 'create participant', 'delete lead', 'patch conversion'],
    );
  });

  test('receipts and trash of earlier versions know nothing of it, and go on working', () => {
    const { model, dealId } = dealWith();
    for (const kind of ['dealProduct', 'participant'] as const)
      model.commit(
        model.all(kind).map((record) => ({ op: 'delete', kind, id: record.id, record, rev: record.rev }) as never),
      );
    model.commit([creation('note', aNote({ id: 'n', leadId: null, dealId }))]);
    model.run('deals-convert', { ids: [dealId] });
    assert.ok(!('keptChildren' in model.get('conversion', 'lead-1')!));
    model.run('leads-convert', { ids });
    assert.equal(model.get('note', 'n')!.dealId, dealId);
  });
});
