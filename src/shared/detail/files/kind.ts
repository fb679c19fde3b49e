import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { extensionOf } from '../../../domain/files/names.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';

/** More than this is no ending of a name, or none that tells anything. */
const longest = 12;
/** As much as the badge has room for. */
const said = 4;

/** What kind of file it is, by its ending: for eyes only, the name says it too. */
export function kindBadge(name: string): TemplateResult {
  const ending = extensionOf(name);
  const shown = ending.length > 0 && [...ending].length <= said && /^[\p{L}\p{N}]+$/u.test(ending);
  // Not as the page's language has it: a GIF is no GİF.
  return html`<span class="file-kind" aria-hidden="true">${shown ? ending.toUpperCase() : icon(icons.file)}</span>`;
}

/** A name in one line: where it is too long it is cut in its middle, so that one sees what kind of file it is. */
export function nameLine(name: string): TemplateResult {
  const at = stemOf(name);
  return html`<span class="sr">${name}</span><bdi class="file-name" dir="auto" aria-hidden="true" title=${name}><span>${name.slice(0, at)}</span><span>${name.slice(at)}</span></bdi>`;
}

/** How long a name is without its ending. */
export function stemOf(name: string): number {
  const { length } = extensionOf(name);
  return length === 0 || length > longest ? name.length : name.length - length - 1;
}
