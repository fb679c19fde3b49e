import type { Id } from '../../domain/records.js';
import { avatar } from '../../shared/avatar.js';
import type { Menu } from '../../shared/menu.js';
import { isOwners } from './model.js';
import type { BoardModel } from './model.js';

/** Whose deals the board shows. */
export function openOwners(menu: Menu, model: BoardModel, anchor: HTMLElement): void {
  menu.open(anchor, () => {
    const { t, host } = model;
    const users = model.store?.directory.users ?? [];
    const now = host.filter.find(isOwners);
    const chosen = (value: Id | null): boolean => Array.isArray(now?.value) && now.value.includes(value);
    const choose = (value: Id | null | undefined) => (): void => {
      const rest = host.filter.filter((one) => !isOwners(one));
      model.arrange({ filter: value === undefined ? rest : [{ field: 'ownerId', op: 'in', value: [value] }, ...rest] });
    };
    return {
      label: t.common.owner,
      align: 'end',
      filter: users.length > 12 ? t.common.findOf(t.common.owner) : undefined,
      nothing: t.common.nothingFound,
      items: [
        { id: 'everyone', label: t.pipeline.everyone, radio: true, checked: !now, run: choose(undefined) },
        'separator',
        ...users.map((user) => ({
          id: user.id,
          label: user.name || t.common.you,
          radio: true,
          checked: chosen(user.id),
          lead: avatar(user.name || t.common.you, user.id, { small: true }),
          run: choose(user.id),
        })),
        { id: 'nobody', label: t.pipeline.noOwner, radio: true, checked: chosen(null), run: choose(null) },
      ],
    };
  });
}
