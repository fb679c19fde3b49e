import type { TemplateResult } from 'lit';
import { nothing } from 'lit';
import { filterChips } from '../../shared/filter/chips.js';
import type { FilterModel } from '../../shared/filter/model.js';
import type { DealListModel } from './model.js';

/** What the list hands to the filter's dialog and chips. */
export function filterModel(model: DealListModel): FilterModel {
  return {
    subject: 'deal',
    view: 'deal-list',
    crm: model.crm,
    commands: model.commands,
    why: (name, record) => model.why(name, record),
    get filter() {
      return model.setup.filter;
    },
    setFilter: (filter) => model.arrange({ filter }),
    get store() {
      return model.store;
    },
    get lang() {
      return model.words.lang;
    },
    get format() {
      return model.format;
    },
    update: () => model.update(),
    say: (text) => model.say(text),
  };
}

/** What is on, a chip each; inside a board it stands there. */
export function chips(model: DealListModel, open: (anchor: HTMLElement) => void): TemplateResult | typeof nothing {
  if (model.host.embedded) return nothing;
  return filterChips(filterModel(model), open, () => filterButtonOf(model));
}

export function filterButtonOf(model: DealListModel): HTMLElement | null {
  return model.host.shadowRoot?.querySelector<HTMLElement>('[data-filters]') ?? null;
}
