import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { direction } from '../../src/i18n/direction.js';
import { daysBetween, dueText } from '../../src/i18n/due.js';
import { common as en } from '../../src/i18n/en/common.js';
import { formatFor } from '../../src/i18n/format.js';
import { currencyDigits, currencyName, instant, percent, typedAmount } from '../../src/i18n/format-more.js';
import { wordsOf } from '../../src/i18n/words.js';

const euro = { amount: '84500', currency: 'EUR' };
/** Spaces of every width as one: which one it is belongs to the platform's data. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');

describe('money', () => {
  test('stands as the locale writes it, without decimals where there are none', () => {
    assert.equal(formatFor('en').money(euro), '€84,500');
    assert.equal(formatFor('tr').money({ amount: '1250000', currency: 'TRY' }), '₺1.250.000');
    assert.equal(plain(formatFor('de').money(euro)), '84.500 €');
    assert.equal(formatFor('ja').money({ amount: '3200000', currency: 'JPY' }), '￥3,200,000');
    assert.equal(plain(formatFor('ar').money(euro)), '84,500 €');
  });
  test('has the decimals of its currency where it has any', () => {
    assert.equal(formatFor('en').money({ amount: '23750.5', currency: 'EUR' }), '€23,750.50');
    assert.equal(plain(formatFor('en').money({ amount: '1.5', currency: 'KWD' })), 'KWD 1.500');
    assert.equal(typedAmount(formatFor('en'), { amount: '1250000', currency: 'TRY' }), '1,250,000.00');
    assert.equal(currencyDigits(formatFor('en'), 'JPY'), 0);
  });
  test('tells currencies apart that share a sign', () => {
    const format = formatFor('en');
    assert.equal(format.money({ amount: '42000', currency: 'USD' }), '$42,000');
    assert.equal(format.money({ amount: '42000', currency: 'CAD' }), 'CA$42,000');
    assert.equal(plain(format.money({ amount: '42000', currency: 'SEK' })), 'SEK 42,000');
    assert.equal(format.money({ amount: '42000', currency: 'TRY' }), '₺42,000');
  });
  test('is never rounded through a float', () => {
    assert.equal(
      formatFor('en').money({ amount: '12345678901234567890.05', currency: 'USD' }),
      '$12,345,678,901,234,567,890.05',
    );
  });
  test('shows what it does not know as it is', () => {
    assert.equal(formatFor('en').money({ amount: '5', currency: 'bogus' }), '5 bogus');
    assert.equal(currencyName(formatFor('en'), 'bogus'), 'bogus');
    assert.equal(currencyName(formatFor('en'), 'TRY'), 'Turkish Lira');
  });
});

describe('days', () => {
  test('never shift, in any zone (R72)', () => {
    const before = process.env['TZ'];
    try {
      for (const zone of [
        'Pacific/Kiritimati',
        'Pacific/Pago_Pago',
        'Europe/Istanbul',
        'America/Sao_Paulo',
        'Asia/Tokyo',
      ]) {
        process.env['TZ'] = zone;
        assert.equal(formatFor('en-GB').day('2026-11-25'), 'Wed 25 Nov', zone);
        assert.equal(formatFor('en-GB').day('2026-12-31', { weekday: false }), '31 Dec', zone);
        assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2, zone);
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
  test('are written by each locale, with the year where it is another', () => {
    assert.equal(formatFor('en').day('2026-11-25'), 'Wed, Nov 25');
    assert.equal(formatFor('tr').day('2026-11-25'), '25 Kas Çar');
    assert.equal(formatFor('de').day('2026-11-25'), 'Mi., 25. Nov.');
    assert.equal(formatFor('ja').day('2026-11-25'), '11月25日(水)');
    assert.match(formatFor('ar').day('2026-11-25'), /نوفمبر/);
    assert.match(formatFor('en').day('2027-01-04', { today: '2026-11-23' }), /2027/);
    assert.doesNotMatch(formatFor('en').day('2026-12-04', { today: '2026-11-23' }), /2026/);
  });
  test('that are none come back as they are', () => {
    assert.equal(formatFor('en').day('soon'), 'soon');
    assert.equal(formatFor('en').time('late'), 'late');
    assert.equal(instant(formatFor('en'), 'never'), 'never');
  });
});

describe('what is due', () => {
  const due = (lang: string, day: string | null, time: string | null = null) =>
    plain(dueText(formatFor(lang), wordsOf('common', en, lang), day, time, '2026-11-23'));
  test('is told by days', () => {
    assert.equal(due('en-GB', '2026-11-20'), '3 days overdue');
    assert.equal(due('en-GB', '2026-11-22'), '1 day overdue');
    assert.equal(due('en-GB', '2026-11-23', '14:30'), 'Today 14:30');
    assert.equal(due('en', '2026-11-23', '14:30'), 'Today 2:30 PM');
    assert.equal(due('en-GB', '2026-11-24'), 'Tomorrow');
    assert.equal(due('en-GB', '2026-11-25'), 'Wed 25 Nov');
    assert.equal(due('en-GB', null), 'No date');
  });
  test('starts with the right capital', () => {
    assert.equal(due('tr', '2026-11-23', '14:30'), 'Bugün 14:30');
    assert.equal(formatFor('tr').capital('ilk'), 'İlk');
    assert.equal(due('de', '2026-11-24'), 'Morgen');
  });
});

describe('age', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  const hours = (n: number) => new Date(now - n * 3_600_000).toISOString();
  const age = (lang: string, n: number) => plain(formatFor(lang).age(hours(n), now));
  test('fits into a cell', () => {
    assert.deepEqual(
      [0, 2, 5 * 24, 12 * 24, 21 * 24, 100 * 24, 800 * 24].map((n) => age('en', n)),
      ['now', '2 h', '5 d', '12 d', '3 w', '3 mths', '2 y'],
    );
    assert.equal(age('en', 0.5), '30 min');
    assert.equal(age('tr', 2), '2 sa.');
    assert.equal(age('ja', 5 * 24), '5 日');
  });
  test('is never of the future (R75), and no nonsense', () => {
    assert.equal(age('en', -1000), 'now');
    assert.equal(formatFor('en').age('never', now), 'now');
  });
  test('is said in full to ears', () => {
    assert.equal(formatFor('en').ago(hours(2), now), '2 hours ago');
    assert.equal(formatFor('tr').ago(hours(72), now), '3 gün önce');
  });
});

test('numbers, shares and lists', () => {
  assert.equal(formatFor('de').number(1234.5), '1.234,5');
  assert.equal(plain(percent(formatFor('tr'), 0.25)), '%25');
  assert.equal(formatFor('en').list(['Ada', 'Ben', 'Cem']), 'Ada, Ben, and Cem');
});

test('a language nobody knows is formatted like English, and made once', () => {
  assert.equal(formatFor('en_US!').money(euro), '€84,500');
  assert.equal(formatFor(''), formatFor(''));
  assert.equal(formatFor('de_AT').locale, 'de-AT');
});

test('the way a language runs', () => {
  for (const lang of ['ar', 'he-IL', 'fa_IR', 'ur', 'az-Arab']) assert.equal(direction(lang), 'rtl', lang);
  for (const lang of ['en', 'tr-TR', 'ja', '', 'ar-Latn']) assert.equal(direction(lang), 'ltr', lang);
});
