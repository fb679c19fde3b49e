import type { Change } from '../../domain/change.js';
import type { Id } from '../../domain/records.js';
import type { NewsOf } from '../../shared/table/news.js';
import type { ContactListModel } from './model.js';

/** What is told of the list: who was found, and who has been deleted. */
export function newsOf(model: ContactListModel): NewsOf {
  const gone = (changes: readonly Change[]): readonly Id[] =>
    changes.flatMap((change) => (change.op === 'delete' && change.kind === model.kind ? [change.id] : []));
  return {
    loading: () => model.t.common.loading,
    narrowing: () => (model.found ? JSON.stringify([model.found.words, model.segment]) : ''),
    results: (total) => model.t.common.results(total),
    leaving: (_command, changes) => gone(changes).length > 0,
    gone,
  };
}
