import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { activeIn } from './active.js';
import { focusInside } from './focus.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { whenMoved } from './moved.js';

export interface DialogOptions {
  /** Usually made with `frame`. Drawn again after each update of the element. */
  readonly content: () => TemplateResult;
  /** CSS pixels it may be wide; default 560. */
  readonly width?: number | undefined;
  /** A selector of what gets the focus where no answer is missing. Default: the first field, else the first button. */
  readonly focus?: string | undefined;
  /** Where the focus goes afterwards if the opener has gone (a converted row): a neighbour, a heading. */
  readonly returnTo?: (() => HTMLElement | null | undefined) | undefined;
  /** Asked before Esc and the cross close it; false keeps it open (typed text that would be lost). */
  readonly mayClose?: (() => boolean) | undefined;
  readonly onClose?: (() => void) | undefined;
}

export interface FrameOptions {
  readonly title: string | TemplateResult;
  readonly text?: string | TemplateResult | undefined;
  readonly body: TemplateResult;
  readonly foot: TemplateResult;
  /** The name of the cross. */
  readonly close: string;
  /** Enter in a field, or the button of type `submit`. */
  readonly onSubmit: () => void;
}

export interface ConfirmOptions {
  readonly title: string;
  readonly text: string | TemplateResult;
  /** The verb on the button that does it. */
  readonly action: string;
  readonly cancel: string;
  readonly negative?: boolean | undefined;
  readonly returnTo?: (() => HTMLElement | null | undefined) | undefined;
}

let count = 0;

/**
 * One modal dialog of a view, over the native element: the page around it is inert, nested dialogs stack. Put it into the
 * view once (`${this.dialog.render()}`), then `open`. A question over an open dialog is a second `Dialog`.
 *
 * The focus goes to the first missing answer (`[aria-invalid=true]`), else to `focus`, else to the first field; afterwards
 * back to what opened it. While `busy` nothing closes it. Moving the element in the page keeps it open, text and all (R34).
 */
