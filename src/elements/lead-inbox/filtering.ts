import { filterModelOf } from '../../shared/filter/model.js';
import type { FilterModel } from '../../shared/filter/model.js';
import { conditionText, conditionTitle, partText } from '../../shared/filter/words.js';
import type { InboxModel } from './model.js';
import { Rights } from './rights.js';
import { setFilter } from './setup-change.js';

/** What the inbox hands to the filter's dialog and chips. */
export function filterModel(model: InboxModel): FilterModel {
  return filterModelOf(model, () => model.setup.filter, {
    subject: 'lead',
    view: 'lead-inbox',
    crm: model.stores,
    why: (name, record) => new Rights(model).why(name, record),
    setFilter: (filter) => setFilter(model, filter),
  });
}

/** Each condition as part of a sentence: 'Label “Hot or Warm”'. */
export function filterPhrases(model: InboxModel): string[] {
  const about = filterModel(model);
  return model.setup.filter.map((part) =>
    'field' in part
      ? model.t.filter.phrase(conditionTitle(part, about), conditionText(part, about))
      : partText(part, about),
  );
}
