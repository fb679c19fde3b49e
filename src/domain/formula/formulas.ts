/** All formula fields there are, read and checked once; what one of them comes to for a record; and a text that may become one. */
import type { AnyRecord, FormulaFormat } from '../records.js';
import { check } from './check.js';
import { compile, type Run, type Step, type Work } from './evaluate.js';
import { inputReader, type Around, type InputReader } from './inputs.js';
import { limits } from './limits.js';
import { Names, type Input } from './names.js';
import { parse, type Parsed } from './parse.js';
import type { PartType, Problem } from './problems.js';
import { finish, heldOf, outcomeOf, type Outcome } from './result.js';
import type { Node, ValueType } from './syntax.js';
import type { DecimalMark } from './tokens.js';
import { asksForDay, fieldsIn, inOrder, ringOf } from './uses.js';
import { dayNumber, type Result } from './values.js';
import { stored } from './written.js';

export interface FormulaDefinition {
  readonly key: string;
  readonly name: string;
  /** As stored: fields by key. */
  readonly formula: string;
  readonly format: FormulaFormat | null;
}

export interface Formula extends FormulaDefinition {
  /** null where it has problems. */
  readonly root: Node | null;
  readonly problems: readonly Problem[];
  /** null = it cannot be worked out. */
  readonly type: ValueType | null;
  readonly types: ReadonlyMap<Node, PartType>;
  /** Fields it names itself. */
  readonly fields: readonly string[];
  readonly asksForDay: boolean;
}

/** A text that somebody is typing. */
export interface Draft extends Parsed {
  readonly type: ValueType | null;
  /** As it would be stored. */
  readonly stored: string;
}

export class Formulas {
  /** Everything a formula can use: plain fields, and what formulas give. */
  readonly names: Names;
  readonly #all = new Map<string, Formula>();
  readonly #plain: ReadonlyMap<string, ValueType>;
  readonly #slots: ReadonlyMap<string, number>;
  /** Of each formula those it uses, directly or not, each after those it uses itself, and then the formula. */
  readonly #orders = new Map<string, readonly Formula[]>();

