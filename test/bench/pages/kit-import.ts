/** The steps of an import behind `<lead-import>`: read, look at the columns, decide every row, store. */
import { indexeddbAdapter } from '../../../src/adapters/indexeddb.js';
import { check, readLookup } from '../../../src/elements/lead-import/checking.js';
import { readSheet, tools } from '../../../src/elements/lead-import/reading.js';
import { runImport } from '../../../src/elements/lead-import/running.js';
import { instantIn } from '../../../src/elements/lead-import/settings-of.js';
import type { ImportSettings } from '../../../src/domain/import/index.js';
import { createStore } from '../../../src/store/store.js';
import { makeCsv } from './csv.js';
import { user } from './user.js';
import { offer, rest, watchTasks } from './measure.js';

let file: File;
const never = new AbortController();
const nameless = (column: number): string => `Column ${column}`;

offer({
  prepare(rows: number) {
    file = makeCsv(rows);
  },
  async run(rows: number, write: boolean) {
    const adapter = indexeddbAdapter({ name: 'bench-import' });
    await adapter.erase();
    const store = createStore({ adapter, user, timeZone: 'UTC' });
    await new Promise<void>((resolve) => {
      const ready = (): void => (store.directory.ready ? resolve() : undefined);
      store.directory.subscribe(ready);
      ready();
    });
    await rest();
    const longest = watchTasks();
    const { signal } = never;
    const from = performance.now();
    const kit = await tools();
    const sheet = await readSheet(kit, file, {}, { signal, onProgress: () => undefined, nameless });
    const settings: ImportSettings = {
      columns: kit.rules.guessColumns(sheet.table.headings, sheet.profiles, []),
      names: sheet.table.headings,
      nobody: null,
      existing: 'update',
      repeated: 'skip',
      labels: [],
      edits: new Map(),
      defaultTitle: (name) => `${name} lead`,
      currency: 'EUR',
      dayOf: (instant) => instant.slice(0, 10),
      instantOf: (day, time) => instantIn('UTC', day, time),
    };
    const lookup = await readLookup(kit, store, settings, signal);
    const checked = await check(kit, sheet, settings, lookup, store, { signal, onProgress: () => undefined });
    const decided = performance.now() - from;
    if (checked.by.create.length !== rows) throw new Error(`${checked.by.create.length} of ${rows} rows become leads.`);
    const task = await longest();
    let stored = 0;
    let storing = 0;
    if (write) {
      const more = watchTasks();
      const importId = store.newId();
      const plan = await store.plan('leads-import', { importId });
      const then = performance.now();
      const { created } = await runImport(kit, {
        store,
        sheet,
        checked,
        lookup,
        importId,
        fileName: 'bench.csv',
        sourceName: 'Import',
        plan,
        stop: signal,
        onProgress: () => undefined,
      });
      stored = performance.now() - then;
      storing = await more();
      if (created !== rows) throw new Error(`${created} of ${rows} leads were stored.`);
    }
    store.close();
    adapter.close();
    return { decided, stored, task: Math.max(task, storing) };
  },
});
