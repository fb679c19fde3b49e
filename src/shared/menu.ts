import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { MenuAction, MenuItem } from './menu-items.js';
import { filterMenu, moveActive, moveFocus, typeAhead } from './menu-keys.js';
import type { Anchor } from './place.js';
import { Popup } from './popup.js';

export type { MenuAction, MenuItem } from './menu-items.js';

export interface MenuOptions {
  readonly label: string;
  /** A function is asked again on every redraw, so that checks follow the data. */
  readonly items: readonly MenuItem[] | (() => readonly MenuItem[]);
  /** Name of a field that narrows a long list; without it the menu has none. */
  readonly filter?: string | undefined;
  /** Said where the filter matches nothing. */
  readonly nothing?: string | undefined;
  readonly align?: 'start' | 'end' | undefined;
  /** On a narrow element it comes up from the lower edge. */
  readonly sheet?: boolean | undefined;
  readonly returnTo?: (() => HTMLElement | null | undefined) | undefined;
  /** After an item's own `run`, with its id. */
  readonly onSelect?: ((id: string) => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}

/**
 * One menu of a view; every button and row opens the same one:
 * `<button aria-haspopup="menu" @click=${(e: Event) => this.menu.open(e.currentTarget as Element, { label, items })}>`.
 *
 * Arrows, Home, End, type-ahead, Enter, Space, Esc; Tab closes and moves on. With `filter` the focus stays in the field and
 * the options are named by `aria-activedescendant`.
 */
export class Menu extends Popup {
  #menu: MenuOptions | undefined;
  #filtered = false;
  #query = '';
  #active: string | undefined;

  /** @param given a function is asked anew with each drawing, so that the words follow the language, too */
  open(anchor: Anchor, given: MenuOptions | (() => MenuOptions)): void {
    const ask = typeof given === 'function' ? given : () => given;
    const options = ask();
    this.#menu = options;
    this.#query = '';
    this.#active = undefined;
    const filtered = (this.#filtered = options.filter !== undefined);
    this.show(anchor, {
      // Asked before the content is drawn.
      label: () => (this.#menu = ask()).label,
      role: filtered ? 'dialog' : 'menu',
      align: options.align,
      sheet: options.sheet,
      content: () => this.#content(),
      focus: filtered ? 'input' : '[role^=menuitem]',
      returnTo: options.returnTo,
      onClose: options.onClose,
      onKeydown: (event) => (filtered ? this.#filterKey(event) : this.#menuKey(event)),
    });
  }

  #items(): readonly MenuItem[] {
    const items = this.#menu?.items ?? [];
    return filterMenu(typeof items === 'function' ? items() : items, this.#query);
  }

  #content(): TemplateResult {
    const { filter, label, nothing: none = '' } = this.#menu ?? { label: '' };
    const items = this.#items();
    if (!this.#filtered) return html`${items.map((item) => this.#item(item, 'menuitem'))}`;
    const many = items.some((item) => typeof item === 'object' && 'checked' in item && !item.radio);
    return html`<div class="input menu-find">
        ${icon(icons.search)}<input
          role="combobox"
          aria-label=${ifDefined(filter)}
          placeholder=${ifDefined(filter)}
          aria-expanded="true"
          aria-controls="menu-options"
          aria-activedescendant=${ifDefined(this.#active && `menu-${this.#active}`)}
          autocomplete="off"
          spellcheck="false"
          @input=${this.#narrow}
        />
      </div>
      <div id="menu-options" role="listbox" aria-label=${label} aria-multiselectable=${many ? 'true' : nothing}>
        ${items.map((item) => this.#item(item, 'option'))}
      </div>
      ${items.length === 0 ? html`<div class="menu-none" role="status">${none}</div>` : nothing}`;
  }

  #item(item: MenuItem, role: 'menuitem' | 'option'): TemplateResult {
    if (item === 'separator') return html`<hr role=${role === 'option' ? 'presentation' : 'separator'} />`;
    if ('head' in item) return html`<div class="menu-head" role="presentation">${item.head}</div>`;
    const checkable = item.checked !== undefined;
    const kind = role === 'option' || !checkable ? role : item.radio ? 'menuitemradio' : 'menuitemcheckbox';
    const why = item.disabled;
    return html`<button
      class="menu-item ${role === 'option' && item.id === this.#active ? 'is-active' : ''}"
      type="button"
      id="menu-${item.id}"
      role=${kind}
      tabindex="-1"
      data-id=${item.id}
      ?data-negative=${item.negative}
      aria-disabled=${why === undefined ? nothing : 'true'}
      aria-checked=${checkable && role !== 'option' ? (item.checked ? 'true' : 'false') : nothing}
      aria-selected=${role === 'option' ? ((item.checked ?? item.id === this.#active) ? 'true' : 'false') : nothing}
      @click=${() => this.#choose(item)}
      @pointermove=${role === 'menuitem' ? focusUnderPointer : nothing}
    >
      ${checkable ? html`<span class=${item.radio ? 'tick' : 'tick tick--box'} ?data-on=${item.checked}>${item.checked ? icon(icons.check, { size: 'sm' }) : nothing}</span>` : nothing}
      ${item.lead ? html`<span class="menu-lead" aria-hidden="true">${item.lead}</span>` : item.icon ? icon(item.icon) : nothing}
      <span class="grow"><bdi>${item.label}</bdi>${why ? html`<span class="why">${why}</span>` : nothing}</span>
      ${item.count === undefined ? nothing : html`<span class="count end">${item.count}</span>`}
      ${item.kbd ? html`<kbd aria-hidden="true">${item.kbd}</kbd>` : nothing}
    </button>`;
  }

  #choose(item: MenuAction): void {
    if (item.disabled !== undefined) return;
    const keep = item.keepOpen ?? (item.checked !== undefined && !item.radio);
    const onSelect = this.#menu?.onSelect;
    // Closed first: what the item does may open something else, or take the focus along.
    if (!keep) this.close();
    item.run?.();
    onSelect?.(item.id);
    if (keep) this.draw();
  }

  readonly #narrow = (event: InputEvent): void => {
    this.#query = (event.target as HTMLInputElement).value;
    this.#active = moveActive(this.#items(), undefined, 'ArrowDown');
    this.draw();
  };

  #menuKey(event: KeyboardEvent): void {
    const pop = this.element;
    if (!pop) return;
    if (event.key === 'Tab') return this.close();
    if (moveFocus(pop, event.key) || typeAhead(pop, event)) event.preventDefault();
  }

  #filterKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Tab') return this.close();
    const items = this.#items();
    const next = moveActive(items, this.#active, event.key);
    if (next !== undefined) {
      this.#active = next;
      this.draw();
      this.element?.querySelector('.is-active')?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      const item = items.find(
        (each): each is MenuAction => typeof each === 'object' && 'id' in each && each.id === this.#active,
      );
      if (item) this.#choose(item);
    } else return;
    event.preventDefault();
  }
}

function focusUnderPointer(event: PointerEvent): void {
  if (event.pointerType === 'mouse') (event.currentTarget as HTMLElement).focus({ preventScroll: true });
}
