import type { Deal, Id } from '../../domain/records.js';
import { openDealIn } from '../../shared/deals/opened-from.js';
import type { Chosen } from './chosen.js';
import type { Columns } from './columns.js';
import type { BoardModel } from './model.js';

/** What is pressed and scrolled on the board. */
export class Clicks {
  constructor(
    readonly model: BoardModel,
    readonly columns: Columns,
    readonly chosen: Chosen,
  ) {
    // One may have scrolled before there was code to follow.
    const board = model.host.shadowRoot?.querySelector<HTMLElement>('.board');
    if (board && board.scrollLeft !== 0) this.scrolled(board);
    // From one card to another is nothing that is heard outside of the shadow root, which is there with the first drawing.
    void model.host.updateComplete.then(() => {
      model.host.shadowRoot?.addEventListener('pointerover', (event) => this.#pointed(event as PointerEvent));
    });
    model.host.addEventListener('pointerleave', () => chosen.point(null));
  }

  /** @param target what was pressed: the event does not say it any more where it was kept */
  click(event: MouseEvent, target: Element): void {
    const deal = this.#dealOf(target);
    if (!deal || event.defaultPrevented || this.#lifted) return;
    const control = target.closest<HTMLElement>('[data-do]');
    if (this.#chooses(event, control)) this.#choose(event, deal);
    else if (control?.dataset['do'] === 'menu') this.model.hands.use(({ menus }) => menus.card(control, deal));
    else openDealIn(this.model.queryOf(this.model.laneOf(deal)), this.model.crm, deal.id);
  }

  /** A finger points at nothing before it presses; and while something is held, nothing else is meant. */
  #pointed(event: PointerEvent): void {
    if (event.pointerType === 'touch' || event.buttons !== 0 || this.#lifted) return;
    const card = (event.target as Element).closest<HTMLElement>('.card[data-id]');
    this.chosen.point(card?.dataset['id'] ?? null);
  }

  /** The box of a card; the card itself with Shift or Ctrl, or with a finger while others are chosen. */
  #chooses(event: MouseEvent, control: HTMLElement | null): boolean {
    const { shiftKey, ctrlKey, metaKey } = event;
    const tap = (event as PointerEvent).pointerType === 'touch' && this.chosen.size > 0;
    const kind = control?.dataset['do'];
    return kind === 'choose' || (kind !== 'menu' && (shiftKey || ctrlKey || metaKey || tap));
  }

  #choose(event: MouseEvent, deal: Deal): void {
    const column = this.columns.with(deal);
    if (event.shiftKey && column) this.chosen.to(column, column.indexOf(deal.id));
    else this.chosen.toggle(deal);
  }

  contextmenu(event: MouseEvent, target: Element): void {
    const deal = this.#dealOf(target);
    if (!deal || this.#lifted) return;
    event.preventDefault();
    const card = target.closest('.card')?.getBoundingClientRect();
    // By key there is no point: then it opens at the card.
    const atPointer = event.clientX > 0 || event.clientY > 0;
    const point = atPointer ? { x: event.clientX, y: event.clientY } : { x: card?.left ?? 0, y: card?.bottom ?? 0 };
    this.model.hands.use(({ menus }) => menus.card(point, deal));
  }

  get #lifted(): boolean {
    return this.model.preview?.lifted === true;
  }

  /** The deal of the card that this stands in. */
  #dealOf(target: Element): Deal | undefined {
    const card = target.closest<HTMLElement>('.card[data-id]');
    const column = this.columns.of(card?.closest<HTMLElement>('.stage')?.dataset['stage'] ?? '');
    const index = column?.indexOf(card?.dataset['id'] ?? '') ?? -1;
    return index < 0 ? undefined : column?.dealAt(index);
  }

  /** On a narrow board: brings a stage into sight. */
  showStage(stageId: Id): void {
    const { model } = this;
    model.shownStage = stageId;
    this.#sight(`.stage[data-stage="${CSS.escape(stageId)}"]`, 'start');
    model.update();
  }

  /** On a narrow board: which stage one has come to. */
  scrolled(board: HTMLElement): void {
    const { model } = this;
    const { lanes } = model;
    const at = Math.round((Math.abs(board.scrollLeft) / Math.max(1, board.scrollWidth)) * lanes.length);
    const shown = lanes[Math.min(at, lanes.length - 1)]?.id ?? null;
    if (shown === model.shownStage) return;
    model.shownStage = shown;
    model.update();
    this.#sight(`[data-step="${CSS.escape(shown ?? '')}"]`, 'nearest');
  }

  #sight(selector: string, inline: ScrollLogicalPosition): void {
    this.model.host.shadowRoot?.querySelector(selector)?.scrollIntoView({ inline, block: 'nearest' });
  }
}
