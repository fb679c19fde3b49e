import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { restoringBeside, type Beside } from '../../src/domain/changelog-beside.js';
import type { AttachedFile, ChangelogRow } from '../../src/domain/records.js';
import { holders, saidOf, type Stored } from '../../src/domain/told-to.js';
import { aChangelogRow, aDeal, aFile, today } from '../../src/testing/fixtures.js';

const deal = aDeal({ id: 'deal' });
const offer = aFile({ id: 'offer', dealId: 'deal', name: 'Offer.pdf', ref: 'bytes' });
/** A deal that has these files. */
const having = (...files: readonly AttachedFile[]): Beside => ({
  ...{ deal, lines: [], participants: [], projects: [], today, currency: 'EUR' },
  has: () => true,
  file: (by, value) => files.find((file) => file[by] === value) ?? null,
  holds: () => true,
});
const now = having(offer);
const row = (fields: Partial<ChangelogRow>): ChangelogRow =>
  aChangelogRow({
    ...{ of: 'file', recordId: 'offer', op: 'patch', dealIds: ['deal'], about: 'Offer.pdf' },
    ...fields,
  });
const said = saidOf('file', offer, false);

describe('what of a file is given back', () => {
  it('its name and what was written about it, as long as that is another one', () => {
    assert.deepEqual(restoringBeside(row({ field: 'name', before: 'Draft.pdf', after: 'Offer.pdf' }), now), {
      name: 'file-edit',
      input: { id: 'offer', name: 'Draft.pdf' },
    });
    assert.equal(restoringBeside(row({ field: 'description', before: '', after: 'Old' }), now), null);
  });

  it('one that was deleted, of the bytes that it had', () => {
    const gone = row({ op: 'delete', field: '', before: said });
    assert.deepEqual(restoringBeside(gone, having()), {
      name: 'file-add',
      input: {
        on: { dealId: 'deal' },
        files: [{ name: 'Offer.pdf', description: '', size: 90_112, type: 'application/pdf', ref: 'bytes' }],
      },
    });
    const again = having({ ...offer, id: 'again' });
    assert.equal(restoringBeside(gone, again), null, 'it has been given back');
  });

  it('not where what it held is no longer kept, and that is said beforehand', () => {
    const gone = row({ op: 'delete', field: '', before: said });
    const without = having();
    assert.deepEqual(restoringBeside(gone, { ...without, holds: () => false }), { why: 'swept' });
    assert.equal(restoringBeside(gone, { ...without, holds: () => undefined }), null, 'nobody knows yet');
  });

  it('not of one that is gone; nothing where nobody knows yet', () => {
    const renamed = row({ field: 'name', before: 'Draft.pdf' });
    assert.deepEqual(restoringBeside(renamed, having()), { why: 'gone' });
    assert.equal(restoringBeside(renamed, { ...now, file: () => undefined }), null);
  });
});

describe('in which deal a file is told', () => {
  const moved: Stored = {
    change: {
      op: 'patch',
      kind: 'file',
      id: 'offer',
      rev: 1,
      fields: { leadId: ['lead', null], dealId: [null, 'deal'] },
    },
    before: { ...offer, dealId: null, leadId: 'lead' },
    after: offer,
  };
  const made: Stored = {
    change: { op: 'create', kind: 'deal', id: 'deal', record: deal },
    before: null,
    after: deal,
  };

  it('in the one that it hangs on, but not where that became one together with it', () => {
    assert.deepEqual(holders([moved])(moved), { dealIds: ['deal'], about: 'Offer.pdf' });
    assert.deepEqual(holders([made, moved])(moved), { dealIds: [], about: 'Offer.pdf' });
  });
});
