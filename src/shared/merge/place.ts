import type { MergeKind } from '../../domain/plan.js';
import type { Id } from '../../domain/records.js';
import type { common } from '../../i18n/en/common.js';
import type { Commands } from '../commands.js';
import type { Dialog } from '../dialog.js';
import type { Localize } from '../localize.js';
import type { CrmHost, StoreController } from '../store-controller.js';

/** The view in which records are merged. */
export interface MergePlace {
  readonly host: CrmHost;
  readonly crm: StoreController;
  readonly commands: Commands;
  readonly dialog: Dialog;
  readonly words: Localize<{ common: typeof common }>;
  /** What people call a record without a title. */
  readonly untitled: string;
}

export interface MergeOptions {
  readonly kind: MergeKind;
  readonly ids: readonly Id[];
  /** Where the focus goes if what opened the dialog has gone. */
  readonly returnTo?: (() => HTMLElement | null | undefined) | undefined;
}
