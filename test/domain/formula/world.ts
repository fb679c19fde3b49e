/** A deal with some fields, and formulas over it. */
import { Formulas } from '../../../src/domain/formula/formulas.js';
import type { Around } from '../../../src/domain/formula/inputs.js';
import type { Input } from '../../../src/domain/formula/names.js';
import type { Outcome } from '../../../src/domain/formula/result.js';
import { shown } from '../../../src/domain/formula/written.js';
import type { Deal, FormulaFormat } from '../../../src/domain/records.js';
import { aDeal, money } from '../../../src/testing/fixtures.js';

export const inputs: readonly Input[] = [
  { key: 'value', name: 'Deal value', type: 'money' },
  { key: 'weighted', name: 'Weighted', type: 'money' },
  { key: 'probability', name: 'Chance', type: 'number' },
  { key: 'expectedClose', name: 'Expected close', type: 'date' },
  { key: 'createdAt', name: 'Created', type: 'date' },
  { key: 'custom.cost', name: 'Delivery cost', type: 'money' },
  { key: 'custom.yen', name: 'Yen', type: 'money' },
  { key: 'custom.seats', name: 'Seats', type: 'number' },
  { key: 'custom.rate', name: 'Rate', type: 'number' },
  { key: 'custom.saving', name: 'Yearly saving', type: 'money' },
  { key: 'custom.nil', name: 'Nil', type: 'number' },
  { key: 'custom.start', name: 'Start', type: 'date' },
  { key: 'custom.net', name: 'Cost - net', type: 'number' },
  { key: 'custom.part', name: 'Cost', type: 'number' },
];

export const deal: Deal = aDeal({
  value: money('84500.00'),
  probability: null,
  stageId: 'stage-1',
  expectedClose: '2026-11-30',
  createdAt: '2026-11-08T23:30:00.000Z',
  custom: {
    cost: money('31200.00'),
    yen: money('5000', 'JPY'),
    seats: 40,
    rate: 0.1,
    saving: null,
    nil: 0,
    start: '2026-12-15',
    net: 7,
    part: 3,
  },
});

export const around: Around = {
  today: '2026-11-23',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  chances: new Map([['stage-1', 30]]),
};

/** One formula, by the names people see. */
export function outcome(text: string, record: Deal = deal, format: FormulaFormat | null = null): Outcome {
  const { stored } = new Formulas([], inputs).draft(text, null);
  const one = { key: 'custom.it', name: 'It', formula: stored, format };
  return new Formulas([one], inputs).outcome('custom.it', record, around);
}

/** What came out as a short text: `EUR 53300.00`, `40`, `2026-11-30`, `empty custom.saving`, `division`. */
export function said(text: string, record: Deal = deal, format: FormulaFormat | null = null): string {
  const result = outcome(text, record, format);
  if (result.type === 'empty') return `empty ${result.key}`;
  if (result.type === 'failure') return result.code;
  return typeof result.value === 'object' ? `${result.value.currency} ${result.text}` : result.text;
}

/** The first problem of a text, and the piece it marks. */
export function problem(text: string): string {
  const { problems } = new Formulas([], inputs).draft(text, null);
  const [first] = problems;
  return first === undefined ? 'none' : `${first.code} «${text.slice(first.from, first.to)}»`;
}

/** The text as it is stored, and shown again. */
export function again(text: string): string {
  const formulas = new Formulas([], inputs);
  return shown(formulas.draft(text, null).stored, formulas.names);
}
