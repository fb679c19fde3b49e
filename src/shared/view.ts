import type { TemplateResult } from 'lit';
import type { FirstParts } from './first-parts.js';

/** What an element shows and does, apart from the element, whose tag is registered before this is fetched. */
export abstract class View<H> {
  /** Fields of the base class, so that they are there when the fields of a view are made. */
  constructor(
    protected readonly host: H,
    protected readonly parts: FirstParts,
  ) {}

  abstract render(): TemplateResult;
  /** Before each drawing, as in Lit. */
  willUpdate(): void {}
  /** After each drawing. */
  updated(): void {}
  /** After `moveBefore`. */
  moved(): void {}
}
