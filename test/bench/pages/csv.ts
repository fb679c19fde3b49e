/** A file as an export of another system has it: twelve columns, quotes, umlauts, dates and amounts. */
import { morePlaces } from '../../../demo/sample/places-more.js';
import { places } from '../../../demo/sample/places.js';
import { Chance } from '../../../demo/sample/random.js';
import { sources } from '../../../demo/sample/talk.js';

const everywhere = [...places, ...morePlaces];
const heads = [
  'Title',
  'Person',
  'E-mail',
  'Phone',
  'Organization',
  'Value',
  'Currency',
  'Source',
  'Labels',
  'Expected close',
  'Created',
  'Note',
];

export function makeCsv(rows: number): File {
  const chance = new Chance(3);
  const digits = (count: number): string => {
    let text = '';
    for (let i = 0; i < count; i++) text += chance.between(0, 9);
    return text;
  };
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [heads.join(',')];
  for (let i = 0; i < rows; i++) {
    const place = chance.of(everywhere);
    const month = String(chance.between(1, 12)).padStart(2, '0');
    const day = String(chance.between(1, 28)).padStart(2, '0');
    lines.push(
      [
        `${chance.of(place.wants)} ${i}`,
        `${chance.of(place.given)} ${chance.of(place.family)}`.trim(),
        `someone${i}@firm${i % 4000}.example`,
        place.phone(digits),
        `${chance.of(place.firms)} ${chance.of(place.forms)} ${i % 4000}`,
        String(chance.between(10, 99_999)),
        place.currency,
        chance.of(sources),
        chance.of(['Hot', 'Cold', 'Hot;Renewal', '']),
        `2027-${month}-${day}`,
        `2026-${month}-${day}`,
        chance.hit(0.3) ? 'Asked for "the usual", in two parts,\nplease call back' : '',
      ]
        .map(quoted)
        .join(','),
    );
  }
  return new File([lines.join('\r\n')], 'bench.csv', { type: 'text/csv' });
}
