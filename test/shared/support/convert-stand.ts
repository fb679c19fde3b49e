/** An element that converts: a button that opens the dialog, banners, toast. */
import { fixture, html as page, waitUntil } from '@open-wc/testing';
import { LitElement, html } from 'lit';
import { Commands } from '../../../src/shared/commands.js';
import { Telling } from '../../../src/shared/telling.js';
import { ConvertController } from '../../../src/shared/convert-controller.js';
import { banner } from '../../../src/styles/controls/banner.js';
import { progress } from '../../../src/styles/controls/progress.js';
import { StoreController } from '../../../src/shared/store-controller.js';
import type { CrmStore } from '../../../src/store/api.js';
import { fetched } from '../../support/code.js';
import { Stage } from '../stage.js';

export class ConvertStand extends LitElement {
  static override styles = [Stage.styles, banner, progress];
  static override properties = { store: { attribute: false } };
  declare store: CrmStore;
  readonly crm = new StoreController(this);
  readonly commands = new Commands(new Telling(this, this.crm));
  readonly convert = new ConvertController(this, this.crm, this.commands);
  ids: readonly string[] = ['lead-1'];

  override render() {
    return html`<div class="crm">
      ${this.commands.banners()}
      <button class="btn" id="opener" @click=${() => this.convert.open({ ids: this.ids })}>Convert</button>
      ${this.convert.render()}${this.commands.render()}
    </div>`;
  }

  get root(): ShadowRoot {
    return this.shadowRoot!;
  }
  get dialog(): HTMLDialogElement {
    return this.root.querySelector('dialog')!;
  }
  /** What the dialog says, blanks folded. */
  get words(): string {
    return (this.dialog.textContent ?? '').replace(/\s+/g, ' ').trim();
  }
  get toast(): string {
    return (this.root.querySelector('.toast')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }
  get active(): HTMLElement | null {
    return this.root.activeElement as HTMLElement | null;
  }
  find<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`${selector} is not there: ${this.words}`);
    return found;
  }
  /** The control that carries this label. */
  field(label: string): HTMLInputElement {
    const found = [...this.dialog.querySelectorAll('label')].find((each) => each.textContent?.trim() === label);
    if (!found) throw new Error(`no field "${label}": ${this.words}`);
    return (found.htmlFor ? this.root.getElementById(found.htmlFor) : found.querySelector('input')) as HTMLInputElement;
  }
  button(name: string): HTMLButtonElement {
    const found = [...this.dialog.querySelectorAll('button')].find((each) => each.textContent?.trim() === name);
    if (!found) throw new Error(`no button "${name}": ${this.words}`);
    return found;
  }
  /** Gives a control a value as a person's hand does. */
  fill(control: HTMLInputElement | HTMLSelectElement, value: string): void {
    control.value = value;
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
  async opened(): Promise<void> {
    // Its code is fetched and compiled by the test server when it is asked for first.
    await waitUntil(() => this.dialog.open, 'the dialog opens');
  }
  async closed(): Promise<void> {
    await waitUntil(() => !this.dialog.open, `the dialog closes: ${this.words}`);
  }
  async says(words: string): Promise<void> {
    await waitUntil(() => this.words.includes(words), `"${words}" in: ${this.words}`);
  }
}
customElements.define('convert-stand', ConvertStand);

/** The element over a store, with the dialog open for these leads. */
export async function opened(store: CrmStore, ids: readonly string[] = ['lead-1']): Promise<ConvertStand> {
  const element = await standing(store, ids);
  element.find('#opener').focus();
  element.find('#opener').click();
  await element.opened();
  return element;
}

export async function standing(store: CrmStore, ids: readonly string[] = ['lead-1']): Promise<ConvertStand> {
  await fetched();
  const element = await fixture<ConvertStand>(page`<convert-stand .store=${store} .ids=${ids}></convert-stand>`);
  await waitUntil(() => store.directory.ready, 'the directory is read');
  return element;
}

/** Shows the page in a scheme: ours are written with `light-dark()`, which follows it in every browser. */
export function scheme(colorScheme: 'light' | 'dark'): void {
  document.documentElement.style.colorScheme = colorScheme;
}

/** Ends what moves: contrast is measured on what stands still. */
export function still({ root }: ConvertStand): void {
  for (const animation of root.getAnimations()) {
    if (Number.isFinite(Number(animation.effect?.getComputedTiming().endTime))) animation.finish();
  }
}
