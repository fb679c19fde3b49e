import type { Id } from '../../domain/records.js';
import { searchTerms } from '../../domain/search.js';
import type { CrmStore } from '../../store/api.js';
import type { ContactListModel } from './model.js';
import { asNumber } from './query.js';

/** More organizations than anybody looks through for one word. */
const most = 500;
/** Until somebody has stopped typing, ms. */
const pause = 120;

/** Persons are found by their organization, too: which ones have the words is asked first. */
export class Search {
  #words = '';
  #store: CrmStore | null = null;
  #asked: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly model: ContactListModel) {}

  /** Before each drawing: looks anew where the words, or the storage, are others. */
  check(): void {
    const { model } = this;
    const words = model.setup.search.trim();
    if (words === this.#words && model.store === this.#store) return;
    // What the page begins with is not typed: nobody goes on typing it.
    const typed = this.#store === model.store && this.#words !== '';
    this.#words = words;
    this.#store = model.store;
    clearTimeout(this.#timer);
    this.#asked?.abort();
    if (words === '') model.found = null;
    else if (asNumber(words)) model.found = { words, organizations: [] };
    else if (typed) this.#timer = setTimeout(() => void this.#look(words), pause);
    else void this.#look(words);
  }

  /** What is asked is what was typed. */
  get answered(): boolean {
    return (this.model.found?.words ?? '') === this.#words;
  }

  async #look(words: string): Promise<void> {
    const { store } = this.model;
    if (!store) return;
    const { signal } = (this.#asked = new AbortController());
    const ids = async (value: string): Promise<readonly Id[]> => {
      const where = { field: 'name', op: 'contains', value } as const;
      const window = { offset: 0, limit: most };
      const page = await store.read({ kind: 'organization', where, window, pick: ['id'], related: false }, { signal });
      return page.records.map(({ id }) => id);
    };
    // Where they cannot be had, persons are looked through all the same; the list says what is wrong with the storage.
    const organizations = await Promise.all(searchTerms(words).map((term) => ids(term).catch(() => [])));
    if (signal.aborted) return;
    this.model.found = { words, organizations };
    this.model.update();
  }
}
