import type { Deal, Id } from '../../domain/records.js';
import type { Ask } from '../../shared/deals/asking.js';
import type { Columns } from './columns.js';
import type { Target } from './layout.js';
import type { BoardModel } from './model.js';
import { sortedPlace } from './preview.js';
import type { Guest, Preview } from './preview.js';
import { stageTarget } from './stage-target.js';

/** A card to be moved. */
export interface Move {
  readonly deal: Deal;
  readonly from: { readonly stageId: Id; readonly index: number };
  readonly stageId: Id;
  /** By hand: the place among the other cards, and the deal that comes to stand below; null = last. */
  readonly at?: { readonly index: number; readonly before: Id | null };
}

/** Several cards that are moved together. */
export interface MoveAll {
  /** In the order in which they come to stand. */
  readonly deals: readonly Deal[];
  /** The one among them that is in hand: it has the focus wherever they stand. undefined = the focus is elsewhere. */
  readonly lead?: Deal | undefined;
  readonly stageId: Id;
  /** By hand: the deal that comes to stand below them; null = last. */
  readonly before?: Id | null | undefined;
}

/** Every way of moving ends here: one command, one write. The card is shown in its new place at once, and put back if it may not stand there. */
export class Moves {
  constructor(
    readonly model: BoardModel,
    readonly columns: Columns,
    readonly ask: Ask,
    /** Shows a card and gives it the focus, wherever it stands by now. */
    readonly follow: (id: Id, stageId: Id, index: number | null, had: boolean, later?: boolean) => void,
  ) {}

  /** The place a deal will take in a stage, among the other cards; null = not to be told from what is loaded. */
  placeIn(stageId: Id, deal: Deal): number | null {
    const list = this.columns.of(stageId)?.list;
    // By owner the store goes by names, as everybody sees them.
    const ranks = this.model.store?.directory.users.map(({ id }) => id);
    const order = list?.query.order?.map((one) => (one.field === 'ownerId' && ranks ? { ...one, ranks } : one));
    return list && order ? sortedPlace(list, deal, order, this.model.today) : null;
  }

  /** "1 of 3 in Proposal sent" for a card that is about to stand there. */
  placeWords(stageId: Id, index: number | null, arriving: boolean): string {
    const { model } = this;
    const total = (this.columns.of(stageId)?.total ?? 0) + Number(arriving);
    const stage = model.stageName(stageId);
    return index === null
      ? model.t.pipeline.sortedPlace(total, stage)
      : model.t.pipeline.place(index + 1, total, stage);
  }

  /** Where cards can be put by that id: a stage, or what stands in the place of the stages. */
  target(id: Id): Target | undefined {
    return this.model.layout?.target(id) ?? stageTarget(this.model, this.ask, id);
  }

