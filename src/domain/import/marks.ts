/** 64 bits of something, in two halves. */
export interface Lanes {
  readonly a: number;
  readonly b: number;
}

/** The lanes of texts and numbers that come one by one. One object for a file, as there are several for each row. */
export class Mixer {
  private a = 0;
  private b = 0;

  /** Of what has come so far. */
  get lanes(): Lanes {
    return { a: this.a, b: this.b };
  }

  /** Begins anew, or goes on from what something else was told by. */
  from(start?: Lanes): this {
    this.a = start === undefined ? 3735928559 | 0 : start.a;
    this.b = start === undefined ? 1103547991 | 0 : start.b;
    return this;
  }

  text(text: string): this {
    let { a, b } = this;
    for (let i = 0; i < text.length; i++) {
      const k = text.charCodeAt(i);
      a = Math.imul(a ^ k, 2654435761);
      b = Math.imul(b ^ k, 1597334677);
    }
    this.a = a;
    this.b = b;
    return this.end(65536);
  }

  /** A whole number, as far as it can be told from its neighbours; none is taken for a text. */
  number(number: number): this {
    this.a ^= Math.imul(number | 0, 597399067);
    this.b ^= Math.imul((number / 4294967296) | 0, 951274213);
    return this.end(65537);
  }

  private end(mark: number): this {
    const a = Math.imul(this.a ^ mark, 2654435761);
    const b = Math.imul(this.b ^ mark, 1597334677);
    this.a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    this.b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(this.a ^ (this.a >>> 13), 3266489909);
    return this;
  }
}

/**
 * Numbers, from 1, that are found again by the lanes of what they stand for. A map would keep a text and an object for each
 * mark of a hundred thousand people; by chance one of three hundred thousand is taken for another once in a hundred million
 * files.
 */
export class Marks {
  /** Both lanes and the number side by side, the fourth unused: each look is one place in the memory. */
  private table = new Int32Array(4 * 1024);
  private count = 0;

  /** 0 = there is none. */
  get({ a, b }: Lanes): number {
    return this.table[this.find(a, b) + 2]!;
  }

  set({ a, b }: Lanes, number: number): void {
    if (this.count * 8 >= this.table.length) this.grow();
    this.put(a, b, number);
  }

  private put(a: number, b: number, number: number): void {
    const { table } = this;
    const at = this.find(a, b);
    if (table[at + 2] === 0) this.count++;
    table[at] = a;
    table[at + 1] = b;
    table[at + 2] = number;
  }

  private find(a: number, b: number): number {
    const { table } = this;
    const mask = table.length - 1;
    let at = (a << 2) & mask;
    while (table[at + 2] !== 0 && (table[at] !== a || table[at + 1] !== b)) at = (at + 4) & mask;
    return at;
  }

  private grow(): void {
    const { table } = this;
    this.table = new Int32Array(table.length * 4);
    this.count = 0;
    for (let at = 0; at < table.length; at += 4)
      if (table[at + 2] !== 0) this.put(table[at]!, table[at + 1]!, table[at + 2]!);
  }
}
