import { oneLine } from './filled.js';
import { fold } from './fold.js';
import type { OptionInput, Problem } from './plan.js';
import type { CustomValue, FieldOption, Id } from './records.js';
import { mostOptions } from './retype.js';
import type { Retyped } from './retype-shapes.js';
import { maxText } from './values.js';

/**
 * Options as they are going to be: those that are named in their order, then those nobody said anything about. Made from the
 * options there are now, so that what somebody else has added meanwhile stays.
 * @param ids of those that are made, by their place in `named`
 */
export function wantedOptions(
  now: readonly FieldOption[],
  named: readonly OptionInput[],
  remove: readonly Id[],
  ids: readonly Id[],
): readonly FieldOption[] {
  const gone = new Set(remove);
  const made = named.flatMap(({ id, name }, place): FieldOption[] => {
    if (id === undefined) return [{ id: ids[place]!, name: oneLine(name) }];
    const known = now.find((option) => option.id === id);
    // One that somebody else has deleted does not come back by being renamed.
    return known === undefined || gone.has(id)
      ? []
      : [{ ...known, name: name === undefined ? known.name : oneLine(name) }];
  });
  const taken = new Set(made.map(({ id }) => id));
  return [...made, ...now.filter(({ id }) => !taken.has(id) && !gone.has(id))];
}

/** What stands in the way of these options: no name, a name that is too long or taken, too many of them. */
export function optionProblems(options: readonly FieldOption[]): readonly Problem[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  for (const { name } of options) {
    const folded = fold(name);
    if (folded.trim() === '') problems.push({ code: 'required', field: 'options' });
    else if (name.length > maxText.line) problems.push({ code: 'invalid', field: 'options', detail: 'too-long' });
    else if (names.has(folded)) problems.push({ code: 'duplicate', field: 'options' });
    names.add(folded);
  }
  if (options.length > mostOptions) problems.push({ code: 'invalid', field: 'options', detail: 'too-many' });
  return problems;
}

/** A value without the options that go: the one that stands in for it, or nothing. */
export function withoutOptions(
  value: CustomValue,
  remove: ReadonlySet<Id>,
  replace: Readonly<Record<Id, Id>>,
): Retyped {
  const standIn = (id: Id): Id | null => (!remove.has(id) ? id : Object.hasOwn(replace, id) ? replace[id]! : null);
  if (typeof value === 'string') {
    const id = standIn(value);
    return id === null ? { fate: 'lost', value: null, why: 'gone' } : { fate: 'kept', value: id };
  }
  if (!Array.isArray(value)) return { fate: 'kept', value };
  const ids = (value as readonly Id[]).map(standIn);
  const left = [...new Set(ids.filter((id) => id !== null))];
  if (left.length === 0 && ids.length > 0) return { fate: 'lost', value: null, why: 'gone' };
  return ids.includes(null) ? { fate: 'part', value: left, why: 'others' } : { fate: 'kept', value: left };
}

/** Options by name, those that there are and those that are made while values are turned. */
export class OptionBook {
  readonly options: FieldOption[];
  readonly #exact = new Map<string, FieldOption>();
  readonly #folded = new Map<string, FieldOption>();

  constructor(
    known: readonly FieldOption[],
    readonly newId: () => Id,
  ) {
    this.options = [];
    for (const option of known) this.#add(option);
  }

  /** null = there is no room for another. */
  readonly of = (name: string): FieldOption | null => {
    const known = this.#exact.get(name) ?? this.#folded.get(fold(name));
    if (known !== undefined) return known;
    return this.options.length >= mostOptions ? null : this.#add({ id: this.newId(), name });
  };

  #add(option: FieldOption): FieldOption {
    this.options.push(option);
    if (!this.#exact.has(option.name)) this.#exact.set(option.name, option);
    const folded = fold(option.name);
    if (!this.#folded.has(folded)) this.#folded.set(folded, option);
    return option;
  }
}
