import type { TemplateResult } from 'lit';
import { adopt } from './adopt.js';
import type { Commands } from './commands.js';
import type { ConvertOptions } from './convert/convert-dialog.js';
import type { words } from './convert/told.js';
import type { ConvertResult } from './convert/session.js';
import { Dialog } from './dialog.js';
import { Localize } from './localize.js';
import type { CrmHost, StoreController } from './store-controller.js';

/**
 * Opens the convert dialog for an element. Its code, words and styles are fetched when the first lead is converted.
 * Put `render()` inside `.crm`, and open it with ids that are fixed now: what the list shows later does not matter.
 */
export class ConvertController {
  readonly #host: CrmHost;
  readonly #crm: StoreController;
  readonly #commands: Commands;
  readonly #dialog: Dialog;
  #words: Localize<typeof words> | undefined;

  constructor(host: CrmHost, crm: StoreController, commands: Commands) {
    this.#host = host;
    this.#crm = crm;
    this.#commands = commands;
    this.#dialog = new Dialog(host);
  }

  get isOpen(): boolean {
    return this.#dialog.isOpen;
  }

  /**
   * Resolves when the person is done with it; null where nothing was converted, or a dialog is open already.
   * Never rejects: what goes wrong is said in the dialog, or in the element's banner.
   */
  async open(options: ConvertOptions): Promise<ConvertResult | null> {
    const { store } = this.#crm;
    if (!store || options.ids.length === 0 || this.#opening || this.isOpen) return null;
    this.#opening = true;
    try {
      const [{ ConvertRun }, { words }, { convertStyles }] = await Promise.all([
        import('./convert/convert-dialog.js'),
        import('./convert/told.js'),
        import('./convert/convert.styles.js'),
      ]);
      adopt(this.#host, convertStyles);
      this.#words ??= new Localize(this.#host, words);
      const run = new ConvertRun(
        { host: this.#host, crm: this.#crm, commands: this.#commands, dialog: this.#dialog, words: this.#words },
        store,
        options,
      );
      return await run.run();
    } catch (thrown) {
      this.#commands.fail('leads-convert', options.ids.length, thrown, () => void this.open(options));
      return null;
    } finally {
      this.#opening = false;
      stillEnter(this.#host);
    }
  }
  #opening = false;

  render(): TemplateResult {
    return this.#dialog.render();
  }
}

/**
 * The Enter that sent the dialog may still be down when the focus is back on the button that opened it: its repeats are
 * not another press. Until it comes up, or another key goes down.
 */
function stillEnter(host: CrmHost): void {
  const ending = new AbortController();
  const options = { capture: true, signal: ending.signal };
  const keydown = (event: KeyboardEvent): void => {
    if (event.repeat && event.key === 'Enter') event.preventDefault();
    else ending.abort();
  };
  host.addEventListener('keydown', keydown, options);
  for (const name of ['keyup', 'pointerdown', 'focusout'] as const)
    host.addEventListener(name, () => ending.abort(), options);
}
