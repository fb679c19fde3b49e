/** When one lead, or deal, may be another one once more. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sharedContact, titlesAlike, twinReason } from '../../src/domain/twins.js';
import { aDeal, aLead, aPerson, later } from '../../src/testing/fixtures.js';

const none = new Map<string, 'email' | 'phone'>();
const point = (value: string) => ({ value, label: 'work', primary: false }) as const;

describe('a duplicate is hinted at', () => {
  test('by the same person, by what persons share, and by the organization where the titles are alike', () => {
    const lead = aLead({ title: 'Solar roof for the depot', organizationId: 'o' });
    const of = (fields: Parameters<typeof aLead>[0], shared = none) =>
      twinReason(lead, aLead({ id: 'two', personId: null, ...fields }), shared);
    assert.equal(of({ personId: lead.personId }), 'person');
    assert.equal(of({ personId: 'p' }, new Map([['p', 'email']])), 'email');
    assert.equal(of({ personId: 'p' }, new Map([['p', 'phone']])), 'phone');
    assert.equal(of({ organizationId: 'o', title: 'Depot: solar roof' }), 'organization');
    assert.equal(of({ organizationId: 'o', title: 'Office chairs' }), null);
    assert.equal(of({ organizationId: 'other', title: lead.title }), null);
  });

  test('among open ones only, and not where somebody has said that they are two, whichever of them it was said of', () => {
    const deal = aDeal();
    const other = aDeal({ id: 'two' });
    assert.equal(twinReason(deal, other, none), 'person');
    assert.equal(twinReason(deal, deal, none), null);
    assert.equal(twinReason(deal, { ...other, status: 'won' }, none), null);
    assert.equal(twinReason({ ...deal, status: 'lost' }, other, none), null);
    assert.equal(twinReason(aLead(), aLead({ id: 'two', archivedAt: later }), none), null);
    assert.equal(twinReason({ ...deal, notDuplicateOf: ['two'] }, other, none), null);
    assert.equal(twinReason(deal, { ...other, notDuplicateOf: [deal.id] }, none), null);
  });

  test('by an address in whatever case, and by a number however it is written', () => {
    const ada = aPerson({ emails: [point('ada@example.com')], phones: [point('+90 532 123 45 67')] });
    const with_ = (emails: string[], phones: string[]) =>
      sharedContact(ada, { emails: emails.map(point), phones: phones.map(point) });
    assert.equal(with_([' ADA@example.com'], []), 'email');
    assert.equal(with_(['other@example.com'], ['0090 (532) 1234567']), 'phone');
    assert.equal(with_([], ['12']), null);
    assert.equal(sharedContact({ emails: [], phones: [] }, { emails: [], phones: [] }), null);
  });

  test('titles are alike where half of their words are the same, in any script', () => {
    assert.ok(titlesAlike('Heat pump, 40 units', 'heat pump'));
    assert.ok(titlesAlike('İstanbul deposu', 'istanbul DEPOSU!'));
    assert.ok(titlesAlike('在庫アプリ', '在庫アプリ'));
    assert.ok(!titlesAlike('A roof of it', 'Of it'));
    assert.ok(!titlesAlike('', ''));
    assert.ok(!titlesAlike('Website relaunch for three shops', 'Support renewal for three years'));
  });
});
