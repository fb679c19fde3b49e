import type { Deal, Id } from '../../domain/records.js';
import { unchanged } from './chosen.js';
import type { Column } from './column.js';
import type { Columns } from './columns.js';
import type { BoardModel } from './model.js';
import type { Moves } from './moves.js';
import type { Preview } from './preview.js';
import { besideOpen, edgeWords, sortedWords } from './reach.js';

/**
 * A card in the hands of the keyboard: Space lifts, arrows carry it, Space drops, Escape puts it back. Nothing is written
 * before the drop; whatever comes between puts it back, as with the pointer (R47).
 */
export class Lift {
  constructor(
    readonly model: BoardModel,
    readonly columns: Columns,
    readonly moves: Moves,
    /** Shows the card and gives it the focus. */
    readonly focus: (stageId: Id, id: Id, later?: boolean) => void,
  ) {}

  get active(): boolean {
    return this.model.preview?.lifted === true;
  }

  /** @param deals all that are carried; the one that stands there among them */
  lift(column: Column, index: number, deals: readonly Deal[]): void {
    const { model } = this;
    const deal = column.dealAt(index);
    if (!deal) return;
    const why = model.whyMove(deal);
    if (why !== null) return model.commands.say(() => model.whyMove(deal) ?? why);
    const { stageId } = column;
    const others = deals.filter(({ id }) => id !== deal.id);
    model.preview = { deal, from: { stageId, index }, stageId, index, lifted: true, others };
    model.say(model.t.pipeline.lifted(this.name, this.words()));
    model.update();
  }

  /** What is held: its title, or how many. */
  get name(): string {
    const { preview, t } = this.model;
    if (!preview) return '';
    const more = preview.others?.length ?? 0;
    return more > 0 ? t.pipeline.theseDeals(more + 1) : this.model.titleOf(preview.deal);
  }

  /** "1 of 3 in Proposal sent", for the card that is held; of several where they go. */
  words(): string {
    const { preview, t } = this.model;
    if (!preview) return '';
    const more = preview.others?.length ?? 0;
    if (more > 0) return t.pipeline.placeOf(more + 1, this.model.stageName(preview.stageId));
    return this.moves.placeWords(preview.stageId, preview.index, preview.stageId !== preview.from.stageId);
  }

  /** To the stage beside it. */
  across(step: 1 | -1): void {
    const { model } = this;
    const { preview } = model;
    if (!preview) return;
    const next = besideOpen(this.columns, model, preview.stageId, step);
    if (!next) return model.say(edgeWords(model, step));
    const home = next.stageId === preview.from.stageId;
    const others = (next.total ?? 0) - Number(home);
    const index = model.byHand
      ? Math.min(preview.index ?? 0, others)
      : home
        ? preview.from.index
        : this.moves.placeIn(next.stageId, preview.deal);
    this.#show({ ...preview, stageId: next.stageId, index });
  }

  /** Up and down, where cards have a place of their own. */
  along(step: 1 | -1): void {
    const { model } = this;
    const { preview } = model;
    if (!preview) return;
    if (!model.byHand) return model.say(sortedWords(model));
    const others = (this.columns.of(preview.stageId)?.total ?? 0) - Number(preview.stageId === preview.from.stageId);
    const index = Math.max(0, Math.min(others, (preview.index ?? 0) + step));
    if (index === preview.index) return model.say(this.words());
    this.#show({ ...preview, index });
  }

  #show(preview: NonNullable<BoardModel['preview']>): void {
    const { model } = this;
    model.preview = preview;
    model.say(this.words());
    model.update();
    this.focus(preview.stageId, preview.deal.id);
  }

  drop(): void {
    const { preview } = this.model;
    if (!preview) return;
    const { deal, from, stageId, index } = preview;
    const others = preview.others ?? [];
    const home = stageId === from.stageId && others.every((each) => this.model.laneOf(each) === stageId);
    if (home && (index === from.index || !this.model.byHand)) return this.cancel();
    if (others.length > 0) return this.#dropAll(preview, [deal, ...others]);
    const at = this.model.byHand ? { index: index ?? 0, before: this.belowOf(stageId, index ?? 0, deal) } : undefined;
    void this.moves.move({ deal, from, stageId, ...(at && { at }) });
  }

  #dropAll({ deal, stageId, index }: Preview, deals: readonly Deal[]): void {
    const { model } = this;
    const before = model.byHand ? this.belowAll(stageId, index ?? 0, deals) : undefined;
    model.preview = null;
    const sorted = [...deals].sort((a, b) => this.moves.order(a) - this.moves.order(b));
    void this.moves.moveAll({ deals: sorted, lead: deal, stageId, before });
  }

  /** Of several: the first behind a place that is none of them; null = last. */
  belowAll(stageId: Id, index: number, deals: readonly Deal[]): Id | null {
    const list = this.columns.of(stageId)?.list;
    const moving = new Set(deals.map(({ id }) => id));
    for (let at = index; list && at < (list.total ?? 0); at++) {
      const row = list.row(at);
      if (!row || !moving.has(row.id)) return row?.id ?? null;
    }
    return null;
  }

  /** The deal that comes to stand below a place among the other cards; null = none. */
  belowOf(stageId: Id, index: number, deal: Deal): Id | null {
    const list = this.columns.of(stageId)?.list;
    if (!list) return null;
    const own = list.indexOf(deal.id);
    return list.row(own >= 0 && index >= own ? index + 1 : index)?.id ?? null;
  }

  /**
   * @param why what to say; it was put back by default
   * @param refocus false where the focus has gone elsewhere
   */
  cancel(why?: string, refocus = true): void {
    const { preview } = this.model;
    if (!preview?.lifted) return;
    this.model.preview = null;
    this.model.say(why ?? this.#back(preview));
    this.model.update();
    if (refocus) this.focus(preview.from.stageId, preview.deal.id);
  }

  #back({ deal, others = [] }: Preview): string {
    const { t } = this.model;
    return others.length > 0 ? t.pipeline.putBackAll(others.length + 1) : t.pipeline.putBack(this.model.titleOf(deal));
  }

  /** Before each drawing: a card that somebody changed or took away is let go. */
  check(): void {
    const { preview, t } = this.model;
    if (!preview?.lifted) return;
    const list = this.columns.of(preview.from.stageId)?.list;
    if (!list || list.state === 'loading') return;
    const at = list.indexOf(preview.deal.id);
    const now = at < 0 ? undefined : list.row(at);
    const other = preview.others?.find((each) => !unchanged(this.columns, each));
    if (now === preview.deal && !other) return;
    const lost = now === preview.deal ? other! : preview.deal;
    const { stageId, index } = preview.from;
    const title = this.model.titleOf(lost);
    this.model.preview = null;
    this.model.stop = { stageId, id: preview.deal.id, index };
    this.model.say(this.#isHere(lost) ? t.pipeline.putBackChanged(title) : t.pipeline.putBackGone(title));
  }

  #isHere({ id }: Deal): boolean {
    return this.columns.all.some(({ list }) => (list?.indexOf(id) ?? -1) >= 0);
  }
}
