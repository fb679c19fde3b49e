/** The fields a formula can use, by key and by name. */
import type { ValueType } from './syntax.js';

/** A field that a formula can use. */
export interface Input {
  /** As queries name it: `value`, `custom.<id>`. Stored formulas hold only this, so that a rename changes nothing. */
  readonly key: string;
  /** As people know it. */
  readonly name: string;
  readonly type: ValueType;
}

const wordPart = /[\p{L}\p{N}\p{M}_]/u;

/** Can the character be part of a name or word? */
export const isWordPart = (character: string | undefined): boolean =>
  character !== undefined && wordPart.test(character);

/** Every look-up goes through maps: a name is never looked for on an object. */
export class Names {
  readonly inputs: readonly Input[];
  readonly #byKey = new Map<string, Input>();
  readonly #byName = new Map<string, Input>();
  /** By the name letter for letter: by it two are told apart that only differ in which i or case they are written with. */
  readonly #exactly = new Map<string, Input>();
  /** By the first letter, the longest first. */
  readonly #begin = new Map<string, { readonly name: string; readonly input: Input }[]>();

  constructor(inputs: readonly Input[]) {
    this.inputs = inputs;
    for (const input of inputs) {
      const name = lower(input.name);
      if (!this.#byKey.has(input.key)) this.#byKey.set(input.key, input);
      if (name === '' || this.#exactly.has(input.name)) continue;
      this.#exactly.set(input.name, input);
      if (!this.#byName.has(name)) this.#byName.set(name, input);
      const first = name.charAt(0);
      const some = this.#begin.get(first);
      if (some === undefined) this.#begin.set(first, [{ name, input }]);
      else some.push({ name, input });
    }
    for (const some of this.#begin.values()) some.sort((a, b) => b.name.length - a.name.length);
  }

  byKey(key: string): Input | undefined {
    return this.#byKey.get(key);
  }

  byName(name: string): Input | undefined {
    const bare = name.trim();
    return this.#exactly.get(bare) ?? this.#byName.get(lower(bare));
  }

  /** The longest name that the text goes on with at a place; it ends where a word does. */
  at(text: string, from: number): Input | undefined {
    const some = this.#begin.get(lower(text.charAt(from)));
    const fits = some?.find(({ name }) => {
      const end = from + name.length;
      if (lower(text.slice(from, end)) !== name) return false;
      return !(isWordPart(text[end]) && isWordPart(text[end - 1]));
    });
    return fits && (this.#exactly.get(text.slice(from, from + fits.name.length)) ?? fits.input);
  }

  /** How a formula names it to a person: `#Value`, or `#[Cost - net]` where the bare name could be read otherwise. */
  written(input: Input): string {
    if (this.byName(input.name)?.key !== input.key) return `#{${input.key}}`;
    const name = lower(input.name);
    const longer = this.#begin.get(name.charAt(0))?.some((one) => one.input !== input && one.name.startsWith(name));
    return longer === true || !/^[\p{L}\p{N}\p{M}_ ]+$/u.test(input.name) || input.name !== input.name.trim()
      ? `#[${input.name.replaceAll(']', ']]')}]`
      : `#${input.name}`;
  }
}

/**
 * Names are found in whatever case, and with whichever i: İ in lower case is two characters, so that no place in the
 * text would be that of the name, and who types in a hurry writes `satis` for SATIŞ.
 */
const lower = (text: string): string => text.replace(/[İı]/g, 'i').toLowerCase();
