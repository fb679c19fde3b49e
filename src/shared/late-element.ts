import type { nothing, TemplateResult } from 'lit';
import { LitElement } from 'lit';
import type { Code } from './code.js';
import { fetchSoon } from './fetch-soon.js';
import { firstParts } from './first-parts.js';
import type { Arriving } from './late.js';
import type { View } from './view.js';

/**
 * An element that is registered, and takes attributes and properties, before the code of what it shows is here. That is
 * fetched when the first of its kind comes into a page, or ahead of it by {@link prefetch}; a page that registers this
 * element alone brings it along (`define/<tag>.ts`).
 */
export abstract class LateElement<V extends View> extends LitElement {
  /** For the view. */
  protected readonly parts = firstParts;
  /** The last field of the class: the view is made with it where its code is here. */
  protected abstract readonly view: Arriving<V> & { readonly code: Code<unknown> };

  /** Fetches what it needs to show itself, when the browser has time for it. */
  prefetch(): void {
    fetchSoon([this.view.code]);
  }

  /** The focus goes to what one works on here, as soon as that has come; it is not taken from whoever has gone elsewhere by then. */
  override focus(options?: FocusOptions): void {
    const { activeElement } = document;
    this.view.use((view) => view.enter(options, activeElement));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.view.use();
  }

  connectedMoveCallback(): void {
    this.view.here?.moved();
  }

  protected override willUpdate(): void {
    this.view.here?.willUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.view.here?.render() ?? this.view.notice();
  }

  protected override updated(): void {
    this.view.here?.updated();
  }
}
