import type { BenchData } from './data.js';
import { firstFew, urgentFirst } from './limit-order.js';
import { typed } from './tasks.js';

/** The card that stands first in each stage. */
export type Expected = readonly { readonly stage: string; readonly first: string | undefined }[];

export function boardExpectations({ deals, stages, today }: BenchData, words = ''): Expected {
  const compare = urgentFirst(deals, today);
  return stages.map(({ id }) => {
    const places = [...deals.keys()].filter(
      (place) => deals[place]!.stageId === id && deals[place]!.searchText.includes(words),
    );
    return { stage: id, first: deals[firstFew(places, 1, compare)[0] ?? -1]?.id };
  });
}

/** After each letter that is typed, or taken back. */
export const typedExpectations = (data: BenchData): readonly Expected[] =>
  typed.map((words) => boardExpectations(data, words));
