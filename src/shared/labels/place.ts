import type { common } from '../../i18n/en/common.js';
import { inboxMore } from '../../i18n/en/inbox-more.js';
import { wordsOf } from '../../i18n/words.js';
import type { CrmStore } from '../../store/api.js';
import type { Commands } from '../commands.js';

/** The view that the label panel is opened in. */
export interface LabelPlace {
  readonly host: HTMLElement & { readonly updateComplete: Promise<boolean> };
  readonly store: CrmStore | null;
  readonly commands: Commands;
  readonly words: { readonly lang: string };
  readonly t: { readonly common: typeof common };
  /** Draws the view again, and the panel with it. */
  update(): void;
}

/** The words of the panel, in the language of the view. */
export function labelWords(place: LabelPlace): typeof inboxMore {
  return wordsOf('inboxMore', inboxMore, place.words.lang);
}
