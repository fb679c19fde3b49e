/**
 * Four lanes of multiplication and shifts over the UTF-16 units, 128 bits as hex. Not for secrets: it names rows and
 * files, so that a second run knows what it has done (R67), and needs no `crypto.subtle`, which plain http lacks.
 */
export class TextHash {
  private a = 1779033703;
  private b = 3144134277;
  private c = 1013904242;
  private d = 2773480762;

  add(text: string): this {
    let { a, b, c, d } = this;
    for (let i = 0; i < text.length; i++) {
      const k = text.charCodeAt(i);
      a = b ^ Math.imul(a ^ k, 597399067);
      b = c ^ Math.imul(b ^ k, 2869860233);
      c = d ^ Math.imul(c ^ k, 951274213);
      d = a ^ Math.imul(d ^ k, 2716044179);
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    return this;
  }

  get hex(): string {
    const { a, b, c, d } = this;
    const e = Math.imul(c ^ (a >>> 18), 597399067);
    const f = Math.imul(d ^ (b >>> 22), 2869860233);
    const g = Math.imul(e ^ (c >>> 17), 951274213);
    const h = Math.imul(f ^ (d >>> 19), 2716044179);
    return [e ^ f ^ g ^ h, f ^ e, g ^ e, h ^ e].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

/** The key of a row: the same cells give the same key, in any file. Cell ends count: `['ab', '']` is not `['a', 'b']`. */
export function rowKey(cells: readonly string[]): string {
  return new TextHash().add(cells.join('\u0000')).hex;
}

/** Names the content of a file, by all of its cells. Feed the rows in order. */
export class FileHash {
  private readonly hash = new TextHash();

  add(cells: readonly string[]): void {
    this.hash.add(cells.join('\u0000')).add('\u0001');
  }

  get hex(): string {
    return this.hash.hex;
  }
}
