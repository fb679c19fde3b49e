const bytes: readonly string[] = Array.from({ length: 256 }).map((_, i) => i.toString(16).padStart(2, '0'));

/** A lane as eight hex digits; by table, because `toString(16)` of a number over 31 bits takes the long way. */
function hex(lane: number): string {
  return bytes[lane >>> 24]! + bytes[(lane >>> 16) & 255]! + bytes[(lane >>> 8) & 255]! + bytes[lane & 255]!;
}

/**
 * Four lanes of multiplication over the UTF-16 units of texts that come one by one, 128 bits as hex. Not for secrets: it
 * names rows, so that a second run knows what it has done (R67), and needs no `crypto.subtle`, which plain http lacks.
 * Where a text ends counts: `ab` and nothing is not `a` and `b`.
 */
export class RowHash {
  private a = 1779033703 | 0;
  private b = 3144134277 | 0;
  private c = 1013904242 | 0;
  private d = 2773480762 | 0;

  text(text: string): void {
    let { a, b, c, d } = this;
    const { length } = text;
    for (let i = 0; i <= length; i++) {
      const k = i < length ? text.charCodeAt(i) : 65536;
      a = b ^ Math.imul(a ^ k, 597399067);
      b = c ^ Math.imul(b ^ k, 2869860233);
      c = d ^ Math.imul(c ^ k, 951274213);
      d = a ^ Math.imul(d ^ k, 2716044179);
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  /** The number of something that is always the same, such as the name of a column. */
  mark(number: number): void {
    this.a ^= Math.imul(number >>> 0, 2246822507);
    this.b ^= Math.imul((number / 4294967296) >>> 0, 3266489909);
    this.c ^= this.a;
    this.d ^= this.b;
  }

  /** The key of the texts so far; then it begins anew. */
  take(): string {
    const { a, b, c, d } = this;
    this.a = 1779033703 | 0;
    this.b = 3144134277 | 0;
    this.c = 1013904242 | 0;
    this.d = 2773480762 | 0;
    const e = Math.imul(c ^ (a >>> 18), 597399067);
    const f = Math.imul(d ^ (b >>> 22), 2869860233);
    const g = Math.imul(e ^ (c >>> 17), 951274213);
    const h = Math.imul(f ^ (d >>> 19), 2716044179);
    return hex(e ^ f ^ g ^ h) + hex(f ^ e) + hex(g ^ e) + hex(h ^ e);
  }
}

/** The key of a row: the same cells give the same key, in any file. */
export function rowKey(cells: readonly string[]): string {
  const hash = new RowHash();
  for (const cell of cells) hash.text(cell);
  return hash.take();
}

/** What stands in a cell, as bits: told by the look at every character that the hash takes anyway. */
export const sign = { digit: 1, at: 2, point: 4, lineEnd: 8, between: 16, beyond: 32 } as const;
const signs = new Uint8Array(128);
for (const digit of '0123456789') signs[digit.charCodeAt(0)] = sign.digit;
signs[64] = sign.at;
signs[46] = sign.point;
signs[10] = sign.lineEnd | sign.between;
signs[13] = sign.lineEnd;
for (const separator of ';|,') signs[separator.charCodeAt(0)] = sign.between;

export function signsOf(cell: string): number {
  let found = 0;
  for (let i = 0; i < cell.length; i++) {
    const k = cell.charCodeAt(i);
    found |= k < 128 ? signs[k]! : sign.beyond;
  }
  return found;
}

/**
 * A shorter one for within a file: 53 bits, by which a hundred thousand rows meet by chance once in a million files.
 * @param found gets the signs of each cell
 */
export function rowNumber(cells: readonly string[], found?: Uint8Array): number {
  let a = 3735928559 | 0;
  let b = 1103547991 | 0;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    let seen = 0;
    for (let i = 0; i < cell.length; i++) {
      const k = cell.charCodeAt(i);
      seen |= k < 128 ? signs[k]! : sign.beyond;
      a = Math.imul(a ^ k, 2654435761);
      b = Math.imul(b ^ k, 1597334677);
    }
    a = Math.imul(a ^ 65536, 2654435761);
    b = Math.imul(b ^ 65536, 1597334677);
    if (found !== undefined) found[at] = seen;
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** Names the content of a file, by all of its cells. Feed the rows in order. */
export class FileHash {
  private a = 1779033703 | 0;
  private b = 3144134277 | 0;
  private c = 1013904242 | 0;
  private d = 2773480762 | 0;

  /**
   * Mixes the number of the row into the lanes: no text is made, as there are as many as the file has rows.
   * @param found gets the signs of each cell
   * @returns the number, which whoever looks for repeated rows needs as well
   */
  add(cells: readonly string[], found?: Uint8Array): number {
    const row = rowNumber(cells, found);
    const low = row >>> 0;
    const high = (row / 4294967296) | 0;
    const a = Math.imul(this.a ^ low, 597399067) ^ this.b;
    const b = Math.imul(this.b ^ high, 2869860233) ^ this.c;
    const c = Math.imul(this.c ^ low ^ (a >>> 15), 951274213) ^ this.d;
    const d = Math.imul(this.d ^ high ^ (b >>> 13), 2716044179) ^ a;
    this.a = b;
    this.b = c;
    this.c = d;
    this.d = a;
    return row;
  }

  get hex(): string {
    return hex(this.a) + hex(this.b) + hex(this.c) + hex(this.d);
  }
}

/** Where each number of a row was met first. A table of its own: a map would keep an object for each. */
export class FirstSeen {
  private keys = new Float64Array(1024).fill(-1);
  private lines = new Int32Array(1024);
  private count = 0;

  /** The line at which it was met before; 0 = never, and now it has been at this one. */
  meet(number: number, line: number): number {
    if (this.count * 2 >= this.keys.length) this.grow();
    const at = this.find(number);
    if (this.keys[at] === number) return this.lines[at]!;
    this.keys[at] = number;
    this.lines[at] = line;
    this.count++;
    return 0;
  }

  private find(number: number): number {
    const mask = this.keys.length - 1;
    let at = (number ^ (number / 4294967296)) & mask;
    while (this.keys[at] !== -1 && this.keys[at] !== number) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, lines } = this;
    this.keys = new Float64Array(keys.length * 4).fill(-1);
    this.lines = new Int32Array(lines.length * 4);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === -1) continue;
      const at = this.find(keys[i]!);
      this.keys[at] = keys[i]!;
      this.lines[at] = lines[i]!;
    }
  }
}
