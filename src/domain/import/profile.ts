import type { FieldType } from '../records.js';
import type { DateOrder } from './dates.js';
import { dateEvidence } from './dates.js';
import { splitRange } from './ranges.js';
import { sign, signsOf } from './hash.js';
import type { DecimalSign } from './numbers.js';
import { currencyOf } from '../currency-words.js';
import { decimalEvidence, numberText } from './numbers.js';
import { headingKey } from './synonyms.js';
import { isNothing, readEmail, readLink, readPhone, readYesNo, splitCell } from './values.js';

/** A column whose values can be read two ways, and nothing in the file decides: the person is asked. */
export interface Ambiguity {
  readonly kind: 'dates' | 'numbers';
  /** A value that can be read two ways, such as `03/04/2026` or `1,234`. */
  readonly sample: string;
  /** Both readings are each the only one for some value. */
  readonly contradictory: boolean;
}

/** What a column holds, from **all** of its rows. */
export interface ColumnProfile {
  readonly column: number;
  readonly filled: number;
  /** Rows in which it is empty or says "Select", "N/A", "-". */
  readonly nothing: number;
  readonly distinct: number;
  /** Up to five different values, for showing. */
  readonly samples: readonly string[];
  readonly longest: number;
  readonly lines: boolean;
  /** Shares of the different values, 0 to 1. */
  readonly dates: number;
  /** Two dates, a first and a last one. */
  readonly ranges: number;
  readonly numbers: number;
  /** Of the numbers: those with a currency's sign or code. */
  readonly money: number;
  readonly emails: number;
  readonly phones: number;
  readonly links: number;
  readonly yesNo: number;
  /** Some number begins with a 0 that a number would lose. */
  readonly leadingZero: boolean;
  readonly dateOrder: DateOrder | 'ambiguous' | null;
  readonly decimalSign: DecimalSign | 'ambiguous' | null;
  readonly ambiguity: readonly Ambiguity[];
  /** Its values where they are few enough to be options: in order of frequency. */
  readonly options: readonly string[] | null;
  /** The same for the parts of cells that hold several. */
  readonly parts: readonly string[] | null;
}

const remembered = 2000;
/** As many options as one would still choose from; the field allows 500. */
const mostOptions = 60;

interface Evidence {
  point: number;
  comma: number;
  either: string | null;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/** The cell is one of these, or holds nothing but several. */
function all(cell: string, read: (text: string) => string | null): boolean {
  return read(cell) !== null || (/[;|,\n]/.test(cell) && splitCell(cell, true).every((part) => read(part) !== null));
}

/** Looks at one column, cell by cell; the costly looks are at different values only. */
class ColumnProfiler {
  filled = 0;
  nothing = 0;
  private readonly seen = new Map<string, number>();
  private different = 0;
  private readonly samples: string[] = [];
  private longest = 0;
  private lines = false;
  private dates = 0;
  private ranges = 0;
  private numbers = 0;
  private money = 0;
  private emails = 0;
  private phones = 0;
  private links = 0;
  private yesNo = 0;
  private leadingZero = false;
  private readonly decimal: Evidence = { point: 0, comma: 0, either: null };
  private readonly order: Evidence = { point: 0, comma: 0, either: null };
  private readonly parts = new Map<string, number>();
  private several = 0;

  constructor(private readonly column: number) {}

  add(cell: string, signs: number): void {
    if (isNothing(cell)) {
      this.nothing++;
      return;
    }
    this.filled++;
    // Where nearly every value is another one it is not looked for among those that are remembered.
    const count =
      this.different > 2 * remembered && this.different * 16 > this.filled * 15 ? undefined : this.seen.get(cell);
    if (count !== undefined) {
      this.seen.set(cell, count + 1);
      return;
    }
    this.different++;
    if (this.seen.size < remembered) this.seen.set(cell, 1);
    this.look(cell, signs);
  }

  private look(raw: string, signs: number): void {
    const cell = raw.trim();
    if (this.samples.length < 5) this.samples.push(cell);
    if (cell.length > this.longest) this.longest = cell.length;
    if ((signs & sign.lineEnd) !== 0 && !this.lines && /[\r\n]/.test(cell)) this.lines = true;
    if (cell.length <= 12 && this.worth(this.yesNo) && readYesNo(cell) !== null) this.yesNo++;
    if ((signs & sign.at) !== 0) {
      if (this.worth(this.emails) && all(cell, readEmail)) this.emails++;
    } else if ((signs & sign.point) !== 0 && this.worth(this.links) && linkLike.test(cell) && readLink(cell) !== null)
      this.links++;
    const code = cell.charCodeAt(0);
    const lettered = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    if ((signs & sign.digit) !== 0) {
      if (this.worth(this.dates + this.ranges)) this.lookAtDate(cell);
      if (this.worth(this.numbers)) this.lookAtNumber(cell);
      if (!lettered && this.worth(this.phones) && all(cell, readPhone)) this.phones++;
    } else if ((signs & sign.beyond) !== 0 && !lettered && /\p{Nd}/u.test(cell)) {
      this.lookAtNumber(cell);
      if (readPhone(cell) !== null) this.phones++;
    }
    if (this.several >= 0 && (signs & sign.between) !== 0 && /[;|\n,]/.test(cell)) {
      const found = splitCell(cell, true);
      if (found.length > 1) {
        this.several++;
        for (const part of found) this.parts.set(part, (this.parts.get(part) ?? 0) + 1);
        if (this.parts.size > remembered) this.several = -1;
      }
    } else if (this.parts.size <= remembered) this.parts.set(cell, (this.parts.get(cell) ?? 0) + 1);
  }

  /** Not where hundreds of different values are hardly ever of the kind: no share of it would count any more. */
  private worth(found: number): boolean {
    return this.different < 500 || found * 4 > this.different;
  }

