/** What rests on lit and is shared by late parts of its own, to be run before lit itself: see `define/order.ts`. */
export { directive } from 'lit/directive.js';
