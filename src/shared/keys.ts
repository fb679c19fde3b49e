import type { ReactiveController, ReactiveControllerHost } from 'lit';

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
  readonly #shortcuts: Shortcuts;

  constructor(host: ReactiveControllerHost & HTMLElement, shortcuts: Shortcuts) {
    this.#host = host;
    this.#shortcuts = shortcuts;
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
    const handler = this.#shortcuts[chord(event)];
    if (handler && handler(event) !== false) event.preventDefault();
  };
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
