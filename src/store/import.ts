import type { Change } from '../domain/change.js';
import { CrmError, asCrmError } from '../domain/errors.js';
import type { Author } from '../domain/receipts.js';
import type { Id, Import, ImportChunk, Instant } from '../domain/records.js';
import { alwaysAsked } from '../domain/validate.js';
import type { ImportOptions, ImportResult, ImportUnit, RefusedRow, StoreSettings } from './api.js';
import { instant } from './clock.js';
import type { Context } from './context.js';
import type { Gatherer } from './gather.js';
import { lackedBy, withOrphans } from './import-refused.js';
import { allOf } from './range.js';

/** Rows in one commit. */
const CHUNK = 100;

/**
 * Writes the rows of an import. What a chunk has made is written in the same commit as the rows themselves, so that an
 * import that was broken off knows exactly what it has done (R19); begun again with the same id, it leaves those rows out.
 */
export class Importer {
  readonly #author: Author;
  readonly #now: Instant;
  readonly #failed: RefusedRow[] = [];
  /** Persons and organizations of rows that were refused: a later row may need them. */
  readonly #orphans = new Map<Id, Change>();
  #done = new Set<string>();
  /** The chunk that is being stored; the next one is gathered meanwhile. */
  #flight: { readonly keys: ReadonlySet<string>; readonly landed: Promise<void> } | null = null;
  /** Rows were left because somebody has stopped it: pressed after the last one, Stop leaves none. */
  #short = false;
  /** Counted from what is stored: an import that broke off may not have come to writing its receipt. */
  #before = { created: 0, updated: 0 };
  #index = 0;
  #created = 0;
  #updated = 0;
  #unchanged = 0;
  #read = 0;

  constructor(
    private readonly context: Context,
    private readonly gatherer: Gatherer,
    settings: StoreSettings,
    private readonly options: ImportOptions,
  ) {
    this.#now = instant(context.clock.now());
    this.#author = { userId: settings.user.id, at: this.#now, from: 'import', bulk: true, command: options.importId };
    this.#expiresAt = instant(context.clock.now() + settings.keepReceipts * 86_400_000);
  }
  readonly #expiresAt: Instant;

  /** @throws CrmError where the storage is gone: what was stored until then stays, and the import can be begun again */
  async run(): Promise<Omit<ImportResult, 'command'>> {
    const { options } = this;
    let receipt = await this.#begin();
    let chunk: ImportUnit[] = [];
    try {
      for await (const row of options.rows) {
        if ((this.#short = this.#stopped)) break;
        // Told only when the chunk with its namesake is in.
        if (this.#flight?.keys.has(row.key) === true) await this.#landed();
        if (this.#done.has(row.key)) {
          this.#unchanged++;
          this.#tell(1);
          continue;
        }
        chunk.push(row);
        if (chunk.length < CHUNK) continue;
        await this.#landed();
        if ((this.#short = this.#stopped)) break;
        this.#launch(chunk);
        chunk = [];
      }
      await this.#landed();
      if (chunk.length > 0 && this.#stopped) this.#short = true;
      else if (!this.#short) await this.#chunk(chunk);
    } catch (thrown) {
      await this.#flight?.landed.catch(() => undefined);
      await this.#end(receipt, 'stopped').catch(() => undefined);
      throw asCrmError(thrown);
    }
    const stopped = this.#short;
    receipt = await this.#end(receipt, stopped ? 'stopped' : 'done');
    return {
      created: this.#created,
      updated: this.#updated,
      unchanged: this.#unchanged,
      failed: this.#failed,
      stopped,
      receipt,
    };
  }

  get #stopped(): boolean {
    return this.options.stop?.aborted === true;
  }

  #launch(rows: readonly ImportUnit[]): void {
    const landed = this.#chunk(rows);
    // Whoever waits for it hears of it; nobody else has to.
    landed.catch(() => undefined);
    this.#flight = { keys: new Set(rows.map(({ key }) => key)), landed };
  }

  /** Until the chunk that is on its way is stored. @throws CrmError where it could not be */
  async #landed(): Promise<void> {
    const flight = this.#flight;
    this.#flight = null;
    await flight?.landed;
  }

  async #begin(): Promise<Import> {
    const { importId, fileName, fileHash, total, setup = [] } = this.options;
    const [known] = await this.gatherer.byIds('import', [importId]);
    if (known?.state === 'undone') throw new CrmError('conflict', 'This import was taken back.', { current: known });
    if (known !== undefined) {
      await this.#recall();
      const running = await this.#patch(known, { state: 'running' });
      // What the rows that are left name may be more than was known when it was broken off.
      if (setup.length > 0) await this.#commit(`setup:${this.#index}`, [...setup, this.#record(setup)]);
      return running;
    }
    const receipt: Import = {
      id: importId,
      rev: 0,
      createdAt: this.#now,
      updatedAt: this.#now,
      fileName,
      fileHash,
      state: 'running',
      rows: total,
      created: 0,
      updated: 0,
      skipped: 0,
      userId: this.#author.userId,
      expiresAt: this.#expiresAt,
    };
    const made = setup.length === 0 ? [] : [...setup, this.#record(setup)];
    const answer = await this.#commit('begin', [
      { op: 'create', kind: 'import', id: importId, record: receipt },
      ...made,
    ]);
    const stored = answer.find((change) => change.kind === 'import');
    return stored?.op === 'create' ? stored.record : receipt;
  }

  /** What an import of this id has made before it was broken off. */
  async #recall(): Promise<void> {
    const where = { field: 'importId', op: 'is', value: this.options.importId } as const;
    const chunks = await allOf(this.context.calls, { kind: 'importChunk', where, today: this.context.today() });
    this.#index = Math.max(-1, ...chunks.map((chunk) => chunk.index)) + 1;
    const leads = chunks.flatMap((chunk) => chunk.made.filter(([kind]) => kind === 'lead').map(([, id]) => id));
    const patched = chunks.flatMap((chunk) => chunk.patched.filter(({ kind }) => kind === 'lead'));
    this.#before = { created: leads.length, updated: patched.length };
    for (const { keys } of chunks) for (const key of keys) this.#done.add(key);
    // Chunks of an earlier version of the kit do not say.
    if (chunks.some(({ keys, made }) => keys.length === 0 && made.some(([kind]) => kind === 'lead')))
      for (const lead of await this.gatherer.byIds('lead', leads))
        if (lead.originId !== null) this.#done.add(lead.originId);
  }

  async #chunk(all: readonly ImportUnit[]): Promise<void> {
    if (all.length === 0) return;
    const asked = alwaysAsked(await this.gatherer.whole('field'));
    const lacking = all.map((row) => lackedBy(row.changes, asked));
    const rows = all.filter((row, i) => {
      if (lacking[i] !== null) this.#leave(row);
      return lacking[i] === null;
    });
    try {
      if (rows.length > 0) await this.#store(rows);
    } catch (thrown) {
      const error = asCrmError(thrown);
      if (error.code === 'unavailable' || error.code === 'quota' || error.code === 'auth' || error.code === 'aborted')
        throw error;
      if (all.length > 1) {
        // One row is not to be stored; it is not the others' fault.
        for (const row of all) {
          if (this.#stopped) {
            this.#short = true;
            return;
          }
          await this.#chunk([row]);
        }
        return;
      }
      const [row] = rows;
      this.#failed.push({ line: row!.line, reason: error.reason ?? error.message });
      this.#leave(row!);
    }
    lacking.forEach((why, at) => why !== null && this.#failed.push({ line: all[at]!.line, ...why }));
    this.#tell(all.length);
  }

  /** A later row may name whom this one would have brought. */
  #leave({ changes }: ImportUnit): void {
    for (const change of changes) {
      if (change.op === 'create' && (change.kind === 'person' || change.kind === 'organization'))
        this.#orphans.set(change.id, change);
    }
  }

