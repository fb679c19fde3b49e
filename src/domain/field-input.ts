import type { FormulaFormat, Id } from './records.js';

/** An option as it is to be. */
export interface OptionInput {
  /** Left out = a new option. */
  readonly id?: Id;
  /** Left out = as it is. */
  readonly name?: string;
}

/** What a custom field is to be. What is left out stays as it is; of a new field it gets its default. */
export interface FieldInput {
  readonly name?: string;
  /** In their order: options that are not named stay, behind the others. */
  readonly options?: readonly OptionInput[];
  readonly description?: string;
  readonly important?: boolean;
  /** Ids of the stages in which it is; null = everywhere. */
  readonly importantIn?: readonly Id[] | null;
  readonly required?: boolean;
  readonly onCards?: boolean;
  readonly onAdd?: boolean;
  /** For `formula`: as it is stored, fields by key (`domain/formula/written.ts`). It has to be one that can be worked out. */
  readonly formula?: string;
  readonly format?: FormulaFormat | null;
  /** Where it is asked for, by id: stages, and pipelines whose deals are won or lost. What is not named stays. */
  readonly asked?: {
    readonly stages?: Readonly<Record<Id, boolean>>;
    readonly won?: Readonly<Record<Id, boolean>>;
    readonly lost?: Readonly<Record<Id, boolean>>;
  };
}
