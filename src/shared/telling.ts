import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Id } from '../domain/records.js';
import { Code } from './code.js';
import { Late } from './late.js';
import type { CrmHost, StoreController } from './store-controller.js';
import type * as told from './told.js';
import type { Told } from './told.js';

/** Toasts, banners and all the words for what may become of a command. */
export const toldCode = new Code(() => import('./told.js'));

/**
 * Where an element tells what becomes of its commands: banners, toasts, live regions. Put `banners()` above the view and
 * `render()` at its end, both inside `.crm`. Commands themselves are in commands.ts.
 */
export class Telling {
  readonly #host: CrmHost;
  readonly #crm: StoreController;
  readonly told: Late<typeof told, Told>;

  constructor(host: CrmHost, crm: StoreController) {
    this.#host = host;
    this.#crm = crm;
    this.told = new Late(
      host,
      toldCode,
      ({ Told }) => new Told(host, crm),
      undefined,
      ({ toldStyles }) => toldStyles,
    );
    const look = (): void => this.#look();
    crm.listen('notice', look);
    crm.listen('busy', look);
  }

  /** Is a command of this element about this record under way? */
  busy(id: Id): boolean {
    return this.told.here?.busy(id) ?? false;
  }

  /** Says it to people who listen, when the reader has finished. */
  say(text: string): void {
    this.told.use(({ announcer }) => announcer.say(text));
  }

  /** Above the view: what the storage has to tell, what waits for approval, what went wrong. */
  banners(): TemplateResult {
    this.#look();
    return html`${this.told.here?.banners() ?? this.told.notice()}`;
  }

  /** At the end of the view: live regions and toast. */
  render(): TemplateResult {
    return html`${this.told.here?.render()}`;
  }

  /** Something is wrong: that is told at once. */
  #look(): void {
    if (this.told.here) return;
    const { state, store } = this.#crm;
    const wrong = state === 'failed' || state === 'mismatch' || store?.notice || store?.busy.late;
    if (wrong && this.#host.isConnected) this.told.use();
  }
}
