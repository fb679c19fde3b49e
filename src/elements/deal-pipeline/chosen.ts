import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Deal, Id } from '../../domain/records.js';
import type { LiveList } from '../../store/api.js';
import type { Column } from './column.js';
import type { Columns } from './columns.js';
import type { BoardModel } from './model.js';

/** The cards that are chosen, each with its deal as it was last seen: of what is far out of sight nothing else is known. */
export class Chosen {
  /** Grows with every choice. */
  version = 0;
  readonly #deals = new Map<Id, Deal>();
  /** Where a range begins: the last card that was chosen on its own. */
  #anchor: Id | null = null;
  /** The stage it stood in. */
  #stage: Id | null = null;
  /** The card that is pointed at. */
  #pointed: Id | null = null;

  constructor(
    readonly model: BoardModel,
    readonly columns: Columns,
  ) {}

  get size(): number {
    return this.#deals.size;
  }

  has(id: Id): boolean {
    return this.#deals.has(id);
  }

  /**
   * The box stands only where somebody may want it: where one points, where the focus is, and everywhere while some are
   * chosen. On every card it would be the largest part of what a board adds to a page.
   */
  boxed(id: Id, stop: Id | null | undefined): boolean | undefined {
    return this.size > 0 || id === stop || id === this.#pointed ? this.has(id) : undefined;
  }

  /** @param id the card that is pointed at; null = none */
  point(id: Id | null): void {
    if (id === this.#pointed) return;
    this.#pointed = id;
    if (this.size > 0) return;
    this.version++;
    this.model.update();
  }

  /** In the order of the board; those out of sight come last. */
  get deals(): readonly Deal[] {
    const places = new Map<Id, number>();
    let before = 0;
    for (const { list } of this.columns.all) {
      for (const id of this.#deals.keys()) {
        const at = list?.indexOf(id) ?? -1;
        if (at >= 0) places.set(id, before + at);
      }
      before += list?.total ?? 0;
    }
    const place = ({ id }: Deal): number => places.get(id) ?? Infinity;
    return [...this.#deals.values()].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  }

  /** What is done with a card is done with all that are chosen, if it is one of them. */
  with(deal: Deal): readonly [Deal, ...Deal[]] {
    return this.size > 1 && this.has(deal.id) ? (this.deals as [Deal, ...Deal[]]) : [deal];
  }

  toggle(deal: Deal): void {
    if (!this.#deals.delete(deal.id)) this.#deals.set(deal.id, deal);
    this.#anchor = deal.id;
    this.#stage = this.model.laneOf(deal);
    this.#changed();
  }

  /** From the last card that was chosen on its own to this one; where that is in another stage, this one. */
  to(column: Column, index: number): void {
    const deal = column.dealAt(index);
    if (!deal) return;
    const anchor = this.#anchor;
    if (anchor === null || this.#stage !== column.stageId) return this.toggle(deal);
    const from = column.indexOf(anchor);
    const range: (Deal | undefined)[] = [];
    if (from >= 0)
      for (let at = Math.min(from, index); at <= Math.max(from, index); at++) range.push(column.dealAt(at));
    if (range.length > 0 && range.every((each) => each !== undefined)) this.#add(range);
    else void this.#read(column, anchor, deal.id).then((all) => this.#add(all ?? [deal]));
  }

  #add(deals: readonly Deal[]): void {
    for (const each of deals) this.#deals.set(each.id, each);
    this.#changed();
  }

  /** What lies between two cards of a stage that is not held whole; null = the storage does not tell. */
  async #read({ stageId }: Column, ...ends: readonly [Id, Id]): Promise<readonly Deal[] | null> {
    const { store } = this.model;
    const query = this.model.queryOf(stageId);
    try {
      const ids = (await store?.ids(query)) ?? [];
      const [first, last] = ends.map((id) => ids.indexOf(id)).sort((a, b) => a - b) as [number, number];
      if (!store || first < 0) return null;
      const page = await store.read({ ...query, window: { offset: first, limit: last - first + 1 } });
      return page.records;
    } catch {
      return null;
    }
  }

  clear(): void {
    this.#deals.clear();
    this.#anchor = null;
    this.#changed();
  }

  /** What has been done with them is done. */
  forget(ids: Iterable<Id>): void {
    let any = false;
    for (const id of ids) any = this.#deals.delete(id) || any;
    if (any) this.#changed(false);
  }

  #changed(said = true): void {
    this.version++;
    if (said) this.model.say(this.model.t.pipeline.chosenSaid(this.size));
    this.model.update();
  }

  /** Before each drawing: deals as they are by now; those that have left the board are let go. */
  check(): void {
    if (this.size === 0) return;
    // None of them is in sight.
    if (this.model.lost) return this.clear();
    const lists = this.columns.all.flatMap(({ list }) => (list ? [list] : []));
    const whole = lists.every(isWhole);
    for (const id of [...this.#deals.keys()]) {
      const now = lookUp(lists, id);
      if (now) this.#deals.set(id, now);
      else if (whole && !this.model.telling.busy(id) && this.#deals.delete(id)) this.version++;
    }
  }

  /** The box that chooses a card. @param tab its place in the order of Tab */
  readonly box = (deal: Deal, tab: '0' | '-1'): TemplateResult => {
    const { t } = this.model;
    const name = t.pipeline.choose(this.model.titleOf(deal));
    return html`<input type="checkbox" class="check choose" data-do="choose" tabindex=${tab} aria-label=${name} title=${name} .checked=${live(this.has(deal.id))} />`;
  };
}

function lookUp(lists: readonly LiveList<'deal'>[], id: Id): Deal | undefined {
  for (const list of lists) {
    const at = list.indexOf(id);
    if (at >= 0) return list.row(at);
  }
  return undefined;
}

/** All of it has been read: what it does not hold is not in it. Rows are held in one piece. */
function isWhole(list: LiveList<'deal'>): boolean {
  const { state, total } = list;
  if (state !== 'ready' || total === undefined) return false;
  return total === 0 || (list.row(0) !== undefined && list.row(total - 1) !== undefined);
}

/** Whether a deal is as it was when it was taken up; of what is out of reach there is no reason to think otherwise. */
export function unchanged(columns: Columns, deal: Deal): boolean {
  const list = columns.with(deal)?.list;
  if (!list) return false;
  const at = list.indexOf(deal.id);
  return at >= 0 ? list.row(at) === deal : !isWhole(list);
}