  /** @param inputs plain fields, of the kit's own and custom ones; no formulas */
  constructor(definitions: readonly FormulaDefinition[], inputs: readonly Input[]) {
    this.#plain = new Map(inputs.map(({ key, type }) => [key, type]));
    const own = definitions.map(({ key, name }) => ({ key, name, type: 'number' as const }));
    this.names = new Names([...inputs, ...own]);
    const keys = new Set([...inputs, ...definitions].map(({ key }) => key));
    this.#slots = new Map([...keys].map((key, slot) => [key, slot]));
    const parsed = new Map(definitions.map((one) => [one.key, parse(one.formula, this.names)]));
    const fields = new Map([...parsed].map(([key, { root }]) => [key, root === null ? [] : fieldsIn(root)]));
    const uses = (key: string): readonly string[] => (fields.get(key) ?? []).filter((one) => parsed.has(one));
    const byKey = new Map(definitions.map((one) => [one.key, one]));
    for (const key of inOrder(byKey.keys(), uses)) {
      const definition = byKey.get(key)!;
      const { root, problems } = parsed.get(key)!;
      const ring = ringOf(key, uses);
      const read = root === null ? null : ring === null ? check(root, (one) => this.typeOf(one)) : null;
      const rest = { fields: fields.get(key)!, asksForDay: root !== null && asksForDay(root) };
      this.#all.set(key, {
        ...definition,
        ...rest,
        root: read !== null && read.problems.length === 0 ? root : null,
        problems: [
          ...problems,
          ...(read?.problems ?? []),
          ...(ring === null ? [] : [{ code: 'cycle', keys: ring, from: 0, to: definition.formula.length } as const]),
        ],
        type: read?.type ?? null,
        types: read?.types ?? new Map<Node, PartType>(),
      });
    }
  }

  get all(): readonly Formula[] {
    return [...this.#all.values()];
  }

  get(key: string): Formula | undefined {
    return this.#all.get(key);
  }

  /** What a field gives; null = there is none, or its formula has problems. */
  typeOf(key: string): ValueType | null {
    return this.#plain.get(key) ?? this.#all.get(key)?.type ?? null;
  }

  /** The formulas that are worked out for one, itself last. */
  orderOf(key: string): readonly Formula[] {
    let order = this.#orders.get(key);
    if (order === undefined) {
      const keys = inOrder([key], (one) => this.#all.get(one)?.fields.filter((used) => this.#all.has(used)) ?? []);
      order = keys.flatMap((one) => this.#all.get(one) ?? []);
      this.#orders.set(key, order);
    }
    return order;
  }

  /** Reads a text as the formula of a field that is, or is going to be. @param key null = a new one */
  draft(text: string, key: string | null, decimal: DecimalMark = '.'): Draft {
    const parsed = parse(text, this.names, decimal);
    const { root } = parsed;
    const kept = stored(text, parsed.tokens);
    if (root === null) return { ...parsed, type: null, stored: kept };
    const ring =
      key === null ? null : ringOf(key, (one) => (one === key ? fieldsIn(root) : (this.#all.get(one)?.fields ?? [])));
    if (ring !== null) {
      // Where the ring is gone into: the field that stands there.
      const entry = parsed.tokens.find((one) => one.kind === 'field' && one.key === (ring[1] ?? key));
      const place = { from: entry?.from ?? 0, to: entry?.to ?? text.length };
      return { ...parsed, root: null, type: null, stored: kept, problems: [{ code: 'cycle', keys: ring, ...place }] };
    }
    const { type, problems } = check(root, (one) => this.typeOf(one));
    return { ...parsed, root: problems.length > 0 ? null : root, type, problems, stored: kept };
  }

  /** What a formula comes to for a record. */
  outcome(key: string, record: AnyRecord, around: Around): Outcome {
    return new Reckoning(this, record, around).outcome(key);
  }

  /** What records hold of it (number, amount, day; null where it is not calculated), one record after the other. */
  reader(key: string, around: Around): (record: AnyRecord) => unknown {
    const sheet = new Sheet(this, around);
    const steps = this.stepsOf(key);
    const format = this.get(key)?.format ?? null;
    return (record) => {
      sheet.take(record);
      return heldOf(sheet.result(steps), format);
    };
  }

  /** The formulas that are worked out for one, itself last, made ready for any record. */
  stepsOf(key: string): readonly Ready[] {
    let steps = this.#steps.get(key);
    if (steps === undefined) this.#steps.set(key, (steps = this.orderOf(key).map((one) => this.#ready(one))));
    return steps;
  }
  readonly #steps = new Map<string, readonly Ready[]>();

  #ready(formula: Formula): Ready {
    const { key, root, types } = formula;
    const slotOf = (one: string): number => this.#slots.get(one) ?? -1;
    const work =
      root === null ? () => ({ type: 'failure', code: 'broken', key }) as const : compile(root, { key, types, slotOf });
    return { formula, slot: slotOf(key), work };
  }

  /** How the field at each place among all there are is read; null = it is a formula. */
  get readers(): readonly (InputReader | null)[] {
    return (this.#readers ??= [...this.#slots.keys()].map((key) => {
      const type = this.#plain.get(key);
      return type === undefined || this.#all.has(key) ? null : inputReader(key, type);
    }));
  }
  #readers: readonly (InputReader | null)[] | undefined;
}

/** A formula as it is worked out. */
interface Ready {
  readonly formula: Formula;
  /** Its place among all fields. */
  readonly slot: number;
  readonly work: Work;
}

/** What is known of one record after the other: each field is read once, and each formula worked out once, however many use it. */
class Sheet implements Run {
  left = 0;
  onStep: ((step: Step) => void) | null = null;
  readonly #around: Around;
  readonly #readers: readonly (InputReader | null)[];
  readonly #results: (Result | null)[];
  #record: AnyRecord | null = null;
  #today: number | undefined;

  constructor(formulas: Formulas, around: Around) {
    this.#around = around;
    this.#readers = formulas.readers;
    this.#results = this.#readers.map(() => null);
  }

  take(record: AnyRecord): void {
    this.#record = record;
    this.#results.fill(null);
  }

  /** One after the other and not one within the other: a long row of formulas is no deep stack. @param steps one at least */
  result(steps: readonly Ready[]): Result {
    this.left = limits.steps;
    let last: Result | null = null;
    for (const step of steps) this.#results[step.slot] = last = this.#results[step.slot] ?? this.#reckon(step);
    return last ?? none;
  }

  /** Works it out once more, and tells of every step. */
  again(step: Ready, onStep: (step: Step) => void): void {
    this.left = limits.steps;
    this.onStep = onStep;
    this.#reckon(step);
    this.onStep = null;
  }

  read(slot: number): Result | null {
    const known = this.#results[slot];
    if (known != null) return known;
    const reader = this.#readers[slot];
    if (!reader || this.#record === null) return null;
    return (this.#results[slot] = reader(this.#record, this.#around));
  }

  today(): number {
    return (this.#today ??= dayNumber(this.#around.today));
  }

  #reckon({ formula, work }: Ready): Result {
    return finish(work(this), formula.format, this.#around.currency, formula.key);
  }
}

/** There is no such formula. */
const none: Result = { type: 'failure', code: 'broken', key: '' };

/** The formulas of one record. */
export class Reckoning {
  readonly #formulas: Formulas;
  readonly #sheet: Sheet;

  constructor(formulas: Formulas, record: AnyRecord, around: Around) {
    this.#formulas = formulas;
    this.#sheet = new Sheet(formulas, around);
    this.#sheet.take(record);
  }

  outcome(key: string): Outcome {
    const steps = this.#formulas.stepsOf(key);
    if (steps.length === 0) return { type: 'failure', code: 'broken', key };
    return outcomeOf(this.#sheet.result(steps), this.#formulas.get(key)?.format ?? null);
  }

  /** Works one out once more, and tells of every step. */
  steps(key: string): readonly Step[] {
    const ready = this.#formulas.stepsOf(key);
    const last = ready.at(-1);
    if (last === undefined) return [];
    this.#sheet.result(ready);
    const steps: Step[] = [];
    this.#sheet.again(last, (step) => steps.push(step));
    return steps;
  }
}
