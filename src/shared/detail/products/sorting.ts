import type { DealProduct, Id } from '../../../domain/records.js';
import { Drag } from '../../drag.js';
import type { DetailModel } from '../model.js';
import { productWords } from './words.js';

/** The order of the lines: by key, by menu, by dragging. */
export class Sorting {
  /** The line that what is dragged would come to stand in front of; null = none. */
  over: Id | null = null;

  constructor(
    readonly model: DetailModel,
    readonly lines: () => readonly DealProduct[],
  ) {
    new Drag<DealProduct>(model.host, {
      grip: (event) => {
        const target = event.target instanceof Element ? event.composedPath()[0] : null;
        if (!(target instanceof Element) || target.closest('button, input, a')) return null;
        const element = target.closest<HTMLElement>('.prod tbody tr');
        const item = this.lines().find(({ id }) => id === element?.dataset['line']);
        return element && item && model.why('deal-products-sort') === undefined ? { item, element } : null;
      },
      onLift: () => undefined,
      onOver: (_line, target) => this.#show(this.#under(target)),
      onDrop: (line, target) => {
        const before = this.#under(target);
        this.#show(null);
        if (before !== null && before !== line.id) void this.#put(line, this.#place(line, before));
      },
      onCancel: () => this.#show(null),
      stillThere: (line) => this.lines().some(({ id }) => id === line.id),
    });
  }

  #under(target: Element | null): Id | null {
    return target?.closest<HTMLElement>('.prod tbody tr')?.dataset['line'] ?? null;
  }

  /** Dragged down it takes the place of the line below the pointer, and that one moves up. */
  #place(line: DealProduct, over: Id): Id | null {
    const ids = this.lines().map(({ id }) => id);
    const down = ids.indexOf(line.id) < ids.indexOf(over);
    return down ? (ids[ids.indexOf(over) + 1] ?? null) : over;
  }

  #show(over: Id | null): void {
    if (this.over === over) return;
    this.over = over;
    this.model.update();
  }

  /** @returns whether it was moved */
  move(line: DealProduct, by: -1 | 1): Promise<boolean> {
    const lines = this.lines();
    const at = lines.findIndex(({ id }) => id === line.id);
    const to = at + by;
    if (to < 0 || to >= lines.length) return Promise.resolve(false);
    return this.#put(line, lines[by < 0 ? to : to + 1]?.id ?? null);
  }

  async #put(line: DealProduct, before: Id | null): Promise<boolean> {
    const { model } = this;
    if (model.id === null || model.why('deal-products-sort') !== undefined) return false;
    const result = await model.run('deal-products-sort', { dealId: model.id, ids: [line.id], before }, true);
    if (result?.outcomes[0]?.state !== 'done') return false;
    const lines = this.lines();
    const at = lines.findIndex(({ id }) => id === line.id);
    model.say(productWords(model).movedTo(line.name, at + 1, lines.length));
    return true;
  }
}
