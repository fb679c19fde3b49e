/** Nothing but the records: what they take of a page's memory is what goes when they are let go. */
import { makeData, type BenchData } from './data.js';
import { offer } from './measure.js';

let held: BenchData | undefined;

offer({
  make(counts: { leads?: number; deals?: number }) {
    held = makeData(counts);
  },
  /** How many leads and deals there are now. */
  held: () => (held?.leads.length ?? 0) + (held?.deals.length ?? 0),
  drop() {
    held = undefined;
  },
});
