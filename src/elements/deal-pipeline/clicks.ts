import type { Deal, Id } from '../../domain/records.js';
import type { Columns } from './columns.js';
import type { BoardModel } from './model.js';

/** What is pressed and scrolled on the board. What that leads to may be on its way yet. */
export class Clicks {
  constructor(
    readonly model: BoardModel,
    readonly columns: Columns,
  ) {}

  get #lifted(): boolean {
    return this.model.preview?.lifted === true;
  }

  /** A press that comes before the code for dragging is repeated for that, if it still lasts. */
  readonly press = (event: PointerEvent): void => {
    const { hands } = this.model;
    const [target] = event.composedPath();
    if (hands.here || !target) return;
    const over = new AbortController();
    for (const type of ['pointerup', 'pointercancel'])
      addEventListener(type, () => over.abort(), { capture: true, signal: over.signal });
    hands.use(() => {
      if (!over.signal.aborted) target.dispatchEvent(new PointerEvent(event.type, event));
      over.abort();
    });
  };

  readonly click = (event: MouseEvent): void => {
    const deal = this.#dealOf(event);
    if (!deal || event.defaultPrevented || this.#lifted) return;
    const control = (event.target as Element).closest<HTMLElement>('[data-do]');
    if (control?.dataset['do'] === 'menu') this.model.hands.use(({ menus }) => menus.card(control, deal));
    else this.model.crm.open('deal', deal.id);
  };

  readonly contextMenu = (event: MouseEvent): void => {
    const deal = this.#dealOf(event);
    if (!deal || this.#lifted) return;
    event.preventDefault();
    const card = (event.target as Element).closest('.card')?.getBoundingClientRect();
    // By key there is no point: then it opens at the card.
    const atPointer = event.clientX > 0 || event.clientY > 0;
    const point = atPointer ? { x: event.clientX, y: event.clientY } : { x: card?.left ?? 0, y: card?.bottom ?? 0 };
    this.model.hands.use(({ menus }) => menus.card(point, deal));
  };

  /** Space lifts; the browser's own click on its release would open the deal. */
  readonly keyup = (event: KeyboardEvent): void => {
    if (event.key === ' ' && (event.target as Element).matches('.card .title')) event.preventDefault();
  };

  /** The deal of the card that an event comes from. */
  #dealOf(event: Event): Deal | undefined {
    const card = (event.target as Element).closest<HTMLElement>('.card[data-id]');
    const column = this.columns.of(card?.closest<HTMLElement>('.stage')?.dataset['stage'] ?? '');
    const index = column?.indexOf(card?.dataset['id'] ?? '') ?? -1;
    return index < 0 ? undefined : column?.dealAt(index);
  }

  /** On a narrow board: brings a stage into sight. */
  readonly showStage = (stageId: Id): void => {
    const { model } = this;
    model.shownStage = stageId;
    this.#sight(`.stage[data-stage="${CSS.escape(stageId)}"]`, 'start');
    model.update();
  };

  /** On a narrow board: which stage one has come to. */
  readonly scrolled = (event: Event): void => {
    const { model } = this;
    const { stages } = model;
    const board = event.currentTarget as HTMLElement;
    const at = Math.round((Math.abs(board.scrollLeft) / Math.max(1, board.scrollWidth)) * stages.length);
    const shown = stages[Math.min(at, stages.length - 1)]?.id ?? null;
    if (shown === model.shownStage) return;
    model.shownStage = shown;
    model.update();
    this.#sight(`[data-step="${CSS.escape(shown ?? '')}"]`, 'nearest');
  };

  #sight(selector: string, inline: ScrollLogicalPosition): void {
    this.model.host.shadowRoot?.querySelector(selector)?.scrollIntoView({ inline, block: 'nearest' });
  }
}
