/** Letters that are more than a letter with a mark, in what an address may have. */
const plain: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  đ: 'd',
};

/** What stands before the @ in somebody's address; '' where the name has no Latin letter. */
export function mailboxOf(given: string, family: string): string {
  return `${given}.${family}`
    .toLowerCase()
    .replace(/[ıøłßæœðþđ]/g, (letter) => plain[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '');
}
