import type { Format } from '../../i18n/format.js';
import { currencyName } from '../../i18n/format-more.js';
import type { CrmStore } from '../../store/api.js';
import { closest } from '../closest.js';
import type { Choice } from '../combobox.js';
import { organizationChoice, personChoice } from './choice-of.js';

const FEW = 8;

/** Persons whose name, address or number has the words, with the organization they belong to. */
export async function searchPersons(store: CrmStore, search: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const { records, related } = await closest(store, { kind: 'person', search }, FEW, signal);
  return records.map((person) => personChoice(person, related.organizations.get(person.organizationId ?? '')));
}

export async function searchOrganizations(
  store: CrmStore,
  search: string,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  const { records } = await closest(store, { kind: 'organization', search }, FEW, signal);
  return records.map(organizationChoice);
}

/** What most of the world trades in; any other comes with the account that uses it. */
const usual =
  'EUR USD GBP TRY JPY CHF CAD AUD CNY INR BRL MXN SEK NOK DKK PLN CZK HUF RON AED SAR ILS ZAR KRW SGD HKD NZD UAH';

/** Currencies to choose from, the given ones first. */
export function currencyChoices(format: Format, ...own: readonly string[]): { value: string; label: string }[] {
  return [...new Set([...own, ...usual.split(' ')])].map((code) => {
    const name = currencyName(format, code);
    return { value: code, label: name === code ? code : `${code}, ${name}` };
  });
}
