import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Condition } from '../../domain/query.js';
import { clearWords, cross } from '../../shared/cross.js';
import { conditionValue } from './filter-words.js';
import type { InboxModel } from './model.js';
import { setFilter, withCondition } from './setup-change.js';
import type { ChipOn } from './toolbar.js';

/* What narrows the list, said and taken back: the words in the search field, the chips that are on. */

/** Esc gives up the words, then the field; the arrow goes on into what was found. */
export function leaveSearch(key: string, model: InboxModel, toList: () => void): void {
  if (key === 'Escape' && model.search !== '') model.setSearch('');
  else toList();
}

export function clearSearch(model: InboxModel): TemplateResult {
  return clearWords(model.t.inbox.clearSearch, () => model.setSearch(''));
}

export function asked(condition: Condition, name: string, model: InboxModel): ChipOn {
  const clear = (event: Event): void => removeFilter(event, condition.field, model);
  return {
    words: html`<span class="cut"><bdi>${name}</bdi>: <b dir="auto">${conditionValue(condition, model)}</b></span>`,
    clear: cross(model.t.filter.clear(name), clear),
  };
}

/** The chip goes away under the pointer: the focus moves on to what takes its place. */
function removeFilter(event: Event, field: string, model: InboxModel): void {
  const chips = (event.currentTarget as Element).closest('.chips');
  setFilter(model, withCondition(model.setup.filter, field, null));
  void model.host.updateComplete.then(() => {
    const next =
      chips?.querySelector<HTMLElement>(`[data-filter="${CSS.escape(field)}"]`) ??
      chips?.querySelector<HTMLElement>('.chip--add');
    next?.focus();
  });
}
