/** How a formula that gives a number is shown. Amounts have the decimals of their currency, days have none. */
export interface FormulaFormat {
  readonly as: 'number' | 'percent' | 'days';
  /** 0 to 6; of a percentage those of the percent. null = up to 4, and none that is 0. */
  readonly decimals: number | null;
}

/** What a field of the type `formula` has besides a name. */
export interface FormulaPart {
  /** What it is worked out from when it is looked at (`formula/`), fields by key: `#{value} - #{custom.<id>}`. No record holds a value. */
  readonly formula?: string | null;
  readonly format?: FormulaFormat | null;
  /** What the formula gives, as it was when it was written: what lists and filters go by. */
  readonly gives?: 'number' | 'money' | 'date' | null;
}
