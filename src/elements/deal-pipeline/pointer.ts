import type { ReactiveControllerHost } from 'lit';
import type { Deal, Id } from '../../domain/records.js';
import { Drag } from '../../shared/drag.js';
import type { DragEnd, Grip, Point } from '../../shared/drag.js';
import { unchanged } from './chosen.js';
import type { Chosen } from './chosen.js';
import type { Column } from './column.js';
import type { Columns } from './columns.js';
import type { BoardModel } from './model.js';
import type { Lift } from './lift.js';
import type { Moves } from './moves.js';

export type Zone = 'won' | 'lost' | 'delete' | 'move';

interface Held {
  readonly deal: Deal;
  readonly column: Column;
  readonly index: number;
  /** All that are carried, it among them. */
  readonly deals: readonly [Deal, ...Deal[]];
}

/**
 * A card in the hands of a pointer. While it is held nothing is rendered: marks are attributes that no template writes,
 * so that a frame costs a transform and a look at what is below.
 */
export class Pointer {
  readonly #drag: Drag<Held>;
  #stage: HTMLElement | null = null;
  #zone: HTMLElement | null = null;
  #at: { readonly column: Column; readonly raw: number; readonly index: number } | null = null;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    readonly model: BoardModel,
    readonly columns: Columns,
    readonly moves: Moves,
    readonly lift: Lift,
    readonly chosen: Chosen,
    readonly onZone: (zone: Zone, deals: readonly Deal[], point: Point) => void,
  ) {
    this.#drag = new Drag<Held>(host, {
      grip: (event) => this.#grip(event),
      onLift: (held) => this.#lifted(held),
      onOver: (held, target, point) => this.#over(held, target, point),
      onDrop: (held, target, point) => this.#drop(held, target, point),
      onCancel: (held, why) => this.#cancelled(held, why),
      scrollers: () => this.#scrollers(),
      floor: () => this.#root()?.querySelector('.dock')?.getBoundingClientRect().top,
      stillThere: (held) => stillThere(held) && this.#changed(held) === undefined,
    });
  }

  /** The place that stays drawn while its card is held, whatever is scrolled. */
  get held(): { readonly column: Column; readonly id: Id } | null {
    const item = this.#drag.item;
    return item ? { column: item.column, id: item.deal.id } : null;
  }

  #root(): ShadowRoot | null {
    return this.model.host.shadowRoot;
  }

  #wrap(): HTMLElement | null {
    return this.#root()?.querySelector<HTMLElement>('.board-wrap') ?? null;
  }

  #grip(event: PointerEvent): Grip<Held> | null {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || target.closest('[data-do=menu], [data-do=choose]')) return null;
    const element = target.closest<HTMLElement>('.card[data-id]');
    const column = this.columns.of(element?.closest<HTMLElement>('.stage')?.dataset['stage'] ?? '');
    if (!element || !column) return null;
    this.lift.cancel();
    const index = column.indexOf(element.dataset['id'] ?? '');
    const deal = index < 0 ? undefined : column.dealAt(index);
    // A card whose last move waits for its answer stays where it was put; any other may be taken meanwhile.
    if (!deal || this.model.whyMove(deal) !== null) return null;
    const deals = this.chosen.with(deal);
    const { preview } = this.model;
    const waiting = preview?.dropped ?? (preview ? [preview] : []);
    if (waiting.some((each) => deals.some(({ id }) => id === each.deal.id))) return null;
    const count = deals.length > 1 ? this.model.format.number(deals.length) : undefined;
    return { item: { deal, column, index, deals }, element, count };
  }

  /** Of those that are carried along, one that somebody has changed or taken away. */
  #changed({ deal, deals }: Held): Deal | undefined {
    return deals.find((each) => each.id !== deal.id && !unchanged(this.columns, each));
  }

  #name({ deal, deals }: Held): string {
    return deals.length > 1 ? this.model.t.pipeline.theseDeals(deals.length) : this.model.titleOf(deal);
  }

  #lifted(held: Held): void {
    const { deal, column, deals } = held;
    column.held = deal.id;
    markAway(this.#root(), new Set(deals.map(({ id }) => id)));
    this.#wrap()?.toggleAttribute('data-dragging', true);
    this.#root()?.querySelector('.dock')?.removeAttribute('hidden');
    this.model.say(this.model.t.pipeline.moving(this.#name(held)));
  }

  #over({ deal }: Held, target: Element | null, point: Point): void {
    const zone = target?.closest<HTMLElement>('.zone') ?? null;
    const stage = zone ? null : (target?.closest<HTMLElement>('.stage:not([data-closed])') ?? null);
    if (zone !== this.#zone) {
      this.#zone?.removeAttribute('data-over');
      zone?.toggleAttribute('data-over', true);
      this.#zone = zone;
    }
    if (stage !== this.#stage) {
      this.#stage?.removeAttribute('data-target');
      stage?.toggleAttribute('data-target', true);
      this.#stage = stage;
    }
    if (this.model.byHand) this.#line(deal, stage, point);
  }

  /** By hand: the line where the card would come to stand. */
  #line(deal: Deal, stage: HTMLElement | null, { y }: Point): void {
    const column = stage ? this.columns.of(stage.dataset['stage'] ?? '') : undefined;
    const slot = stage?.querySelector<HTMLElement>('.slot');
    if (this.#at && this.#at.column !== column) this.#hideLine();
    if (!column || !slot || !column.scroller) return;
    const spot = spotAt(column, y);
    this.#at = { column, raw: spot.index, index: spot.index - Number(this.#isBehind(column, deal, spot.index)) };
    const box = column.scroller.getBoundingClientRect();
    slot.style.transform = `translateY(${Math.round(spot.y - box.top + column.scroller.scrollTop)}px)`;
    slot.hidden = false;
  }

  /** Places are counted among the others: behind its own it is one less. */
  #isBehind(column: Column, deal: Deal, index: number): boolean {
    const own = column.list?.indexOf(deal.id) ?? -1;
    return own >= 0 && own < index;
  }

  #hideLine(): void {
    for (const slot of this.#root()?.querySelectorAll<HTMLElement>('.slot') ?? []) slot.hidden = true;
    this.#at = null;
  }

  #drop(held: Held, target: Element | null, point: Point): void {
    this.#over(held, target, point);
    const [zone, stage, at] = [this.#zone, this.#stage, this.#at];
    const { deal, column, index, deals } = held;
    this.#clear(held);
    const name = zone?.dataset['zone'];
    if (name) return this.onZone(name as Zone, deals, point);
    const stageId = stage?.dataset['stage'];
    if (deals.length > 1) return this.#dropAll(held, stageId, at?.raw);
    const from = { stageId: column.stageId, index };
    const same = stageId === column.stageId;
    if (!stageId || (same && (!this.model.byHand || at?.index === column.list?.indexOf(deal.id)))) {
      if (!same) this.model.say(this.model.t.pipeline.putBack(this.model.titleOf(deal)));
      return;
    }
    const place =
      at && this.model.byHand ? { index: at.index, before: this.lift.belowOf(stageId, at.index, deal) } : undefined;
    void this.moves.move({ deal, from, stageId, ...(place && { at: place }) });
  }

  #dropAll(held: Held, stageId: Id | undefined, raw: number | undefined): void {
    const { deal, deals } = held;
    const byHand = this.model.byHand && raw !== undefined;
    if (!stageId) return this.model.say(this.#backWords(held));
    if (!byHand && deals.every((each) => this.model.laneOf(each) === stageId)) return;
    const before = byHand ? this.lift.belowAll(stageId, raw, deals) : undefined;
    void this.moves.moveAll({ deals, lead: deal, stageId, before });
  }

  #backWords(held: Held): string {
    const { t } = this.model;
    return held.deals.length > 1
      ? t.pipeline.putBackAll(held.deals.length)
      : t.pipeline.putBack(this.model.titleOf(held.deal));
  }

  #cancelled(held: Held, why: DragEnd): void {
    this.#clear(held);
    const { t } = this.model;
    const lost = this.#changed(held) ?? held.deal;
    const title = this.model.titleOf(lost);
    const gone = why === 'data' && this.columns.all.every(({ list }) => (list?.indexOf(lost.id) ?? -1) < 0);
    this.model.say(
      gone ? t.pipeline.putBackGone(title) : why === 'data' ? t.pipeline.putBackChanged(title) : this.#backWords(held),
    );
  }

  /** Everything as it was. */
  #clear({ column }: Held): void {
    column.held = null;
    markAway(this.#root(), new Set());
    this.#zone?.removeAttribute('data-over');
    this.#stage?.removeAttribute('data-target');
    this.#zone = this.#stage = null;
    this.#hideLine();
    this.#wrap()?.removeAttribute('data-dragging');
    this.#root()?.querySelector('.dock')?.setAttribute('hidden', '');
    this.model.update();
  }

  /** Those that are carried; undefined = none are. */
  get carried(): readonly Deal[] | undefined {
    return this.#drag.item?.deals;
  }

  *#scrollers(): Iterable<HTMLElement> {
    const board = this.#root()?.querySelector<HTMLElement>('.board');
    if (board) yield board;
    const over = this.#stage && this.columns.of(this.#stage.dataset['stage'] ?? '')?.scroller;
    if (over) yield over;
  }
}

