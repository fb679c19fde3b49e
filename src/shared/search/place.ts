import type { Id } from '../../domain/records.js';
import type { common } from '../../i18n/en/common.js';
import type { Dialog } from '../dialog.js';
import type { Localize } from '../localize.js';
import type { CrmHost, StoreController } from '../store-controller.js';

/** The view in which everything is searched. */
export interface SearchPlace {
  readonly host: CrmHost;
  readonly crm: StoreController;
  readonly dialog: Dialog;
  readonly words: Localize<{ common: typeof common }>;
  /** Shows what was chosen. */
  readonly open: (kind: 'lead' | 'deal', id: Id) => void;
  /** Where the focus goes if what opened the dialog has gone. */
  readonly returnTo?: (() => HTMLElement | null | undefined) | undefined;
}
