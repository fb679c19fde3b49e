/** ISO 4217 codes in use; a word that is none is no currency. */
const codes: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP ' +
    'CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY ' +
    'KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK ' +
    'NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT ' +
    'TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
);

/** Signs and words of one currency. */
const signs: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['EURO', 'EUR'],
  ['EUROS', 'EUR'],
  ['£', 'GBP'],
  ['₺', 'TRY'],
  ['TL', 'TRY'],
  ['YTL', 'TRY'],
  ['LIRA', 'TRY'],
  ['₹', 'INR'],
  ['RS', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₴', 'UAH'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['₸', 'KZT'],
  ['₼', 'AZN'],
  ['₾', 'GEL'],
  ['₡', 'CRC'],
  ['₲', 'PYG'],
  ['₵', 'GHS'],
  ['₭', 'LAK'],
  ['₮', 'MNT'],
  ['৳', 'BDT'],
  ['ZŁ', 'PLN'],
  ['KČ', 'CZK'],
  ['FT', 'HUF'],
  ['LEI', 'RON'],
  ['LEU', 'RON'],
  ['LEK', 'ALL'],
  ['DIN', 'RSD'],
  ['ЛВ', 'BGN'],
  ['РУБ', 'RUB'],
  ['ГРН', 'UAH'],
  ['ДЕН', 'MKD'],
  ['ДИН', 'RSD'],
  ['RP', 'IDR'],
  ['RM', 'MYR'],
  ['R', 'ZAR'],
  ['FCFA', 'XOF'],
  ['KSH', 'KES'],
  ['TSH', 'TZS'],
  ['USH', 'UGX'],
  ['FR', 'CHF'],
  ['SFR', 'CHF'],
  ['R$', 'BRL'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['MX$', 'MXN'],
  ['NT$', 'TWD'],
  ['元', 'CNY'],
  ['円', 'JPY'],
  ['원', 'KRW'],
  ['บาท', 'THB'],
]);

/** Signs that several currencies share, those most likely first; the column's or the default currency decides where it is one of them. */
const sharedSigns: ReadonlyMap<string, readonly string[]> = new Map([
  ['$', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP', 'TWD']],
  ['DOLLAR', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD']],
  ['DOLLARS', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD']],
  ['POUND', ['GBP', 'EGP']],
  ['POUNDS', ['GBP', 'EGP']],
  ['¥', ['JPY', 'CNY']],
  ['KR', ['SEK', 'NOK', 'DKK', 'ISK']],
]);

/**
 * The currency a word or sign stands for.
 * @returns an ISO code; `''` for a sign that several share and nothing decides ("kr"); null for what is no currency
 */
export function currencyOf(text: string, preferred: string | null): string | null {
  if (codes.has(text)) return text;
  const sign = text.trim().replace(/\.$/, '').toUpperCase();
  if (codes.has(sign)) return sign;
  const one = signs.get(sign);
  if (one !== undefined) return one;
  const several = sharedSigns.get(sign);
  if (several === undefined) return null;
  if (preferred !== null && several.includes(preferred)) return preferred;
  return sign === 'KR' ? '' : several[0]!;
}