/** Marks the places of cards that are carried; elements are reused, so after each drawing anew. */
export function markAway(root: ShadowRoot | null, ids: ReadonlySet<Id>): void {
  for (const card of root?.querySelectorAll<HTMLElement>('.card[data-id]:not(.drag-ghost)') ?? [])
    card.toggleAttribute('data-gone', ids.has(card.dataset['id'] ?? ''));
}

/** Unchanged, as far as anybody can tell: what is scrolled far away is not held, which is no reason to think it gone. */
function stillThere({ deal, column: { list }, index }: Held): boolean {
  if (!list) return false;
  const at = list.indexOf(deal.id);
  if (at >= 0) return list.row(at) === deal;
  return list.state === 'loading' || (index < (list.total ?? 0) && list.row(index) === undefined);
}

/** The gap between cards that is nearest to a height of the window: its place, and where the line is drawn. */
function spotAt(column: Column, y: number): { readonly index: number; readonly y: number } {
  const [start, end] = column.window.range;
  let last: DOMRect | undefined;
  for (let index = start; index < Math.min(end, column.count); index++) {
    const box = column.window.elementAt(index)?.getBoundingClientRect();
    if (!box) continue;
    if (y < box.top + box.height / 2) return { index, y: last ? (last.bottom + box.top) / 2 : box.top - 4 };
    last = box;
  }
  const top = (column.scroller?.getBoundingClientRect().top ?? 0) + 4;
  return { index: Math.min(end, column.count), y: last ? last.bottom + 4 : top };
}
