/**
 * Nothing but an order: what is shared high up, by an element and its own late part, before what all of them rest on.
 *
 * A bundler gives whatever late parts share with the page's entry a file of its own, unless it can fold it into the entry. Rolldown
 * (Vite) tries that once a piece, twice over, in the order in which modules are run, and folds a piece only when everything that
 * stands between the entry and it was folded before. Two files gzip worse than one: a fiftieth of the whole kit's first paint.
 *
 * Within the file, too, the order counts: gzip finds again what was written less than 32 kB before. Where an element asks for its
 * sheets decides what stands near what; a hundredth of the first paint hangs on it. `npm run bench -- --only bundle` tells.
 */
export { directive } from '../shared/fold-first.js';
export { rowsCode } from '../elements/lead-inbox/rows-code.js';
export { cardsCode } from '../elements/deal-pipeline/cards-code.js';
