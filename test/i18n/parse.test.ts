import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatFor } from '../../src/i18n/format.js';
import { decimal } from '../../src/i18n/format-more.js';
import { parseDecimal, parseMoney, partedMoney } from '../../src/i18n/parse.js';

const read = (lang: string, text: string) => parseDecimal(text, formatFor(lang));

test('reads what the reader’s locale writes', () => {
  assert.equal(read('en', '1,250,000.50'), '1250000.50');
  assert.equal(read('de', '1.250.000,50'), '1250000.50');
  assert.equal(read('tr', '1.250'), '1250');
  assert.equal(read('en', '1.250'), '1.250');
  assert.equal(read('fr', '1 250,5'), '1250.5');
  assert.equal(read('de-CH', '1’250.50'), '1250.50');
  assert.equal(read('ar-EG', '١٬٢٥٠٫٥'), '1250.5');
  assert.equal(read('hi', '12,34,567.5'), '1234567.5');
});

test('reads what people paste from elsewhere', () => {
  assert.equal(read('en', '1.234,56'), '1234.56');
  assert.equal(read('de', '1,234.56'), '1234.56');
  assert.equal(read('en', '$ 54,805.00 '), '54805.00');
  assert.equal(read('en', '54.805,00 €'), '54805.00');
  assert.equal(read('en', 'EUR 12'), '12');
  assert.equal(read('en', '12 TL'), '12');
  assert.equal(read('en', '(5)'), '-5');
  assert.equal(read('en', '5-'), '-5');
  assert.equal(read('en', '−5'), '-5');
  assert.equal(read('en', '-$5.00'), '-5.00');
  assert.equal(read('en', '007'), '7');
  assert.equal(read('en', '-0'), '0');
});

test('refuses what is no number, or could be two', () => {
  for (const text of ['', 'abc', '1,5,0', '1.2.3,4,5', '--5', '5x5', '1e308', '12 34x', '.', '-', '€'])
    assert.equal(read('en', text), null, text);
});

test('keeps every digit, however long', () => {
  assert.equal(read('en', '9007199254740993.000000001'), '9007199254740993.000000001');
});

test('reads back whatever it formats, in every locale', () => {
  const cents = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
  fc.assert(
    fc.property(fc.constantFrom('en', 'tr', 'de', 'ja', 'fr', 'de-CH', 'hi', 'ar-EG', 'fa'), cents, (lang, value) => {
      const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
      const amount = `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
      assert.equal(read(lang, decimal(formatFor(lang), amount, 2)), amount);
    }),
  );
});

test('money is in the currency that was written, else in that of the field', () => {
  const money = (text: string, currency: string) => {
    const read = parseMoney(text, formatFor('en'), currency);
    return read && `${read.amount} ${read.currency}`;
  };
  assert.equal(money('1,250.50', 'EUR'), '1250.50 EUR');
  assert.equal(money('$ 500', 'EUR'), '500 USD');
  assert.equal(money('$ 500', 'CAD'), '500 CAD');
  assert.equal(money('500 kr', 'NOK'), '500 NOK');
  assert.equal(money('500 kr', 'EUR'), '500 EUR', 'nobody knows which crowns');
  assert.equal(money('$5 CAD', 'EUR'), '5 CAD');
  assert.equal(money('12.50 TL', 'EUR'), '12.50 TRY');
  for (const text of ['10k', '12 tons', '5万', '2 cr', '']) assert.equal(money(text, 'EUR'), null, text);
});

test('an amount and the currency typed with it come apart, and nothing else is touched', () => {
  const parted = (lang: string, text: string, currency: string) => {
    const read = partedMoney(text, formatFor(lang), currency);
    return read && `${read.amount} ${read.currency}`;
  };
  assert.equal(parted('en', '$1,250.5', 'EUR'), '1,250.50 USD');
  assert.equal(parted('en', '$500', 'CAD'), '500.00 CAD');
  assert.equal(parted('tr', '1.250,505 TL', 'EUR'), '1.250,505 TRY', 'no digit is lost');
  for (const text of ['1,250.50', '500 kr', '12 tons', '$', '']) assert.equal(parted('en', text, 'EUR'), null, text);
});
