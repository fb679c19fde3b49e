/** What a file may be called. Others save it under that name: it leads to no folder, and reads as what it is. */

/** Characters, as most file systems count them. */
export const longestName = 255;

/**
 * Control characters, and those that turn the direction of what follows: `invoice\u202Efdp.exe` reads as `invoiceexe.pdf`. Zero
 * width joiners stay: Persian and several Indian scripts are written with them.
 */
// eslint-disable-next-line no-control-regex -- they are what it looks for
const unseen = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;
const hiding = new RegExp(unseen.source);
const folders = /[/\\]/;

/** A name without the folders in front of it and without what nobody can see; one that is too long keeps its extension. */
export function safeName(given: unknown): string {
  if (typeof given !== 'string') return '';
  const name = (given.split(folders).at(-1) ?? '').replace(unseen, '').trim();
  if (name === '.' || name === '..') return '';
  if (name.length <= longestName) return name;
  const ending = extensionOf(name);
  const end = ending === '' || ending.length > 32 ? '' : `.${ending}`;
  return whole(name.slice(0, longestName - end.length)) + end;
}

/** Can a file be saved under this name as it stands? */
export function isSafeName(name: string): boolean {
  return !folders.test(name) && !hiding.test(name) && name !== '.' && name !== '..';
}

/** Without its dot, as it is written; '' = it has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1) : '';
}

/** A cut never leaves half of a sign. */
function whole(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
