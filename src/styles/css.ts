import type { CSSResult } from 'lit';

class Styles {
  #sheet: CSSStyleSheet | undefined;

  constructor(readonly cssText: string) {}

  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) (this.#sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.#sheet;
  }

  toString(): string {
    return this.cssText;
  }
}

export const css = (texts: TemplateStringsArray, ...styles: readonly CSSResult[]): CSSResult =>
  new Styles(String.raw({ raw: texts }, ...styles)) as unknown as CSSResult;
