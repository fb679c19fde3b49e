/**
 * "Records were here": a mark outside IndexedDB, so that an emptied database (browsers delete what was not visited for
 * days) is told from a new one. Where there is no local storage there is no mark, and nothing breaks.
 */
export interface Marker {
  isSet(): boolean;
  set(): void;
  clear(): void;
}

/** @param storage in tests; the browser's own local storage where left out */
export function markerOf(name: string, storage: () => Storage = () => localStorage): Marker {
  const key = `crm-elements:${name}`;
  const attempt = <T>(touch: (storage: Storage) => T, otherwise: T): T => {
    try {
      return touch(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    isSet: () => attempt((place) => place.getItem(key) !== null, false),
    // Asked for with every commit. Writing what is there already would be told to every other tab.
    set: () => attempt((place) => place.getItem(key) ?? place.setItem(key, 'records'), undefined),
    clear: () => attempt((place) => place.removeItem(key), undefined),
  };
}
