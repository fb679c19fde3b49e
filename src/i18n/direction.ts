const rightToLeft = /^(?:arc?|ckb|dv|fa|he|iw|nqo|ps|sd|syr|ug|ur|yi)$/;
const rightToLeftScripts = /^(?:adlm|arab|hebr|mand|nkoo|rohg|syrc|thaa)$/;

/** Which way a language is written. Own list: `Intl.Locale` knows it by two names, and in Firefox by none. */
export function direction(lang: string): 'ltr' | 'rtl' {
  const [language = '', script = ''] = lang.toLowerCase().replaceAll('_', '-').split('-');
  const known = script.length === 4 ? rightToLeftScripts.test(script) : rightToLeft.test(language);
  return known ? 'rtl' : 'ltr';
}
