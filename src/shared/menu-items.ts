import type { TemplateResult } from 'lit';
import type { Drawing } from './icons.js';

/** Something to choose. */
export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: Drawing | undefined;
  /** Drawn in the icon's place: a label's dot, an avatar. */
  readonly lead?: TemplateResult | undefined;
  /** The shortcut that does the same, as shown. */
  readonly kbd?: string | undefined;
  readonly count?: string | undefined;
  /** Given: the item is a checkbox, or one of a choice if `radio`. */
  readonly checked?: boolean | undefined;
  readonly radio?: boolean | undefined;
  readonly negative?: boolean | undefined;
  /** Why it cannot be chosen now. The item stays, dashed, and says it. */
  readonly disabled?: string | undefined;
  readonly run?: (() => void) | undefined;
  /** Choosing it leaves the menu open. Default: true for checkboxes. */
  readonly keepOpen?: boolean | undefined;
}
export type MenuItem = MenuAction | { readonly head: string } | 'separator';
