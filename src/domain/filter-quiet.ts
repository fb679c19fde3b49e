import { addDays } from './dates.js';
import { dayStart } from './day-start.js';
import type { FilterEnv } from './filter.js';
import type { Where } from './query.js';
import type { Day, Id } from './records.js';

/**
 * How quiet a deal is (`quietOf`, rotting.ts) as a question that any storage can answer: for the stages of each limit, since
 * when nothing may have been done. @param states those of `QuietState` that are asked for
 */
export function quietWhere(states: readonly unknown[], env: FilterEnv): Where {
  const want = (state: string): boolean => states.includes(state);
  const limits = limitsOf(env);
  const parts: Where[] = [];
  const anyway = want('no');
  if (anyway) {
    const ids = limits.flatMap(([, stages]) => stages);
    parts.push({ field: 'status', op: 'not', value: 'open' });
    parts.push(ids.length === 0 ? all : { field: 'stageId', op: 'notIn', value: ids });
  }
  for (const [limit, ids] of limits) {
    const half = addDays(env.today, -Math.max(1, Math.ceil(limit / 2)));
    const full = addDays(env.today, -Math.max(1, Math.ceil(limit)));
    const spans: Where[] = [];
    if (want('full')) spans.push(nothingSince(full, env));
    if (want('half')) spans.push({ all: [nothingSince(half, env), somethingSince(full, env)] });
    if (anyway) spans.push(somethingSince(half, env));
    if (spans.length > 0)
      parts.push({
        all: [
          { field: 'status', op: 'is', value: 'open' },
          { field: 'stageId', op: 'in', value: ids },
          spans.length === 1 ? spans[0]! : { any: spans },
        ],
      });
  }
  return { any: parts };
}

const all: Where = { all: [] };

/** The stages that can make a deal quiet, by the days they allow. */
function limitsOf({ stages }: FilterEnv): readonly (readonly [limit: number, ids: readonly Id[]])[] {
  const byLimit = new Map<number, Id[]>();
  for (const { id, rotDays } of stages) if (rotDays) byLimit.set(rotDays, [...(byLimit.get(rotDays) ?? []), id]);
  return [...byLimit].sort(([a], [b]) => a - b);
}

/** Touched that day or before, and no wait reaches beyond it: a wait that is over was no silence. */
function nothingSince(day: Day, { zone }: FilterEnv): Where {
  return {
    all: [
      { field: 'touchedAt', op: 'lt', value: dayStart(zone, addDays(day, 1)) },
      {
        any: [
          { field: 'waitUntil', op: 'empty' },
          { field: 'waitUntil', op: 'lte', value: day },
        ],
      },
    ],
  };
}

function somethingSince(day: Day, { zone }: FilterEnv): Where {
  return {
    any: [
      { field: 'touchedAt', op: 'gte', value: dayStart(zone, addDays(day, 1)) },
      { field: 'waitUntil', op: 'gt', value: day },
    ],
  };
}
