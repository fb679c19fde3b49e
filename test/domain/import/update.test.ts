import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change } from '../../../src/domain/change.js';
import { ImportWriter } from '../../../src/domain/import/changes.js';
import type { Lead } from '../../../src/domain/records.js';
import { common as enCommon } from '../../../src/i18n/en/common.js';
import { inboxMore as enInboxMore } from '../../../src/i18n/en/inbox-more.js';
import { common as trCommon } from '../../../src/i18n/tr/common.js';
import { inboxMore as trInboxMore } from '../../../src/i18n/tr/inbox-more.js';
import { env, mapped, plan, prepare } from './helpers.js';
import { Stored, first, head, rows, write } from './stored.js';

const languages = {
  en: { common: enCommon, inboxMore: enInboxMore },
  tr: { common: trCommon, inboxMore: trInboxMore },
};

describe('updates', () => {
  test('a changed file patches what differs, adds options and labels, and keeps what people did', () => {
    const { stored } = first();
    const changed = [...rows[0]!];
    changed[4] = '€6';
    changed[5] = 'warm';
    changed[7] = 'won back';
    changed[9] = 'second';
    const before = stored.all('lead')[0]!;
    const planned = plan(prepare(head, [changed, ...rows.slice(1)], stored.all('field')), stored.options());
    assert.deepEqual(
      planned.rows.map(({ verdict }) => verdict),
      ['update', 'skip', 'skip', 'skip'],
    );
    write(stored, planned);
    const after = stored.all('lead').find(({ id }) => id === before.id)!;
    assert.deepEqual(after.value, { amount: '6', currency: 'EUR' });
    assert.equal(after.labelIds.length, 3);
    assert.equal(after.originId, before.originId);
    const status = stored.all('field').find(({ name }) => name === 'Status')!;
    assert.deepEqual(
      status.options.map(({ name }) => name),
      ['open', 'lost', 'won back'],
    );
    assert.equal(after.custom[status.id], status.options[2]!.id);
    assert.deepEqual(
      stored
        .all('note')
        .filter(({ leadId }) => leadId === before.id)
        .map(({ text }) => text),
      ['first', 'second'],
    );
    assert.equal(stored.all('lead').length, 4);
    const again = plan(prepare(head, [changed], stored.all('field')), stored.options());
    assert.deepEqual(
      again.rows.map(({ reasons }) => reasons[0]!.code),
      ['unchanged'],
    );
  });
});

describe('a cell that is empty by now', () => {
  test('takes nothing away, and the row says what stays', () => {
    const { stored } = first();
    const emptied = [...rows[0]!];
    emptied[4] = '';
    emptied[7] = '';
    const before = stored.all('lead')[0]!;
    const status = stored.all('field').find(({ name }) => name === 'Status')!;
    const planned = plan(prepare(head, [emptied, ...rows.slice(1)], stored.all('field')), stored.options());
    const [row] = planned.rows;
    assert.deepEqual([row!.verdict, row!.reasons[0]!.code], ['skip', 'unchanged']);
    assert.deepEqual(String(row!.reasons[0]!.params['kept']).split(' ').sort(), [`custom.${status.id}`, 'value']);
    write(stored, planned);
    assert.deepEqual(
      stored.all('lead').find(({ id }) => id === before.id),
      before,
    );
  });

  test('beside one that has changed: the update says what it leaves as it is', () => {
    const { stored } = first();
    const changed = [...rows[0]!];
    changed[4] = '';
    changed[7] = 'won back';
    const [row] = plan(prepare(head, [changed, ...rows.slice(1)], stored.all('field')), stored.options()).rows;
    assert.deepEqual([row!.verdict, row!.reasons[0]!.params['kept']], ['update', 'value']);
  });

  test('of a lead that has no value there says nothing of it', () => {
    const { stored } = first();
    const changed = [...rows[0]!];
    changed[4] = '€6';
    const [row] = plan(prepare(head, [changed, ...rows.slice(1)], stored.all('field')), stored.options()).rows;
    assert.deepEqual([row!.verdict, row!.reasons[0]!.params['kept']], ['update', undefined]);
  });
});

