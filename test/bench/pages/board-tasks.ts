import type { BenchData } from './data.js';
import { firstFew, urgentFirst } from './limit-order.js';

/** The card that stands first in each stage. */
export type Expected = readonly { readonly stage: string; readonly first: string | undefined }[];

export function boardExpectations({ deals, stages, today }: BenchData): Expected {
  const compare = urgentFirst(deals, today);
  return stages.map(({ id }) => {
    const places = [...deals.keys()].filter((place) => deals[place]!.stageId === id);
    return { stage: id, first: deals[firstFew(places, 1, compare)[0] ?? -1]?.id };
  });
}
