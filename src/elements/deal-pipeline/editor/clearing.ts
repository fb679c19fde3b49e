import { asCrmError } from '../../../domain/errors.js';
import type { Where } from '../../../domain/query.js';
import type { Id } from '../../../domain/records.js';
import { outcome } from '../../../i18n/en/outcome.js';
import { wordsOf } from '../../../i18n/words.js';
import { errorWords, reasonWords, vetoWords } from '../../../shared/outcome-words.js';
import type { BoardModel } from '../model.js';
import { intendFrom } from '../../../shared/intend.js';

/** All deals that stand somewhere, won and lost ones and archived ones too. @throws CrmError */
export function dealsIn(model: BoardModel, field: 'stageId' | 'pipelineId', id: Id): Promise<readonly Id[]> {
  const where: Where = { field, op: 'is', value: id };
  return model.store?.ids({ kind: 'deal', where }) ?? Promise.resolve([]);
}

/**
 * Moves deals out of what is going to be deleted, some at a time.
 * @param told how far it is
 * @returns '' where all of them have moved; else why the first that stayed did, with how many there are
 */
export async function clear(
  model: BoardModel,
  ids: readonly Id[],
  stageId: Id,
  told: (done: number) => void,
): Promise<{ readonly stayed: number; readonly why: string }> {
  const words = wordsOf('outcome', outcome, model.words.lang);
  if (ids.length === 0) return { stayed: 0, why: '' };
  let why = '';
  try {
    const result = await intendFrom(
      model.crm,
      'deals-move',
      { ids, stageId, closing: true },
      { onVeto: (veto) => (why = vetoWords(veto, words)), onProgress: (done) => told(done) },
    );
    const stayed = result?.outcomes.filter(({ state }) => state !== 'done') ?? [];
    if (stayed[0]) why = reasonWords(stayed[0], words, (field) => model.commands.fieldName(field));
    return { stayed: result ? stayed.length : ids.length, why };
  } catch (thrown) {
    return { stayed: ids.length, why: errorWords(asCrmError(thrown), words) };
  }
}
