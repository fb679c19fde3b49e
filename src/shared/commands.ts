import type { TemplateResult } from 'lit';
import type { CommandInputs, CommandName } from '../domain/plan.js';
import type { Id } from '../domain/records.js';
import type { CommandResult } from '../store/api.js';
import type { Veto } from './intent.js';
import type { Telling } from './telling.js';
import type * as told from './told.js';
import type { Reporting, RunCommandOptions } from './told.js';
import type { Said, Toast, ToastAction, Toasts } from './toast.js';

export type { RunCommandOptions } from './told.js';

/**
 * The commands of an element: begins them, and tells what became of them by toast (with Undo), banner and live region.
 * Put `banners()` above the view and `render()` at its end, both inside `.crm`. A command that is begun before the code
 * for it has come waits for that.
 */
export class Commands {
  readonly #telling: Telling;

  /** @param telling what the element tells with */
  constructor(telling: Telling) {
    this.#telling = telling;
  }

  get #told(): Telling['told'] {
    return this.#telling.told;
  }

  /** The toasts of the element; undefined while nothing has been told. */
  get toasts(): Toasts | undefined {
    return this.#told.here?.toasts;
  }

  /** For code that begins commands of its own: it brings along what tells of them. */
  bring(code: typeof told): void {
    this.#told.bring(code);
  }

  /** Is a command of this element about this record under way? */
  busy(id: Id): boolean {
    return this.#telling.busy(id);
  }

  /**
   * Asks, carries out and tells. Never rejects: what went wrong stands in a banner with its reason.
   * @returns null where nothing was done: vetoed, failed before the first write, or being done already
   */
  async run<N extends CommandName>(
    name: N,
    input: CommandInputs[N],
    options?: RunCommandOptions<N>,
  ): Promise<CommandResult<N> | null> {
    return (this.#told.here ?? (await this.#told.need())).run(name, input, options);
  }

  /** Tells what became of a command: what was done as a toast with Undo, what was not as a banner with its reason. */
  report(result: CommandResult, how?: Reporting): void {
    this.#told.use((told) => told.report(result, how));
  }

  /** Tells that a command could not be begun, with its reason and, where it helps, another try. */
  fail(name: CommandName, n: number, thrown: unknown, again?: () => void): void {
    this.#told.use((told) => told.fail(name, n, thrown, again));
  }

  /** Tells that the page stopped a command that was begun without {@link run}. */
  stopped(name: CommandName, n: number, veto: Veto): void {
    this.#told.use((told) => told.stopped(name, n, veto));
  }

  /** Takes the last command of this tab back. */
  async undo(): Promise<CommandResult | null> {
    return (this.#told.here ?? (await this.#told.need())).undo();
  }

  /** Does again what was taken back last in this tab, as long as nothing new was done since. */
  async redo(): Promise<CommandResult | null> {
    return (this.#told.here ?? (await this.#told.need())).redo();
  }

  /** Takes exactly this command back: the Undo of its toast. */
  async takeBack(result: CommandResult): Promise<CommandResult | null> {
    return (this.#told.here ?? (await this.#told.need())).takeBack(result);
  }

  /** A toast; with what can be taken back, its button, as long as it can. @param ahead ways on, before the way back */
  say(text: Said, back?: CommandResult, ahead?: readonly ToastAction[]): void {
    this.#told.use((told) => told.say(text, back, ahead));
  }

  /** Says it to people who listen, when the reader has finished. */
  announce(text: string): void {
    this.#telling.say(text);
  }

  /** The same, at once: only for what went wrong. */
  alert(text: string): void {
    this.#told.use(({ announcer }) => announcer.alert(text));
  }

  /** A toast of one's own. */
  toast(toast: Toast): void {
    this.#told.use((told) => told.toasts.show(toast));
  }

  /** A field's name as people know it, custom fields by their own. For those who have brought the code. */
  fieldName(field: string): string {
    return this.#told.here?.fieldName(field) ?? field;
  }

  /** Above the view: what the storage has to tell, what waits for approval, what went wrong. */
  banners(): TemplateResult {
    return this.#telling.banners();
  }

  /** At the end of the view: live regions and toast. */
  render(): TemplateResult {
    return this.#telling.render();
  }
}
