type Named = Record<string, unknown>;

/**
 * Sets what a state says of a view; what it leaves out, and what the view does not know, changes nothing. What is wrong with it is
 * told, and put right, by `check-state.ts`, which comes with the hands: until then nothing may stumble over it.
 * @param now has every name
 */
export function takeState(view: object, now: object, state: object | null | undefined): void {
  for (const name in now) {
    const value = (state as Named | null | undefined)?.[name];
    if (value !== undefined) (view as Named)[name] = value;
  }
}
