import type { ReactiveControllerHost } from 'lit';
import type { Deal, Id } from '../../domain/records.js';
import { Drag } from '../../shared/drag.js';
import type { DragEnd, Point } from '../../shared/drag.js';
import type { Column } from './column.js';
import type { Columns } from './columns.js';
import type { BoardModel } from './model.js';
import type { Lift } from './lift.js';
import type { Moves } from './moves.js';
import { cardOf } from './reach.js';

export type Zone = 'won' | 'lost' | 'delete';

interface Held {
  readonly deal: Deal;
  readonly column: Column;
  readonly index: number;
}

/**
 * A card in the hands of a pointer. While it is held nothing is rendered: marks are attributes that no template writes,
 * so that a frame costs a transform and a look at what is below.
 */
export class Pointer {
  readonly #drag: Drag<Held>;
  #stage: HTMLElement | null = null;
  #zone: HTMLElement | null = null;
  #at: { readonly column: Column; readonly index: number } | null = null;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    readonly model: BoardModel,
    readonly columns: Columns,
    readonly moves: Moves,
    readonly lift: Lift,
    readonly onZone: (zone: Zone, deal: Deal) => void,
  ) {
    this.#drag = new Drag<Held>(host, {
      grip: (event) => this.#grip(event),
      onLift: (held) => this.#lifted(held),
      onOver: (held, target, point) => this.#over(held, target, point),
      onDrop: (held, target, point) => this.#drop(held, target, point),
      onCancel: (held, why) => this.#cancelled(held, why),
      scrollers: () => this.#scrollers(),
      stillThere: (held) => stillThere(held),
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

  #grip(event: PointerEvent): { item: Held; element: HTMLElement } | null {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || target.closest('[data-do=menu]')) return null;
    const element = target.closest<HTMLElement>('.card[data-id]');
    const column = this.columns.of(element?.closest<HTMLElement>('.stage')?.dataset['stage'] ?? '');
    if (!element || !column) return null;
    this.lift.cancel();
    const index = column.indexOf(element.dataset['id'] ?? '');
    const deal = index < 0 ? undefined : column.dealAt(index);
    // A card whose last move waits for its answer stays where it was put; any other may be taken meanwhile.
    if (!deal || this.model.preview?.deal.id === deal.id || this.model.why('deal-move', deal) !== null) return null;
    return { item: { deal, column, index }, element };
  }

  #lifted({ deal, column }: Held): void {
    column.held = deal.id;
    cardOf(column, deal.id)?.toggleAttribute('data-gone', true);
    this.#wrap()?.toggleAttribute('data-dragging', true);
    this.#root()?.querySelector('.dock')?.removeAttribute('hidden');
    this.model.say(this.model.t.pipeline.moving(this.model.titleOf(deal)));
  }

  #over({ deal }: Held, target: Element | null, point: Point): void {
    const zone = target?.closest<HTMLElement>('.zone') ?? null;
    const stage = zone ? null : (target?.closest<HTMLElement>('.stage') ?? null);
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
    this.#at = { column, index: spot.index - Number(this.#isBehind(column, deal, spot.index)) };
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
    const { deal, column, index } = held;
    this.#clear(held);
    const name = zone?.dataset['zone'];
    if (name) return this.onZone(name as Zone, deal);
    const stageId = stage?.dataset['stage'];
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

  #cancelled(held: Held, why: DragEnd): void {
    this.#clear(held);
    const { t } = this.model;
    const title = this.model.titleOf(held.deal);
    const gone = why === 'data' && (held.column.list?.indexOf(held.deal.id) ?? -1) < 0;
    this.model.say(
      gone
        ? t.pipeline.putBackGone(title)
        : why === 'data'
          ? t.pipeline.putBackChanged(title)
          : t.pipeline.putBack(title),
    );
  }

  /** Everything as it was. */
  #clear({ column }: Held): void {
    column.held = null;
    for (const element of this.#root()?.querySelectorAll('[data-gone]') ?? []) element.removeAttribute('data-gone');
    this.#zone?.removeAttribute('data-over');
    this.#stage?.removeAttribute('data-target');
    this.#zone = this.#stage = null;
    this.#hideLine();
    this.#wrap()?.removeAttribute('data-dragging');
    this.#root()?.querySelector('.dock')?.setAttribute('hidden', '');
    this.model.update();
  }

  /** Elements are reused: after a drawing the mark belongs to whichever shows the card now. */
  updated(): void {
    const item = this.#drag.item;
    if (!item) return;
    const card = cardOf(item.column, item.deal.id);
    for (const element of this.#root()?.querySelectorAll('.card[data-gone]:not(.drag-ghost)') ?? [])
      if (element !== card) element.removeAttribute('data-gone');
    card?.toggleAttribute('data-gone', true);
  }

  *#scrollers(): Iterable<HTMLElement> {
    const board = this.#root()?.querySelector<HTMLElement>('.board');
    if (board) yield board;
    const over = this.#stage && this.columns.of(this.#stage.dataset['stage'] ?? '')?.scroller;
    if (over) yield over;
  }
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
