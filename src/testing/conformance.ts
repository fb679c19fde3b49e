/**
 * What every adapter has to do, as a list of named checks. Free of any test runner:
 *
 * ```ts
 * for (const check of conformance({ make: () => myAdapter(freshDatabase()) })) {
 *   test(check.title, { skip: check.skip ?? false }, () => check.run());
 * }
 * ```
 */
import type { Abilities, CrmAdapter } from '../adapters/adapter.js';
import { commitChecks } from './checks/commits.js';
import { type CheckDefinition } from './checks/check.js';
import { derivationChecks } from './checks/derivations.js';
import { erasingChecks } from './checks/erasing.js';
import { fileChecks } from './checks/files.js';
import { filterChecks } from './checks/filters.js';
import { forgettingChecks } from './checks/forgetting.js';
import { formulaChecks } from './checks/formulas.js';
import { guardChecks } from './checks/guards.js';
import { hostileChecks } from './checks/hostile.js';
import { hungChecks } from './checks/hung.js';
import { orderChecks } from './checks/orders.js';
import { receiptChecks } from './checks/receipts.js';
import { searchChecks } from './checks/searches.js';
import { pageChecks } from './checks/pages.js';
import { comparisonChecks } from './checks/comparisons.js';
import { summaryChecks } from './checks/summaries.js';
import { textChecks } from './checks/texts.js';
import { watchChecks } from './checks/watching.js';
import { toldChecks } from './checks/told.js';
import { windowChecks } from './checks/windows.js';

export const checkDefinitions: readonly CheckDefinition[] = [
  ...windowChecks,
  ...pageChecks,
  ...hungChecks,
  ...orderChecks,
  ...filterChecks,
  ...comparisonChecks,
  ...formulaChecks,
  ...searchChecks,
  ...commitChecks,
  ...guardChecks,
  ...derivationChecks,
  ...receiptChecks,
  ...toldChecks,
  ...fileChecks,
  ...erasingChecks,
  ...forgettingChecks,
  ...summaryChecks,
  ...watchChecks,
  ...hostileChecks,
  ...textChecks,
];

export interface ConformanceOptions {
  /** An adapter over an **empty** storage; called once for each check. */
  make(): Promise<CrmAdapter> | CrmAdapter;
  /** Another adapter over the same records. Without it, what takes two is reported as not applicable. */
  second?(first: CrmAdapter): Promise<CrmAdapter> | CrmAdapter;
  /** Called after each check with what was made for it. The adapters have been closed. */
  dispose?(first: CrmAdapter): Promise<void> | void;
  /** Milliseconds that news of another adapter may take; 5,000 where left out. */
  readonly patience?: number;
  /** Leave it out, and the abilities are asked of an adapter that is made for it when the first check runs. */
  abilities?: Abilities;
}

export interface Check {
  /** `area.name`, does not change. */
  readonly id: string;
  /** What holds, as a sentence. */
  readonly title: string;
  /** The ability without which the check does not apply. */
  readonly needs: keyof Abilities | null;
  /** Why it does not apply; null = it does. Known beforehand only if `abilities` were given. */
  readonly skip: string | null;
  /**
   * Resolves where the adapter does right, or with the reason why the check does not apply.
   * @throws CheckFailed, or what the adapter threw
   */
  run(): Promise<string | void>;
}

export function conformance(options: ConformanceOptions): readonly Check[] {
  return checkDefinitions.map((check) => ({
    id: check.id,
    title: check.title,
    needs: check.needs,
    skip: options.abilities === undefined ? null : reasonToSkip(check, options.abilities, options.second !== undefined),
    run: () => runCheck(check, options),
  }));
}

/** Why a check says nothing about such an adapter; null = it applies. */
export function reasonToSkip(
  check: Pick<CheckDefinition, 'needs' | 'two'>,
  abilities: Abilities,
  two: boolean,
): string | null {
  if (check.needs !== null && !abilities[check.needs]) return `not applicable: without the ability "${check.needs}"`;
  if (check.two === true && !two) return 'not applicable: there is no second adapter over the same records';
  return null;
}

/** @returns why the check does not apply, or nothing */
export async function runCheck(
  check: CheckDefinition,
  options: ConformanceOptions,
  through = (made: CrmAdapter) => made,
): Promise<string | void> {
  const made = await options.make();
  const others: CrmAdapter[] = [];
  const { second } = options;
  try {
    const reason = reasonToSkip(check, made.abilities, second !== undefined);
    if (reason !== null) return reason;
    await check.run({
      adapter: through(made),
      second:
        second === undefined
          ? null
          : async () => {
              const other = await second(made);
              others.push(other);
              return through(other);
            },
      patience: options.patience ?? 5_000,
    });
  } finally {
    for (const adapter of [...others, made]) await adapter.close?.();
    await options.dispose?.(made);
  }
}
