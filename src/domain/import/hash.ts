const bytes: readonly string[] = Array.from({ length: 256 }).map((_, i) => i.toString(16).padStart(2, '0'));

/** A lane as eight hex digits; by table, because `toString(16)` of a number over 31 bits takes the long way. */
function hex(lane: number): string {
  return bytes[lane >>> 24]! + bytes[(lane >>> 16) & 255]! + bytes[(lane >>> 8) & 255]! + bytes[lane & 255]!;
}

/**
 * Four lanes of multiplication over the UTF-16 units, 128 bits as hex. Not for secrets: it names rows and files, so that
 * a second run knows what it has done (R67), and needs no `crypto.subtle`, which plain http lacks.
 */
function hash(text: string): string {
  let a = 1779033703 | 0;
  let b = 3144134277 | 0;
  let c = 1013904242 | 0;
  let d = 2773480762 | 0;
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  const e = Math.imul(c ^ (a >>> 18), 597399067);
  const f = Math.imul(d ^ (b >>> 22), 2869860233);
  const g = Math.imul(e ^ (c >>> 17), 951274213);
  const h = Math.imul(f ^ (d >>> 19), 2716044179);
  return hex(e ^ f ^ g ^ h) + hex(f ^ e) + hex(g ^ e) + hex(h ^ e);
}

/** The key of a row: the same cells give the same key, in any file. Cell ends count: `['ab', '']` is not `['a', 'b']`. */
export function rowKey(cells: readonly string[]): string {
  return hash(cells.join('\u0000'));
}

/** A shorter one for within a file: 53 bits, by which a hundred thousand rows meet by chance once in a million files. */
export function rowNumber(cells: readonly string[]): number {
  let a = 3735928559 | 0;
  let b = 1103547991 | 0;
  for (const cell of cells) {
    for (let i = 0; i < cell.length; i++) {
      const k = cell.charCodeAt(i);
      a = Math.imul(a ^ k, 2654435761);
      b = Math.imul(b ^ k, 1597334677);
    }
    a = Math.imul(a ^ 65536, 2654435761);
    b = Math.imul(b ^ 65536, 1597334677);
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

  /** Mixes the number of the row into the lanes: no text is made, as there are as many as the file has rows. */
  add(cells: readonly string[]): void {
    const row = rowNumber(cells);
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
  }

  get hex(): string {
    return hex(this.a) + hex(this.b) + hex(this.c) + hex(this.d);
  }
}
