import type { Id } from '../domain/records.js';
import type { CrmStore } from '../store/api.js';
import { avatar } from './avatar.js';
import * as icons from './icons.js';
import type { MenuItem } from './menu.js';

/** Everybody who can own a record now, and nobody. @param words what people call themselves, and a record without an owner */
export function ownerItems(
  store: CrmStore | null,
  words: { readonly you: string; readonly nobody: string },
  give: (ownerId: Id | null) => void,
): readonly MenuItem[] {
  const users = store?.directory.users.filter(({ active }) => active) ?? [];
  return [
    ...users.map((user): MenuItem => ({
      id: user.id,
      label: user.name || words.you,
      lead: avatar(user.name || words.you, user.id, { small: true }),
      run: () => give(user.id),
    })),
    'separator',
    { id: 'nobody', label: words.nobody, icon: icons.x, run: () => give(null) },
  ];
}
