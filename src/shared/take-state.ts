/** Sets what a state says of a view; what it leaves out, and what the view does not know, changes nothing. @param now has every name */
export function takeState(view: object, now: object, state: object | null | undefined): void {
  for (const name of Object.keys(now)) {
    const value: unknown = Reflect.get(state ?? {}, name);
    if (value !== undefined) Reflect.set(view, name, value);
  }
}
