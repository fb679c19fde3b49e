import type { ElementHandle, EvaluateFunc, Page } from 'puppeteer-core';
import { openEyes, type Wanted } from './eyes.js';

/** Milliseconds that a condition may take on a machine that is busy with other things. */
export const PATIENCE = Number(process.env['E2E_PATIENCE'] ?? 20_000);

const wanted = (css: string, name: string | null = null): Wanted => ({ css, name });

/** One tab, used as a person does: by what is seen, with mouse and keyboard. Every wait is for something that shows. */
export class Tab {
  /** What the page itself has thrown, or left unhandled; a test that expects none looks at the end. */
  readonly errors: string[] = [];

  /** What the browser has asked the person in its own dialogs; the answer is to go on, unless the tab `stays`. */
  readonly asked: string[] = [];
  stays = false;

  private constructor(
    readonly page: Page,
    readonly oneWindow: boolean,
  ) {}

  /** @param oneWindow it shares its window with other tabs: whoever acts in it first brings it to the front */
  static async on(page: Page, oneWindow = false): Promise<Tab> {
    const tab = new Tab(page, oneWindow);
    page.on('pageerror', (error) => tab.errors.push(error instanceof Error ? error.message : String(error)));
    page.on('dialog', (dialog) => {
      tab.asked.push(dialog.type());
      void (tab.stays ? dialog.dismiss() : dialog.accept());
    });
    page.setDefaultTimeout(PATIENCE);
    page.setDefaultNavigationTimeout(PATIENCE);
    // The loader of the tests gives functions their names back by a helper that pages do not have.
    await page.evaluateOnNewDocument('globalThis.__name ??= (named) => named');
    await page.evaluateOnNewDocument(openEyes);
    return tab;
  }

  /** Opens an address and waits for the inbox and the board to have something to show. */
  async go(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load' });
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'load' });
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.see('lead-inbox >> .lrow[data-id], .empty h3');
    await this.until(
      'the board knows its deals',
      () => eyes.all({ css: 'deal-pipeline >> .card[data-id], .empty, .stage-empty', name: null }).length > 0,
    );
  }

  /** Waits until a function of the page answers with something true. */
  async until<Args extends unknown[], T>(
    what: string,
    look: (...args: Args) => T,
    ...args: Args
  ): Promise<NonNullable<T>> {
    try {
      // In intervals, not in frames: a tab behind another one draws none.
      const handle = await this.page.waitForFunction(
        look as EvaluateFunc<Args>,
        { polling: 40, timeout: PATIENCE },
        ...args,
      );
      return (await handle.jsonValue()) as NonNullable<T>;
    } catch (cause) {
      throw new Error(`Never came: ${what}.\n${await this.screen()}`, { cause });
    }
  }

  /** Waits until it is there to be seen. @returns its text */
  see(css: string, name?: string): Promise<string> {
    return this.until(
      `${css}${name === undefined ? '' : ` “${name}”`}`,
      (query) => {
        const [found] = eyes.all(query);
        return found ? `${eyes.text(found)} ` : null;
      },
      wanted(css, name ?? null),
    ).then((text) => text.trim());
  }

  async gone(css: string, name?: string): Promise<void> {
    await this.until(
      `the end of ${css} ${name ?? ''}`,
      (query) => eyes.all(query).length === 0,
      wanted(css, name ?? null),
    );
  }

  /** Waits until the text of the first of them contains the words. */
  async says(css: string, words: string): Promise<string> {
    return this.until(
      `${css} says “${words}”`,
      (query, text) =>
        eyes
          .all(query)
          .map(eyes.text)
          .find((said) => said.includes(text)),
      wanted(css),
      words,
    );
  }

  /** The texts of all of them, as they are now. */
  texts(css: string): Promise<string[]> {
    return this.page.evaluate((query) => eyes.all(query).map(eyes.text), wanted(css));
  }

  count(css: string, name?: string): Promise<number> {
    return this.page.evaluate((query) => eyes.all(query).length, wanted(css, name ?? null));
  }

  /** A point on it, once it stands still and can be reached. */
  async point(css: string, name?: string): Promise<{ x: number; y: number }> {
    return this.until(
      `a way to ${css}${name === undefined ? '' : ` “${name}”`}`,
      (query) => eyes.point(query),
      wanted(css, name ?? null),
    );
  }

  /** Clicks it with the mouse. */
  async press(css: string, name?: string, options: { count?: number } = {}): Promise<void> {
    if (this.oneWindow) await this.page.bringToFront();
    const { x, y } = await this.point(css, name);
    await this.page.mouse.click(x, y, options);
  }

  /** Replaces what is in a field by typing. */
  async type(css: string, text: string): Promise<void> {
    await this.press(css);
    await this.until(`the focus in ${css}`, (query) => eyes.all(query)[0]?.matches(':focus'), wanted(css));
    const full = await this.page.evaluate((query) => {
      const [field] = eyes.all(query) as HTMLInputElement[];
      field?.select();
      return field?.value !== '';
    }, wanted(css));
    if (full) await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(text);
  }

  /** Sets a native control that the browser draws by itself: a date, a list. */
  async set(css: string, value: string): Promise<void> {
    await this.see(css);
    await this.page.evaluate(
      (query, next) => {
        const field = eyes.all(query)[0] as HTMLInputElement;
        field.value = next;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
      },
      wanted(css),
      value,
    );
  }

  async give(css: string, file: string): Promise<void> {
    await this.until(css, (query) => eyes.all(query).length > 0, wanted(css));
    const handle = await this.page.evaluateHandle((query) => eyes.all(query)[0], wanted(css));
    await (handle as ElementHandle<HTMLInputElement>).uploadFile(file);
  }

  async key(...keys: readonly Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
    if (this.oneWindow) await this.page.bringToFront();
    // WebDriver BiDi, which drives Firefox, knows the bar by its character only.
    for (const key of keys) await this.page.keyboard.press(key === 'Space' ? ' ' : key);
  }

  /** What one would read on the screen now: for the message of a test that fails. */
  async screen(): Promise<string> {
    const text = await this.page
      .evaluate(() =>
        eyes
          .all({
            css: 'lead-inbox, deal-pipeline, deal-detail, #load, #host, #service, dialog[open], .toast',
            name: null,
          })
          .map((one) => `--- ${one.localName}: ${eyes.text(one)}`)
          .join('\n'),
      )
      .catch((error: unknown) => `(the page does not answer: ${String(error)})`);
    return `${this.page.url()}\n${text.slice(0, 6000)}\n${this.errors.join('\n')}`;
  }
}
