/**
 * Remembers the answers of a pure function for texts that come again and again (columns repeat their values). Forgets all
 * when it has grown to `limit`: a column of different values must not fill the memory. Where remembering has not paid, it
 * is left for a while.
 */
export function memo<T>(answer: (text: string) => T, limit = 5000): (text: string) => T {
  const known = new Map<string, T>();
  let hits = 0;
  let pause = 0;
  return (text) => {
    if (pause > 0) {
      pause--;
      return answer(text);
    }
    const found = known.get(text);
    if (found !== undefined || known.has(text)) {
      hits++;
      return found as T;
    }
    const made = answer(text);
    if (known.size >= limit) {
      if (hits < limit) pause = 8 * limit;
      hits = 0;
      known.clear();
    }
    known.set(text, made);
    return made;
  };
}