export class Dialog implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #mount = createRef<HTMLDialogElement>();
  readonly #home: (() => void) | undefined;
  /** The id of the heading that names the dialog, for content that is not made with `frame`. */
  readonly titleId = `crm-dialog-${++count}-title`;
  #options: DialogOptions | undefined;
  #opener: HTMLElement | null = null;
  #last: HTMLElement | null = null;
  #busy = false;

  /** @param home gives the focus a place where what opened the dialog has gone and nothing else was named */
  constructor(host: ReactiveControllerHost & HTMLElement, home?: () => void) {
    this.#host = host;
    this.#home = home;
    host.addController(this);
    whenMoved(host, () => this.hostConnected());
  }

  get isOpen(): boolean {
    return this.#options !== undefined;
  }

  get element(): HTMLDialogElement | undefined {
    return this.#mount.value;
  }

  /** A write is under way: Esc and the cross do nothing, `aria-busy` says so. Buttons show it by their own `aria-busy`. */
  get busy(): boolean {
    return this.#busy;
  }
  set busy(busy: boolean) {
    this.#busy = busy;
    this.#mount.value?.setAttribute('aria-busy', String(busy));
    this.draw();
  }

  render(): TemplateResult {
    return html`<dialog
      class="dialog"
      aria-labelledby=${this.titleId}
      ${ref(this.#mount)}
      @keydown=${this.#keydown}
      @cancel=${this.#cancel}
      @close=${this.#closed}
      @focusin=${this.#focusin}
    ></dialog>`;
  }

  open(options: DialogOptions): void {
    const dialog = this.#mount.value;
    if (!dialog?.isConnected) return;
    if (this.isOpen) this.close({ refocus: false });
    this.#options = options;
    this.#opener = activeIn(dialog.getRootNode());
    this.#busy = false;
    dialog.style.setProperty('--_inline', `${options.width ?? 560}px`);
    this.draw();
    dialog.showModal();
    this.focusFirst();
  }

  close({ refocus = true }: { refocus?: boolean } = {}): void {
    const [options, dialog, opener] = [this.#options, this.#mount.value, this.#opener];
    if (!options) return;
    this.#options = undefined;
    this.#opener = this.#last = null;
    this.#busy = false;
    if (dialog) {
      dialog.removeAttribute('aria-busy');
      if (dialog.open) dialog.close();
      render(nothing, dialog);
    }
    if (refocus) {
      const back = opener?.isConnected && opener.checkVisibility() ? opener : options.returnTo?.();
      if (back) back.focus({ preventScroll: true });
      else this.#home?.();
    }
    options.onClose?.();
  }

  /** What Esc and the cross do: close, unless something is under way or the view has a reason not to. */
  requestClose(): void {
    if (!this.#busy && (this.#options?.mayClose?.() ?? true)) this.close();
  }

  /**
   * Asks a question with two answers. Esc and the cross mean no.
   * @param ask says it: anew with each drawing, in the language that is spoken then
   */
  confirm(ask: () => ConfirmOptions): Promise<boolean> {
    const { negative, returnTo } = ask();
    return new Promise((resolve) => {
      let yes = false;
      const answer = () => {
        yes = true;
        this.close();
      };
      const content = (): TemplateResult => {
        const { title, text, action, cancel } = ask();
        const foot = html`<span class="grow"></span>
          <button type="button" class="btn" data-cancel @click=${() => this.close()}>${cancel}</button>
          <button type="submit" class="btn ${negative ? 'btn--negative' : 'btn--primary'}">${action}</button>`;
        return this.frame({ title, body: html`<p>${text}</p>`, foot, close: cancel, onSubmit: answer });
      };
      this.open({
        width: 440,
        returnTo,
        // What cannot be taken back easily is not one Enter away.
        focus: negative ? '[data-cancel]' : '[type=submit]',
        content,
        onClose: () => resolve(yes),
      });
    });
  }

  /** Head with title and cross, body that scrolls, foot with buttons; all in one form. */
  frame({ title, text, body, foot, close, onSubmit }: FrameOptions): TemplateResult {
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      if (!this.#busy) onSubmit();
    };
    return html`<form novalidate @submit=${submit}>
      <div class="dialog-head">
        <div class="grow">
          <h2 id=${this.titleId}><bdi>${title}</bdi></h2>
          ${text ? html`<p><bdi>${text}</bdi></p>` : nothing}
        </div>
        <button type="button" class="btn btn--quiet btn--icon" aria-label=${close} ?disabled=${this.#busy} data-close @click=${() => this.requestClose()}>
          ${icon(icons.x)}
        </button>
      </div>
      <div class="dialog-body">${body}</div>
      <div class="dialog-foot">${foot}</div>
    </form>`;
  }

  /** To the first missing or wrong answer, else to where the dialog begins. */
  focusFirst(): void {
    const dialog = this.#mount.value;
    if (!dialog || !this.isOpen) return;
    const wrong = '[aria-invalid=true]';
    const fallback =
      this.#options?.focus ??
      '.dialog-body :is(input, select, textarea):not([disabled]), .dialog-foot [type=submit]:not([disabled])';
    focusInside(dialog, dialog.querySelector(wrong) ? wrong : fallback);
  }

  draw(): void {
    const dialog = this.#mount.value;
    if (this.#options && dialog) render(this.#options.content(), dialog, { host: this.#host });
  }

  hostConnected(): void {
    if (!this.isOpen) return;
    // Back in the page: the browser has taken the dialog from the top layer, though not its content.
    queueMicrotask(() => {
      const dialog = this.#mount.value;
      if (!this.isOpen || !dialog?.isConnected || dialog.matches(':modal')) return;
      const last = this.#last;
      dialog.removeAttribute('open');
      dialog.showModal();
      if (last?.isConnected) last.focus();
      else this.focusFirst();
    });
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.close({ refocus: false });
    });
  }

  hostUpdated(): void {
    this.draw();
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    // From a field of many lines too, in which Enter begins a new one.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return this.#mount.value?.querySelector('form')?.requestSubmit();
    }
    if (event.key !== 'Escape') return;
    // Taken before the browser's own close request, which cannot be refused twice in a row.
    event.preventDefault();
    event.stopPropagation();
    this.requestClose();
  };

  readonly #cancel = (event: Event): void => {
    if (event.target !== this.#mount.value) return;
    event.preventDefault();
    this.requestClose();
  };

  readonly #closed = (event: Event): void => {
    const dialog = this.#mount.value;
    if (event.target !== dialog || !dialog || dialog.open || !this.isOpen) return;
    // The browser closed it over our head (a back gesture, a script of the host). Not while a write is under way.
    if (this.#busy && dialog.isConnected) dialog.showModal();
    else this.close();
  };

  readonly #focusin = (event: FocusEvent): void => {
    if (event.target instanceof HTMLElement) this.#last = event.target;
  };
}
