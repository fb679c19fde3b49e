/** Characters of a cell that are shown. One cell may be as long as the file. */
const most = 300;

/** The beginning of a text that is only shown; no character is cut in two. */
export function short(text: string): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return `${text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most)}…`;
}
