/** What a person does in a story: looks for something by its words or its role, waits until it is there, presses it. */

/** Everything that is drawn, through shadow roots and slots. */
export function* drawn(root: ParentNode): Generator<Element> {
  for (const child of root.children) {
    yield child;
    if (child.shadowRoot) yield* drawn(child.shadowRoot);
    yield* drawn(child);
  }
}

export function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** The text one can read, blanks folded; of fields, what stands in them. */
export function words(root: ParentNode): string {
  const parts: string[] = [];
  const read = (node: Node): void => {
    if (node instanceof Text) parts.push(node.data);
    if (!(node instanceof Element)) return void node.childNodes.forEach(read);
    if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement || !isShown(node)) return;
    if (node instanceof HTMLSelectElement) return void parts.push(` ${node.selectedOptions[0]?.text ?? ''} `);
    if (isField(node)) parts.push(` ${node.value} `);
    if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) node.assignedNodes().forEach(read);
    else (node.shadowRoot ?? node).childNodes.forEach(read);
    if (getComputedStyle(node).display !== 'inline') parts.push(' ');
  };
  root.childNodes.forEach(read);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  if (element instanceof HTMLInputElement) return element.type !== 'checkbox' && element.type !== 'radio';
  return element instanceof HTMLTextAreaElement;
}

/** `display: contents` draws no box of its own, and yet what is in it. */
function isShown(element: Element): boolean {
  return getComputedStyle(element).display === 'contents' || isVisible(element);
}

/** Waits for a condition. @throws with its name after 15 s */
export async function until<T>(look: () => T | null | undefined | false, what: string): Promise<T> {
  const end = performance.now() + 15_000;
  for (;;) {
    const found = look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`It did not come: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
}

export class Hands {
  constructor(readonly canvas: HTMLElement) {}

  /** What matches and is seen, once it is there. */
  find<E extends HTMLElement = HTMLElement>(selector: string): Promise<E> {
    return until(
      () => [...drawn(this.canvas)].find((element): element is E => element.matches(selector) && isVisible(element)),
      selector,
    );
  }

  /** A control by the words on it, or by its name. */
  named(name: string): Promise<HTMLElement> {
    return until(
      () =>
        [...drawn(this.canvas)].find(
          (element): element is HTMLElement =>
            element instanceof HTMLElement &&
            element.matches('button, a, [role^=menuitem], [role=option], label') &&
            isVisible(element) &&
            (element.getAttribute('aria-label') ?? element.textContent).trim().startsWith(name),
        ),
      `“${name}”`,
    );
  }

  async press(name: string): Promise<void> {
    (await this.named(name)).click();
  }

  async click(selector: string): Promise<void> {
    (await this.find(selector)).click();
  }

  async focus(selector: string): Promise<HTMLElement> {
    const element = await this.find(selector);
    element.focus();
    // A page in a window behind others has the focus, and is not told of it.
    if (!document.hasFocus()) element.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    return element;
  }

  /** Types into a field, as a hand does: what is there before is replaced. */
  async type(selector: string, text: string): Promise<void> {
    const field = (await this.focus(selector)) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** A key, where the focus is. */
  key(key: string, options: KeyboardEventInit = {}): void {
    let at: Element | null = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    (at ?? this.canvas).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...options }),
    );
  }

  async says(text: string): Promise<void> {
    await until(() => words(this.canvas).includes(text), `“${text}”`);
  }
}
