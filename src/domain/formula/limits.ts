/**
 * What a formula may cost (R54, R55): every text ends in an answer or in a problem that says what is too much. None of
 * these can be reached by what a person writes to reckon with.
 */
export const limits = {
  /** Characters, as typed or as stored. */
  length: 10_000,
  /** Values, signs and calls. A row of additions is as high as it is long, so this also bounds how deep a tree is walked. */
  nodes: 500,
  /** Brackets, calls and signs within one another. */
  depth: 50,
  /** Values of MIN, MAX and COALESCE. */
  values: 50,
  /** Digits of a number that is written down: before the point, and after it. */
  digits: 30,
  decimals: 15,
  /** What a numerator and a denominator may grow to. */
  bits: 512,
  /** Values and signs that are worked out for one field, with the formulas it uses. */
  steps: 20_000,
  /** Problems that are told of one text. */
  problems: 10,
  /** Places that ROUND knows, on both sides of the point. */
  places: 15,
} as const;
