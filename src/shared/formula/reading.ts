/** Formula fields of a store, worked out for records. Late code: it brings the evaluator along. */
import { computedName } from '../../domain/formula/computed.js';
import { formulasOf } from '../../domain/formula/fields.js';
import { Reckoning, type Formulas } from '../../domain/formula/formulas.js';
import type { Around } from '../../domain/formula/inputs.js';
import type { Outcome } from '../../domain/formula/result.js';
import type { AnyRecord, Field, Id, Money } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';

const readings = new WeakMap<CrmStore, Reading>();

/** The one of a store: the same object as long as nothing is different that values rest on. */
export function readingIn(store: CrmStore): Reading {
  const known = readings.get(store);
  if (known?.isOf(store) === true) return known;
  const reading = new Reading(store);
  readings.set(store, reading);
  return reading;
}

export class Reading {
  readonly formulas: Formulas;
  readonly around: Around;
  readonly #rests: readonly unknown[];
  readonly #known = new WeakMap<AnyRecord, Map<Id, Outcome>>();
  readonly #names = new Map<Id, string | null>();
  readonly #sums = new Map<Id, string | null>();

  constructor(store: CrmStore) {
    this.#rests = restsOf(store);
    const { directory, settings } = store;
    const stages = directory.pipelines.flatMap(({ id }) => directory.stagesOf(id));
    this.formulas = formulasOf(directory.fields);
    this.around = {
      today: store.today(),
      zone: settings.timeZone,
      currency: settings.currency,
      chances: new Map(stages.map(({ id, probability }) => [id, probability])),
    };
  }

  isOf(store: CrmStore): boolean {
    const rests = restsOf(store);
    return rests.length === this.#rests.length && rests.every((part, i) => part === this.#rests[i]);
  }

  outcome(record: AnyRecord, id: Id): Outcome {
    let of = this.#known.get(record);
    if (of === undefined) this.#known.set(record, (of = new Map<Id, Outcome>()));
    let outcome = of.get(id);
    if (outcome === undefined) of.set(id, (outcome = this.formulas.outcome(`custom.${id}`, record, this.around)));
    return outcome;
  }

  /** As records hold values: number, amount, day; null where it is not calculated. */
  value(record: AnyRecord, { id }: Pick<Field, 'id'>): unknown {
    const outcome = this.outcome(record, id);
    return outcome.type === 'value' ? outcome.value : null;
  }

  reckoning(record: AnyRecord): Reckoning {
    return new Reckoning(this.formulas, record, this.around);
  }

  queryName(id: Id): string | null {
    let name = this.#names.get(id);
    if (name === undefined) this.#names.set(id, (name = computedName(this.formulas, `custom.${id}`, this.around)));
    return name;
  }

  /** The name by which it is added up (`Query.sum`). */
  sumName(id: Id): string | null {
    let name = this.#sums.get(id);
    if (name === undefined) this.#sums.set(id, (name = computedName(this.formulas, `custom.${id}`, this.around, true)));
    return name;
  }

  /** What is added up of these; null = not calculated. */
  summed(record: AnyRecord, id: Id): Money | null {
    const outcome = this.outcome(record, id);
    if (outcome.type !== 'value' || outcome.of === 'date') return null;
    return typeof outcome.value === 'object' ? outcome.value : { amount: outcome.text, currency: '' };
  }
}

function restsOf(store: CrmStore): readonly unknown[] {
  const { directory, settings } = store;
  const stages = directory.pipelines.flatMap(({ id }) => directory.stagesOf(id));
  return [
    store.today(),
    settings.timeZone,
    settings.currency,
    directory.fields,
    ...stages.flatMap(({ id, probability }) => [id, probability]),
  ];
}
