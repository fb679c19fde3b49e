/** Names of the persons and organizations that custom fields name: the records of a list bring only those of their own. */
import { valueOf } from '../domain/field-value.js';
import type { AnyRecord, Field, Id } from '../domain/records.js';
import type { Format } from '../i18n/format.js';
import type { CrmStore } from '../store/api.js';
import type { FieldWriting } from './field-text.js';

type Named = 'person' | 'organization';
const kinds = ['person', 'organization'] as const;

/** Does the field hold ids of whose names the storage knows nothing when it sorts? */
export function isNaming(field: Pick<Field, 'type'> | undefined): boolean {
  return kinds.some((kind) => kind === field?.type);
}

/** Read together, once each, when somebody first asks. */
export class RecordNames {
  /** Grows with what has come: what was drawn before is drawn anew. */
  version = 0;
  readonly #names = new Map<Id, string>();
  readonly #wanted = { person: new Set<Id>(), organization: new Set<Id>() };
  readonly #waiting = new Set<() => void>();
  #asked = false;

  constructor(readonly store: CrmStore) {}

  /** '' while it is read; the id where nobody has it. @param come called once it has been read */
  of(id: Id, kind: Named, come: () => void): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    this.#wanted[kind].add(id);
    this.#waiting.add(come);
    if (!this.#asked) {
      this.#asked = true;
      queueMicrotask(() => void this.#readWanted());
    }
    return '';
  }

  /** All that these records name in these fields, before they are written somewhere. */
  async learn(records: readonly AnyRecord[], fields: readonly Field[]): Promise<void> {
    for (const kind of kinds) {
      const ids = fields
        .filter(({ type }) => type === kind)
        .flatMap(({ id }) => records.map((record) => valueOf(record, `custom.${id}`)))
        .filter((id): id is Id => typeof id === 'string' && id !== '' && !this.#names.has(id));
      await this.#read(kind, [...new Set(ids)]);
    }
  }

  async #readWanted(): Promise<void> {
    const wanted = kinds.map((kind) => [kind, [...this.#wanted[kind]]] as const);
    const waiting = [...this.#waiting];
    for (const each of [...Object.values(this.#wanted), this.#waiting]) each.clear();
    this.#asked = false;
    // One that could not be read is not asked for with each drawing.
    for (const [kind, ids] of wanted)
      await this.#read(kind, ids).catch(() => ids.forEach((id) => this.#names.set(id, id)));
    for (const come of waiting) come();
  }

  async #read(kind: Named, ids: readonly Id[]): Promise<void> {
    if (ids.length === 0) return;
    const where = { field: 'id', op: 'in', value: ids } as const;
    const { records } = await this.store.read({ kind, where, window: { offset: 0, limit: ids.length } });
    for (const id of ids) this.#names.set(id, id);
    for (const { id, name } of records) this.#names.set(id, name);
    this.version++;
  }
}

const made = new WeakMap<CrmStore, RecordNames>();

/** Those of a store. */
export function namesIn(store: CrmStore): RecordNames {
  let names = made.get(store);
  if (names === undefined) made.set(store, (names = new RecordNames(store)));
  return names;
}

/** What a column's fields name in these records is read before they are written to a file (`recordsOf`). */
export function namesFor(
  store: CrmStore,
  columns: readonly { readonly field?: Field }[],
): (records: readonly AnyRecord[]) => Promise<void> {
  const fields = columns.flatMap(({ field }) => field ?? []);
  return (records) => namesIn(store).learn(records, fields);
}

interface NamingRow {
  readonly store: CrmStore | null;
  readonly t: { readonly common: { readonly you: string } };
  /** Drawn anew when a name has come. */
  readonly host?: { requestUpdate(): void };
}

/** The name of a user, person or organization that a custom field of a row names; the id where nobody has it. */
function nameInRow({ store, t, host }: NamingRow, id: Id, kind: 'user' | Named): string {
  if (!store) return '';
  if (kind === 'user') {
    const user = store.directory.user(id);
    return user ? user.name || t.common.you : id;
  }
  return namesIn(store).of(id, kind, () => host?.requestUpdate());
}

/** What custom fields are written with in rows, cards, filters and files. */
export function rowWriting(
  row: NamingRow & { readonly format: Format; readonly t: { readonly common: FieldWriting['words'] } },
): FieldWriting {
  return { format: row.format, words: row.t.common, nameOf: (id, kind) => nameInRow(row, id, kind) };
}
