import type { Id } from '../../domain/records.js';
import type { AgendaModel } from './model.js';

/** More than anybody looks through for one word. */
const most = 200;
/** Until somebody has stopped typing, ms. */
const pause = 120;

/** Activities are found by their subject, and by the lead or deal they are of: its title, person, organization. */
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
    const ids = async (kind: 'lead' | 'deal'): Promise<readonly Id[]> => {
      const asked = { kind, search: words, window: { offset: 0, limit: most }, pick: ['id'], related: false } as const;
      return (await store.read(asked, { signal })).records.map(({ id }) => id);
    };
    // Where they cannot be had, subjects are looked through all the same; the lists say what is wrong with the storage.
    const [leads, deals] = await Promise.all([ids('lead').catch(() => []), ids('deal').catch(() => [])]);
    if (signal.aborted) return;
    this.model.found = { words, leads, deals };
    this.model.update();
  }
}
