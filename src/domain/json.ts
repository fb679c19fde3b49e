/**
 * JSON as the language writes it, whatever a page's libraries have put on the prototypes: Prototype.js 1.6 gives arrays a
 * `toJSON` that answers with a text, and every list in what is stored would become one (R43). For plain data without dates.
 * @param indent spaces a level, for a file that people open; one line where left out
 */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, 'toJSON' in [] ? asItIs : undefined, indent);
}

/** Called with what a `toJSON` has made of a value: what stood there is taken instead. */
function asItIs(this: Readonly<Record<string, unknown>>, key: string): unknown {
  return this[key];
}
