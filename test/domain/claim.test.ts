import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { convertSteps, resumeChanges, resumeNeeds } from '../../src/domain/claim.js';
import type { Change } from '../../src/domain/change.js';
import { Records } from '../../src/domain/rule.js';
import { aDeal, creation } from '../../src/testing/fixtures.js';
import type { Model } from './model.js';
import { ids, rich, world } from './convert-world.js';

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