  private lookAtDate(cell: string): void {
    if (this.told(cell)) this.dates++;
    else if (splitRange(cell, (text) => dateEvidence(text) !== null)?.map((day) => this.told(day))) this.ranges++;
  }

  /** It is a date; what it says about the order is kept. */
  private told(cell: string): boolean {
    const says = dateEvidence(cell);
    if (says === 'dmy') this.order.point++;
    else if (says === 'mdy') this.order.comma++;
    else if (says === 'either') this.order.either ??= cell;
    return says !== null;
  }

  private lookAtNumber(cell: string): void {
    const text = numberText(cell);
    if (text === null) return;
    const says = decimalEvidence(text.digits);
    if (says === null || (text.unit !== '' && currencyOf(text.unit, null) === null)) return;
    this.numbers++;
    if (text.unit !== '') this.money++;
    if (/^0\d/.test(text.digits)) this.leadingZero = true;
    if (says === 'point') this.decimal.point++;
    else if (says === 'comma') this.decimal.comma++;
    else if (says === 'either') this.decimal.either ??= cell;
  }

  result(): ColumnProfile {
    const share = (count: number): number => (this.different === 0 ? 0 : count / this.different);
    const ambiguity: Ambiguity[] = [];
    const settle = <T extends string>(
      kind: Ambiguity['kind'],
      found: Evidence,
      first: T,
      second: T,
    ): T | 'ambiguous' => {
      const contradictory = found.point > 0 && found.comma > 0;
      if (!contradictory && found.point > 0) return first;
      if (!contradictory && found.comma > 0) return second;
      if (found.either === null) return first;
      ambiguity.push({ kind, sample: found.either, contradictory });
      return 'ambiguous';
    };
    const dateOrder = this.dates + this.ranges === 0 ? null : settle('dates', this.order, 'dmy', 'mdy');
    const decimalSign = this.numbers === 0 ? null : settle('numbers', this.decimal, 'point', 'comma');
    return {
      column: this.column,
      filled: this.filled,
      nothing: this.nothing,
      distinct: this.different,
      samples: this.samples,
      longest: this.longest,
      lines: this.lines,
      dates: share(this.dates),
      ranges: share(this.ranges),
      numbers: share(this.numbers),
      money: this.numbers === 0 ? 0 : this.money / this.numbers,
      emails: share(this.emails),
      phones: share(this.phones),
      links: share(this.links),
      yesNo: share(this.yesNo),
      leadingZero: this.leadingZero,
      dateOrder,
      decimalSign,
      ambiguity,
      options: this.fewOf(this.seen, this.filled, this.different),
      parts:
        this.several > 0 && share(this.several) >= 0.25
          ? this.fewOf(this.parts, sum(this.parts), this.parts.size)
          : null,
    };
  }

  /** Values that come again and again are options. */
  private fewOf(counts: ReadonlyMap<string, number>, total: number, different: number): string[] | null {
    if (different === 0 || different > mostOptions || this.lines) return null;
    if (different > 1 && total < different * 2) return null;
    if (total < 4) return null;
    const list = [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value.trim());
    return list.every((value) => value.length <= 120) ? [...new Set(list)] : null;
  }
}

/** Looks at all columns of a table; feed it every row, then ask. */
export class TableProfiler {
  private readonly columns: ColumnProfiler[] = [];

  constructor(width: number) {
    for (let column = 0; column < width; column++) this.columns.push(new ColumnProfiler(column));
  }

  /** @param signs `sign` of each cell, where whoever hashes the row knows them */
  add(cells: readonly string[], signs?: Uint8Array): void {
    for (let i = 0; i < this.columns.length; i++) {
      const cell = cells[i] ?? '';
      this.columns[i]!.add(cell, cell === '' ? 0 : (signs?.[i] ?? signsOf(cell)));
    }
  }

  result(): ColumnProfile[] {
    return this.columns.map((column) => column.result());
  }
}

const idLike = /(?:^| )(?:id|ids|no|nr|num|number|code|key|uuid|guid|kod|kodu|numara|numarasi|nummer|zip|plz)$/;
/** A web address that is meant as one: `02.Medium` has the form of a host, too. */
const linkLike = /^(?:https?:\/\/|www\.|[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,12}(?:[/?#]|$))/;

/** The type a custom field gets when this column becomes one: the narrowest that **every** value fits. */
export function guessFieldType(profile: ColumnProfile, heading: string): FieldType {
  if (profile.filled === 0) return 'text';
  const lone = profile.distinct === 1 && profile.samples[0]!.length === 1;
  if (profile.yesNo === 1 && profile.distinct <= 2 && !lone) return 'yesNo';
  if (profile.emails === 1) return 'email';
  if (profile.links === 1) return 'link';
  const key = headingKey(heading);
  const named = idLike.test(key) || (key.endsWith('id') && profile.distinct === profile.filled);
  if (profile.dates === 1 && !(named && profile.numbers === 1)) return 'date';
  if (profile.ranges > 0 && profile.ranges + profile.dates > 0.999) return 'dateRange';
  if (profile.numbers === 1 && profile.decimalSign !== 'ambiguous') {
    if (profile.money === 1) return 'money';
    if (profile.money === 0 && !profile.leadingZero && !named && profile.longest <= 18) return 'number';
  }
  if (profile.phones === 1 && profile.numbers < 1 && profile.samples.every((cell) => /[\s+()-]/.test(cell)))
    return 'phone';
  if (named) return 'text';
  if (profile.options !== null && profile.numbers < 1) return 'option';
  if (profile.parts !== null) return 'options';
  return profile.lines || profile.longest > 255 ? 'longText' : 'text';
}
