import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/min';
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

/**
 * @param text as people write it
 * @param country ISO 3166, two letters, of whoever writes numbers without their country's code; null = not known: those stay their
 *   digits, as do all within a country that there is not
 */
export function dialled(text: string, country: string | null = null): DialledNumber {
  return read(text, country === null ? {} : { defaultCountry: country as CountryCode });
}

/** Where it is dialled; nothing = not known. */
type Home = Pick<ParseOptions, 'defaultCountry' | 'defaultCallingCode'>;
type ParseOptions = NonNullable<Exclude<Parameters<typeof parsePhoneNumberFromString>[1], string>>;

function read(text: string, home: Home): DialledNumber {
  const plain = text.slice(0, longest).replace(/\bdahili\b/iu, 'ext');
  const found = parsed(plain, home) ?? parsed(plain.replace(/^[\s(]*00/u, '+'), {});
  if (found) return { code: found.countryCallingCode, national: found.nationalNumber, extension: found.ext ?? '' };
  return { code: '', national: digitsOf(plain).replace(/^0+/, ''), extension: '' };
}

/** Two zeros lead abroad for people from everywhere, also where something else is dialled: there it is no number of the country. */
function parsed(text: string, home: Home): PhoneNumber | undefined {
  const found = parsePhoneNumberFromString(text, { extract: false, ...home });
  return found && (found.isPossible() || !/^[\s(]*00/u.test(text)) ? found : undefined;
}

/** No number is longer, with all that is written between its digits. */
const longest = 120;
/** Nothing shorter is taken for a whole number. */
const WHOLE = 6;

/** Are they one number, of which only the first says its country, and the other one is as it is dialled there? */
export function isSameAtHome(international: string, text: string): boolean {
  const far = dialled(international);
  // The second one says its country, too: it is the same as it is, or not at all.
  if (far.code === '' || dialled(text).code !== '') return false;
  const near = read(text, { defaultCallingCode: far.code });
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