describe('a file that the inbox has exported', () => {
  const head = [
    'Lead title',
    'Person',
    'Organization',
    'Next activity',
    'Next activity type',
    'Next activity date',
    'Value',
    'Value: Currency',
    'Created',
  ];
  const row = (name: string, organization: string, created = '2026-07-13T00:24:44.093Z'): string[] => [
    'Training',
    name,
    organization,
    'Check credit rating',
    'Call',
    '2026-11-18 17:15',
    '37500',
    'KWD',
    created,
  ];
  /** The lead as it is stored: its person is known by an e-mail, which the file does not have. */
  const inStore = (): Stored => {
    const stored = new Stored();
    const file = prepare([...head, 'E-mail'], [[...row('Huda Haddad', ''), 'huda@h.example']]);
    write(stored, plan(file));
    for (const [id, { kind, record }] of stored.records)
      if (kind === 'lead')
        stored.records.set(id, {
          kind,
          record: { ...record, personName: 'Huda Haddad', organizationName: '' },
        });
    return stored;
  };

  test('finds its leads again, by title, names and the second they were made in', () => {
    const stored = inStore();
    const again = plan(prepare(head, [row('Huda Haddad', '')]), stored.options());
    assert.deepEqual(
      again.rows.map(({ verdict, reasons }) => [verdict, reasons[0]!.code]),
      [['skip', 'unchanged']],
    );
  });

  test('makes another lead of whoever is somebody else, and of another second', () => {
    const stored = inStore();
    const others = [
      row('Huda Hadid', ''),
      row('Huda Haddad', 'Haddad & Co'),
      row('Huda Haddad', '', '2026-07-13T00:24:45.093Z'),
    ];
    const planned = plan(prepare(head, others), stored.options());
    assert.deepEqual(
      planned.rows.map(({ verdict }) => verdict),
      ['create', 'create', 'create'],
    );
  });

  for (const [lang, areas] of Object.entries(languages))
    test(`has headings that are understood (${lang})`, () => {
      const { common, inboxMore } = areas;
      const names = [
        inboxMore.exportTitle,
        common.person,
        common.organization,
        common.nextActivity,
        inboxMore.exportActivityType,
        inboxMore.exportActivityDue,
        common.labels,
        common.source,
        common.value,
        `${common.value}: ${common.currency}`,
        common.owner,
        common.created,
      ];
      const cells = ['A', 'B', 'C', 'D', common.call, '2026-11-18', 'Hot', 'API', '5', 'EUR', 'Ada', '2026-07-13'];
      assert.deepEqual(Object.values(mapped(prepare(names, [cells]))), [
        'title',
        'person.name',
        'organization.name',
        'activity.subject',
        'activity.type',
        'activity.due',
        'labels',
        'source',
        'value',
        'currency',
        'owner',
        'created',
      ]);
    });
});

describe('a commit that fails', () => {
  test('what it would have made is made with the next row that needs it; ids stay', () => {
    const stored = new Stored();
    const planned = plan(prepare(head, rows));
    const writer = new ImportWriter(env, planned.names, planned.lookup);
    stored.commit(writer.setup(planned.rows));
    const lost = writer.row(planned.rows[0]!);
    const id = (lost.find(({ kind }) => kind === 'lead') as Change & { record: Lead }).id;
    writer.failed(lost);
    stored.commit(writer.row(planned.rows[1]!));
    assert.deepEqual(
      stored.all('organization').map(({ name }) => name),
      ['Engines Ltd'],
    );
    const retried = writer.row(planned.rows[0]!);
    stored.commit(retried);
    assert.ok(
      retried.some((change) => change.id === id),
      'a retry makes the same lead',
    );
    assert.deepEqual(
      stored.all('person').map(({ name }) => name),
      ['Alan', 'Ada'],
    );
  });
});
