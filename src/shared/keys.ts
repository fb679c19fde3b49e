import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Arriving } from './late.js';

/** `mod` is Ctrl, and Cmd on Apple's keyboards; `?`, `/` and letters are what they type, whatever the layout. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => boolean | void>>;

const typing =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range], [type=color]), textarea, select, [contenteditable=""], [contenteditable=true]';

/**
 * Shortcuts of one element, heard only while the focus is inside it:
 * `new Keys(this, { '/': () => this.#search(), n: () => this.#add(), 'mod+z': () => this.#undo(), 'shift+arrowdown': … })`.
 *
 * They never fire while somebody types, with an input method open, for a key that something inside has taken
 * (`preventDefault`), or while a dialog or menu of the element has the focus. A handler that returns `false` did not want it.
 */
export class Keys implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #shortcuts: Shortcuts | Arriving<{ readonly shortcuts: Shortcuts }>;
  readonly #early: readonly string[];

  /**
   * @param shortcuts themselves, or what will bring them
   * @param early keys that are taken, and kept, while that is on its way
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    shortcuts: Shortcuts | Arriving<{ readonly shortcuts: Shortcuts }>,
    early: readonly string[] = [],
  ) {
    this.#host = host;
    this.#shortcuts = shortcuts;
    this.#early = early;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#keydown);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#keydown);
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    for (const node of event.composedPath()) {
      if (node === this.#host) break;
      if (node instanceof Element && (isTyping(node) || node.matches('dialog, [popover]'))) return;
    }
    const name = chord(event);
    const handler = this.#known[name];
    if (handler ? handler(event) !== false : this.#waits(name)) event.preventDefault();
  };

  get #known(): Shortcuts {
    const shortcuts = this.#shortcuts;
    return isArriving(shortcuts) ? (shortcuts.here?.shortcuts ?? {}) : shortcuts;
  }

  /** Keeps a key until what it does has come; the event itself is over by then. */
  #waits(name: string): boolean {
    const shortcuts = this.#shortcuts;
    if (!isArriving(shortcuts) || shortcuts.here || !this.#early.includes(name)) return false;
    shortcuts.use(({ shortcuts: known }) => void known[name]?.(new KeyboardEvent('keydown')));
    return true;
  }
}

function isArriving(shortcuts: object): shortcuts is Arriving<{ readonly shortcuts: Shortcuts }> {
  return typeof (shortcuts as { use?: unknown }).use === 'function' && 'notice' in shortcuts;
}

/** Whether a key pressed here writes text or works a native control. */
export function isTyping(element: Element): boolean {
  return element.matches(typing);
}

/** `mod+shift+arrowup`, `?`, `c`: the name of a key press in `Shortcuts`. */
export function chord(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  // Shift is part of how a sign is typed ("?"), but a key of its own with letters and arrows.
  const shift = event.shiftKey && (key.length > 1 || key.toUpperCase() !== key);
  return [
    event.ctrlKey || event.metaKey ? 'mod' : '',
    event.altKey ? 'alt' : '',
    shift ? 'shift' : '',
    key === ' ' ? 'space' : key,
  ]
    .filter(Boolean)
    .join('+');
}
