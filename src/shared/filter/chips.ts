import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isGroup } from '../../domain/filter.js';
import type { FilterPart } from '../../domain/filter.js';
import { cross } from '../cross.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { filterWords } from './model.js';
import type { FilterModel, FilterWords } from './model.js';
import { conditionText, conditionTitle, partText, problemText } from './words.js';

/** What one part asks for, with a mark where that is not there any more. */
export function partWords(part: FilterPart, model: FilterModel): TemplateResult {
  const t = filterWords(model.lang);
  if (isGroup(part)) return html`<span class="cut"><bdi>${partText(part, model)}</bdi></span>`;
  const problem = problemText(part, model);
  return html`${problem ? html`<span class="fwrong" title=${problem}>${icon(icons.warning, { size: 'sm' })}<span class="sr">${problem}</span></span>` : nothing}<span class="cut"
    ><bdi>${conditionTitle(part, model, t)}</bdi>: <b dir="auto">${conditionText(part, model, t)}</b></span
  >`;
}

/** The name of what a cross takes back. */
export function partName(part: FilterPart, model: FilterModel, t: FilterWords = filterWords(model.lang)): string {
  return isGroup(part) ? t.filter.group : conditionTitle(part, model, t);
}

/**
 * What is on, a chip each with a cross, and what clears all of it; nothing where nothing is.
 * @param edit opens the filter: every chip does
 * @param home gets the focus when the last chip has gone
 * @param shown elsewhere already, and left out here
 */
export function filterChips(
  model: FilterModel,
  edit: (anchor: HTMLElement) => void,
  home: () => HTMLElement | null | undefined,
  shown: (part: FilterPart) => boolean = () => false,
): TemplateResult | typeof nothing {
  const parts = model.filter.map((part, at) => [part, at] as const).filter(([part]) => !shown(part));
  if (parts.length === 0) return nothing;
  const t = filterWords(model.lang);
  const remove = (event: Event, at: number): void => {
    const bar = (event.currentTarget as Element).closest('.fchips');
    const place = parts.findIndex(([, one]) => one === at);
    model.setFilter(model.filter.toSpliced(at, 1));
    model.update();
    // The chip goes away under the pointer: the focus moves on to what takes its place.
    requestAnimationFrame(() => {
      const left = bar?.isConnected ? [...bar.querySelectorAll<HTMLElement>('[data-part]')] : [];
      (left[Math.min(place, left.length - 1)] ?? home())?.focus();
    });
  };
  const clear = (): void => {
    model.setFilter([]);
    model.say(t.filter.cleared);
    requestAnimationFrame(() => home()?.focus());
  };
  return html`<div class="fchips" role="group" aria-label=${t.filter.filters} part="filters">
    ${repeat(
      parts,
      ([, at]) => at,
      ([part, at]) =>
        html`<span class="chip chip--on"
          ><button type="button" data-part=${at} aria-haspopup="dialog" @click=${(event: Event) => edit(event.currentTarget as HTMLElement)}>${partWords(part, model)}</button
          >${cross(t.filter.clear(partName(part, model, t)), (event) => remove(event, at))}</span
        >`,
    )}
    <button type="button" class="btn btn--quiet btn--sm" data-clear-filters @click=${clear}>${t.filter.clearAll}</button>
  </div>`;
}
