/** What can be put in where the cursor stands in a formula: fields after `#`, functions after a letter. */
import { functions } from '../../domain/formula/functions.js';
import type { Names } from '../../domain/formula/names.js';

export interface Completion {
  /** What it is called in the list. */
  readonly label: string;
  /** What is put in, in the place of `from` to the cursor. */
  readonly text: string;
  /** Where the cursor stands then, counted from the end of what was put in. */
  readonly back: number;
  readonly kind: 'field' | 'function';
}

export interface Completions {
  readonly from: number;
  readonly list: readonly Completion[];
}

const none: Completions = { from: 0, list: [] };
const most = 50;
/** A name goes to the next of these. */
const ends = new Set('+*/%=<>,;()\n#'.split(''));

/** @param own the key of the field itself, which cannot use itself; null = it is a new one */
export function completionsAt(text: string, caret: number, names: Names, own: string | null): Completions {
  const hash = lastHash(text, caret);
  if (hash !== null) return fields(text.slice(hash + 1, caret), hash, names, own);
  let from = caret;
  while (from > 0 && /[\p{L}]/u.test(text.charAt(from - 1))) from -= 1;
  const typed = text.slice(from, caret).replaceAll('ı', 'i').replaceAll('İ', 'I').toUpperCase();
  if (typed === '' || text.charAt(caret) === '(') return none;
  const list = [...functions].flatMap(([name, { most: values }]): Completion[] =>
    name.startsWith(typed)
      ? [
          {
            label: `${name}(${values === 0 ? '' : '…'})`,
            text: `${name}()`,
            back: values === 0 ? 0 : 1,
            kind: 'function',
          },
        ]
      : [],
  );
  return { from, list };
}

/** The `#` whose name is being typed; null = the cursor stands in none. */
function lastHash(text: string, caret: number): number | null {
  for (let at = caret - 1; at >= 0 && caret - at < 120; at--) {
    const character = text.charAt(at);
    if (character === '#') return at;
    if (ends.has(character)) return null;
  }
  return null;
}

function fields(typed: string, from: number, names: Names, own: string | null): Completions {
  const wanted = typed.replace(/^\[/, '').trimStart().toLowerCase();
  const begin: Completion[] = [];
  const within: Completion[] = [];
  for (const input of names.inputs) {
    const name = input.name.toLowerCase();
    if (input.key === own) continue;
    // Somebody has typed all of it and goes on: nothing is in the way.
    if (name === wanted.trimEnd() && wanted.endsWith(' ')) return none;
    const completion = { label: input.name, text: names.written(input), back: 0, kind: 'field' } as const;
    if (name.startsWith(wanted)) begin.push(completion);
    else if (name.includes(` ${wanted}`)) within.push(completion);
  }
  const list = [...begin, ...within].slice(0, most);
  const [only] = list;
  return list.length === 1 && only?.label.toLowerCase() === wanted ? none : { from, list };
}
