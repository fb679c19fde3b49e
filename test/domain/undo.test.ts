import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { ConversionDraft } from '../../src/domain/convert-draft.js';
import type { Lead } from '../../src/domain/records.js';
import { aDeal, aLabel, aLead, creation, later, money } from '../../src/testing/fixtures.js';
import type { Model } from './model.js';
import { plain } from './model.js';
import { ids, world } from './convert-world.js';

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
