import { html, render, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';

/*
 * The won mark: a picture of the card where it stood, green, with a tick in a burst, that leaves by itself. The card has
 * gone by then. It is for eyes only: the toast says the same. Where no motion is wanted it stands still, without rays.
 */
const rays =
  'M26 5v6M26 41v6M5 26h6M41 26h6M11.200 11.200l4.200 4.200M36.600 36.600l4.200 4.200M40.800 11.200l-4.200 4.200M15.400 36.600l-4.200 4.200';
const burst: TemplateResult = html`<svg class="won-burst" viewBox="0 0 52 52" aria-hidden="true">
  ${svg`<path class="rays" d=${rays}/><circle class="disc" cx="26" cy="26" r="11"/><path class="tick" d="m21 26.500 3.500 3.500 7-7"/>`}
</svg>`;

/** Takes the picture; call what comes back when the deal is won. @param word "Won" */
export function wonMark(card: HTMLElement, word: string): () => void {
  const { parentNode } = card;
  const box = card.getBoundingClientRect();
  const mark = card.cloneNode(true) as HTMLElement;
  for (const node of [mark, ...mark.querySelectorAll('[id]')]) node.removeAttribute('id');
  for (const name of ['data-id', 'data-gone', 'part', 'role', 'aria-busy']) mark.removeAttribute(name);
  mark.className = 'card won-mark';
  mark.inert = true;
  mark.setAttribute('aria-hidden', 'true');
  mark.popover = 'manual';
  const parts = [html`<span class="tag tag--positive">${icon(icons.won, { size: 'sm' })}${word}</span>`, burst];
  const [tag, drawing] = parts.map(elementOf);
  mark.querySelector('.act')?.replaceWith(tag!);
  mark.append(drawing!);
  const { style } = mark;
  style.setProperty('inset', `${box.top}px auto auto ${box.left}px`);
  style.setProperty('inline-size', `${box.width}px`);
  style.setProperty('block-size', `${box.height}px`);
  style.setProperty('transform', 'none');
  return () => {
    // Beside the rows: those are drawn anew when the card leaves.
    const root = parentNode?.getRootNode();
    if (!(root instanceof ShadowRoot)) return;
    root.querySelector('.board-wrap')?.append(mark);
    mark.showPopover();
    for (const end of ['animationend', 'animationcancel'])
      mark.addEventListener(end, (event) => event.target === mark && mark.remove());
  };
}

function elementOf(template: TemplateResult): Element {
  const box = document.createElement('div');
  render(template, box);
  return box.firstElementChild!;
}
