import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { Announcer } from './announce.js';
import { activeIn } from './active.js';
import { holdsFocus, tabStops } from './focus.js';
import { icon } from './icon.js';
import type { Drawing } from './icons.js';
import * as icons from './icons.js';

/** What is said; a function says it in the language that is spoken by then. */
export type Said = string | (() => string);

export interface ToastAction {
  readonly label: Said;
  readonly kbd?: string | undefined;
  readonly icon?: Drawing | undefined;
  readonly run: () => void;
}

export interface Toast {
  readonly text: Said;
  readonly icon?: Drawing | undefined;
  readonly actions?: readonly ToastAction[] | undefined;
  /** Milliseconds; default 10,000. */
  readonly duration?: number | undefined;
  /** What it is about, for {@link Toasts.settle}. */
  readonly about?: unknown;
}

/** What a toast waits by; tests bring their own. */
export interface Clock {
  now(): number;
  set(run: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

const realClock: Clock = {
  now: () => performance.now(),
  set: (run, milliseconds) => setTimeout(run, milliseconds),
  clear: (timer) => clearTimeout(timer as number),
};

/** A toast that others wait behind is read this long, in milliseconds, before it makes room. */
const shortest = 2500;

/**
 * What was done, and the way back: one toast at a time, in the top layer, for 10 s; the time stands still while the
 * pointer or the focus is on it. Put it into the view once (`${this.toasts.render()}`).
 * The text is said by a live region of its own, so that buttons are not read out.
 */
export class Toasts implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #words: { readonly t: { readonly common: { readonly dismiss: string } } };
  readonly #clock: Clock;
  readonly #mount = createRef<HTMLElement>();
  readonly #announcer = new Announcer();
  #queue: Toast[] = [];
  /** The words it was drawn with. */
  #drawn: unknown;
  #timer: unknown;
  #shownAt = 0;
  #left = 0;
  #runsSince = 0;
  #held = false;
  /** What had the focus before it came here. */
  #from: HTMLElement | null = null;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    words: { readonly t: { readonly common: { readonly dismiss: string } } },
    clock: Clock = realClock,
  ) {
    this.#host = host;
    this.#words = words;
    this.#clock = clock;
    host.addController(this);
  }

  /** The one that is on screen. */
  get current(): Toast | undefined {
    return this.#queue[0];
  }

  render(): TemplateResult {
    return html`<div
        class="toast"
        popover="manual"
        ${ref(this.#mount)}
        @pointerenter=${this.#hold}
        @pointerleave=${this.#release}
        @focusin=${this.#focusin}
        @focusout=${this.#release}
        @keydown=${this.#keydown}
      ></div>
      ${this.#announcer.render()}`;
  }

  show(toast: Toast): void {
    this.#queue.push(toast);
    if (this.#queue.length === 1) this.#present();
    else if (!this.#held) this.#start(Math.max(0, shortest - (this.#clock.now() - this.#shownAt)));
  }

  /** Takes the one on screen away; the next one comes. */
  dismiss(): void {
    const mount = this.#mount.value;
    const had = mount?.contains(activeIn(mount.getRootNode())) ?? false;
    this.#stop();
    this.#held = false;
    this.#queue.shift();
    if (this.#queue.length > 0) this.#present();
    else this.#hide();
    if (had) this.#giveBack();
  }

  /** Its button is gone: the focus is not left on nothing. */
  #giveBack(): void {
    const view = this.#mount.value?.parentElement;
    const to = this.#from?.isConnected && this.#from.checkVisibility() ? this.#from : view && tabStops(view)[0];
    to?.focus({ preventScroll: true });
  }

  /** Takes away those about this: what they offer to undo was undone by other means. */
  settle(about: unknown): void {
    const [shown] = this.#queue;
    this.#queue = this.#queue.filter((toast) => toast === shown || toast.about !== about);
    if (shown && shown.about === about) this.dismiss();
  }

  /** Takes all away, also for people who listen. */
  clear(): void {
    this.#queue.length = 0;
    this.dismiss();
    this.#announcer.hush();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.clear();
    });
  }

  hostUpdated(): void {
    const toast = this.current;
    if (toast && this.#drawn !== this.#words.t) this.#draw(toast);
  }

  hostConnected(): void {
    if (this.current) queueMicrotask(() => this.#open());
  }

  #present(): void {
    const toast = this.current;
    const mount = this.#mount.value;
    if (!toast || !mount?.isConnected) return;
    this.#shownAt = this.#clock.now();
    this.#draw(toast);
    this.#open();
    this.#announcer.say(say(toast.text));
    this.#start(this.#queue.length > 1 ? shortest : (toast.duration ?? 10_000));
  }

  #draw(toast: Toast): void {
    const mount = this.#mount.value;
    this.#drawn = this.#words.t;
    if (mount?.isConnected) render(this.#view(toast), mount, { host: this.#host });
  }

  #view({ text, icon: drawing, actions = [] }: Toast): TemplateResult {
    const act = (action: ToastAction) => {
      this.dismiss();
      action.run();
    };
    return html`${drawing ? icon(drawing) : nothing}<span class="grow" dir="auto">${say(text)}</span>${actions.map(
      (action) =>
        html`<button type="button" class="btn btn--sm" @click=${() => act(action)}>
            ${action.icon ? icon(action.icon, { turn: true }) : nothing}${say(action.label)}${action.kbd ? html`<kbd aria-hidden="true">${action.kbd}</kbd>` : nothing}
          </button>`,
    )}<button type="button" class="btn btn--sm btn--icon" aria-label=${this.#words.t.common.dismiss} @click=${() => this.dismiss()}>${icon(icons.x)}</button>`;
  }

  #open(): void {
    const mount = this.#mount.value;
    if (mount?.isConnected && this.current && !mount.matches(':popover-open')) mount.showPopover();
  }

  #hide(): void {
    const mount = this.#mount.value;
    if (!mount) return;
    if (mount.matches(':popover-open')) mount.hidePopover();
    render(nothing, mount);
  }

  #start(milliseconds: number): void {
    this.#stop();
    this.#left = milliseconds;
    this.#runsSince = this.#clock.now();
    if (!this.#held) this.#timer = this.#clock.set(() => this.dismiss(), milliseconds);
  }

  #stop(): void {
    if (this.#timer !== undefined) this.#clock.clear(this.#timer);
    this.#timer = undefined;
  }

  readonly #focusin = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && !this.#mount.value?.contains(relatedTarget)) this.#from = relatedTarget;
    this.#hold();
  };

  readonly #hold = (): void => {
    if (this.#held || !this.current) return;
    this.#held = true;
    this.#left = Math.max(0, this.#left - (this.#clock.now() - this.#runsSince));
    this.#stop();
  };

  readonly #release = (): void => {
    const mount = this.#mount.value;
    if (!this.#held || !mount || mount.matches(':hover') || holdsFocus(mount)) return;
    this.#held = false;
    // Whoever has just left it may want to read on.
    this.#start(Math.max(this.#left, shortest));
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.dismiss();
  };
}

function say(said: Said): string {
  return typeof said === 'string' ? said : said();
}
