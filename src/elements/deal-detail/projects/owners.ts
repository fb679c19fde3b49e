import type { Id } from '../../../domain/records.js';
import { avatar } from '../../../shared/avatar.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import * as icons from '../../../shared/icons.js';
import type { MenuItem } from '../../../shared/menu.js';

/** Users to choose from; nobody is one of the answers. */
export function ownerItems(
  model: DetailModel,
  ownerId: Id | null,
  choose: (id: Id | null) => void,
): readonly MenuItem[] {
  const { t } = model;
  const users = model.store?.directory.users.filter(({ id, active }) => active || id === ownerId) ?? [];
  return [
    ...users.map((user): MenuItem => ({
      id: user.id,
      label: user.name || t.common.you,
      lead: avatar(user.name || t.common.you, user.id, { small: true }),
      checked: user.id === ownerId,
      radio: true,
      run: () => choose(user.id),
    })),
    'separator',
    { id: 'nobody', label: t.detail.noOwner, icon: icons.x, run: () => choose(null) },
  ];
}
