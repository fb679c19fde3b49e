import type { TemplateResult } from 'lit';
import { nothing } from 'lit';
import { openDealIn, openedFrom } from '../../shared/deals/opened-from.js';
import type { DetailModel } from '../../shared/detail/model.js';
import { endOf, ways } from '../../shared/detail/position.js';
import type { Position } from '../../shared/detail/position.js';
import { OpenPlace } from '../../shared/open-place.js';
import { Stepping } from '../../shared/stepping.js';
import type { SteppedList } from '../../shared/stepping.js';
import type { ListQuery, LiveList } from '../../store/api.js';
import { activeIn } from '../../shared/active.js';
import { hasLostFocus } from '../../shared/keep-focus.js';
import type { Id } from '../../domain/records.js';
import { dealWords } from './words.js';

/**
 * The next deal and the one before, in the list from which the deal was opened: a stage of the board, a period of the forecast, a list. What
 * that asks is asked here once more, so that it need not be on the page any longer.
 */
export class Walk {
  readonly #live;
  readonly #place: OpenPlace<'deal'>;
  readonly #stepping: Stepping<'deal'>;
  /** The deal that is left for another, and the button that has the focus there, which goes while that one is read. */
  #left: { readonly id: Id | null; readonly focus: string | null } | null = null;

  constructor(readonly model: DetailModel) {
    const { crm } = model;
    this.#live = crm.live<LiveList<'deal'>>(
      (store) => {
        const query = this.#query;
        const list = query && store.list({ ...query, related: false });
        list?.setWindow(0, 1);
        return list;
      },
      { deps: () => [this.#query] },
    );
    const list = this.#stepped();
    this.#place = new OpenPlace(list, crm);
    this.#stepping = new Stepping(list, this.#place);
  }

  /** There is a list to go on in. */
  get on(): boolean {
    return this.#query !== null;
  }

  /** In the head; nothing where the deal was opened from no list. */
  render(): TemplateResult | typeof nothing {
    if (!this.on) return nothing;
    return ways(this.model, this.#position, dealWords(this.model), (by) => this.step(by));
  }

  step(by: 1 | -1): void {
    const { model } = this;
    const words = dealWords(model);
    if (endOf(this.#position, by)) return model.say(by > 0 ? words.last : words.first);
    const had = model.host.shadowRoot && activeIn(model.host.shadowRoot);
    this.#left = { id: model.id, focus: had ? `[data-act=${by > 0 ? 'next' : 'previous'}]` : null };
    this.#stepping.step(by);
  }

  /** After each drawing. */
  check(): void {
    const { model } = this;
    const list = this.#live.value;
    const place = this.on ? this.#place.get() : undefined;
    // Its neighbours are at hand before anybody asks for them.
    if (list && place) list.setWindow(Math.max(0, place.index - 1), place.index + 2);
    this.#stepping.updated();
    if (!model.deal || this.#left === null || this.#left.id === model.deal.id) return;
    const { focus } = this.#left;
    this.#left = null;
    // The button says nothing of where it has led to.
    model.say(model.title);
    if (focus && hasLostFocus(model.host)) void model.focus(focus);
  }

  get #query(): ListQuery<'deal'> | null {
    return openedFrom(this.model.crm.crm, this.model.id);
  }

  get #position(): Position | null {
    const of = this.#live.value?.total;
    // Nothing to step to, wherever it may have been.
    const place = of === 0 ? { index: 0, in: false } : this.#place.get();
    return place ? { index: place.index, of, ...(!place.in && { left: true }) } : null;
  }

  #stepped(): SteppedList<'deal'> {
    const { model } = this;
    const live = (): LiveList<'deal'> | null => this.#live.value;
    return {
      get list() {
        return live();
      },
      get open() {
        return model.id;
      },
      get total() {
        return live()?.total;
      },
      lastIndex: 0,
      at: (index) => live()?.row(index),
      update: () => model.host.requestUpdate(),
      show: (index) => live()?.setWindow(Math.max(0, index - 1), index + 2),
      arrive: ({ id }) => {
        const query = this.#query;
        if (query) openDealIn(query, model.crm, id);
      },
    };
  }
}
