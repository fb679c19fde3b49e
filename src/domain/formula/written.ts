/**
 * A formula as it is stored, and as it is shown. Stored ones name fields by their keys and have points, commas and the
 * signs of ASCII: no rename and no language changes them.
 */
import type { Names } from './names.js';
import type { Token } from './syntax.js';
import { tokenize, type DecimalMark } from './tokens.js';

/** A text that was typed, as it is stored. @param tokens those of the text */
export function stored(text: string, tokens: readonly Token[]): string {
  return rewritten(text, tokens, (token) => {
    if (token.kind === 'field' && token.key !== null) return `#{${token.key}}`;
    return token.kind === 'number' ? token.text : token.kind === 'sign' ? token.sign : null;
  }).trim();
}

/** A stored formula, as a person reads and edits it. A field that is gone keeps its key. */
export function shown(formula: string, names: Names, decimal: DecimalMark = '.'): string {
  return rewritten(formula, tokenize(formula, names), (token) => {
    if (token.kind === 'field') {
      const input = token.key === null ? undefined : names.byKey(token.key);
      return input === undefined ? null : names.written(input);
    }
    if (decimal === '.') return null;
    if (token.kind === 'number') return token.text.replace('.', decimal);
    return token.kind === 'sign' && token.sign === ',' ? ';' : null;
  });
}

/** @param write null = as it stands */
function rewritten(text: string, tokens: readonly Token[], write: (token: Token) => string | null): string {
  let out = '';
  let at = 0;
  for (const token of tokens) {
    out += text.slice(at, token.from) + (write(token) ?? text.slice(token.from, token.to));
    at = token.to;
  }
  return out + text.slice(at);
}
