import { noChange } from 'lit';
import type { ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/** An element of a view, once it is drawn; the last one where it has been taken away. */
export interface Placed {
  value?: HTMLElement | undefined;
}

/**
 * `${placed(here)}` on an element hands it over when it is drawn, once for each element: as lit's `ref`, which also tells
 * when it is taken away. Who has to know that asks `isConnected`, and the first paint does without what `ref` rests on.
 */
class PlacedDirective extends Directive {
  #element: Element | undefined;

  render(_to: Placed | ((element: Element) => void)): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [to]: Parameters<this['render']>): typeof noChange {
    if (element !== this.#element) {
      this.#element = element;
      if (typeof to === 'function') to(element);
      else to.value = element as HTMLElement;
    }
    return noChange;
  }
}

export const placed = directive(PlacedDirective);
