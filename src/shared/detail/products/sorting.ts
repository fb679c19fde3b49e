import type { DealProduct, Id } from '../../../domain/records.js';
import { LineDrag } from '../line-drag.js';
import type { DetailModel } from '../model.js';
import { productWords } from './words.js';

/** The order of the lines: by key, by menu, by dragging. */
export class Sorting {
  constructor(
    readonly model: DetailModel,
    readonly lines: () => readonly DealProduct[],
  ) {
    new LineDrag<DealProduct>(model.host, {
      ...{ selector: '.prod tbody [data-line]', key: 'line', answers: 'button, input, a' },
      lines,
      may: () => model.why('deal-products-sort') === undefined,
      put: (line, before) => void this.#put(line, before),
    });
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
