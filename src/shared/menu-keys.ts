import type { MenuAction, MenuItem } from './menu-items.js';

/** Items whose words hold what was typed, whatever the case and accents; heads and lines go while one searches. */
export function filterMenu(items: readonly MenuItem[], query: string): readonly MenuItem[] {
  const wanted = plain(query.trim());
  return wanted ? items.filter((item) => isAction(item) && plain(item.label).includes(wanted)) : items;
}

/** The next option of a filtered menu for a key, or undefined where the key means something else. */
export function moveActive(items: readonly MenuItem[], active: string | undefined, key: string): string | undefined {
  const ids = items.filter(isAction).map((item) => item.id);
  const at = active === undefined ? -1 : ids.indexOf(active);
  if (key === 'ArrowDown') return ids[(at + 1) % ids.length];
  if (key === 'ArrowUp') return ids[(at <= 0 ? ids.length : at) - 1];
  return undefined;
}

/** Moves the focus among the items of a menu. True: the key was one of ours. */
export function moveFocus(menu: HTMLElement, key: string): boolean {
  const items = itemsOf(menu);
  // Not by `:focus`, which Safari matches in the window in front only.
  const { activeElement } = menu.getRootNode() as Document | ShadowRoot;
  const at = items.findIndex((item) => item === activeElement);
  const next = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at <= 0 ? items.length : at) - 1,
    Home: 0,
    End: items.length - 1,
  }[key];
  if (next === undefined) return false;
  items[next]?.focus();
  return true;
}

let typed = '';
let typedAt = 0;

/** Letters typed within a second lead to the item that starts with them. True: the key was a letter. */
export function typeAhead(menu: HTMLElement, event: KeyboardEvent): boolean {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return false;
  typed = event.timeStamp - typedAt < 1000 ? typed + event.key : event.key;
  typedAt = event.timeStamp;
  const items = itemsOf(menu);
  // Not by `:focus`, which Safari matches in the window in front only.
  const { activeElement } = menu.getRootNode() as Document | ShadowRoot;
  const at = items.findIndex((item) => item === activeElement);
  // One letter goes on to the next one; a longer word may stay where it is.
  const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  if (typed.length > 1 && at >= 0) order.unshift(items[at]!);
  order.find((item) => plain(item.querySelector('bdi')?.textContent ?? '').startsWith(plain(typed)))?.focus();
  return true;
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];
}

function isAction(item: MenuItem): item is MenuAction {
  return typeof item === 'object' && 'id' in item;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\u0131/g, 'i')
    .toLowerCase()
    .replace(/\p{M}/gu, '');
}
