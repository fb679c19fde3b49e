import { DEFAULT_USER } from '../domain/default-user.js';
import { defaultProfile } from '../domain/profile.js';
import type { StoreOptions, StoreSettings } from './api.js';
import { localZone } from './clock.js';

/** Locally there is one user. Its name is empty: the elements say "You" in their language. */
export const localUser = { id: DEFAULT_USER, name: '' } as const;

export function settingsOf(options: Omit<StoreOptions, 'adapter'>): StoreSettings {
  return {
    user: options.user ?? localUser,
    timeZone: options.timeZone ?? localZone(),
    currency: options.currency ?? 'EUR',
    profile: options.profile ?? defaultProfile,
    can: options.can ?? (() => true),
    keepReceipts: options.keepReceipts ?? 30,
  };
}
