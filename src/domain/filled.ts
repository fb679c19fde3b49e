/** A text as it is kept: without blanks around it; null where nothing was written. */
export function filled(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}
