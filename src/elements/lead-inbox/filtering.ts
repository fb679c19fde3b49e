import type { FilterModel } from '../../shared/filter/model.js';
import { conditionText, conditionTitle, partText } from '../../shared/filter/words.js';
import type { InboxModel } from './model.js';
import { Rights } from './rights.js';
import { setFilter } from './setup-change.js';

/** What the inbox hands to the filter's dialog and chips. */
export function filterModel(model: InboxModel): FilterModel {
  return {
    subject: 'lead',
    view: 'lead-inbox',
    crm: model.stores,
    get commands() {
      return model.commands;
    },
    why: (name, record) => new Rights(model).why(name, record),
    get filter() {
      return model.setup.filter;
    },
    setFilter: (filter) => setFilter(model, filter),
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

/** Each condition as part of a sentence: 'Label “Hot or Warm”'. */
export function filterPhrases(model: InboxModel): string[] {
  const about = filterModel(model);
  return model.setup.filter.map((part) =>
    'field' in part
      ? model.t.filter.phrase(conditionTitle(part, about), conditionText(part, about))
      : partText(part, about),
  );
}
