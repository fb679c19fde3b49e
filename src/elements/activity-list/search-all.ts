import { Code } from '../../shared/code.js';
import type { Dialog } from '../../shared/dialog.js';
import { openRecord } from '../../shared/open-record.js';
import { withPart } from '../../shared/with-part.js';
import type { AgendaModel } from './model.js';

const searchCode = new Code(() => import('../../shared/search/search.js'));

/** One search over leads, deals, persons and organizations. That its code cannot be fetched is told, and nothing else happens. */
export async function lateSearch(model: AgendaModel, dialog: Dialog): Promise<void> {
  const { host, crm, words, commands } = model;
  await withPart(
    host,
    searchCode,
    () => commands.say(() => model.t.common.loadFailed),
    ({ openSearch }) => openSearch({ host, crm, dialog, words, open: (kind, id) => void openRecord(crm, kind, id) }),
  );
}
