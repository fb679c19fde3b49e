import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeIcs } from '../../../src/formats/ics/write.js';
import type { CalendarEntry } from '../../../src/formats/ics/write.js';

const entry = (fields: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: 'activity-1',
  summary: 'Call',
  description: '',
  at: { day: '2026-12-01' },
  stamp: '2026-11-27T10:00:00.000Z',
  sequence: 3,
  ...fields,
});

/** Lines that were folded at 75 bytes, put together again. */
const linesOf = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

test('a whole day is that day, wherever it is read and written', () => {
  const lines = linesOf(writeIcs([entry()]));
  assert.ok(lines.includes('DTSTART;VALUE=DATE:20261201'), lines.join('\n'));
  assert.ok(!lines.some((line) => line.startsWith('DTEND')));
});

test('a moment with its length, in UTC; without a length, without an end', () => {
  const start = '2026-12-01T23:45:00.000Z';
  const long = linesOf(writeIcs([entry({ at: { start, minutes: 30 } })]));
  assert.ok(long.includes('DTSTART:20261201T234500Z') && long.includes('DTEND:20261202T001500Z'), long.join('\n'));
  assert.ok(!linesOf(writeIcs([entry({ at: { start, minutes: null } })])).some((line) => line.startsWith('DTEND')));
});

test('what it is called and says comes through whole, whatever signs are in it', () => {
  const lines = linesOf(
    writeIcs([entry({ summary: 'Arama, "İzmir"; \\ depo', description: `bir\niki\nEND:VEVENT ${'ş'.repeat(200)}` })]),
  );
  assert.ok(lines.includes('SUMMARY:Arama\\, "İzmir"\\; \\\\ depo'), lines.join('\n'));
  assert.ok(lines.includes(`DESCRIPTION:bir\\niki\\nEND:VEVENT ${'ş'.repeat(200)}`));
  assert.equal(lines.filter((line) => line === 'END:VEVENT').length, 1);
});

test('no line is longer than 75 bytes, each ends as the standard says', () => {
  const text = writeIcs([entry({ summary: 'ğ'.repeat(300) })]);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(text.endsWith('END:VCALENDAR\r\n'));
  assert.ok(!/[^\r]\n/u.test(text));
});

test('a calendar that has it already knows it, and knows the newer one', () => {
  const lines = linesOf(writeIcs([entry()]));
  assert.ok(
    lines.includes('UID:activity-1') && lines.includes('SEQUENCE:3') && lines.includes('DTSTAMP:20261127T100000Z'),
  );
});
