import type { Deal, Id } from '../../domain/records.js';
import { RowWindow } from '../../shared/row-window.js';
import type { LiveList } from '../../store/api.js';
import type { BoardHands } from './arriving.js';
import { cardsCode } from './cards-code.js';
import type { BoardModel } from './model.js';
import { silence } from './quiet.js';
import type { TemplateResult } from 'lit';

/** CSS pixels: a card with two lines of title, before any was measured. */
const estimate = 132;
/** `--_gap` of `.cards`. */
const gap = 8;

/** What a card's height rests on: all that it says. Records are never edited in place, so each is written out once. */
const written = new WeakMap<Deal, string>();
function kindOf(deal: Deal): string {
  let kind = written.get(deal);
  if (kind === undefined) {
    const { title, organizationName, personName, labelIds, expectedClose, value, ownerId } = deal;
    const money = value ? `${value.amount}${value.currency}` : '';
    kind = [title, organizationName, personName, labelIds.join(), expectedClose, money, ownerId === null].join('\n');
    written.set(deal, kind);
  }
  return kind;
}

/** About how tall a card will be, CSS pixels, before it is drawn: so that those that come with it are drawn at once, and no more. */
function guessOf({ title, organizationName, personName, labelIds, expectedClose }: Deal): number {
  const lines = (text: string, most: number): number => Math.min(most, Math.ceil(text.length / 26) || 1);
  const names = organizationName.length + personName.length;
  return (
    52 +
    lines(title, 3) * 18 +
    (labelIds.length > 0 ? 26 : 0) +
    (names > 0 ? 6 + 17 * Math.ceil(names / 30) : 0) +
    (expectedClose === null ? 0 : 23)
  );
}

/** How the cards of a column are drawn. */
export interface CardDrawing {
  /** All that a card shows: it is drawn again only where something of it is different. */
  shows(column: Column, index: number): readonly unknown[];
  draw(column: Column, index: number): TemplateResult;
}

/** One stage of the board, or what stands in its place (`layout.ts`): a window of its own over its deals. */
export class Column {
  list: LiveList<'deal'> | null = null;
  readonly window: RowWindow;
  /** The card that has the focus: kept, so that it stays drawn where the store has let go of it. */
  focused: { readonly deal: Deal; readonly index: number } | null = null;
  /** The card that a pointer holds: it stays drawn until it is let go. */
  held: Id | null = null;

  #told = true;
  #drawn: readonly unknown[] = [];

