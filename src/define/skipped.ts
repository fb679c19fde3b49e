/** A tag that was not registered: with the class that has the name, or with the error that said why not. */
export type Skipped = readonly [tag: string, why: unknown];

/** Says once which names were skipped, and both versions. */
export function warnOf(version: string, skipped: readonly Skipped[]): void {
  const words = skipped.map(([tag, why]) => {
    const first = Reflect.get(Object(why) as object, Symbol.for('crm-elements/version')) as string | undefined;
    return `<${tag}> (${typeof why === 'function' ? `first: ${first ?? 'not this kit'}` : String(why)})`;
  });
  console.warn(`crm-elements ${version}: ${words.join(', ')} was registered before and stays. Load the kit once.`);
}
