import type { TemplateResult } from 'lit';
import { nothing } from 'lit';
import { filterChips } from '../../shared/filter/chips.js';
import { filterModelOf } from '../../shared/filter/model.js';
import type { FilterModel } from '../../shared/filter/model.js';
import type { DealListModel } from './model.js';

/** What the list hands to the filter's dialog and chips. */
export function filterModel(model: DealListModel): FilterModel {
  return filterModelOf(model, () => model.setup.filter, {
    subject: 'deal',
    view: 'deal-list',
    crm: model.crm,
    why: (name, record) => model.why(name, record),
    setFilter: (filter) => model.arrange({ filter }),
  });
}

/** What is on, a chip each; inside a board it stands there. */
export function chips(model: DealListModel, open: (anchor: HTMLElement) => void): TemplateResult | typeof nothing {
  if (model.host.embedded) return nothing;
  return filterChips(filterModel(model), open, () => filterButtonOf(model));
}

export function filterButtonOf(model: DealListModel): HTMLElement | null {
  return model.host.shadowRoot?.querySelector<HTMLElement>('[data-filters]') ?? null;
}
