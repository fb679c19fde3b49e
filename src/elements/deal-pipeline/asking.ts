import type { Live } from '../../store/api.js';
import type { Columns } from './columns.js';
import type { BoardModel } from './model.js';
import { nextFrame } from './waiting.js';
import type { Weights } from './weights.js';

/**
 * Another question (words that are typed, another order) is asked before the board is drawn for it, and the board is drawn
 * once: with the answers, or in the next frame where they take longer. Else all stages and sums would be drawn as pending
 * before, for nobody to see.
 */
export class Asking {
  #asked = '';
  #filter: unknown;

  constructor(
    readonly model: BoardModel,
    readonly columns: Columns,
    readonly weights: Weights,
  ) {}

  /** @returns the end of the wait; undefined = nothing new is asked, or all is known */
  begin(): Promise<void> | undefined {
    const { model, columns, weights } = this;
    const { filter, direction } = model.host;
    // What is no filter is told, and taken away, by the drawing.
    if (filter !== this.#filter) return void (this.#filter = filter);
    if (!model.askable) return undefined;
    const question = JSON.stringify([model.question, model.order, direction]);
    if (question === this.#asked) return undefined;
    this.#asked = question;
    const sums = model.summaries();
    sums?.setQuery(model.question);
    columns.ask();
    weights.ask();
    const lives: Live[] = [...columns.all.flatMap(({ list }) => list ?? []), ...(sums ? [sums] : []), ...weights.lives];
    return lives.some(pending) ? answered(lives) : undefined;
  }
}

const pending = ({ state }: Live): boolean => state === 'loading';

async function answered(lives: readonly Live[]): Promise<void> {
  const offs: (() => void)[] = [];
  const all = new Promise<void>((resolve) => {
    for (const live of lives) offs.push(live.subscribe(() => lives.some(pending) || resolve()));
  });
  await Promise.race([all, nextFrame()]);
  for (const off of offs) off();
}
