/** What can be put in where the cursor stands in a formula: fields after `#`, functions after a letter. */
import { fold } from '../../domain/fold.js';
import { functions } from '../../domain/formula/functions.js';
import type { Input, Names } from '../../domain/formula/names.js';

export interface Completion {
  /** What it is called in the list. */
  readonly label: string;
  /** What is put in, in the place of `from` to `to`. */
  readonly text: string;
  /** Where the cursor stands then, counted from the end of what was put in. */
  readonly back: number;
  readonly kind: 'field' | 'function';
}

export interface Completions {
  readonly from: number;
  /** Behind the rest of the name or word in which the cursor stands: none of it is left over. */
  readonly to: number;
  readonly list: readonly Completion[];
}

const none: Completions = { from: 0, to: 0, list: [] };
const most = 50;
/** A name goes to the next of these. */
const ends = new Set('+*/%=<>,;()\n#'.split(''));

/** @param own the key of the field itself, which cannot use itself; null = it is a new one */
export function completionsAt(text: string, caret: number, names: Names, own: string | null): Completions {
  const hash = lastHash(text, caret);
  if (hash !== null) return fields(text, hash, caret, names, own);
  let from = caret;
  while (from > 0 && isLetter(text.charAt(from - 1))) from -= 1;
  let to = caret;
  while (isLetter(text.charAt(to))) to += 1;
  // Where brackets stand already, none are put in beside them.
  const called = text.charAt(to) === '(';
  const typed = text.slice(from, caret).replaceAll('ı', 'i').replaceAll('İ', 'I').toUpperCase();
  if (typed === '' || text.charAt(caret) === '(') return none;
  const list = [...functions].flatMap(([name, { most: values }]): Completion[] =>
    name.startsWith(typed)
      ? [
          {
            label: `${name}(${values === 0 ? '' : '…'})`,
            text: called ? `${name}(` : `${name}()`,
            back: called || values === 0 ? 0 : 1,
            kind: 'function',
          },
        ]
      : [],
  );
  return { from, to: called ? to + 1 : to, list };
}

const isLetter = (character: string): boolean => /\p{L}/u.test(character);

/** The `#` whose name is being typed; null = the cursor stands in none. */
function lastHash(text: string, caret: number): number | null {
  for (let at = caret - 1; at >= 0 && caret - at < 120; at--) {
    const character = text.charAt(at);
    if (character === '#') return at;
    if (ends.has(character)) return null;
  }
  return null;
}

function fields(text: string, from: number, caret: number, names: Names, own: string | null): Completions {
  // As people search: who types in a hurry writes no marks, and İ is an i.
  const typed = text
    .slice(from + 1, caret)
    .replace(/^\[/, '')
    .trimStart();
  const wanted = fold(typed);
  const whole = names.byName(typed);
  const { to, stands } = nameAt(text, from, caret, names);
  const first: Completion[] = [];
  const begin: Completion[] = [];
  const within: Completion[] = [];
  for (const input of names.inputs) {
    const name = fold(input.name);
    if (input.key === own) continue;
    // Somebody has typed all of it and goes on: nothing is in the way.
    if (input === whole && typed.endsWith(' ')) return none;
    const completion = { label: input.name, text: names.written(input), back: 0, kind: 'field' } as const;
    if (input === stands) first.push(completion);
    else if (name.startsWith(wanted)) begin.push(completion);
    else if (name.includes(` ${wanted}`)) within.push(completion);
  }
  const list = [...first, ...begin, ...within].slice(0, most);
  if (list.length === 1 && whole !== undefined && list[0]?.label === whole.name) return none;
  return { from, to, list };
}

/** The name in which the cursor stands, and its end; what is none goes on behind the cursor as it is. */
function nameAt(text: string, hash: number, caret: number, names: Names): { to: number; stands: Input | null } {
  const none = { to: caret, stands: null };
  if (text.charAt(hash + 1) === '[') {
    const close = text.indexOf(']', hash);
    if (close < caret || text.slice(caret, close).includes('#')) return none;
    return { to: close + 1, stands: names.byName(text.slice(hash + 2, close)) ?? null };
  }
  const start = hash + 1 + (/^ */.exec(text.slice(hash + 1))?.[0].length ?? 0);
  const stands = names.at(text, start);
  const to = start + (stands?.name.length ?? 0);
  return stands === undefined || to <= caret ? none : { to, stands };
}
