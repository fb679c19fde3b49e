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
  const letters = [...name.matchAll(/([\p{L}\p{N}])\S*/gu)].map(([, letter]) => letter!.toLocaleUpperCase());
  return letters.filter((_, i) => i === 0 || i === letters.length - 1).join('');
}

/** One of the five tints, by the id: a renamed person keeps the colour. */
function tint(id: string): number {
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + sign.charCodeAt(0)) % 997;
  return sum % 5;
}
