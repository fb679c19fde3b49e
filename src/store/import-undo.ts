import { same, swap, valueOf, type Change } from '../domain/change.js';
import { leadChildren } from '../domain/children.js';
import { hungKinds } from '../domain/contact-delete.js';
import { customFields, customNeeds } from '../domain/contact-merge.js';
import { CrmError, asCrmError } from '../domain/errors.js';
import type { Outcome } from '../domain/plan.js';
import type { Activity, AnyRecord, Author, Id, Import, ImportChunk, Kind, Lead, Note } from '../domain/records.js';
import type { RunOptions } from './api.js';
import { outcomeOf } from './commit.js';
import type { Context } from './context.js';
import type { Gatherer } from './gather.js';
import { keyOf } from './overlay.js';
import { allOf } from './range.js';

interface Taken {
  readonly outcomes: readonly Outcome[];
  readonly stored: readonly Change[];
}

/**
 * Takes an import back, chunk by chunk, the last one first: what it made goes, what it edited gets its values back.
 * A lead that somebody has worked on since stays and is told; so does whoever others name by now.
 */
export class ImportUndoer {
  readonly #outcomes: Outcome[] = [];
  readonly #stored: Change[] = [];

  constructor(
    private readonly context: Context,
    private readonly gatherer: Gatherer,
    private readonly author: Author,
    private readonly receipt: Import,
    private readonly options: Pick<RunOptions, 'stop' | 'onProgress'>,
  ) {}

