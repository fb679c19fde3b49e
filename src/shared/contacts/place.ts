import type { common } from '../../i18n/en/common.js';
import type { contacts } from '../../i18n/en/contacts.js';
import type { detail } from '../../i18n/en/detail.js';
import type { Commands } from '../commands.js';
import type { Dialog } from '../dialog.js';
import type { Localize } from '../localize.js';
import type { CrmHost, StoreController } from '../store-controller.js';

/** The view in which persons and organizations are added. */
export interface ContactPlace {
  readonly host: CrmHost;
  readonly crm: StoreController;
  readonly commands: Commands;
  readonly words: Localize<{ common: typeof common; contacts: typeof contacts; detail: typeof detail }>;
}

/** The dialogs of the view. */
export interface ContactDialogs {
  readonly dialog: Dialog;
  /** Asks over it. */
  readonly question: Dialog;
  /** Where the focus goes if what opened the dialog has gone. */
  readonly returnTo?: (() => HTMLElement | null | undefined) | undefined;
}
