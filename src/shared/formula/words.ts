/** What is said of formulas: names, values, why there is none, and what is wrong with a text. */
import { decimalText } from '../../domain/formula/result.js';
import { standardInputs } from '../../domain/formula/inputs.js';
import type { PartType, Problem } from '../../domain/formula/problems.js';
import { multiply, whole } from '../../domain/formula/exact.js';
import type { Failure, Result } from '../../domain/formula/values.js';
import { dayText } from '../../domain/formula/values.js';
import { currencyDigits } from '../../domain/money.js';
import type { Field } from '../../domain/records.js';
import { formula as english } from '../../i18n/en/formula.js';
import type { Format } from '../../i18n/format.js';
import { wordsOf } from '../../i18n/words.js';
import { numberText } from '../field-text.js';

export type FormulaWords = typeof english;

export function formulaWords(lang: string): FormulaWords {
  return wordsOf('formula', english, lang);
}

/** A field as people know it; of one that is gone, its key. */
export function nameOf(key: string, fields: readonly Pick<Field, 'id' | 'name'>[], t: FormulaWords): string {
  if (standardInputs.has(key)) return (t as unknown as Readonly<Record<string, string>>)[key] ?? key;
  return fields.find(({ id }) => `custom.${id}` === key)?.name ?? key.replace('custom.', '');
}

/** A value on the way, as it is read: with up to six decimals, amounts in those of their currency. */
export function valueText(result: Result, format: Format, t: FormulaWords, percentage = false): string {
  switch (result.type) {
    case 'number': {
      const value = percentage ? multiply(result.value, whole(100)) : result.value;
      if (value === null) return '–';
      const text = numberText(decimalText(value, 6, false), format);
      return percentage ? t.percentage(text) : text;
    }
    case 'money': {
      const { currency } = result;
      if (currency === null) return numberText(decimalText(result.value, 6, false), format);
      return format.money({ amount: decimalText(result.value, currencyDigits(currency), true), currency });
    }
    case 'date':
      return format.day(dayText(result.day), { weekday: false, year: true });
    case 'truth':
      return result.is ? t.holds : t.holdsNot;
    case 'empty':
      return t.emptyValue;
    case 'failure':
      return '–';
  }
}

export function failureText(failure: Failure, key: string, fields: readonly Field[], t: FormulaWords): string {
  switch (failure.code) {
    case 'currencies':
      return t.currencies(...failure.currencies);
    case 'unreadable':
      return t.unreadable(nameOf(failure.key, fields, t));
    case 'broken':
      return failure.key === key ? t.brokenOwn : t.broken(nameOf(failure.key, fields, t));
    case 'steps':
      return t.tooMany;
    default:
      return t[failure.code];
  }
}

/** One problem as a sentence, or two. */
export function problemText(problem: Problem, fields: readonly Field[], t: FormulaWords, format: Format): string {
  const type = (one: PartType): string => ({ number: t.aNumber, money: t.aMoney, date: t.aDate, truth: t.aTruth })[one];
  const nearest = (text: string, near: string | null, sign = ''): string =>
    near === null ? text : `${text} ${t.didYouMean(sign + near)}`;
  switch (problem.code) {
    case 'sign':
    case 'number':
    case 'misplaced':
      return t[problem.code](problem.text);
    case 'field':
      return nearest(t.field(problem.name), problem.nearest, '#');
    case 'word':
      return problem.nearest === null ? t.word(problem.name) : t.word(problem.nearest);
    case 'function':
      return nearest(t.function(problem.name), problem.nearest);
    case 'notCalled':
      return t.notCalled(problem.name);
    case 'arguments':
      return t.arguments(problem.name, problem.least, problem.most, problem.count);
    case 'operands':
      return format.capital(t.operands(pretty(problem.operator), type(problem.left), type(problem.right)));
    case 'operand':
      return t.operand(problem.operator, type(problem.type));
    case 'argument':
      return t.argument(problem.name, type(problem.type));
    case 'mixed':
      return t.mixed(problem.name, type(problem.left), type(problem.right));
    case 'cycle':
      return t.cycle([...problem.keys, problem.keys[0] ?? ''].map((key) => nameOf(key, fields, t)).join(' → '));
    default:
      return t[problem.code];
  }
}

/** Signs as they are read, not as they are typed. */
export function pretty(sign: string): string {
  const signs: Readonly<Record<string, string>> = { '-': '−', '*': '×', '/': '÷', '<=': '≤', '>=': '≥', '<>': '≠' };
  return Object.hasOwn(signs, sign) ? signs[sign]! : sign;
}
