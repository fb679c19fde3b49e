import type { TemplateResult } from 'lit';
import type { FilterPart } from '../../domain/filter.js';
import { conditionOn } from '../../domain/filter-on.js';
import { clearWords, cross } from '../../shared/cross.js';
import { partName, partWords } from '../../shared/filter/chips.js';
import { filterModel } from './filtering.js';
import type { InboxModel } from './model.js';
import { setFilter } from './setup-change.js';
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

/** @param key the field, or `#` and the place in the filter */
export function asked(part: FilterPart, key: string, model: InboxModel): ChipOn {
  const clear = (event: Event): void => removeFilter(event, key, model);
  const about = filterModel(model);
  return { words: partWords(part, about), clear: cross(model.t.filter.clear(partName(part, about)), clear) };
}

/** The chip goes away under the pointer: the focus moves on to what takes its place. */
function removeFilter(event: Event, key: string, model: InboxModel): void {
  const chips = (event.currentTarget as Element).closest('.chips');
  const { filter } = model.setup;
  const part = key.startsWith('#') ? filter[Number(key.slice(1))] : conditionOn(filter, key);
  setFilter(
    model,
    filter.filter((one) => one !== part),
  );
  void model.host.updateComplete.then(() => {
    const next =
      chips?.querySelector<HTMLElement>(`[data-filter="${CSS.escape(key)}"]`) ??
      chips?.querySelector<HTMLElement>('.chip--add');
    next?.focus();
  });
}
