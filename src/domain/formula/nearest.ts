/** The one of some names that was most likely meant; null = none is near. Bounded: a hint is not worth a wait. */
export function nearest(word: string, names: Iterable<string>): string | null {
  const wanted = plain(word);
  if (wanted === '') return null;
  let best: string | null = null;
  let distance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let looked = 0;
  for (const name of names) {
    if (++looked > 500) break;
    const held = plain(name);
    const begins = held.startsWith(wanted) || wanted.startsWith(`${held} `) || held.endsWith(` ${wanted}`);
    const found = begins ? 0.5 : Math.abs(held.length - wanted.length) >= distance ? Infinity : steps(wanted, held);
    if (found < distance) [best, distance] = [name, found];
  }
  return best;
}

const plain = (text: string): string => text.slice(0, 60).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** How many letters have to be put in, taken out or changed (Levenshtein); two that changed places count as one. */
function steps(a: string, b: string): number {
  let before: number[] = [];
  let last = [0, ...b].map((_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
