/**
 * Which country numbers without a code are of: the region that the language is written for, that whose currency is reckoned in, or
 * that in which nearly everybody who speaks the language lives.
 * @param lang BCP 47
 * @param currency ISO 4217
 * @returns ISO 3166, two letters; null = cannot be said
 */
export function homeCountry(lang: string, currency: string | null): string | null {
  const locale = localeOf(lang);
  if (locale?.region?.length === 2) return locale.region;
  // The first letters of a currency are those of its country, but for those that several share.
  const coined = /^(?!X|EU|AN)[A-Z]{2}/.exec(currency ?? '')?.[0];
  if (coined !== undefined) return coined;
  return locale === null || spread.has(locale.language) ? null : (locale.maximize().region ?? null);
}

/** Languages that are spoken in many countries: they say nothing about which. */
const spread = new Set(['ar', 'en', 'es', 'fr', 'pt', 'sw', 'zh']);

function localeOf(lang: string): Intl.Locale | null {
  try {
    return new Intl.Locale(lang);
  } catch {
    return null;
  }
}
