import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Field } from '../../../src/domain/records.js';
import { fieldProblems } from '../../../src/domain/validate.js';
import { customReason } from '../../../src/domain/values.js';
import { plan } from './helpers.js';
import { first, rows, write } from './stored.js';

describe('changes', () => {
  const { stored, prepared } = first();

  test('each person, organization, label, owner and field is made once', () => {
    assert.deepEqual(
      stored.all('organization').map(({ name, address }) => [name, address]),
      [
        ['Engines Ltd', 'London'],
        ['Bücher GmbH', 'Köln'],
      ],
    );
    assert.deepEqual(
      stored.all('person').map(({ name }) => name),
      ['Ada', 'Alan'],
    );
    assert.deepEqual(
      stored.all('label').map(({ name }) => name),
      ['hot', 'new'],
    );
    assert.deepEqual(
      stored.all('user').map(({ name }) => name),
      ['Grace', 'Linus'],
    );
    assert.deepEqual(
      stored.all('field').map(({ name, type, options }) => [name, type, options.map((option) => option.name)]),
      [
        ['Status', 'option', ['open', 'lost']],
        ['Interests', 'options', ['a', 'b', 'c']],
        ['Premium', 'yesNo', []],
      ],
    );
    assert.equal(new Set(stored.all('field').map(({ rank }) => rank)).size, 3);
  });

  test('a later row adds what it knows to a person that an earlier one has made', () => {
    const ada = stored.all('person')[0]!;
    assert.deepEqual(
      ada.emails.map(({ value, primary }) => [value, primary]),
      [
        ['ada@e.example', true],
        ['ada@home.example', false],
      ],
    );
    assert.equal(ada.organizationId, stored.all('organization')[0]!.id);
  });

  test('leads hold what the file says, and pass the rules of the domain', () => {
    const leads = stored.all('lead');
    const fields: readonly Field[] = stored.all('field');
    assert.equal(leads.length, 4);
    const one = leads[0]!;
    assert.deepEqual(
      [one.title, one.value, one.sourceName, one.origin, one.seen],
      ['Ada lead', { amount: '5', currency: 'EUR' }, 'Import', 'import', false],
    );
    assert.equal(one.createdAt, '2026-01-02T08:00:00.000Z');
    assert.deepEqual(
      one.labelIds,
      stored.all('label').map(({ id }) => id),
    );
    assert.equal(leads[1]!.ownerId, stored.all('user')[0]!.id);
    assert.equal(leads[3]!.ownerId, 'you');
    for (const lead of leads) {
      const { title, personId, organizationId, ownerId, labelIds, value, expectedClose, sourceName, channel } = lead;
      assert.deepEqual(
        fieldProblems(
          'lead',
          { title, personId, organizationId, ownerId, labelIds, value, expectedClose, sourceName, channel },
          null,
          fields,
        ),
        [],
      );
      for (const [id, held] of Object.entries(lead.custom))
        assert.equal(
          customReason(
            fields.find((field) => field.id === id)!,
            held,
          ),
          null,
        );
    }
  });

  test('notes and activities hang on their lead', () => {
    const leads = stored.all('lead');
    assert.deepEqual(
      stored.all('note').map(({ leadId, text }) => [leadId, text]),
      [
        [leads[0]!.id, 'first'],
        [leads[2]!.id, 'x'],
      ],
    );
    assert.deepEqual(
      stored.all('activity').map(({ leadId, subject, due }) => [leadId, subject, due]),
      [
        [leads[0]!.id, 'Call her', '2026-12-01'],
        [leads[2]!.id, 'Bücher GmbH lead', '2026-12-05'],
      ],
    );
  });

  test('the same file again changes nothing at all', () => {
    const again = plan(prepared, stored.options());
    assert.deepEqual(
      again.rows.map(({ verdict, reasons }) => [verdict, reasons[0]!.code]),
      rows.map(() => ['skip', 'unchanged']),
    );
    assert.deepEqual(write(stored, again), []);
  });
});
