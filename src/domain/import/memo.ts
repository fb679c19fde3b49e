/**
 * Remembers the answers of a pure function for texts that come again and again (columns repeat their values). Forgets all
 * when it has grown to `limit`: a column of different values must not fill the memory.
 */
export function memo<T>(answer: (text: string) => T, limit = 5000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined && !known.has(text)) {
      found = answer(text);
      if (known.size >= limit) known.clear();
      known.set(text, found);
    }
    return found as T;
  };
}
