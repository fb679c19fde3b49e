/**
 * The Promise that `await` goes by, whatever a page has put in the place of the global one (Zone.js, old polyfills): theirs
 * tell later, and by then a transaction is over. Its `then` may be patched as well, so inside transactions only `await` is
 * used, which does not call it.
 */
export const NativePromise = (async () => {})().constructor as PromiseConstructor;
