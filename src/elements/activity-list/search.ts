import type { Id } from '../../domain/records.js';
import type { AgendaModel } from './model.js';
import { parentKinds } from './parent.js';
import type { ParentKind } from './parent.js';

/** More than anybody looks through for one word. */
const most = 200;
/** Until somebody has stopped typing, ms. */
const pause = 120;

/** Activities are found by their subject, and by what they are of: a lead or deal with its title, person, organization, or one of the latter themselves. */
export class Search {
  #asked: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly model: AgendaModel) {}

  set(words: string): void {
    const { model } = this;
    model.search = words;
    clearTimeout(this.#timer);
    this.#asked?.abort();
    if (words.trim() === '') model.found = null;
    else this.#timer = setTimeout(() => void this.#look(words.trim()), pause);
    model.update();
  }

  async #look(words: string): Promise<void> {
    const { store } = this.model;
    if (!store) return;
    const { signal } = (this.#asked = new AbortController());
    const ids = async (kind: ParentKind): Promise<readonly Id[]> => {
      const asked = { kind, search: words, window: { offset: 0, limit: most }, pick: ['id'], related: false } as const;
      return (await store.read(asked, { signal })).records.map(({ id }) => id);
    };
    // Where they cannot be had, subjects are looked through all the same; the lists say what is wrong with the storage.
    const [leads = [], deals = [], persons = [], organizations = []] = await Promise.all(
      parentKinds.map((kind) => ids(kind).catch(() => [])),
    );
    if (signal.aborted) return;
    this.model.found = { words, leads, deals, persons, organizations };
    this.model.update();
  }
}
