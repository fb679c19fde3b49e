import { digitsOf } from './fold.js';

/**
 * Phone numbers as they are dialled from anywhere (E.164), so that the national and the international spelling of one number are
 * the same. Only for comparing: nothing is said about whether there is such a number, and what cannot be read stays its digits.
 */
export interface DialledNumber {
  /** The calling code of the country, without `+`; '' = not known. */
  readonly code: string;
  /** What is dialled within the country, without the prefix of long distance. */
  readonly national: string;
  /** Dialled when somebody answers; '' = none. */
  readonly extension: string;
}

/** Calling codes and who has them (ISO 3166), as the ITU lists them (E.164, annex of 2024). */
const table =
  '1 US CA AG AI AS BB BM BS DM DO GD GU JM KN KY LC MP MS PR SX TC TT VC VG VI,7 RU KZ,20 EG,27 ZA,30 GR,31 NL,32 BE,33 FR,34 ES,36 HU,39 IT VA,40 RO,41 CH,43 AT,44 GB GG IM JE,45 DK,46 SE,47 NO SJ,48 PL,49 DE,51 PE,52 MX,53 CU,54 AR,55 BR,56 CL,57 CO,58 VE,60 MY,61 AU CC CX,62 ID,63 PH,64 NZ,65 SG,66 TH,81 JP,82 KR,84 VN,86 CN,90 TR,91 IN,92 PK,93 AF,94 LK,95 MM,98 IR,211 SS,212 MA EH,213 DZ,216 TN,218 LY,220 GM,221 SN,222 MR,223 ML,224 GN,225 CI,226 BF,227 NE,228 TG,229 BJ,230 MU,231 LR,232 SL,233 GH,234 NG,235 TD,236 CF,237 CM,238 CV,239 ST,240 GQ,241 GA,242 CG,243 CD,244 AO,245 GW,246 IO,247 AC,248 SC,249 SD,250 RW,251 ET,252 SO,253 DJ,254 KE,255 TZ,256 UG,257 BI,258 MZ,260 ZM,261 MG,262 RE YT,263 ZW,264 NA,265 MW,266 LS,267 BW,268 SZ,269 KM,290 SH TA,291 ER,297 AW,298 FO,299 GL,350 GI,351 PT,352 LU,353 IE,354 IS,355 AL,356 MT,357 CY,358 FI AX,359 BG,370 LT,371 LV,372 EE,373 MD,374 AM,375 BY,376 AD,377 MC,378 SM,380 UA,381 RS,382 ME,383 XK,385 HR,386 SI,387 BA,389 MK,420 CZ,421 SK,423 LI,500 FK,501 BZ,502 GT,503 SV,504 HN,505 NI,506 CR,507 PA,508 PM,509 HT,590 GP BL MF,591 BO,592 GY,593 EC,594 GF,595 PY,596 MQ,597 SR,598 UY,599 CW BQ,670 TL,672 NF,673 BN,674 NR,675 PG,676 TO,677 SB,678 VU,679 FJ,680 PW,681 WF,682 CK,683 NU,685 WS,686 KI,687 NC,688 TV,689 PF,690 TK,691 FM,692 MH,800,808,850 KP,852 HK,853 MO,855 KH,856 LA,870,878,880 BD,881,882,883,886 TW,888,960 MV,961 LB,962 JO,963 SY,964 IQ,965 KW,966 SA,967 YE,968 OM,970 PS,971 AE,972 IL,973 BH,974 QA,975 BT,976 MN,977 NP,979,992 TJ,993 TM,994 AZ,995 GE,996 KG,998 UZ';

/** Codes within which nothing is dialled before a number: a zero at its beginning is its own. */
const bare = new Set(
  '30 34 39 45 47 48 52 65 216 221 222 223 225 226 227 228 229 235 236 237 238 239 240 241 242 245 248 253 257 268 269 297 298 299 350 351 352 354 356 357 371 372 376 377 378 420 500 501 502 503 504 505 506 507 508 509 599 673 674 675 676 677 678 679 680 682 683 685 686 687 688 689 690 691 692 852 853 965 968 973 974 975'.split(
    ' ',
  ),
);
/** What is dialled before a number within a country, where it is not a zero. */
const trunks: Readonly<Record<string, string>> = { '1': '1', '7': '8', '36': '06', '375': '80', '370': '8' };
/** What is dialled to leave a country, where it is not two zeros alone. */
const exits: Readonly<Record<string, readonly string[]>> = {
  '1': ['011'],
  '7': ['810'],
  '61': ['0011'],
  '81': ['010'],
  '375': ['810'],
};

let codes: ReadonlyMap<string, string> | undefined;
let used: ReadonlySet<string> | undefined;

