/** A name or a text as the end of a sentence: what ends in a full stop of its own ("Kordon A.Ş.") takes no second one. */
export function ended(text: string): string {
  return text + (/[.!?…]$/.test(text) ? '' : '.');
}
