/** All formula fields there are, read and checked once; what one of them comes to for a record; and a text that may become one. */
import type { AnyRecord, FormulaFormat } from '../records.js';
import { check } from './check.js';
import { evaluate, type Step } from './evaluate.js';
import { readInput, type Around } from './inputs.js';
import { limits } from './limits.js';
import { Names, type Input } from './names.js';
import { parse, type Parsed } from './parse.js';
import type { PartType, Problem } from './problems.js';
import { finish, outcomeOf, type Outcome } from './result.js';
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
  /** Of each formula those it uses, directly or not, each after those it uses itself, and then the formula. */
  readonly #orders = new Map<string, readonly Formula[]>();

  /** @param inputs plain fields, of the kit's own and custom ones; no formulas */
  constructor(definitions: readonly FormulaDefinition[], inputs: readonly Input[]) {
    this.#plain = new Map(inputs.map(({ key, type }) => [key, type]));
    const own = definitions.map(({ key, name }) => ({ key, name, type: 'number' as const }));
    this.names = new Names([...inputs, ...own]);
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
}

/** The formulas of one record: each is worked out once, however many use it. */
export class Reckoning {
  readonly #formulas: Formulas;
  readonly #record: AnyRecord;
  readonly #around: Around;
  readonly #known = new Map<string, Result>();

  constructor(formulas: Formulas, record: AnyRecord, around: Around) {
    this.#formulas = formulas;
    this.#record = record;
    this.#around = around;
  }

  outcome(key: string): Outcome {
    return outcomeOf(this.result(key), this.#formulas.get(key)?.format ?? null);
  }

  /** One after the other and not one within the other: a long row of formulas is no deep stack. */
  result(key: string): Result {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const budget = { left: limits.steps };
    let last: Result = { type: 'failure', code: 'broken', key };
    for (const formula of this.#formulas.orderOf(key)) last = this.#work(formula, budget);
    return last;
  }

  /** Works one out once more, and tells of every step. */
  steps(key: string): readonly Step[] {
    const formula = this.#formulas.get(key);
    if (formula === undefined) return [];
    this.result(key);
    const steps: Step[] = [];
    this.#reckon(formula, { left: limits.steps }, (step) => steps.push(step));
    return steps;
  }

  #work(formula: Formula, budget: { left: number }): Result {
    let result = this.#known.get(formula.key);
    if (result === undefined) this.#known.set(formula.key, (result = this.#reckon(formula, budget)));
    return result;
  }

  #reckon({ root, key, types, format }: Formula, budget: { left: number }, onStep?: (step: Step) => void): Result {
    if (root === null) return { type: 'failure', code: 'broken', key };
    const result = evaluate(root, {
      key,
      types,
      budget,
      read: (one) => this.#read(one),
      today: () => dayNumber(this.#around.today),
      ...(onStep && { onStep }),
    });
    return finish(result, format, this.#around.currency, key);
  }

  #read(key: string): Result {
    const formula = this.#formulas.get(key);
    if (formula !== undefined) return this.#known.get(key) ?? { type: 'failure', code: 'broken', key };
    const type = this.#formulas.typeOf(key);
    return type === null ? { type: 'failure', code: 'broken', key } : readInput(this.#record, key, type, this.#around);
  }
}
