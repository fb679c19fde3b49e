import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Dialog, DialogOptions } from '../dialog.js';
import type { DetailModel } from './model.js';

/** One entry as it is being typed. */
export interface EntryForm {
  readonly title: string;
  /** All that is typed, as text: what differs from the beginning would be lost. */
  readonly typed: string;
  render(): TemplateResult;
  /** Says at its place what is wrong. @returns whether it can be stored */
  check(): boolean;
  /** @returns why not; '' = it is stored */
  save(): Promise<string>;
}

/** A list in a dialog, whose entries are written in a form in the same dialog: the way there and back, and what was typed on it. */
export abstract class ListForm<F extends EntryForm> {
  protected form: F | null = null;
  #began = '';
  #asking = false;
  /** What had the focus when it was asked. */
  #at: HTMLElement | null = null;

  constructor(
    readonly model: DetailModel,
    readonly dialog: Dialog,
  ) {}

  /** Of the list. */
  protected abstract get title(): string;
  /** What stores a form. */
  protected abstract get action(): string;
  protected abstract list(): TemplateResult;
  /** In the list again: the focus goes to what one came from. */
  protected abstract back(from: F | null): void;

  protected show(options: Omit<DialogOptions, 'content' | 'mayClose'>): void {
    this.dialog.open({
      ...options,
      mayClose: () => {
        if (this.form === null) return true;
        this.#leave();
        return false;
      },
      content: () => this.#content(),
    });
  }

  #content(): TemplateResult {
    const { dialog, form, model } = this;
    const { common, detail } = model.t;
    if (form === null)
      return dialog.frame({
        title: this.title,
        body: this.list(),
        foot: html`<span class="grow"></span><button type="button" class="btn" data-cancel @click=${() => dialog.close()}>${common.close}</button>`,
        close: common.close,
        onSubmit: () => undefined,
      });
    // The form stays where it is, so that the focus and what stands in its fields do.
    return dialog.frame({
      title: this.#asking ? detail.discardTyped : form.title,
      body: html`<div ?hidden=${this.#asking}>${form.render()}</div>${this.#asking ? html`<p>${detail.discardTypedText}</p>` : nothing}`,
      foot: this.#asking
        ? html`<span class="grow"></span><button type="button" class="btn" data-keep-typing @click=${() => this.#leave()}>${detail.keepTyping}</button
            ><button type="submit" class="btn btn--negative" data-discard>${detail.discard}</button>`
        : html`<span class="grow"></span><button type="button" class="btn" data-cancel @click=${() => this.#leave()}>${common.cancel}</button
            ><button type="submit" class="btn btn--primary" aria-busy=${dialog.busy ? 'true' : nothing}>${this.action}</button>`,
      close: this.#asking ? detail.keepTyping : common.close,
      onSubmit: () => (this.#asking ? this.#toList() : void this.#save()),
    });
  }

  /** @param name the field that says what it is called */
  protected edit(form: F, name: string): void {
    this.form = form;
    this.#began = form.typed;
    this.dialog.draw();
    const field = this.dialog.element?.querySelector<HTMLInputElement>(name);
    field?.focus();
    field?.select();
  }

  /** Back to the list; with something typed that is asked first, and whoever says no goes on typing. */
  #leave(): void {
    const { dialog, form } = this;
    if (dialog.busy || form === null) return;
    if (this.#asking) {
      this.#asking = false;
      dialog.draw();
      return this.#at?.focus();
    }
    if (form.typed === this.#began) return this.#toList();
    this.#at = (dialog.element?.getRootNode() as ShadowRoot | undefined)?.activeElement as HTMLElement | null;
    this.#asking = true;
    dialog.draw();
    dialog.element?.querySelector<HTMLElement>('[data-keep-typing]')?.focus();
  }

  #toList(): void {
    const from = this.form;
    this.form = null;
    this.#asking = false;
    this.dialog.draw();
    this.back(from);
  }

  async #save(): Promise<void> {
    const { dialog, form } = this;
    if (form === null || dialog.busy) return;
    if (!form.check()) {
      dialog.draw();
      return dialog.focusFirst();
    }
    dialog.busy = true;
    const why = await form.save();
    dialog.busy = false;
    if (why === '') this.#toList();
    else dialog.draw();
  }
}
