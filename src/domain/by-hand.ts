/** What a lead or deal says about itself when a person typed it in. */
export const BY_HAND = { sourceName: 'Manually created', origin: 'manual' } as const;
