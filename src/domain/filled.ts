/** A text as it is kept: without blanks around it; null where nothing was written. */
export function filled(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}

/** A text as one line, without the blanks around it. What is no text at all (a host's script may pass anything) is none. */
export function oneLine(text: unknown): string {
  return typeof text !== 'string' ? '' : text.replace(/[\r\n\t]+/g, ' ').trim();
}
