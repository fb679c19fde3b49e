import type { CommandName } from '../../domain/plan.js';
import type { AnyRecord } from '../../domain/records.js';
import type { common } from '../../i18n/en/common.js';
import { fields } from '../../i18n/en/fields.js';
import type { Format } from '../../i18n/format.js';
import { wordsOf } from '../../i18n/words.js';
import type { Commands } from '../commands.js';
import type { Dialog } from '../dialog.js';
import type { CrmHost, StoreController } from '../store-controller.js';

export type FieldWords = typeof fields;

/** The view that the fields are managed in. */
export interface FieldsPlace {
  readonly host: CrmHost;
  readonly crm: StoreController;
  readonly commands: Commands;
  readonly dialog: Dialog;
  readonly words: {
    readonly lang: string;
    readonly format: Format;
    readonly t: { readonly common: typeof common };
  };
  /** Where the focus goes when what opened it has gone. */
  readonly returnTo: () => HTMLElement | null;
}

export function fieldWords(place: Pick<FieldsPlace, 'words'>): FieldWords {
  return wordsOf('fields', fields, place.words.lang);
}

/** Why the command is refused; null = it is not. */
export function refusal(
  { crm }: Pick<FieldsPlace, 'crm'>,
  words: string,
  name: CommandName,
  record: AnyRecord | null,
): string | null {
  const may = crm.store?.settings.can(name, record) ?? true;
  if (may === true) return null;
  return typeof may === 'string' && may !== '' ? may : words;
}

/** Rows may have moved, and the browser takes the focus from what moves. */
export function redraw({ host, dialog }: FieldsPlace): void {
  const had = host.shadowRoot?.activeElement;
  dialog.draw();
  if (had instanceof HTMLElement && had.isConnected && host.shadowRoot?.activeElement !== had) had.focus();
}