  /** @returns whether the card stands in its new place now */
  async move({ deal, from, stageId, at }: Move, focus = true): Promise<boolean> {
    const { model } = this;
    const target = this.target(stageId);
    const why = target?.why([deal]) ?? null;
    if (!target || why !== null || (target.stands(deal) && !at)) {
      if (why !== null) model.commands.say(() => target?.why([deal]) ?? why);
      if (model.preview?.deal.id === deal.id) this.#end(model.preview);
      return false;
    }
    const index = at?.index ?? this.placeIn(stageId, deal);
    const shown = this.#show({ deal, from, stageId, index, lifted: false });
    this.follow(deal.id, stageId, index, focus);
    const result = await target.put([deal], at?.before, () => this.#said(deal, stageId));
    const done = result?.outcomes.some((outcome) => outcome.state === 'done') ?? false;
    // Shown where it was dropped until its place is known: the focus must not fall off in between.
    const place = done ? await this.#placeFor(deal.id, stageId, focus) : null;
    this.#end(shown);
    if (!done) {
      model.say(model.t.pipeline.putBack(model.titleOf(deal)));
      this.follow(deal.id, from.stageId, from.index, focus, true);
      return false;
    }
    if (place !== null) this.follow(deal.id, stageId, place, focus, true);
    return true;
  }

  /**
   * Several cards at once: one command, one undo. They are shown where they were dropped while the page and the person are
   * asked; what stands in the way of one is told and it goes back, the others move.
   * @returns those that have moved
   */
  async moveAll({ deals, lead, stageId, before }: MoveAll): Promise<readonly Id[]> {
    const { model } = this;
    const target = this.target(stageId);
    const why = target?.why(deals) ?? null;
    if (!target || why !== null) {
      if (why !== null) model.commands.say(() => target?.why(deals) ?? why);
      const { preview } = model;
      if (preview && deals.some(({ id }) => id === preview.deal.id)) this.#end(preview);
      return [];
    }
    const { from, dropped } = this.#dropped({ deals, lead, stageId, before }, target);
    const first = dropped.find(({ deal }) => deal.id === lead?.id) ?? dropped[0];
    const shown = first && this.#show({ ...first, from, stageId, lifted: false, dropped });
    if (lead) this.follow(lead.id, shown ? stageId : from.stageId, first?.index ?? null, true);
    const said = (): string => model.t.pipeline.movedAll(deals.length, target.name);
    const result = await target.put(deals, before, said);
    const done = result?.outcomes.filter(({ state }) => state === 'done').map(({ id }) => id) ?? [];
    const moved = lead && done.includes(lead.id);
    const place = moved ? await this.#placeFor(lead.id, stageId, true) : null;
    if (shown) this.#end(shown);
    if (done.length === 0) model.say(model.t.pipeline.putBackAll(deals.length));
    this.onMoved(done);
    if (lead && !moved) this.follow(lead.id, from.stageId, from.index, true, true);
    else if (lead && place !== null) this.follow(lead.id, stageId, place, true, true);
    return done;
  }

  /** Where each of several is shown. One that stands there already moves only by hand. */
  #dropped(
    { deals, lead = deals[0]!, stageId, before }: MoveAll,
    target: Target,
  ): Pick<Preview, 'from'> & { readonly dropped: readonly Guest[] } {
    const lane = this.model.laneOf(lead);
    const from = { stageId: lane, index: Math.max(0, this.columns.of(lane)?.list?.indexOf(lead.id) ?? 0) };
    if (before === undefined) {
      const moving = deals.filter((deal) => !target.stands(deal));
      return { from, dropped: moving.map((deal) => ({ deal, index: this.placeIn(stageId, deal) })) };
    }
    const list = this.columns.of(stageId)?.list;
    const own = deals.map(({ id }) => list?.indexOf(id) ?? -1).filter((at) => at >= 0);
    const below = before === null ? (list?.total ?? -1) : (list?.indexOf(before) ?? -1);
    const index = below < 0 ? null : below - own.filter((at) => at < below).length;
    return { from, dropped: deals.map((deal) => ({ deal, index })) };
  }

  /** Its place on the board, from the first stage on: cards that move together keep their order. */
  order(deal: Deal): number {
    const { all } = this.columns;
    const lane = this.model.laneOf(deal);
    const at = all.findIndex((column) => column.stageId === lane);
    const place = all[at]?.list?.indexOf(deal.id) ?? -1;
    return at < 0 || place < 0 ? Infinity : at * 1e6 + place;
  }

  /** They have moved together. */
  onMoved: (ids: readonly Id[]) => void = () => undefined;

  #said(deal: Deal, stageId: Id): string {
    const { model } = this;
    const place = this.#placeNow(deal.id, stageId);
    const { layout } = model;
    const where = this.placeWords(stageId, place, false);
    const title = model.titleOf(deal);
    return layout?.target(stageId)
      ? layout.words.moved(title, where, deal, stageId)
      : model.t.pipeline.movedTo(title, where);
  }

  #placeNow(id: Id, stageId: Id): number | null {
    const index = this.columns.of(stageId)?.list?.indexOf(id) ?? -1;
    return index < 0 ? null : index;
  }

  /** The card stands where the store has put it: far down a long stage the store has to be asked where. */
  async #placeFor(id: Id, stageId: Id, ask: boolean): Promise<number | null> {
    const place = this.#placeNow(id, stageId);
    const { store } = this.model;
    if (place !== null || !ask || !store || !this.columns.of(stageId)) return place;
    const ids: readonly Id[] = await store.ids(this.model.queryOf(stageId)).catch(() => []);
    const index = ids.indexOf(id);
    return index < 0 ? null : index;
  }

  #show(preview: Preview): Preview {
    this.model.preview = preview;
    this.#redraw(preview);
    return preview;
  }

  #end(preview: Preview): void {
    if (this.model.preview !== preview || preview.lifted) return;
    this.model.preview = null;
    this.#redraw(preview);
  }

  /** Cards may have come from any stage: one that has as many as before is drawn, too. */
  #redraw({ dropped }: Preview): void {
    if (dropped) for (const column of this.columns.all) column.heard();
    else this.model.update();
  }
}
