import type { Summary } from '../../domain/query.js';
import { Sum } from '../../domain/totals.js';
import type { BoardModel } from './model.js';

/** The stages added up; undefined until each is known. */
export function overall(model: BoardModel): Pick<Summary, 'count' | 'sums'> | undefined {
  const sum = new Sum();
  let count = 0;
  for (const stage of model.stages) {
    const summary = model.summaries()?.of(stage.id);
    if (!summary) return undefined;
    count += summary.count;
    for (const money of summary.sums) sum.add(money);
  }
  return model.stages.length === 0 ? undefined : { count, sums: sum.sums };
}
