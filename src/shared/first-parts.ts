import { watchDirectory } from './directory-view.js';
import { Localize } from './localize.js';
import { RowWindow } from './row-window.js';
import { StoreController } from './store-controller.js';
import { Telling } from './telling.js';

/**
 * What the elements that are drawn first have brought with them, handed to the views that come later. Those take it from
 * here and do not import it: what two pieces of code import by name a bundler puts into files of its own, with all that it
 * rests on, and the first paint would have to fetch each of them.
 */
export const firstParts = { Localize, RowWindow, StoreController, Telling, watchDirectory } as const;

export type FirstParts = typeof firstParts;
