import type { Deal } from '../../domain/records.js';
import type { common } from '../../i18n/en/common.js';
import type { pipeline } from '../../i18n/en/pipeline.js';
import type { Format } from '../../i18n/format.js';
import type { CrmStore } from '../../store/api.js';
import type { Commands } from '../commands.js';
import type { Localize } from '../localize.js';
import type { StoreController } from '../store-controller.js';

/** The view in which something about a deal is asked: the board, or the open deal. */
export interface DealPlace {
  readonly store: CrmStore | null;
  readonly crm: StoreController;
  readonly commands: Commands;
  readonly words: Localize<{ common: typeof common }>;
  readonly t: { readonly common: typeof common; readonly pipeline: typeof pipeline };
  readonly format: Format;
  titleOf(deal: Deal): string;
}