  async #store(rows: readonly ImportUnit[]): Promise<void> {
    const changes = withOrphans(
      rows.flatMap((row) => row.changes),
      this.#orphans,
    );
    const record = this.#record(
      changes,
      rows.map(({ key }) => key),
    );
    await this.#commit(`${record.id}:${rows[0]!.key}+${rows.length}`, [...changes, record]);
    this.#index++;
    for (const change of changes) if (change.op === 'create') this.#orphans.delete(change.id);
    for (const row of rows) {
      this.#done.add(row.key);
      if (row.action === 'create') this.#created++;
      else this.#updated++;
    }
  }

  /** What these changes make and edit, as a record of its own. */
  #record(changes: readonly Change[], keys: readonly string[] = []): Change {
    const { importId } = this.options;
    const made = changes.flatMap((change) => (change.op === 'create' ? [[change.kind, change.id] as const] : []));
    const patched = changes.flatMap((change) =>
      change.op === 'patch' ? [{ kind: change.kind, id: change.id, fields: change.fields }] : [],
    );
    const id = `${importId}/${this.#index}`;
    const record: ImportChunk = {
      id,
      rev: 0,
      createdAt: this.#now,
      updatedAt: this.#now,
      importId,
      index: this.#index,
      made,
      keys,
      patched,
    };
    if (changes === this.options.setup) this.#index++;
    return { op: 'create', kind: 'importChunk', id, record };
  }

  async #end(receipt: Import, state: 'done' | 'stopped'): Promise<Import> {
    const created = this.#before.created + this.#created;
    const updated = this.#before.updated + this.#updated;
    return this.#patch(receipt, {
      state,
      created,
      updated,
      skipped: Math.max(0, this.options.total - created - updated),
    });
  }

  async #patch(receipt: Import, values: Partial<Import>): Promise<Import> {
    const names = Object.keys(values) as (keyof Import)[];
    const fields = Object.fromEntries(
      names.filter((name) => receipt[name] !== values[name]).map((name) => [name, [receipt[name], values[name]]]),
    );
    if (Object.keys(fields).length === 0) return receipt;
    const [stored] = await this.#commit(`${receipt.id}:${receipt.rev}:${values.state}`, [
      { op: 'patch', kind: 'import', id: receipt.id, fields } as unknown as Change,
    ]);
    const rev = stored?.op === 'patch' ? (stored.rev ?? receipt.rev + 1) : receipt.rev + 1;
    return { ...receipt, ...values, rev };
  }

  async #commit(name: string, changes: readonly Change[]): Promise<readonly Change[]> {
    const { calls, ledger } = this.context;
    const key = `import:${this.options.importId}:${name}`;
    ledger.opened(key);
    try {
      const answer = await calls.commit(changes, { key, author: this.#author, durable: true });
      ledger.confirm(key, answer, [], () => undefined);
      return answer;
    } finally {
      ledger.closed(key);
    }
  }

  #tell(rows: number): void {
    this.#read += rows;
    this.options.onProgress?.(this.#read, Math.max(this.#read, this.options.total));
  }
}
