import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { direction } from '../i18n/direction.js';
import { dueText } from '../i18n/due.js';
import type { DueWords } from '../i18n/due.js';
import type { Format } from '../i18n/format.js';
import { formatFor } from '../i18n/format.js';
import type { Areas } from '../i18n/words.js';
import { loadLanguage, onWordsChanged, wordsOf } from '../i18n/words.js';
import { languageAround, watchLanguage } from './language.js';

/**
 * The words and formats of one element, in the language around it:
 *
 *     words = new Localize(this, { common, inbox });          // the English areas that the element brings along
 *     render() { return html`<h2>${this.words.t.inbox.title}</h2> ${this.words.format.money(lead.value)}`; }
 *
 * The language is the element's own `lang`, else the nearest `lang` around it (shadow roots are crossed), that of a provider
 * among them, else the browser's. The element renders again when it changes, and
 * when the words of a language have arrived; until then it speaks English with the reader's numbers and dates.
 */
export class Localize<A extends Areas> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** The areas that are here, in English. */
  readonly english: A;
  #lang = 'en';
  #words: A | undefined;
  #stop: (() => void)[] = [];
  /** We set `dir`, so we may take it away again. */
  #turned = false;

  constructor(host: ReactiveControllerHost & HTMLElement, english: A) {
    this.#host = host;
    this.english = { ...english };
    host.addController(this);
  }

  /** The words, area by area. */
  get t(): A {
    return (this.#words ??= Object.fromEntries(
      Object.entries(this.english).map(([name, area]) => [name, wordsOf(name, area, this.#lang)]),
    ) as A);
  }

  /** Brings the words that were not needed at first; same areas. */
  extend(areas: Partial<A>): void {
    Object.assign(this.english, areas);
    this.#words = undefined;
    this.#host.requestUpdate();
  }

  /** A BCP 47 tag, as written by whoever set it. */
  get lang(): string {
    return this.#lang;
  }

  get format(): Format {
    return formatFor(this.#lang);
  }

  /** "3 days overdue", "Today 14:30", "Wed 25 Nov"; needs the area `common`. */
  due(day: string | null, time: string | null, today: string): string {
    return dueText(this.format, this.t['common'] as unknown as DueWords, day, time, today);
  }

  hostConnected(): void {
    this.#read();
    this.#stop = [
      watchLanguage(this.#host, () => this.#read()),
      onWordsChanged(() => {
        this.#words = undefined;
        this.#host.requestUpdate();
      }),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stop.splice(0)) stop();
  }

  #read(): void {
    const lang = languageAround(this.#host);
    this.#turn(lang);
    if (lang === this.#lang && this.#words) return;
    this.#lang = lang;
    this.#words = undefined;
    this.#host.requestUpdate();
    void loadLanguage(lang);
  }

  /**
   * Direction is inherited like everywhere in HTML. Only where somebody gave *us* a language that runs the other way,
   * and nobody said `dir`, the element turns itself: `:dir()` inside the shadow root follows the host's attribute.
   */
  #turn(lang: string): void {
    const host = this.#host;
    if (!this.#turned && host.hasAttribute('dir')) return;
    const way = direction(lang);
    // `:dir()` goes by the tree, not by slots.
    const around = host.parentElement ?? (host.getRootNode() as Partial<ShadowRoot>).host;
    const turn = host.lang !== '' && way !== (around?.matches(':dir(rtl)') ? 'rtl' : 'ltr');
    // Nothing is written that stands there already: the attribute is watched.
    if (turn && host.dir !== way) host.dir = way;
    if (!turn && this.#turned) host.removeAttribute('dir');
    this.#turned = turn;
  }
}