  async run(): Promise<Taken> {
    const chunks = [...(await this.#listed('importChunk', 'importId', [this.receipt.id]))].sort(
      (a, b) => b.index - a.index,
    );
    let done = 0;
    for (const chunk of chunks) {
      if (this.options.stop?.aborted) return { outcomes: this.#outcomes, stored: this.#stored };
      await this.#chunk(chunk);
      this.options.onProgress?.(++done, chunks.length, new Map(this.#outcomes.map((outcome) => [outcome.id, outcome])));
    }
    const { id, state } = this.receipt;
    await this.#commit('undone', [{ op: 'patch', kind: 'import', id, fields: { state: [state, 'undone'] } }]);
    return { outcomes: this.#outcomes, stored: this.#stored };
  }

  async #chunk(chunk: ImportChunk): Promise<void> {
    const found = new Map<string, AnyRecord>();
    const ids = new Map<Kind, Id[]>();
    for (const [kind, id] of [...chunk.made, ...chunk.patched.map((patch) => [patch.kind, patch.id] as const)]) {
      ids.set(kind, [...(ids.get(kind) ?? []), id]);
    }
    await Promise.all(
      [...ids].map(async ([kind, list]) => {
        for (const record of await this.gatherer.byIds(kind, list)) found.set(keyOf(kind, record.id), record);
      }),
    );
    const gone = new Set<string>();
    const changes: Change[] = [...(await this.#leads(chunk, found, gone)), ...this.#patches(chunk, found)];
    changes.push(...(await this.#others(chunk, found, gone)));
    // The chunk's own record goes with what it tells of: an undo that is broken off is carried on from there.
    changes.push({ op: 'delete', kind: 'importChunk', id: chunk.id, record: chunk, rev: chunk.rev });
    await this.#commit(chunk.id, changes);
  }

  async #leads(
    chunk: ImportChunk,
    found: ReadonlyMap<string, AnyRecord>,
    gone: Set<string>,
  ): Promise<readonly Change[]> {
    const leads = chunk.made.flatMap(([kind, id]) => (kind === 'lead' ? [id] : []));
    const made = new Set(chunk.made.map(([kind, id]) => keyOf(kind, id)));
    const [hanging, touched] = await Promise.all([
      Promise.all(leadChildren.map(async ({ kind }) => [kind, await this.#listed(kind, 'leadId', leads)] as const)),
      this.#touched(leads, found),
    ]);
    const changes: Change[] = [];
    for (const id of leads) {
      const lead = found.get(keyOf('lead', id)) as Lead | undefined;
      const children = hanging.flatMap(([kind, records]) =>
        records.filter(({ leadId }) => leadId === id).map((record) => [kind, record] as const),
      );
      const detail =
        lead === undefined
          ? 'lead-missing'
          : touched.has(id)
            ? 'lead-changed'
            : children.some(([kind, child]) => !made.has(keyOf(kind, child.id)))
              ? 'child-added'
              : null;
      const outcome = { kind: 'lead', id, title: lead?.title ?? '' } as const;
      if (detail !== null) {
        this.#outcomes.push({ ...outcomeOf(outcome, 'refused'), problem: { code: 'changed', detail } });
        continue;
      }
      for (const [kind, child] of [...children, ['lead', lead!] as const]) {
        gone.add(keyOf(kind, child.id));
        changes.push(removal(kind, child));
      }
      this.#outcomes.push(outcomeOf(outcome, 'done'));
    }
    return changes;
  }

  /** Leads that somebody has edited since; that they were looked at is no edit. */
  async #touched(ids: readonly Id[], found: ReadonlyMap<string, AnyRecord>): Promise<ReadonlySet<Id>> {
    const newer = ids.filter((id) => (found.get(keyOf('lead', id))?.rev ?? 0) > 1);
    if (newer.length === 0) return new Set();
    try {
      const rows = await this.#listed('changelog', 'recordId', newer);
      if (rows.length === 0) return new Set(newer);
      return new Set(
        rows
          .filter((row) => row.of === 'lead' && row.op === 'patch' && row.field !== 'seen')
          .map((row) => row.recordId),
      );
    } catch {
      // A backend that shows its changelog to nobody: any later version counts as an edit.
      return new Set(newer);
    }
  }

  #patches(chunk: ImportChunk, found: ReadonlyMap<string, AnyRecord>): readonly Change[] {
    const changes: Change[] = [];
    for (const patch of [...chunk.patched].reverse()) {
      const record = found.get(keyOf(patch.kind, patch.id));
      const untouched =
        record !== undefined &&
        Object.entries(patch.fields).every(([name, [, after]]) => same(valueOf(record, name) ?? null, after ?? null));
      if (untouched) changes.push(swap({ op: 'patch', ...patch }));
      if (patch.kind !== 'lead') continue;
      const outcome = { kind: 'lead', id: patch.id, title: (record as Lead | undefined)?.title ?? '' } as const;
      this.#outcomes.push(
        untouched
          ? outcomeOf(outcome, 'done')
          : { ...outcomeOf(outcome, 'refused'), problem: { code: 'changed', detail: 'lead-changed' } },
      );
    }
    return changes;
  }

  /** Persons, organizations, labels, fields, owners: gone where nobody names them any more. */
  async #others(
    chunk: ImportChunk,
    found: ReadonlyMap<string, AnyRecord>,
    gone: Set<string>,
  ): Promise<readonly Change[]> {
    const changes: Change[] = [];
    for (const kind of ['person', 'organization', 'label', 'field', 'user'] as const) {
      const ids = chunk.made.flatMap(([of, id]) => (of === kind && found.has(keyOf(kind, id)) ? [id] : []));
      if (ids.length === 0) continue;
      const named = await this.#named(kind, ids, gone);
      for (const id of ids) {
        if (named.has(id)) continue;
        gone.add(keyOf(kind, id));
        changes.push(removal(kind, found.get(keyOf(kind, id))!));
      }
    }
    return changes;
  }

  async #named(
    kind: 'person' | 'organization' | 'label' | 'field' | 'user',
    ids: readonly Id[],
    gone: ReadonlySet<string>,
  ): Promise<ReadonlySet<Id>> {
    const named = new Set<Id>();
    const fields = {
      person: 'personId',
      organization: 'organizationId',
      label: 'labelIds',
      field: '',
      user: 'ownerId',
    } as const;
    const kinds: readonly ('lead' | 'deal' | 'person' | (typeof hungKinds)[number])[] =
      kind === 'person'
        ? ['lead', 'deal', ...hungKinds]
        : kind === 'organization'
          ? ['lead', 'deal', 'person', ...hungKinds]
          : ['lead', 'deal'];
    for (const of of kinds) {
      if (kind === 'field') {
        for (const id of ids) {
          const where = { field: `custom.${id}`, op: 'filled' } as const;
          const users = await allOf(this.context.calls, { kind: of, where, today: this.context.today() });
          if (users.some((user) => !gone.has(keyOf(of, user.id)))) named.add(id);
        }
        continue;
      }
      for (const user of await this.#listed(of, fields[kind], ids, kind === 'label' ? 'has' : 'in')) {
        if (gone.has(keyOf(of, user.id))) continue;
        const value = valueOf(user, fields[kind]);
        for (const id of Array.isArray(value) ? (value as Id[]) : [value as Id]) named.add(id);
      }
    }
    if (kind === 'person' || kind === 'organization' || kind === 'user')
      for (const id of await this.#inCustomFields(kind, ids, gone)) named.add(id);
    return named;
  }

  /** Whom custom fields name: those of another import, too. */
  async #inCustomFields(
    kind: 'person' | 'organization' | 'user',
    ids: readonly Id[],
    gone: ReadonlySet<string>,
  ): Promise<readonly Id[]> {
    const defs = await this.gatherer.whole('field');
    const fields = customFields(kind, defs);
    const lists = customNeeds(kind, ids, defs).map(async ({ kind: of, where }) => {
      const found = await allOf(this.context.calls, { kind: of, where, today: this.context.today() });
      return found.filter(({ id }) => !gone.has(keyOf(of, id)));
    });
    const values = (await Promise.all(lists)).flat().flatMap((user) => fields.map((field) => valueOf(user, field)));
    return values.filter((value): value is Id => typeof value === 'string');
  }

  async #listed<K extends 'importChunk' | 'note' | 'activity' | 'file' | 'changelog' | 'lead' | 'deal' | 'person'>(
    kind: K,
    field: string,
    ids: readonly Id[],
    op: 'in' | 'has' = 'in',
  ) {
    if (ids.length === 0) return [];
    return allOf(this.context.calls, { kind, where: { field, op, value: ids }, today: this.context.today() });
  }

  async #commit(name: string, changes: readonly Change[]): Promise<void> {
    const { calls, ledger } = this.context;
    const key = `import-undo:${this.author.command}:${name}`;
    ledger.opened(key);
    try {
      const answer = await calls.commit(changes, { key, author: this.author, durable: true });
      ledger.confirm(key, answer, [], () => undefined);
      this.#stored.push(...answer);
    } catch (thrown) {
      throw asCrmError(thrown);
    } finally {
      ledger.closed(key);
    }
  }
}

function removal(kind: Kind, record: AnyRecord | Note | Activity): Change {
  return { op: 'delete', kind, id: record.id, record, rev: record.rev } as Change;
}

/** @throws CrmError `not-found`, `conflict` where it was taken back before or is only history by now */
export async function receiptOf(gatherer: Gatherer, importId: Id, now: string): Promise<Import> {
  const [receipt] = await gatherer.byIds('import', [importId]);
  if (receipt === undefined) throw new CrmError('not-found', 'There is no such import (any more).', { current: null });
  if (receipt.state === 'undone')
    throw new CrmError('conflict', 'This import has been taken back already.', { current: receipt });
  if (Date.parse(receipt.expiresAt) <= Date.parse(now))
    throw new CrmError('conflict', 'This import is too long ago to be taken back.', { current: receipt });
  return receipt;
}
