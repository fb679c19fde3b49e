import type { Context } from './context.js';

/** The names of all sources that leads and deals have, as people sort them. */
export async function sourcesOf({ calls, today }: Context): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const kind of ['lead', 'deal'] as const) {
    const query = { kind, today: today(), window: { offset: 0, limit: 1_000 } } as const;
    if (calls.adapter.abilities.summarize) {
      for (const { group, count } of await calls.summarize(query, 'sourceName'))
        if (group && count > 0) names.add(group);
    } else {
      const { records } = await calls.read(
        calls.adapter.abilities.seek ? query : { ...query, window: { after: null, limit: 1_000 } },
      );
      for (const { sourceName } of records) if (sourceName) names.add(sourceName);
    }
  }
  return [...names].sort((a, b) => a.localeCompare(b));
}
