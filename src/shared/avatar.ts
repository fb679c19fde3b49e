import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** Initials on a tint that stays the same for the same person. Styles: styles/controls/avatar.ts. */
export function avatar(name: string, id: string, { small = false } = {}): TemplateResult {
  return html`<span class="avatar${small ? ' avatar--sm' : ''}" data-c=${tint(id)} role="img" aria-label=${name} title=${name}
    >${initials(name)}</span
  >`;
}

/** The first letters of the first and the last word; of one word its first letter. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = letter(words[0]);
  return words.length > 1 ? first + letter(words.at(-1)) : first;
}

function letter(word: string | undefined): string {
  return (/[\p{L}\p{N}]/u.exec(word ?? '')?.[0] ?? '').toLocaleUpperCase();
}

/** One of the five tints, by the id: a renamed person keeps the colour. */
function tint(id: string): string {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) % 997;
  return String(sum % 5);
}
