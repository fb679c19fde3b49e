import type { Shortcuts } from './keys.js';
import type { Arriving } from './late.js';

/** Where a key is not ours: what one types in, dialogs and menus that the page has put inside. */
const elsewhere = 'input:not([type=checkbox]),textarea,select,[contenteditable],dialog,[popover]';

/**
 * Keeps keys that are pressed in an element before the code for what they do has come, and does it then; the event itself is
 * over by that time. From then on `Keys` hears them.
 * @param early their names, as in `Shortcuts`, with a blank between them
 */
export function keepKeys(host: HTMLElement, hands: Arriving<{ readonly shortcuts: Shortcuts }>, early: string): void {
  host.addEventListener('keydown', (event) => {
    if (hands.here || event.defaultPrevented) return;
    const path = event.composedPath();
    if (path.slice(0, path.indexOf(host)).some((node) => (node as Partial<Element>).matches?.(elsewhere))) return;
    const key = event.key.toLowerCase();
    const name = `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${key}`;
    // Shift is part of how a sign is typed ("?"), but a key of its own with letters and arrows.
    const held = event.altKey || (event.shiftKey && (key.length > 1 || key.toUpperCase() !== key));
    if (held || !early.split(' ').includes(name)) return;
    event.preventDefault();
    hands.use(({ shortcuts }) => shortcuts[name]?.(new KeyboardEvent('keydown')));
  });
}
