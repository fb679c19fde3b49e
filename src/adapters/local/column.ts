import { valueOf } from '../../domain/change.js';
import { COMPUTED } from '../../domain/field-value.js';
import type { AnyRecord, NextActivity } from '../../domain/records.js';
import { searchTextOf } from '../../domain/search.js';
import { dueKey } from './due.js';
import type { Places } from './places.js';

/** Columns that are no field: the folded text a search looks in, and the due of the next activity as one sortable text. */
export const SEARCH = '$search';
export const DUE = '$due';

/** Up to so many different values are kept once, and two bytes say at each place which; where there are more, each is kept by itself. */
const fewValues = 2_000;

/** Which of few different values stands at each place. */
export interface Coded {
  readonly codes: Uint16Array;
  /** By code; some may stand nowhere any more. */
  readonly different: readonly unknown[];
}

/** The values of one field by place. */
export class Column {
  readonly field: string;
  readonly #read: (record: AnyRecord) => unknown;
  readonly #places: Places;
  readonly #few: number;
  /** null = the values are too many, or no plain values. */
  #codes: Uint16Array | null;
  #different: unknown[] = [undefined];
  #known: Known | null = null;
  /** The last value that was looked for: in most columns it is the next one, too. */
  #last: { readonly value: unknown; readonly code: number } | null = null;
  /** Where they have no codes; null = the records by place have them. */
  #values: unknown[] | null = null;

  /** @param few how many different values get codes, at most 65,536 */
  constructor(field: string, places: Places, few = fewValues) {
    this.field = field;
    this.#places = places;
    this.#few = few;
    this.#read = readerOf(field);
    this.#codes = new Uint16Array(places.length);
    if (field === SEARCH) this.#spread();
  }

  at(place: number): unknown {
    if (this.#codes !== null) return this.#different[this.#codes[place] ?? 0];
    if (this.#values !== null) return this.#values[place];
    const record = this.#places.records![place];
    return record === undefined ? undefined : this.#read(record);
  }

  /** null = its values are not few. */
  get coded(): Coded | null {
    return this.#codes === null ? null : { codes: this.#codes, different: this.#different };
  }

  /** Nothing has to be put in: the values are looked up in the records that are kept by place. */
  get elsewhere(): boolean {
    return this.#codes === null && this.#values === null;
  }

  /** A test of values as one of places: of few different values each is asked about once. */
  test(passes: (value: unknown) => boolean): (place: number) => boolean {
    const answers: (boolean | undefined)[] = [];
    return (place) => {
      if (this.#codes === null) return passes(this.at(place));
      const code = this.#codes[place] ?? 0;
      return (answers[code] ??= passes(this.#different[code]));
    };
  }

  /** @param record undefined = the place has become free */
  set(place: number, record: AnyRecord | undefined): void {
    if (this.elsewhere) return;
    const value = record === undefined ? undefined : this.#read(record);
    if (this.#codes !== null) {
      const code = this.#codeOf(value);
      if (code !== null) {
        if (place >= this.#codes.length) this.#grow(place);
        this.#codes[place] = code;
        return;
      }
      this.#spread();
    }
    if (this.#values !== null) this.#values[place] = value;
  }

  trim(): void {
    const { length } = this.#places;
    if (this.#codes !== null && this.#codes.length > length) this.#codes = this.#codes.slice(0, length);
    if (this.#values !== null) this.#values = this.#values.slice();
    // Made again when a record changes: until then it is larger than all the codes of a short table.
    this.#known = null;
  }

  /** null = no code is left, or the value is none that others may share. */
  #codeOf(value: unknown): number | null {
    if (this.#last !== null && this.#last.value === value) return this.#last.code;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return null;
    const known = (this.#known ??= new Known(this.#different));
    let code = known.codeOf(value);
    if (code === undefined) {
      if (this.#different.length >= this.#few) return null;
      code = this.#different.push(value) - 1;
      known.add(value, code);
    }
    this.#last = { value, code };
    return code;
  }

  #grow(place: number): void {
    const longer = new Uint16Array(Math.ceil((place + 1) * 1.5) + 15);
    longer.set(this.#codes!);
    this.#codes = longer;
  }

  /** From here on each place has a value of its own. */
  #spread(): void {
    const codes = this.#codes!;
    const different = this.#different;
    // What has to be worked out is kept all the same; leads and deals have the text a search looks in.
    const { records } = this.#places;
    const made =
      this.field === DUE || this.field.startsWith(COMPUTED) || (this.field === SEARCH && !records?.some(hasSearchText));
    if (records === undefined || made) this.#values = [...codes].map((code) => different[code]);
    this.#codes = this.#known = this.#last = null;
    this.#different = [];
  }
}

/** Which values have codes. Lists are the same when they hold the same. */
class Known {
  readonly #plain = new Map<unknown, number>();
  readonly #lists = new Map<string, number>();

  constructor(values: readonly unknown[]) {
    values.forEach((value, code) => this.add(value, code));
  }

  add(value: unknown, code: number): void {
    if (Array.isArray(value)) this.#lists.set(JSON.stringify(value), code);
    else this.#plain.set(value, code);
  }

  codeOf(value: unknown): number | undefined {
    return Array.isArray(value) ? this.#lists.get(JSON.stringify(value)) : this.#plain.get(value);
  }
}

/** All records of a kind have it, or none has: where one stands, the first says. */
function hasSearchText(record: AnyRecord | undefined): boolean {
  return record !== undefined && 'searchText' in record;
}

function readerOf(field: string): (record: AnyRecord) => unknown {
  if (field === SEARCH) return searchTextOf;
  if (field === DUE) return (record) => dueKey((record as { nextActivity?: NextActivity | null }).nextActivity);
  return (record) => valueOf(record, field);
}
