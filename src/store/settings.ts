import { DEFAULT_USER } from '../domain/default-user.js';
import { defaultProfile } from '../domain/profile.js';
import type { StoreSettings } from './api.js';
import { localZone } from './clock.js';

/** Locally there is one user. Its name is empty: the elements say "You" in their language. */
export const localUser = { id: DEFAULT_USER, name: '' } as const;

export const settingNames = ['user', 'timeZone', 'currency', 'profile', 'can', 'keepReceipts', 'rates'] as const;

type Given = { readonly [N in keyof StoreSettings]?: StoreSettings[N] | null | undefined };

/**
 * Those that were given: an empty text, or a number of days that is none, is not; no days at all are. null says something
 * of rates alone: there are none any more.
 */
export function settingsIn(given: Given): Partial<StoreSettings> {
  return Object.fromEntries(
    settingNames
      .map((name) => [name, given[name]] as const)
      .filter(([name, value]) => (value && value !== Infinity) || value === 0 || (value === null && name === 'rates')),
  );
}

export function settingsOf(options: Given): StoreSettings {
  return {
    user: localUser,
    // Asked of the browser where nobody says it: that takes a moment.
    timeZone: options.timeZone ?? localZone(),
    currency: 'EUR',
    profile: defaultProfile,
    can: () => true,
    keepReceipts: 30,
    ...settingsIn(options),
  };
}
