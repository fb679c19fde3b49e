import { common } from '../../i18n/en/common.js';
import { filter as filterEnglish } from '../../i18n/en/filter.js';
import type { Format } from '../../i18n/format.js';
import { wordsOf } from '../../i18n/words.js';
import type { FilterWorld } from '../../domain/filter-check.js';
import type { Filter, FilterSubject } from '../../domain/filter.js';
import type { CommandName } from '../../domain/plan.js';
import type { AnyRecord } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import type { Commands } from '../commands.js';
import type { StoreController } from '../store-controller.js';

/**
 * What a view hands to the filter's dialog and chips: what narrows it, and how that is changed. An inbox, a board and a list
 * each make one of their own model.
 */
export interface FilterModel {
  readonly subject: FilterSubject;
  /** What a choice is kept under: the tag of the view. */
  readonly view: string;
  readonly filter: Filter;
  /** A person here has changed it: shown at once, kept for them. */
  setFilter(filter: Filter): void;
  readonly store: CrmStore | null;
  readonly crm: StoreController;
  readonly commands: Commands;
  /** Why a command is refused for this record, or at all; null = it is not. */
  why(name: CommandName, record: AnyRecord | null): string | null;
  readonly lang: string;
  readonly format: Format;
  /** Asks for a drawing. */
  update(): void;
  /** Said to people who listen. */
  say(text: string): void;
}

/** The model of a view, as far as the filter asks for it. What it holds may change while a dialog is open. */
type Viewed = Pick<FilterModel, 'store' | 'commands' | 'format' | 'update' | 'say'> & {
  readonly words: { readonly lang: string };
};

/** @param filter what narrows the view, whenever it is asked */
export function filterModelOf(
  model: Viewed,
  filter: () => Filter,
  own: Pick<FilterModel, 'subject' | 'view' | 'crm' | 'why' | 'setFilter'>,
): FilterModel {
  return {
    ...own,
    get filter() {
      return filter();
    },
    get store() {
      return model.store;
    },
    get commands() {
      return model.commands;
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

export interface FilterWords {
  readonly filter: typeof filterEnglish;
  readonly common: typeof common;
}

export function filterWords(lang: string): FilterWords {
  return { filter: wordsOf('filter', filterEnglish, lang), common: wordsOf('common', common, lang) };
}

/** What a filter can name, as it is now; nothing is said to be gone before the names are known. */
export function worldOf({ subject, store }: Pick<FilterModel, 'subject' | 'store'>): FilterWorld {
  const directory = store?.directory;
  const ids = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));
  if (!directory?.ready) return { subject, fields: directory?.fields ?? [] };
  return {
    subject,
    fields: directory.fields,
    users: ids(directory.users),
    labels: ids(directory.labels),
    pipelines: ids(directory.pipelines),
    stages: ids(directory.pipelines.flatMap(({ id }) => directory.stagesOf(id))),
  };
}
