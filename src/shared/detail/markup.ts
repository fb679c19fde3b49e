import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { hrefOf, linkify, telHref } from './linkify.js';

type Piece = string | TemplateResult | readonly Piece[];

/** Marks inside marks; deeper ones stay text. */
const DEPTH = 3;

/**
 * What stands between two marks begins and ends with a sign that is no space, and the marks stand at the edges of words:
 * `5*3*2` and `snake_case_name` stay what they are. Nothing in a pattern can be read in two ways, so none can run wild.
 */
const MARKS =
  /(?<![\p{L}\p{N}\\_*~])(?:`([^`\n]+)`|\*\*(?=\S)([^*\n]+)(?<=\S)\*\*|\*(?=\S)([^*\n]+)(?<=\S)\*|_(?=\S)([^_\n]+)(?<=\S)_|~~(?=\S)([^~\n]+)(?<=\S)~~|\[([^[\]\n]+)\]\(([^()\s]+)\))(?![\p{L}\p{N}_*~])/gu;

/**
 * A note as nodes: `**bold**`, `*italic*`, `~~struck~~`, `` `as it is` ``, `[words](address)`, lines that begin with `- ` or
 * `1. ` as lists, with `> ` as a quotation. All else is text, and stays as it was typed. Never HTML: what is no mark is
 * shown, an address leads to the web, to mail or to a telephone, or is none (R49, R50, R51).
 */
export function markup(text: string): readonly TemplateResult[] {
  const blocks: TemplateResult[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length;) {
    const kind = kindOf(lines[at]!);
    const from = at;
    while (at < lines.length && kindOf(lines[at]!) === kind) at++;
    blocks.push(block(kind, lines.slice(from, at)));
  }
  return blocks;
}

type Kind = 'list' | 'numbers' | 'quote' | 'text';

const beginnings: readonly (readonly [Kind, RegExp])[] = [
  ['list', /^[-*•] (?=\S)/u],
  // Two figures at the most: a line that begins with a year is none of a list.
  ['numbers', /^(\d{1,2})[.)] (?=\S)/u],
  ['quote', /^> ?/u],
];

function kindOf(line: string): Kind {
  return beginnings.find(([, begins]) => begins.test(line))?.[0] ?? 'text';
}

function block(kind: Kind, lines: readonly string[]): TemplateResult {
  const begins = beginnings.find(([each]) => each === kind)?.[1];
  const bare = begins ? lines.map((line) => line.replace(begins, '')) : lines;
  switch (kind) {
    case 'list':
      return html`<ul dir="auto">${bare.map((line) => html`<li>${inline(line)}</li>`)}</ul>`;
    case 'numbers':
      // Each with the number it was given: what a person has numbered by hand is not counted anew.
      return html`<ol dir="auto">${bare.map((line, i) => html`<li value=${/^\d+/.exec(lines[i]!)![0]}>${inline(line)}</li>`)}</ol>`;
    case 'quote':
      return html`<blockquote dir="auto">${inline(bare.join('\n'))}</blockquote>`;
    case 'text':
      return html`<p dir="auto">${inline(bare.join('\n'))}</p>`;
  }
}

function inline(text: string, depth = DEPTH): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  if (depth > 0)
    for (const match of text.matchAll(MARKS)) {
      const piece = marked(match, depth - 1);
      if (piece === null) continue;
      if (match.index > at) pieces.push(linkify(text.slice(at, match.index)));
      pieces.push(piece);
      at = match.index + match[0].length;
    }
  if (at < text.length) pieces.push(linkify(text.slice(at)));
  return pieces;
}

/** null = it is no mark after all. */
function marked(match: RegExpMatchArray, depth: number): TemplateResult | null {
  const [, code, bold, star, line, struck, words, address] = match;
  if (code !== undefined) return html`<code>${code}</code>`;
  if (bold !== undefined) return html`<strong>${inline(bold, depth)}</strong>`;
  const italic = star ?? line;
  if (italic !== undefined) return html`<em>${inline(italic, depth)}</em>`;
  if (struck !== undefined) return html`<s>${inline(struck, depth)}</s>`;
  const href = /^tel:\+?[\d\s()./-]+$/iu.test(address!) ? telHref(address!.slice(4)) : hrefOf(address!);
  if (href === null) return null;
  // What it leads to is read where the pointer is, and before it is followed: words can say anything.
  return html`<a href=${href} title=${address!} target=${/^https?:/iu.test(href) ? '_blank' : '_self'} rel="noopener noreferrer">${words}</a>`;
}

/** The marks that keys put around what is selected. */
const keyMarks: Readonly<Record<string, string>> = { b: '**', i: '*' };

/**
 * Ctrl/Cmd+B and I in a field with a note: puts marks around what is selected, or takes them off again. As if it had been
 * typed: the field's own undo takes it back.
 * @returns whether the key was meant
 */
export function markByKey(event: KeyboardEvent): boolean {
  const mark = keyMarks[event.key.toLowerCase()];
  if (mark === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return false;
  const field = event.target;
  if (!(field instanceof HTMLTextAreaElement)) return false;
  event.preventDefault();
  const { selectionStart: start, selectionEnd: end, value } = field;
  const size = mark.length;
  const on =
    value.slice(start - size, start) === mark &&
    value.slice(end, end + size) === mark &&
    // One star beside two is a bold word, and no italic one.
    (size > 1 || value.charAt(start - 2) !== '*');
  const words = value.slice(start, end);
  if (on) field.setSelectionRange(start - size, end + size);
  put(field, on ? words : `${mark}${words}${mark}`);
  const from = on ? start - size : start + size;
  field.setSelectionRange(from, from + words.length);
  return true;
}

function put(field: HTMLTextAreaElement, text: string): void {
  // The one way into a field that its own undo knows.
  if (document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
}
