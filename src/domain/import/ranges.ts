/** Two dates at their longest, and what parts them. */
const longest = 120;
const between = /\s*(?:[-–—−~→/]|\.{2,3}|…|(?<=\s)(?:to|until|till|through|bis|ile)(?=\s))\s*/giu;

/**
 * The two dates in a cell: `2026-01-01 – 2026-03-31`, `01.01.2026-31.03.2026`, `1 May 2026 to 3 May 2026`. A sign between
 * them may stand in them, too: it parts them where there is a date on either side. Null = there are not two.
 */
export function splitRange(cell: string, isDate: (text: string) => boolean): readonly [string, string] | null {
  const text = cell.trim();
  if (text.length > longest || text.length < 11) return null;
  for (const match of text.matchAll(between)) {
    const [first, last] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if (first.length >= 5 && last.length >= 5 && isDate(first) && isDate(last)) return [first, last];
  }
  return null;
}
