import { search as english } from '../../i18n/en/search.js';
import { wordsOf } from '../../i18n/words.js';
import type { CrmStore } from '../../store/api.js';
import { openContact, showsContacts } from '../open-contact.js';
import { countsSaid, groupsOf, linesOf } from './entries.js';
import type { Entry, Line } from './entries.js';
import { levelOf } from './level.js';
import type { Level } from './level.js';
import type { SearchPlace } from './place.js';

/** Until somebody has stopped typing, ms. */
const PAUSE = 120;
/** Until it is said that one has to wait, ms. */
const PATIENCE = 1_000;
/** Of a kind; five of them are shown before somebody asks for more. */
const MOST = 50;

/** What is searched, what was found, and what keys do with it. */
export class Palette {
  /** What screen readers are told. */
  said = '';
  #levels: readonly [Level, ...Level[]] = [levelOf(null)];
  #store: CrmStore | null;
  #asked: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** Keys that were pressed before the answer to what was typed: done when it is here. */
  #early: string[] = [];

  constructor(readonly place: SearchPlace) {
    this.#store = place.crm.store;
  }

  get t(): typeof english {
    return wordsOf('search', english, this.place.words.lang);
  }
  get level(): Level {
    return this.#levels.at(-1)!;
  }
  get lines(): readonly Line[] {
    const { contact } = this;
    const { groups, open } = this.level;
    return [...(contact ? [{ contact }] : []), ...linesOf(groups ?? [], open)];
  }
  /** The person or organization itself, until something that belongs to it is looked for by words. */
  get contact(): Entry | null {
    const { of, words, state } = this.level;
    return of && words.trim() === '' && state !== 'failed' && showsContacts() ? of : null;
  }
  get #words(): { readonly t: typeof english; readonly common: SearchPlace['words']['t']['common'] } {
    return { t: this.t, common: this.place.words.t.common };
  }

  type(words: string): void {
    const { level } = this;
    level.words = words;
    this.#early = [];
    this.#wait();
    if (words.trim() === '' && !level.of) {
      Object.assign(level, { asked: '', groups: null, state: 'idle', active: 0 });
      this.said = '';
    } else {
      level.state = 'pending';
      this.#timer = setTimeout(() => void this.ask(), PAUSE);
    }
    this.place.dialog.draw();
  }

  /** Nothing of before counts any more. */
  #wait(): void {
    this.#asked?.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#patience);
  }

  /** Asks for what is typed now. An answer that comes after the next question is nobody's. */
  async ask(): Promise<void> {
    this.#wait();
    const { level, place } = this;
    const { store } = place.crm;
    const { signal } = (this.#asked = new AbortController());
    const words = level.words.trim();
    level.state = 'pending';
    this.#patience = setTimeout(() => this.#say(this.t.searching), PATIENCE);
    place.dialog.draw();
    try {
      if (!store) throw new Error('no storage is open');
      const of = level.of && { kind: level.of.kind as 'person' | 'organization', id: level.of.id };
      const found = await store.search(words, { limit: MOST, signal, ...(of && { of }) });
      if (signal.aborted) return;
      const groups = groupsOf(found, store, this.t);
      level.open.clear();
      Object.assign(level, { asked: words, groups, state: 'ready', active: 0 });
      this.said = groups.length > 0 ? countsSaid(groups, this.#words) : this.nothing;
    } catch (error) {
      // A question that was replaced fails too, and concerns nobody.
      if (signal.aborted) return;
      console.warn('crm-elements: the search failed.', error);
      Object.assign(level, { groups: null, state: 'failed' });
      this.#early = [];
      this.said = this.t.failed;
    }
    clearTimeout(this.#patience);
    place.dialog.draw();
    for (const key of this.#early.splice(0)) this.press(key);
  }

  /** What was asked for and is not there. */
  get nothing(): string {
    const { of, asked } = this.level;
    return of && asked === '' ? this.t.nothingOf(of.label) : this.t.nothing(asked);
  }

  #say(text: string): void {
    this.said = text;
    this.place.dialog.draw();
  }

  /** @returns false: the key is not one of the list's */
  press(key: string): boolean {
    if (key === 'Escape') {
      if (this.#levels.length === 1) return false;
      this.back();
      return true;
    }
    if (!['ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter'].includes(key)) return false;
    const { level, lines } = this;
    if (level.state === 'pending') {
      this.#early.push(key);
      return true;
    }
    const line = lines[level.active];
    if (!line) return key === 'Enter';
    if (key === 'Enter') this.pick(line);
    else {
      const step = key === 'ArrowDown' ? 1 : -1;
      level.active =
        key === 'Home' ? 0 : key === 'End' ? lines.length - 1 : (level.active + step + lines.length) % lines.length;
      this.#show();
    }
    return true;
  }

  #show(): void {
    const { dialog } = this.place;
    dialog.draw();
    dialog.element?.querySelector('.found .is-active')?.scrollIntoView({ block: 'nearest' });
  }

  pick(line: Line): void {
    const { level } = this;
    if ('more' in line) {
      // The next one of them stands where this line was.
      level.active = Math.max(
        0,
        this.lines.findIndex((each) => 'more' in each && each.more === line.more),
      );
      level.open.add(line.more);
      return this.#show();
    }
    if ('contact' in line) {
      this.place.dialog.close();
      openContact(this.place.crm, line.contact.kind as 'person' | 'organization', line.contact.id);
      return;
    }
    const { entry } = line;
    if (entry.kind === 'lead' || entry.kind === 'deal') {
      this.place.dialog.close();
      this.place.open(entry.kind, entry.id);
    } else this.#into(entry);
  }

  /** What belongs to a person or organization. */
  #into(of: Entry): void {
    this.#levels = [...this.#levels, levelOf(of)];
    void this.ask();
    this.focus();
  }

  /** To what was found before, as it was left. */
  back(): void {
    const [first, ...rest] = this.#levels;
    if (rest.length === 0) return;
    this.#wait();
    this.#early = [];
    this.#levels = [first, ...rest.slice(0, -1)];
    this.said = countsSaid(this.level.groups ?? [], this.#words);
    this.#show();
    this.focus();
  }

  clear(): void {
    this.type('');
    this.focus();
  }

  again(): void {
    void this.ask();
    this.focus();
  }

  focus(): void {
    this.place.dialog.element?.querySelector('input')?.focus();
  }

  /** Before each drawing: what one store has found is nothing of another. */
  check(): void {
    const { store } = this.place.crm;
    if (store === this.#store) return;
    this.#store = store;
    const { words } = this.#levels[0];
    this.#wait();
    this.#levels = [{ ...levelOf(null), words }];
    if (words.trim() !== '') {
      this.level.state = 'pending';
      this.#timer = setTimeout(() => void this.ask());
    }
  }

  end(): void {
    this.#wait();
    this.#early = [];
  }
}
