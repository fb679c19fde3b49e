/**
 * JSON as the language writes it, whatever a page's libraries have put on the prototypes: Prototype.js 1.6 gives arrays a
 * `toJSON` that answers with a text, and every list in what is stored would become one (R43). For plain data without dates.
 */
export function toJson(value: unknown): string {
  return 'toJSON' in [] ? JSON.stringify(value, asItIs) : JSON.stringify(value);
}

/** Called with what a `toJSON` has made of a value: what stood there is taken instead. */
function asItIs(this: Readonly<Record<string, unknown>>, key: string): unknown {
  return this[key];
}
