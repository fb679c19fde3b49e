/**
 * Text made comparable: what a person who searches takes for the same is the same. Independent of any locale, so that
 * a page in Turkish and a page in English find the same records (`SATIŞ`, `satış`, `Satis`).
 */

/**
 * Marks that are left out when one types in a hurry: accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic,
 * and the joiners between letters. Vowel signs of Indic scripts are letters to their readers and stay.
 */
const MARKS =
  // eslint-disable-next-line no-misleading-character-class -- single marks are meant, not what they would stand on
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\u00ad]/g;
/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
  ß: 'ss',
};
const LETTER = /[ıłøđðþæœħŋŧςß]/g;
// eslint-disable-next-line no-control-regex -- the range is "all of ASCII", which needs no work but lower case
const ASCII = /^[\x00-\x7f]*$/;

/** Folded text: NFKD, marks taken off, lower case, every i the same, ß as ss. Folding twice changes nothing. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const own = letters[code >> 8]?.[code & 255] ?? letterOf(code);
    // It stands with others, or is half of one: the text has to be looked at as a whole.
    if (own === null) return foldWhole(text);
    folded += own;
  }
  return folded;
}

/** What letters fold to by themselves, by the two halves of their codes; null = that depends on their neighbours. */
const letters: (string | null)[][] = [];
const dependent = /[\p{M}\p{Cs}\u1100-\u11ff]/u;
function letterOf(code: number): string | null {
  const block = (letters[code >> 8] ??= new Array<string | null>(256).fill(null));
  const letter = String.fromCharCode(code);
  if (!dependent.test(letter)) block[code & 255] = foldWhole(letter);
  return block[code & 255]!;
}

/** The same the long way. */
export function foldWhole(text: string): string {
  // Upper case first: it opens ß and ﬁ, and makes one letter of I and ı. Marks go before it, or ᾳ would grow an iota.
  const whole = text.normalize('NFKD').replace(MARKS, '');
  const bare = whole.toUpperCase().toLowerCase();
  // What has no case, as most scripts have none, is not opened by it.
  return (bare === whole ? whole : bare.normalize('NFKD').replace(MARKS, '')).replace(
    LETTER,
    (letter) => LETTERS[letter] ?? letter,
  );
}

/** The folded words of a text, in order. */
export function words(text: string): readonly string[] {
  return fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** The digits of a text, whatever script they are written in. */
export function digitsOf(text: string): string {
  if (ASCII.test(text)) return text.replace(/[^0-9]+/g, '');
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[^0-9]/g, '');
}

/** `٣` and `３` as `3`: decimal digits come in runs of ten, and the first of a run has a code point the run can be counted from. */
export function asciiDigit(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit;
  let point = digit.normalize('NFKC').codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - 1))) {
    point--;
    value++;
  }
  return String(value);
}
