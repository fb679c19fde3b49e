import type { Menu, MenuItem } from '../../shared/menu.js';
import type { BoardModel } from './model.js';
import { boardOrders, isDescending, nameOf, orderName } from './order.js';
import type { BoardDirection, BoardOrder } from './order.js';

/** What the cards are sorted by; the direction is told where it is not the usual one. */
export function orderSaid({ order, host, t }: BoardModel): string {
  const down = isDescending(order, host.direction);
  return down === isDescending(order, '') ? orderName(order, t) : t.pipeline.sortedSo(nameOf(order, t), down);
}

/** By what, and which way. */
export function openSort(menu: Menu, model: BoardModel, anchor: HTMLElement): void {
  menu.open(anchor, () => {
    const { t, order: now, host, layout } = model;
    const arrange = (order: BoardOrder, direction: BoardDirection) => (): void => {
      model.arrange({ order, direction });
      const name = nameOf(order, t);
      const so = order === 'rank' ? name : t.pipeline.sortedSo(name, isDescending(order, direction));
      model.say(t.pipeline.sortedNow(so));
    };
    const way = (direction: 'ascending' | 'descending'): MenuItem => ({
      id: direction,
      label: t.pipeline[direction],
      radio: true,
      checked: isDescending(now, host.direction) === (direction === 'descending'),
      disabled: model.byHand ? t.pipeline.handHasNoWay : undefined,
      run: arrange(now, direction),
    });
    return {
      label: t.pipeline.sortHead,
      align: 'end',
      items: [
        { head: t.pipeline.sortHead },
        // By hand there is a place in a stage, and only there.
        ...boardOrders
          .filter((order) => order !== 'rank' || !layout)
          .map((order) => ({
            id: order,
            label: nameOf(order, t),
            radio: true,
            checked: now === order,
            run: arrange(order, order === now ? host.direction : ''),
          })),
        'separator',
        way('ascending'),
        way('descending'),
      ],
    };
  });
}
