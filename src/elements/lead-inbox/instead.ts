import type { TemplateResult } from 'lit';
import type { Actions } from './actions.js';
import type { Counts } from './counts.js';
import type { Lazy } from './lazy.js';
import type { InboxModel } from './model.js';
import { causeOf, emptyState, errorState, noResults } from './states.js';

/** What stands in the list's place: nothing could be read, nothing is there, nothing matches. */
export function instead(model: InboxModel, actions: Actions, lazy: Lazy, counts: Counts): TemplateResult {
  const { list, stores } = model;
  if (stores.state === 'failed')
    return errorState(model, causeOf(model, stores.crm?.error ?? null), () => stores.crm?.retry());
  if (model.lost) return errorState(model, model.t.common.formulasLost, model.lost);
  if (list?.state === 'error') return errorState(model, causeOf(model, list.error), () => list.retry());
  const to = {
    noAdd: actions.why('lead-add', null),
    add: lazy.add,
    canImport: lazy.canImport(),
    importFile: lazy.importFile,
    restoreBackup: lazy.restoreBackup,
    keepDays: model.store?.settings.keepReceipts ?? 30,
  };
  if (!model.narrowed) return emptyState(model, to);
  void counts.lookElsewhere();
  return noResults(model, to);
}
