/** What lines that are charged again and again bring: monthly, yearly, in the first twelve months, over their whole term. */
import type { DealProduct, Frequency } from '../records.js';
import { amountOfMinor, rounded } from './decimal.js';
import { counts, lineMinor } from './sums.js';

/** How often a year. */
export const yearly: Readonly<Record<Exclude<Frequency, 'oneTime'>, number>> = {
  annually: 1,
  semiAnnually: 2,
  quarterly: 4,
  monthly: 12,
  weekly: 52,
};

/** Decimal strings in the currency's digits. Discounts of the deal are in none of them: they are taken off once. */
export interface Revenue {
  /** A month's and a year's share of what comes again. */
  readonly mrr: string;
  readonly arr: string;
  /** Of all lines: what is charged within twelve months, and over the whole term. What has no end counts for twelve months. */
  readonly acv: string;
  readonly tcv: string;
}

type Charged = Pick<
  DealProduct,
  'price' | 'quantity' | 'discount' | 'discountType' | 'enabled' | 'currency' | 'frequency' | 'cycles'
>;

/** @returns null where nothing that is counted comes again */
export function revenueOf(lines: readonly Charged[], currency: string): Revenue | null {
  let again = false;
  let [arr, acv, tcv] = [0n, 0n, 0n];
  for (const line of lines) {
    if (!counts(line, currency)) continue;
    const net = lineMinor(line, currency);
    if (line.frequency === 'oneTime') {
      acv += net;
      tcv += net;
      continue;
    }
    again = true;
    const year = BigInt(yearly[line.frequency]);
    const cycles = line.cycles === null ? year : BigInt(line.cycles);
    arr += net * year;
    acv += net * (cycles < year ? cycles : year);
    tcv += net * cycles;
  }
  if (!again) return null;
  const said = (minor: bigint): string => amountOfMinor(minor, currency);
  return { mrr: said(rounded({ units: arr, per: 12n })), arr: said(arr), acv: said(acv), tcv: said(tcv) };
}
