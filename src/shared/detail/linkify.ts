import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** Addresses of the web and of mail inside text. One look along the text: no pattern that can run wild. */
const link = /\bhttps?:\/\/[^\s<>"“”]+|\bmailto:[^\s<>"“”]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu;

/**
 * Text as nodes, with its links: http, https and mailto only, everything else stays text (R49, R51). Nothing is ever
 * read as markup.
 */
export function linkify(text: string): readonly (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const match of text.matchAll(link)) {
    const said = trimmed(match[0]);
    const href = hrefOf(said);
    if (href === null) continue;
    if (match.index > at) parts.push(text.slice(at, match.index));
    parts.push(
      html`<a href=${href} target=${href.startsWith('mailto:') ? '_self' : '_blank'} rel="noopener noreferrer" dir="auto">${said}</a>`,
    );
    at = match.index + said.length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** The sign that ends the sentence does not belong to the address; a closing bracket only if it was opened inside. */
function trimmed(text: string): string {
  let end = text.length;
  while (end > 0) {
    const last = text.charAt(end - 1);
    if (".,;:!?…'»".includes(last)) end--;
    else if (last === ')' && !text.slice(0, end).includes('(')) end--;
    else break;
  }
  return text.slice(0, end);
}

/** What a link may lead to; null = it is no link. */
export function hrefOf(text: string): string | null {
  if (/^mailto:/iu.test(text)) return mailHref(text.slice(7));
  if (/^https?:\/\//iu.test(text)) return URL.canParse(text) ? text : null;
  return text.includes('@') ? mailHref(text) : null;
}

/** A `mailto:` for one address; nothing in it can add a subject or another recipient. */
export function mailHref(address: string): string {
  return `mailto:${encodeURIComponent(address.trim()).replaceAll('%40', '@').replaceAll('%2B', '+')}`;
}

/** A `tel:` with what can be dialled of a number as people write it; an extension becomes a pause. */
export function telHref(number: string): string {
  const [main = '', extension] = number.normalize('NFKC').split(/(?:ext\.?|x|dahili|durchwahl)\s*(?=\d+\s*$)/iu);
  const dial = (text: string): string => text.replace(/[^\d+*#]/gu, '');
  return `tel:${dial(main)}${extension ? `;ext=${dial(extension)}` : ''}`;
}

/** A web address as a field holds it, with or without its scheme; null = not one that may be followed. */
export function webHref(text: string): string | null {
  const given = text.trim();
  const href = /^[a-z][a-z0-9+.-]*:\/\//iu.test(given) ? given : `https://${given}`;
  if (!URL.canParse(href)) return null;
  const { protocol } = new URL(href);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
