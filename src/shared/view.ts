import type { TemplateResult } from 'lit';

/** What an element shows and does, apart from the element, whose tag is registered before this is fetched. */
export abstract class View<H> {
  /** A field of the base class, so that it is there when the fields of a view are made. */
  constructor(protected readonly host: H) {}

  abstract render(): TemplateResult;
  /** Before each drawing, as in Lit. */
  willUpdate(): void {}
  /** After each drawing. */
  updated(): void {}
  /** After `moveBefore`. */
  moved(): void {}
}
