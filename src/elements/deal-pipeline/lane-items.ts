import type { Deal, Id } from '../../domain/records.js';
import type { MenuItem } from '../../shared/menu.js';
import type { Lane } from './layout.js';
import type { BoardModel } from './model.js';

/** Where deals may go, for a menu. One where all of them are is no place to go to. */
export function laneItems(
  { t }: BoardModel,
  { moveTo }: { readonly moveTo: (deals: readonly Deal[], id: Id) => void },
  deals: readonly Deal[],
  lanes: readonly Lane[],
  laneOf: (deal: Deal) => Id,
): MenuItem[] {
  return lanes.map(({ id, name }) => {
    const here = deals.every((deal) => laneOf(deal) === id);
    return {
      id,
      label: name,
      radio: true,
      checked: here,
      ...(here ? { count: t.pipeline.now } : { run: () => moveTo(deals, id) }),
    };
  });
}