function read(): void {
  const rows = table.split(',').map((row) => row.split(' '));
  used = new Set(rows.map(([code]) => code!));
  codes = new Map(rows.flatMap(([code, ...countries]) => countries.map((country) => [country, code!] as const)));
}

/** @param country ISO 3166, two letters. @returns without `+`; undefined = no such country */
export function callingCode(country: string): string | undefined {
  if (codes === undefined) read();
  return codes?.get(country);
}

/**
 * @param text as people write it
 * @param country of whoever writes numbers without their country's code; null = not known: those stay their digits
 */
export function dialled(text: string, country: string | null = null): DialledNumber {
  return dialledWithin(text, country === null ? undefined : callingCode(country));
}

/** @param home the calling code of where it is dialled */
function dialledWithin(text: string, home: string | undefined): DialledNumber {
  if (used === undefined) read();
  const [, main = '', extra = ''] = /^(.*?)(?:\s*(?:;ext=|ext|extension|dahili|x|#)[.:\s]*(\d{1,6})\s*)?$/isu.exec(
    text,
  )!;
  const extension = digitsOf(extra);
  const abroad = /^[\s(]*[+＋]/u.test(main);
  // `+49 (0)30`: what is left out from abroad.
  const digits = digitsOf(abroad || /^[\s(]*00/u.test(main) ? main.replace(/\(\s*0\s*\)/gu, '') : main);
  if (abroad) return international(digits, extension);
  for (const exit of [...((home && exits[home]) ?? []), '00'])
    if (digits.startsWith(exit)) return international(digits.slice(exit.length), extension);
  if (home === undefined) return { code: '', national: digits.replace(/^0+/, ''), extension };
  const trunk = trunkOf(home);
  if (trunk !== '' && digits.startsWith(trunk) && digits.length > trunk.length + 5)
    return { code: home, national: digits.slice(trunk.length), extension };
  // The code without its `+`: longer than what is dialled at home.
  if (digits.startsWith(home) && digits.length >= 11) return international(digits, extension);
  return { code: home, national: digits, extension };
}

/** Nothing shorter is taken for a whole number. */
const WHOLE = 6;

/** It says of which country it is. */
function isInternational(text: string): boolean {
  return dialled(text).code !== '';
}

/** Are they one number, of which only the first says its country, and the other one is as it is dialled there? */
export function isSameAtHome(international: string, text: string): boolean {
  const far = dialled(international);
  if (far.code === '' || isInternational(text)) return false;
  const near = dialledWithin(text, far.code);
  return (
    near.national.length >= WHOLE &&
    near.code === far.code &&
    near.national === far.national &&
    near.extension === far.extension
  );
}

/** What a number is looked for by, however it is written where it is found: its digits as they are dialled at home. */
export function soughtNumber(text: string, country: string | null): string {
  const { national } = dialled(text, country);
  return national.length >= WHOLE ? national : text;
}

function international(digits: string, extension: string): DialledNumber {
  for (const length of [1, 2, 3]) {
    const code = digits.slice(0, length);
    if (!used!.has(code)) continue;
    const rest = digits.slice(length);
    const trunk = trunkOf(code);
    // Where long distance begins with a zero no number does.
    return { code, national: trunk === '0' ? rest.replace(/^0+/, '') : rest, extension };
  }
  return { code: '', national: digits, extension };
}

function trunkOf(code: string): string {
  return bare.has(code) ? '' : (trunks[code] ?? '0');
}

/**
 * Which country numbers without a code are of: the region that the language is written for, that whose currency is reckoned in, or
 * that in which nearly everybody who speaks the language lives.
 * @returns null = cannot be said
 */
export function homeCountry(lang: string, currency: string | null): string | null {
  const region = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(lang)?.[1]?.toUpperCase();
  if (region !== undefined && callingCode(region) !== undefined) return region;
  const coined = currency?.slice(0, 2) ?? '';
  if (coined !== 'EU' && coined !== '' && callingCode(coined) !== undefined) return coined;
  return spoken[lang.slice(0, 2).toLowerCase()] ?? null;
}

const spoken: Readonly<Record<string, string>> = {
  tr: 'TR',
  de: 'DE',
  it: 'IT',
  pl: 'PL',
  cs: 'CZ',
  da: 'DK',
  sv: 'SE',
  fi: 'FI',
  nb: 'NO',
  nl: 'NL',
  el: 'GR',
  hu: 'HU',
  ro: 'RO',
  bg: 'BG',
  uk: 'UA',
  ja: 'JP',
  ko: 'KR',
  vi: 'VN',
  th: 'TH',
  id: 'ID',
  he: 'IL',
  fa: 'IR',
};
