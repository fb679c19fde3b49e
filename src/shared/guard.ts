import type { CommandInputs, CommandName } from '../domain/plan.js';
import type { CrmStore } from '../store/api.js';
import { page } from './page.js';

/** Commands that a second click must not repeat, record by record. Edits and marks may follow each other freely. */
const once: ReadonlySet<CommandName> = new Set<CommandName>([
  'leads-convert',
  'leads-archive',
  'leads-restore',
  'leads-delete',
  'conversions-undo',
  'deals-convert',
  'leads-merge',
  'deals-merge',
  'persons-merge',
  'organizations-merge',
  'deal-win',
  'deal-lose',
  'deal-reopen',
  'deals-delete',
  'trash-restore',
  'leads-import',
  'import-undo',
  'note-delete',
  'file-delete',
  'activity-delete',
  'label-delete',
  'filter-delete',
  'field-delete',
  'field-retype',
]);
/** Commands that make a record: the same input twice at once is a doubled click, not a wish for two. */
const adds: ReadonlySet<CommandName> = new Set<CommandName>([
  'lead-add',
  'deal-add',
  'note-add',
  'activity-add',
  'label-add',
  'field-add',
]);

export interface Claim<N extends CommandName> {
  /** What is left to do: records another command holds are taken out. */
  readonly input: CommandInputs[N];
  release(): void;
}

/**
 * Claims what a command acts on, at once: it has to be called before anything is awaited. Shared by all elements and all
 * copies of the kit on the page. @returns null where everything is being done already
 */
export function claim<N extends CommandName>(store: CrmStore, name: N, input: CommandInputs[N]): Claim<N> | null {
  const { inFlight } = page();
  let held = inFlight.get(store);
  if (!held) inFlight.set(store, (held = new Map<string, object>()));
  const mine = { name };
  const all = keysOf(name, input);
  const busy = (key: string): boolean => (held.get(key) as { name?: unknown } | undefined)?.name === name;
  const keys = all.filter((key) => !busy(key));
  if (all.length > 0 && keys.length === 0) return null;
  for (const key of keys) held.set(key, mine);
  return {
    input: keys.length === all.length ? input : withIds(input, keys),
    release: () => {
      for (const key of keys) if (held.get(key) === mine) held.delete(key);
    },
  };
}

function keysOf(name: CommandName, input: unknown): string[] {
  if (adds.has(name)) return [`${name} ${JSON.stringify(input)}`];
  if (!once.has(name)) return [];
  const { ids, id, importId } = input as { ids?: readonly string[]; id?: string; importId?: string };
  return [...new Set(ids ?? [id ?? importId ?? ''])];
}

function withIds<T>(input: T, ids: readonly string[]): T {
  return { ...input, ids };
}
