import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { activeIn } from './active.js';
import { focusInside, tabStops } from './focus.js';
import { bringIntoSight } from './in-sight.js';
import { whenMoved } from './moved.js';
import type { Anchor, PlaceOptions } from './place.js';
import { follow, isSheet, place } from './place.js';

export interface PopupOptions extends PlaceOptions {
  /** Its name for assistive technology; of a function it is asked anew with each drawing. */
  readonly label: string | (() => string);
  readonly role?: 'menu' | 'dialog' | undefined;
  readonly content: () => TemplateResult;
  /** A selector of what gets the focus; default: the first thing that can. */
  readonly focus?: string | undefined;
  /** Where the focus goes when it closes, if the anchor is gone or was a point. */
  readonly returnTo?: (() => HTMLElement | null | undefined) | undefined;
  readonly onClose?: (() => void) | undefined;
  /** Keys before the pop-up's own. */
  readonly onKeydown?: ((event: KeyboardEvent) => void) | undefined;
}

/**
 * One popover of a view, for anything that is no menu: a column chooser, a label picker, a filter. Put it into the view
 * once (`${this.panel.render()}`), *inside* the `<dialog>` if it opens from one: everything around a modal is inert.
 *
 * `manual` rather than `auto`: it closes no popover of the host's page, and its opener can toggle it. It closes by Esc,
 * by a press outside, when the focus leaves, and when its anchor goes away. Tab goes round inside it: it is drawn far from
 * its opener, and whatever follows it in the page has nothing to do with it. Its content is drawn by itself, without
 * the element's own update, and again after each of them. Moving the element in the page keeps it open (R34).
 */
