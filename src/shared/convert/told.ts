import type { Outcome } from '../../domain/plan.js';
import { common } from '../../i18n/en/common.js';
import { convert } from '../../i18n/en/convert.js';
import { outcome as outcomeWords } from '../../i18n/en/outcome.js';
import type { Commands } from '../commands.js';
import type { Dialog } from '../dialog.js';
import * as icons from '../icons.js';
import type { Localize } from '../localize.js';
import { openRecord } from '../open-record.js';
import type { CrmHost, StoreController } from '../store-controller.js';
import { receiptsOf } from './names.js';
import { userName } from './parts.js';
import type { ConvertResult, ConvertSession } from './session.js';

/** The English areas that the dialog speaks from; its controller's `Localize` brings them in the reader's language. */
export const words = { common, convert, outcome: outcomeWords };

/** What the dialog is made of, from the element that shows it. */
export interface ConvertParts {
  readonly host: CrmHost;
  readonly crm: StoreController;
  readonly commands: Commands;
  readonly dialog: Dialog;
  readonly words: Localize<typeof words>;
}

/** One lead is a deal now: a toast with both ways on. */
export function toastConverted(
  { crm, commands, words }: ConvertParts,
  session: ConvertSession,
  result: ConvertResult,
  { dealId, title }: Outcome,
): void {
  const t = (): typeof convert => words.t.convert;
  const isNew = session.draft.join === null;
  const text = (): string => (isNew ? t().toastMade(title) : t().toastJoined(title));
  const open =
    dealId === undefined ? [] : [{ label: () => t().openDeal, run: () => void openRecord(crm, 'deal', dealId) }];
  const undo = result.canUndo
    ? [{ label: () => words.t.common.undo, icon: icons.undo, run: () => void commands.takeBack(result) }]
    : [];
  commands.toast({ text, icon: icons.check, actions: [...open, ...undo], about: result.plan.id });
}

/** Who was first: "Maya Okafor converted this lead two minutes ago.", and what the leads were called. */
export async function whoConverted({ words: localize }: ConvertParts, session: ConvertSession): Promise<void> {
  const { store } = session;
  const receipts = await receiptsOf(store, session.plan);
  for (const { id, lead } of receipts) session.titles.set(id, lead.title);
  const [receipt] = receipts;
  if (session.many || !receipt) return;
  const when = localize.format.ago(receipt.createdAt, Date.parse(store.now()));
  const t = localize.t.convert;
  const who = userName(session, receipt.userId, '');
  session.converted =
    receipt.userId === store.settings.user.id ? t.alreadyYou(when) : who ? t.alreadyBy(who, when) : '';
}
