/** What files are called in an archive: as they are called here, as far as every file system takes that, and each once. */
import { extensionOf, safeName } from '../../domain/files/names.js';

/** Bytes of UTF-8: most file systems take 255, and a number has to fit as well. */
const longest = 240;
/** What Windows takes in no name, and halves of signs, which no encoding has. */
const refused = /[<>:"|?*\p{Cs}]/gu;
/** Names of devices, which Windows opens whatever the extension is. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

export class Names {
  readonly #taken = new Set<string>();

  /** The name that this file gets: of two that are called alike the second is `Plan (2).pdf`. */
  take(given: string): string {
    const [stem, end] = portable(given);
    for (let n = 1; ; n++) {
      const name = n === 1 ? stem + end : `${stem} (${n})${end}`;
      const key = alike(name);
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return name;
    }
  }
}

/** There are systems to which capitals are no difference, nor how an accent is written. */
function alike(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

function portable(given: string): readonly [stem: string, end: string] {
  // Windows leaves dots and spaces at an end off: two names would be one there.
  const safe =
    safeName(given)
      .replace(refused, '_')
      .replace(/[. ]+$/, '') || 'file';
  const name = devices.test(safe) ? `_${safe}` : safe;
  const extension = extensionOf(name);
  const end = extension === '' || extension.length > 32 ? '' : `.${extension}`;
  return [shortened(name.slice(0, name.length - end.length), longest - bytesOf(end)), end];
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function shortened(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  const signs = [...text];
  while (bytesOf(signs.join('')) > most) signs.pop();
  return signs.join('').trim();
}