export class Popup implements ReactiveController {
  protected readonly host: ReactiveControllerHost & HTMLElement;
  readonly #mount = createRef<HTMLElement>();
  #options: PopupOptions | undefined;
  #anchor: Anchor | undefined;
  #opener: HTMLElement | null = null;
  #last: HTMLElement | null = null;
  #listening: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
    whenMoved(host, () => this.hostConnected());
  }

  get isOpen(): boolean {
    return this.#options !== undefined;
  }

  /** What it stands at; to set `aria-expanded` on openers. */
  get anchor(): Anchor | undefined {
    return this.#anchor;
  }

  /** The popover element, once the view has been rendered. */
  get element(): HTMLElement | undefined {
    return this.#mount.value;
  }

  render(): TemplateResult {
    return html`<div class="menu pop" popover="manual" ${ref(this.#mount)}></div>`;
  }

  /** Opens at an element or a point; a second call with the same anchor closes it, so a button may simply call it. */
  show(anchor: Anchor, options: PopupOptions): void {
    if (this.isOpen && this.#anchor === anchor) return this.close();
    if (this.isOpen) this.close({ refocus: false });
    const pop = this.#mount.value;
    if (!pop?.isConnected) return;
    this.#options = options;
    this.#anchor = anchor;
    this.#opener = anchor instanceof HTMLElement ? anchor : activeIn(pop.getRootNode());
    if (anchor instanceof HTMLElement && anchor.hasAttribute('aria-haspopup'))
      anchor.setAttribute('aria-expanded', 'true');
    pop.setAttribute('role', options.role ?? 'dialog');
    pop.toggleAttribute('data-sheet', options.sheet === true);
    this.draw();
    pop.showPopover();
    if (!place(pop, anchor, options) && anchor instanceof Element) {
      // The focus may be where nobody has scrolled to; and WebKit shows what was focused only a moment later.
      bringIntoSight(anchor);
      place(pop, anchor, options);
    }
    this.#listen(pop);
    this.focusFirst(pop, options.focus);
  }

  /** @param refocus give the focus back to the opener; false where the focus has a better place already. */
  close({ refocus = true }: { refocus?: boolean } = {}): void {
    const [options, opener, pop] = [this.#options, this.#opener, this.#mount.value];
    if (!options) return;
    const hadFocus = pop?.contains(activeIn(pop.getRootNode())) ?? false;
    this.#listening?.abort();
    if (opener?.hasAttribute('aria-haspopup')) opener.setAttribute('aria-expanded', 'false');
    this.#options = this.#anchor = this.#listening = undefined;
    this.#opener = this.#last = null;
    if (pop) {
      if (pop.matches(':popover-open')) pop.hidePopover();
      render(nothing, pop);
    }
    if (refocus && hadFocus) (opener?.isConnected ? opener : options.returnTo?.())?.focus({ preventScroll: true });
    options.onClose?.();
  }

  /** Draws the content again; called by itself after each update of the element. */
  draw(): void {
    const pop = this.#mount.value;
    if (!this.#options || !pop) return;
    const { label, content } = this.#options;
    pop.setAttribute('aria-label', typeof label === 'string' ? label : label());
    render(content(), pop, { host: this.host });
  }

  hostUpdated(): void {
    if (!this.isOpen) return;
    this.draw();
    this.#stay();
  }

  hostConnected(): void {
    // A microtask after the dialog around it, if there is one: what comes later stands above.
    if (this.isOpen) queueMicrotask(() => queueMicrotask(() => this.#comeBack()));
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.host.isConnected) this.close({ refocus: false });
    });
  }

  /** Moved in the page: the browser has closed the popover, though not taken its content. */
  #comeBack(): void {
    const [pop, options] = [this.#mount.value, this.#options];
    if (!options || !pop?.isConnected || pop.matches(':popover-open')) return;
    const last = this.#last;
    pop.showPopover();
    this.#listening?.abort();
    this.#listen(pop);
    if (last?.isConnected) last.focus({ preventScroll: true });
    else this.focusFirst(pop, options.focus);
    this.#stay();
  }

  protected focusFirst(pop: HTMLElement, selector: string | undefined): void {
    focusInside(pop, selector);
  }

  #listen(pop: HTMLElement): void {
    const { signal } = (this.#listening = new AbortController());
    const document = pop.ownerDocument;
    pop.addEventListener('keydown', (event) => this.#keydown(event), { signal });
    pop.addEventListener('focusin', ({ target }) => (this.#last = target as HTMLElement), { signal });
    pop.addEventListener('focusout', (event) => this.#focusout(event, pop), { signal });
    for (const type of ['pointerdown', 'mousedown', 'click'])
      document.addEventListener(type, (event) => this.#pressed(event, pop), { signal, capture: true });
    if (this.#anchor && this.#options) follow(pop, this.#anchor, this.#options, signal, () => this.close());
  }

  #stay(): void {
    const pop = this.#mount.value;
    if (pop && this.#anchor && this.#options && !place(pop, this.#anchor, this.#options)) this.close();
  }

  #pressed(event: Event, pop: HTMLElement): void {
    const path = event.composedPath();
    if (path.includes(pop)) return;
    if (isSheet(pop)) {
      // All else is under a scrim: a press there only puts the sheet away, and nothing below it hears of it.
      event.stopPropagation();
      event.preventDefault();
      if (event.type === 'click') this.close();
    } else if (event.type === 'pointerdown' && !(this.#opener && path.includes(this.#opener))) {
      // A press on the opener is its own click's business: it will call `show` and so close.
      this.close({ refocus: false });
    }
  }

  #keydown(event: KeyboardEvent): void {
    this.#options?.onKeydown?.(event);
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Tab') return this.#tab(event);
    if (event.key !== 'Escape') return;
    // Taken here, so that the dialog around it stays open.
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }

  #tab(event: KeyboardEvent): void {
    const pop = this.#mount.value;
    if (!pop || !this.isOpen) return;
    const stops = tabStops(pop);
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    const active = activeIn(pop.getRootNode());
    if (active !== from && active !== pop) return;
    event.preventDefault();
    to?.focus();
  }

  #focusout(event: FocusEvent, pop: HTMLElement): void {
    const next = event.relatedTarget;
    // No `relatedTarget`: the window lost the focus, or a redraw took the focused node away. Neither is a reason.
    if (next instanceof Node && !pop.contains(next) && next !== this.#opener) this.close({ refocus: false });
  }
}
