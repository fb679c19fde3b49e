import { fixture, html as page } from '@open-wc/testing';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { LitElement, css, html } from 'lit';
import { activity } from '../../src/styles/controls/activity.js';
import { button } from '../../src/styles/controls/button.js';
import { check } from '../../src/styles/controls/check.js';
import { chip } from '../../src/styles/controls/chip.js';
import { dialog } from '../../src/styles/controls/dialog.js';
import { drag } from '../../src/styles/controls/drag.js';
import { field } from '../../src/styles/controls/field.js';
import { fields } from '../../src/styles/controls/fields.js';
import { label } from '../../src/styles/controls/label.js';
import { labelMore } from '../../src/styles/controls/label-more.js';
import { menu } from '../../src/styles/controls/menu.js';
import { rowWindow } from '../../src/styles/controls/row-window.js';
import { toast } from '../../src/styles/controls/toast.js';
import { base } from '../../src/styles/base.js';
import { baseMore } from '../../src/styles/base-more.js';
import { moreTokens } from '../../src/styles/more-tokens.js';
import { tokens } from '../../src/styles/tokens.js';

/** An element that is nothing but a shadow root with our styles: what a primitive is put into. */
export class Stage extends LitElement {
  static override styles: CSSResultGroup = [
    tokens,
    moreTokens,
    base,
    baseMore,
    activity,
    button,
    check,
    chip,
    dialog,
    drag,
    field,
    fields,
    label,
    labelMore,
    menu,
    rowWindow,
    toast,
    css`.win { block-size: 300px; } .sheet { display: grid; gap: 8px; padding: 8px; }`,
  ];

  view: () => TemplateResult = () => html``;

  connectedMoveCallback(): void {}

  override render(): TemplateResult {
    return this.view();
  }

  get root(): ShadowRoot {
    return this.shadowRoot!;
  }

  get active(): HTMLElement | null {
    return this.root.activeElement as HTMLElement | null;
  }

  $<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  $$(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }
}
customElements.define('test-stage', Stage);

/** A stage in the page; `set` makes the controllers and returns the view. */
export async function stage(
  set: (host: Stage) => () => TemplateResult,
  around: (host: Stage) => TemplateResult = (host) => page`${host}`,
): Promise<Stage> {
  const host = document.createElement('test-stage') as Stage;
  host.view = set(host);
  await fixture(around(host));
  await host.updateComplete;
  return host;
}

/** When nothing fades or slides any more: before that, colours are not those that people see. */
export async function settled(host: Stage): Promise<void> {
  await Promise.all(host.root.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
}
