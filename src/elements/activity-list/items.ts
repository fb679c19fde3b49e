import type { Id } from '../../domain/records.js';
import type { RowRecord, Section, Sections } from './sections.js';

/** What stands in a line of the list. */
export interface Item {
  /** Tells it from all others: `head:today`, the id of a record, `form`. '' = still to be read. */
  readonly id: string;
  readonly section: Section;
  /** -1 = the head of the group. */
  readonly place: number;
  readonly record: RowRecord | undefined;
}

/** Where the proposal of the next one stands. */
export interface Inserted {
  readonly key: string;
  readonly place: number;
}

interface Part {
  readonly section: Section;
  readonly start: number;
  readonly rows: number;
  /** Among the rows; -1 = none. */
  readonly form: number;
}

export const FORM = 'form';
export const headId = (key: string): string => `head:${key}`;

/** Groups one below the other as one list of lines. */
export class Items {
  /** Groups that are closed, by key. Kept for the user. */
  closed: ReadonlySet<string> = new Set(['done', 'leads']);
  inserted: Inserted | null = null;
  #parts: readonly Part[] = [];
  count = 0;

  constructor(readonly sections: Sections) {}

  /** Before each drawing. */
  check(): void {
    let start = 0;
    const parts: Part[] = [];
    for (const section of this.sections.all) {
      const total = section.total ?? 0;
      const own = this.inserted?.key === section.key ? this.inserted : null;
      if (total === 0 && !own && section.kind !== 'today') continue;
      const rows = this.isClosed(section) ? 0 : total;
      const form = own ? Math.min(own.place, rows) : -1;
      parts.push({ section, start, rows, form });
      start += 1 + rows + Number(form >= 0);
    }
    this.#parts = parts;
    this.count = start;
  }

  get shown(): readonly Section[] {
    return this.#parts.map(({ section }) => section);
  }
  /** Only "Today", with nothing in it. */
  get empty(): boolean {
    return this.#parts.every(({ section, form }) => (section.total ?? 0) === 0 && form < 0);
  }

  /** While something is searched for, all that is found is shown. */
  isClosed(section: Section): boolean {
    return this.closed.has(section.key) && this.sections.model.found === null;
  }

  at(index: number): Item | undefined {
    const part = this.#partAt(index);
    if (!part) return undefined;
    const { section, start, form } = part;
    const place = index - start - 1;
    if (place < 0) return { id: headId(section.key), section, place: -1, record: undefined };
    if (place === form) return { id: FORM, section, place, record: undefined };
    const row = form >= 0 && place > form ? place - 1 : place;
    const record = section.row(row);
    return { id: record?.id ?? '', section, place: row, record };
  }

  /** -1 = not there, or not read. */
  indexOf(id: string): number {
    for (const { section, start, rows, form } of this.#parts) {
      if (id === headId(section.key)) return start;
      if (id === FORM) {
        if (form >= 0) return start + 1 + form;
        continue;
      }
      const place = section.list.indexOf(id);
      if (place >= 0 && place < rows) return start + 1 + place + Number(form >= 0 && place >= form);
    }
    return -1;
  }

  /** The rows of each group that are in sight are read, and the first ones of all others. */
  look(start: number, end: number): void {
    const seen = new Map(this.#parts.map((part) => [part.section, part]));
    for (const section of this.sections.all) {
      const part = seen.get(section);
      const from = part ? Math.max(0, start - part.start - 2) : 0;
      const to = part ? Math.min(part.rows, end - part.start) : 0;
      if (to > from) section.look(from, to);
      else section.look(0, 20);
    }
  }

  /** Records that are read, near what is in sight. */
  *records(start: number, end: number): Iterable<RowRecord> {
    for (let index = Math.max(0, start); index < Math.min(end, this.count); index++) {
      const record = this.at(index)?.record;
      if (record) yield record;
    }
  }

  /**
   * What is to be done from one activity to the other, both included, in whatever order they stand; also what is scrolled far
   * away and not read. Groups that are closed are passed over. Empty where one of them is not there (any more).
   */
  async idsBetween(one: Id, other: Id): Promise<readonly Id[]> {
    const open = this.#parts.filter(({ section, rows }) => section.group !== null && rows > 0);
    const lists = await Promise.all(open.map(({ section }) => section.ids()));
    const ids = lists.flat();
    const [low, high] = [ids.indexOf(one), ids.indexOf(other)].sort((a, b) => a - b) as [number, number];
    return low < 0 ? [] : ids.slice(low, high + 1);
  }

  #partAt(index: number): Part | undefined {
    let [low, high] = [0, this.#parts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#parts[middle]!.start <= index) low = middle;
      else high = middle - 1;
    }
    return index >= 0 && index < this.count ? this.#parts[low] : undefined;
  }
}
