import type { StoreSettings, CommandResult, ImportOptions, ImportResult } from './api.js';
import type { Planner } from './commands.js';
import type { Context } from './context.js';
import type { Gatherer } from './gather.js';
import type { History } from './history.js';
import { Importer } from './import.js';

/** An import, and the fact of it: told once it has ended, taken back like any command. */
export async function importTold(
  store: { readonly context: Context; readonly planner: Planner; readonly history: History },
  gatherer: Gatherer,
  settings: StoreSettings,
  given: ImportOptions,
): Promise<ImportResult> {
  const result = await new Importer(store.context, gatherer, settings, given).run();
  const plan = given.plan ?? (await store.planner.plan('leads-import', { importId: given.importId }));
  const { id, fileName } = result.receipt;
  const outcome = {
    kind: 'import',
    id,
    title: fileName,
    state: result.created + result.updated > 0 ? 'done' : 'stopped',
  } as const;
  const stored = [{ op: 'create', kind: 'import', id, record: result.receipt }] as const;
  const command = store.history.announce({ plan, outcomes: [outcome], stored }) as CommandResult<'leads-import'>;
  return { ...result, command };
}
