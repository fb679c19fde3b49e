import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { Entering } from './entering.js';
import type { FirstParts } from './first-parts.js';

/** What an element shows and does, apart from the element, whose tag is registered before this is fetched. */
export abstract class View<H extends ReactiveControllerHost & HTMLElement = ReactiveControllerHost & HTMLElement> {
  readonly #entering: Entering;

  /** Fields of the base class, so that they are there when the fields of a view are made. */
  constructor(
    protected readonly host: H,
    protected readonly parts: FirstParts,
  ) {
    this.#entering = new Entering(host, { ready: () => this.enterable, go: () => this.goIn() });
  }

  /** `focus()` of the element: see {@link Entering}. */
  enter(options?: FocusOptions, from?: Element | null): void {
    this.#entering.ask(options, from);
  }
  /** There is something that the focus can go to. */
  protected get enterable(): boolean {
    return true;
  }
  /** To what one works on. */
  protected abstract goIn(): Promise<void> | void;

  abstract render(): TemplateResult;
  /** Before each drawing, as in Lit. */
  willUpdate(): void {}
  /** After each drawing. */
  updated(): void {}
  /** After `moveBefore`. */
  moved(): void {}
}