  constructor(
    readonly model: BoardModel,
    readonly stageId: Id,
    cards: CardDrawing,
  ) {
    const { host } = model;
    this.window = new RowWindow(host, {
      moving: cardsCode,
      role: 'list',
      together: true,
      cards: {
        estimate,
        gap,
        // Every card has a height of its own: it is measured once, and kept while nothing in it changes.
        kindOf: (index) => {
          const deal = this.#quickly(index);
          return deal ? `${model.hands.here?.ownCard?.kindOf(deal) ?? kindOf(deal)}\n${silence(deal, model)}` : '';
        },
        guess: (index) => {
          const deal = this.#quickly(index);
          return deal ? guessOf(deal) + (silence(deal, model) ? 23 : 0) : estimate;
        },
        known: () => this.#read(),
        // In other words, cards are of other heights.
        said: () => [model.t, model.format, model.store?.directory.labels, model.hands.here?.ownCard],
      },
      records: { idAt: (index) => this.#quickly(index)?.id, indexOf: (id) => this.indexOf(id) },
      row: (index) => cards.draw(this, index),
      shows: (index) => cards.shows(this, index),
      onRange: (start, end) => this.list?.setWindow(start, end),
    });
  }

  /** The box that scrolls, while it is drawn. */
  get scroller(): HTMLElement | undefined {
    const { box } = this.window;
    return box?.isConnected ? box : undefined;
  }

  /**
   * Deals of the stage in the store; while nobody knows how many that are, those that have been read from the top.
   * undefined = nothing is known yet.
   */
  get total(): number | undefined {
    const { list } = this;
    if (list?.total !== undefined || list?.state !== 'ready') return list?.total;
    let read = 0;
    while (list.row(read) !== undefined) read++;
    return read;
  }

  /** How many cards are to be seen, with the one that is held over this stage. */
  get count(): number {
    return (this.total ?? 0) + (this.#apart?.more(this) ?? 0);
  }

  /** What knows where a held card is shown, and where it is missing; there while one is held, or not stored yet. */
  get #apart(): BoardHands['held'] | undefined {
    const { preview, hands } = this.model;
    return preview ? hands.here?.held : undefined;
  }

  /** Before a drawing. */
  prepare(): void {
    this.window.count = this.count;
    this.window.pinned = this.model.hands.here?.held.pinned(this) ?? -1;
  }

  /** The list has told that something which is in sight has changed. */
  readonly heard = (): void => {
    this.#told = true;
    this.model.update();
  };

  /**
   * Whether something that the cards show is different since this was last asked: a stage that nothing has happened in is
   * not drawn again.
   */
  get stale(): boolean {
    const { model, list } = this;
    const { preview, stop, store } = model;
    const here = preview?.stageId === this.stageId || preview?.from.stageId === this.stageId;
    const tab = stop?.stageId === this.stageId ? stop.id : null;
    const { count, pinned } = this.window;
    const directory = store?.directory;
    // A period has deals of all stages.
    const stages = model.layout ? model.stages : [directory?.stage(this.stageId)];
    const drawn = [directory?.labels, directory?.users, ...stages];
    const said = [
      model.hands.here?.chosen.version,
      model.hands.here?.ownCard,
      model.t,
      model.format,
      model.today,
      ...drawn,
    ];
    const now = [this.scroller, list, list?.state, count, pinned, here ? preview : null, tab, ...said, ...this.#busy()];
    const same = now.length === this.#drawn.length && now.every((part, i) => Object.is(part, this.#drawn[i]));
    this.#drawn = now;
    if (same && !this.#told) return false;
    this.#told = false;
    return true;
  }

  /** The cards in sight that are open, or that commands are about. */
  *#busy(): Iterable<Id> {
    const { telling, crm } = this.model;
    const open = crm.current.deal;
    const [start, end] = this.window.range;
    for (let index = start; index < end; index++) {
      const id = this.list?.row(index)?.id;
      if (id !== undefined && (telling.busy(id) || id === open)) yield id;
    }
    if (this.focused && (telling.busy(this.focused.deal.id) || this.focused.deal.id === open))
      yield `${this.focused.deal.id} apart`;
  }

  /** The places whose deals are read, in one piece around what is in sight. */
  #read(): readonly [number, number] {
    const { count } = this.window;
    const [from, to] = this.window.range;
    let start = from;
    while (start < to && !this.#quickly(start)) start++;
    let end = start;
    while (start > 0 && this.#quickly(start - 1)) start--;
    while (end < count && this.#quickly(end)) end++;
    return [start, end];
  }

  /** The deal of a place as it is shown. */
  dealAt(index: number): Deal | undefined {
    const apart = this.#apart;
    if (apart) return apart.dealAt(this, index);
    return this.list?.row(index) ?? (this.focused?.index === index ? this.focused.deal : undefined);
  }

  /** As `dealAt`, for being asked of every row that is read with each drawing. */
  #quickly(index: number): Deal | undefined {
    const apart = this.#apart;
    return apart ? apart.quickly(this, index) : this.list?.row(index);
  }

  /** The place of a deal as it is shown; -1 = not here, or too far away to be known. */
  indexOf(id: Id): number {
    return (this.#apart ? this.#apart.indexOf(this, id) : this.list?.indexOf(id)) ?? -1;
  }
}
