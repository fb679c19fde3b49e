import type { Skipped } from './skipped.js';

/** Symbol under which a registered class carries the version of the kit it came from; shared by all copies on a page. */
const VERSION = Symbol.for('crm-elements/version');

type Entry = readonly [tag: string, element: CustomElementConstructor];

/**
 * Registers elements in the order given. Never throws: the second copy of a kit on a page must not kill the script it is
 * part of. A name that is taken keeps its first class, and one warning names all names that were skipped and both
 * versions. The same class under its own name again is no news and says nothing.
 *
 * @param version of this copy, as in package.json
 * @param entries tags and their classes, the provider first
 * @param registry where to; on a server, where there is none, nothing happens
 * @returns the tags that were skipped
 */
export function register(
  version: string,
  entries: readonly Entry[],
  registry: CustomElementRegistry | undefined = globalThis.customElements,
): readonly string[] {
  readyNumbers();
  const skipped: Skipped[] = [];
  for (const [tag, element] of entries) {
    const taken = registry?.get(tag);
    if (!registry || taken === element) continue;
    try {
      if (taken) skipped.push([tag, taken]);
      else registry.define(tag, Object.assign(element, { [VERSION]: version }));
    } catch (error) {
      // the class is registered under another name already, or the registry is not the browser's own
      skipped.push([tag, error]);
    }
  }
  if (skipped.length > 0) void import('./skipped.js').then(({ warnOf }) => warnOf(version, skipped));
  return skipped.map(([tag]) => tag);
}

/**
 * The first look at how languages write numbers takes the browser longer than drawing a list. A page that makes its elements
 * later than it registers them has it behind it by then; one that shows them at once has asked before it is idle.
 */
function readyNumbers(): void {
  globalThis.requestIdleCallback?.(() => Intl.NumberFormat.supportedLocalesOf('en'));
}
