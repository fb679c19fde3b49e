/** The outcome of the conformance checks of several adapters, as a table of plain text: a line for each ability. */
import type { Abilities } from '../adapters/adapter.js';
import { conformance, type Check, type ConformanceOptions } from './conformance.js';

export interface Outcome {
  readonly check: Check;
  readonly state: 'passed' | 'failed' | 'not applicable';
  readonly message: string;
}

export async function runAll(options: ConformanceOptions): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const check of conformance(options)) {
    try {
      const reason = await check.run();
      outcomes.push({ check, state: reason === undefined ? 'passed' : 'not applicable', message: reason ?? '' });
    } catch (thrown) {
      outcomes.push({ check, state: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  }
  return outcomes;
}

const rowNames: readonly (keyof Abilities | null)[] = [
  null,
  'atomic',
  'guarded',
  'seek',
  'summarize',
  'watch',
  'blobs',
  'capture',
];

/** `passed/applicable` for each ability and adapter; `-` where no check applies. */
export function table(adapters: Readonly<Record<string, readonly Outcome[]>>): string {
  const names = Object.keys(adapters);
  const lines = [['ability', ...names]];
  for (const needs of rowNames) {
    const cells = names.map((name) => cell((adapters[name] ?? []).filter((outcome) => outcome.check.needs === needs)));
    if (cells.some((text) => text !== '')) lines.push([needs ?? '(every adapter)', ...cells]);
  }
  lines.push(['all', ...names.map((name) => cell(adapters[name] ?? []))]);
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cell(outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return '';
  const applicable = outcomes.filter((outcome) => outcome.state !== 'not applicable');
  return applicable.length === 0
    ? '-'
    : `${applicable.filter((outcome) => outcome.state === 'passed').length}/${applicable.length}`;
}
