import type { Id, Import } from '../../domain/records.js';
import { isExpired } from '../../domain/trash.js';
import type { LiveView } from '../../shared/live-view.js';
import type { common } from '../../i18n/en/common.js';
import type { import as importWords } from '../../i18n/en/import.js';
import type { importMore } from '../../i18n/en/import-more.js';
import type { Commands } from '../../shared/commands.js';
import type { ConfirmOptions, Dialog } from '../../shared/dialog.js';
import { intendFrom } from '../../shared/intend.js';
import type { Veto } from '../../shared/intent.js';
import { rowsOf } from '../../shared/rows-of.js';
import type { StoreController } from '../../shared/store-controller.js';
import type { LiveList } from '../../store/api.js';

/** Imports that are listed: who looks for one that is older than these goes by its leads. */
const most = 5;

/** What an import is taken back through. */
interface Way {
  readonly stores: StoreController;
  readonly commands: Commands;
}
interface Words {
  readonly common: typeof common;
  readonly import: typeof importWords;
  readonly importMore: typeof importMore;
}

/** What taking an import back has come to, in leads. */
export interface TakenBack {
  readonly gone: number;
  /** They were edited since. */
  readonly kept: number;
}

/**
 * Takes an import back by its receipt.
 * @returns null where the page stopped it, which is told
 * @throws CrmError
 */
export async function takeBack(
  { stores, commands }: Way,
  importId: Id,
  onProgress: (done: number, of: number) => void,
): Promise<TakenBack | null> {
  const onVeto = (veto: Veto): void => commands.stopped('import-undo', 1, veto);
  const result = await intendFrom(stores, 'import-undo', { importId }, { onProgress, onVeto });
  if (result === null) return null;
  const gone = result.outcomes.filter(({ state }) => state === 'done').length;
  return { gone, kept: result.outcomes.length - gone };
}

/** What was imported before, and can still be taken back: by whoever it was, in whichever tab. */
export class EarlierImports {
  /** The one that is being taken back. */
  working: { readonly id: Id; readonly done: number; readonly of: number } | null = null;
  /** The one that was taken back last. */
  back: (TakenBack & { readonly fileName: string }) | null = null;
  readonly #list: LiveView<LiveList<'import'>>;

  constructor(
    private readonly way: Way & { readonly t: Words },
    private readonly redraw: () => void,
  ) {
    this.#list = way.stores.live((store) => {
      const list = store.list({
        kind: 'import',
        where: { field: 'state', op: 'in', value: ['done', 'stopped'] },
        order: [{ field: 'createdAt', descending: true }],
      });
      list.setWindow(0, most);
      return list;
    });
  }

  /** Newest first. */
  get all(): readonly Import[] {
    const { store } = this.way.stores;
    if (!store) return [];
    return rowsOf(this.#list.value, most).filter(
      (row) => row.created + row.updated > 0 && !isExpired(row, store.now()),
    );
  }

  /** Takes one back, after a question: whoever finds it here has not just made it. What went wrong is told. */
  async undo(receipt: Import, question: Dialog): Promise<void> {
    const { id, fileName, created, updated } = receipt;
    const asked = (): ConfirmOptions => {
      const { common, import: words, importMore: t } = this.way.t;
      return {
        title: t.undoAsk(fileName),
        text: t.undoAskText(created + updated),
        action: words.undoImport,
        cancel: common.cancel,
        negative: true,
      };
    };
    if (question.isOpen || !(await question.confirm(asked))) return;
    this.back = null;
    this.#work({ id, done: 0, of: 0 });
    try {
      const taken = await takeBack(this.way, id, (done, of) => this.#work({ id, done, of }));
      if (taken) this.back = { ...taken, fileName };
    } catch (thrown) {
      this.way.commands.fail('import-undo', 1, thrown, () => void this.undo(receipt, question));
    } finally {
      this.#work(null);
    }
  }

  #work(working: EarlierImports['working']): void {
    this.working = working;
    this.redraw();
  }
}
