import { expect } from '@open-wc/testing';
import type { Field, FieldType } from '../../src/domain/records.js';
import { Format } from '../../src/i18n/format.js';
import { fieldText } from '../../src/shared/field-text.js';
import { aField } from '../../src/testing/fixtures.js';

const names: Readonly<Record<string, string>> = {
  'user user-1': 'Elif Kaya',
  'person person-1': 'Ada',
  'organization org-1': 'Kuzey',
};

function text(value: unknown, type: FieldType, locale = 'en', more: Partial<Field> = {}): string {
  return fieldText(value, aField({ type, ...more }), {
    format: new Format(locale),
    words: { yes: 'Yes', no: 'No' },
    nameOf: (id, kind) => names[`${kind} ${id}`] ?? id,
  });
}

describe('the value of a custom field', () => {
  it('keeps all the decimals a number has, in the way of the language', () => {
    expect(text(4200, 'number')).to.equal('4,200');
    expect(text(0.12345, 'number')).to.equal('0.12345');
    expect(text(1234.5, 'number', 'tr')).to.equal('1.234,5');
  });
  it('is written by its type', () => {
    const options = [
      { id: 'a', name: 'Cold' },
      { id: 'b', name: 'Frozen' },
    ];
    expect(text({ amount: '1250.50', currency: 'EUR' }, 'money')).to.equal('€1,250.50');
    expect(text('2026-12-18', 'date')).to.equal('Dec 18, 2026');
    expect(text('14:30', 'time').replace('\u202f', ' ')).to.equal('2:30 PM');
    expect(text(true, 'yesNo')).to.equal('Yes');
    expect(text(false, 'yesNo')).to.equal('No');
    expect(text('b', 'option', 'en', { options })).to.equal('Frozen');
    expect(text(['a', 'b'], 'options', 'en', { options })).to.equal('Cold and Frozen');
    expect(text(['2026-12-18', '2027-01-02'], 'dateRange')).to.equal('Dec 18, 2026 – Jan 2, 2027');
    expect(text('user-1', 'user')).to.equal('Elif Kaya');
    expect(text('person-1', 'person')).to.equal('Ada');
    expect(text('org-1', 'organization')).to.equal('Kuzey');
    expect(text('https://kuzey.example', 'link')).to.equal('https://kuzey.example');
  });
  it('is nothing where there is none', () => {
    for (const none of [null, undefined, '']) expect(text(none, 'number')).to.equal('');
  });
  it('hides nothing that is of another type', () => {
    expect(text('about ten', 'number')).to.equal('about ten');
    expect(text(12, 'money')).to.equal('12');
    expect(text('perhaps', 'yesNo')).to.equal('perhaps');
    expect(text({ city: 'İzmir' }, 'address')).to.equal('{"city":"İzmir"}');
    expect(text('gone', 'option', 'en', { options: [] })).to.equal('gone');
    expect(text('nobody', 'user')).to.equal('nobody');
  });
});
