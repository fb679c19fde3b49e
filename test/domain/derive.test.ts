import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { derive, nextOf, retitled } from '../../src/domain/derive.js';
import { aContactPoint, aLead, aPerson, anActivity, anOrganization, later, today } from '../../src/testing/fixtures.js';

describe('derive', () => {
  test('names, the next activity, and a text to search in', () => {
    const person = aPerson({
      emails: [aContactPoint('ada@example.com'), aContactPoint('Ada@Home.example')],
      phones: [aContactPoint('+90 532 123 45 67'), aContactPoint('ask')],
    });
    const derived = derive(aLead({ title: 'Güneş PANELİ' }), {
      person,
      organization: anOrganization(),
      undone: [anActivity()],
      touchedAt: later,
    });
    assert.deepEqual(derived, {
      personName: 'Ada Yıldız',
      organizationName: 'Northwind Oy',
      nextActivity: { id: 'activity-1', type: 'call', subject: 'Call back', due: today, time: null },
      touchedAt: later,
      searchText: 'gunes paneli\nada yildiz\nnorthwind oy\nada@example.com\nada@home.example\n905321234567',
    });
  });

  test('nobody and nothing to do', () => {
    const { personName, organizationName, nextActivity } = derive(aLead(), {
      person: null,
      organization: null,
      undone: [],
      touchedAt: later,
    });
    assert.deepEqual([personName, organizationName, nextActivity], ['', '', null]);
  });

  test('the next one is due first; the whole day before a time of that day, a day before none; what is done never', () => {
    const activities = [
      anActivity({ id: 'done', due: '2026-01-01', done: true }),
      anActivity({ id: 'no day', due: null }),
      anActivity({ id: 'any time', due: today }),
      anActivity({ id: '15:00', due: today, time: '15:00' }),
      anActivity({ id: '09:00 b', due: today, time: '09:00' }),
      anActivity({ id: '09:00 a', due: today, time: '09:00' }),
    ];
    const order: string[] = [];
    for (
      let left = activities, next = nextOf(left);
      next !== null;
      left = left.filter((one) => one.id !== next!.id), next = nextOf(left)
    )
      order.push(next.id);
    assert.deepEqual(order, ['any time', '09:00 a', '09:00 b', '15:00', 'no day']);
  });

  test('a new title in the search text is what making it anew gives, or is left to that', () => {
    const text = fc.oneof(
      fc.constantFrom('', 'Roof', 'roof', 'roof\nroof', 'ß', '\u0300', ' '),
      fc.string({ unit: 'grapheme' }),
    );
    let taken = 0;
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (before, after, name, withPerson) => {
        const parts = {
          person: withPerson ? aPerson({ name }) : null,
          organization: null,
          undone: [],
          touchedAt: later,
        };
        const quick = retitled(derive({ title: before }, parts).searchText, before, after);
        if (quick === null) return;
        taken++;
        assert.equal(quick, derive({ title: after }, parts).searchText);
      }),
    );
    assert.ok(taken > 20, 'it is of use');
    assert.equal(retitled('something else', 'Roof', 'Wall'), null, 'a text that an older version made');
  });
});
