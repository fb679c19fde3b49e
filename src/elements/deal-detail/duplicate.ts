import type { DetailModel } from '../../shared/detail/model.js';
import { openDeal } from '../../shared/detail/open-deal.js';
import { dealWords } from './words.js';

/** The open deal once more. The copy is opened: most often it is about to be changed. */
export async function duplicate(model: DetailModel, settle: () => void): Promise<void> {
  const { deal } = model;
  if (!deal || model.why('deal-duplicate') !== undefined) return;
  const title = dealWords(model).copyOf(model.title);
  const result = await model.run('deal-duplicate', { id: deal.id, title });
  const copy = result?.outcomes.find(({ state }) => state === 'done');
  // Somebody may have gone on to another one meanwhile.
  if (copy && model.id === deal.id) openDeal(model, copy.id);
  settle();
}
