/** Names of the persons and organizations that custom fields name: the records of a list bring only those of their own. */
import type { Change } from '../domain/change.js';
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

/** An element that shows names: drawn anew when one of them is another. */
type Showing = { requestUpdate(): void };

/** Read together, once each, when somebody first asks; from then on by what is heard of them. */
export class RecordNames {
  /** Grows with what has come: what was drawn before is drawn anew. */
  version = 0;
  readonly #names = new Map<Id, string>();
  /** Of what kind each is whose name is known. */
  readonly #kinds = new Map<Id, Named>();
  readonly #wanted = { person: new Set<Id>(), organization: new Set<Id>() };
  /** Being read; whoever is heard of meanwhile is taken out, for the answer may be older. */
  readonly #reading = new Set<Id>();
  readonly #shown = new Set<Showing>();
  #asked = false;

  constructor(readonly store: CrmStore) {
    store.on('done', ({ changes }) => this.#hear(changes));
    store.on('forgotten', () => this.#forget());
    store.on('changed', ({ changes }) => (changes === 'resync' ? this.#again() : this.#hear(changes)));
  }

  /** '' while it is read; the id where nobody has it. @param showing is drawn anew once it has been read, and with each other name */
  of(id: Id, kind: Named, showing?: Showing): string {
    if (showing) this.#shown.add(showing);
    const known = this.#names.get(id);
    if (known === undefined) this.#want(id, kind);
    return known ?? '';
  }

  #want(id: Id, kind: Named): void {
    this.#wanted[kind].add(id);
    if (this.#asked) return;
    this.#asked = true;
    queueMicrotask(() => void this.#readWanted());
  }

  /** What somebody has just chosen by its name: it is not read to be shown. */
  know(id: Id, kind: Named, name: string): void {
    if (!this.#names.has(id)) this.#set(id, kind, name);
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
    for (const each of Object.values(this.#wanted)) each.clear();
    this.#asked = false;
    for (const [kind, ids] of wanted)
      await this.#read(kind, ids).catch(() => {
        // One that could not be read is not asked for with each drawing; what was known of it stays.
        for (const id of ids) if (this.#reading.delete(id) && !this.#names.has(id)) this.#set(id, kind, id);
      });
    this.#tell();
  }

  async #read(kind: Named, ids: readonly Id[]): Promise<void> {
    if (ids.length === 0) return;
    for (const id of ids) this.#reading.add(id);
    const where = { field: 'id', op: 'in', value: ids } as const;
    const { records } = await this.store.read({ kind, where, window: { offset: 0, limit: ids.length } });
    const found = new Map(records.map(({ id, name }) => [id, name]));
    for (const id of ids) if (this.#reading.delete(id)) this.#set(id, kind, found.get(id) ?? id);
    this.version++;
  }

  #set(id: Id, kind: Named, name: string): void {
    this.#names.set(id, name);
    this.#kinds.set(id, kind);
  }

  /** Renamed, deleted, merged away, back: also by another element or tab. */
  #hear(changes: readonly Change[]): void {
    let other = false;
    for (const change of changes) {
      const { kind, id } = change;
      if ((kind !== 'person' && kind !== 'organization') || !(this.#names.has(id) || this.#reading.has(id))) continue;
      const name =
        change.op === 'create' ? change.record.name : change.op === 'delete' ? id : change.fields['name']?.[1];
      if (typeof name !== 'string') continue;
      this.#reading.delete(id);
      other ||= this.#names.get(id) !== name;
      this.#set(id, kind, name);
    }
    if (!other) return;
    this.version++;
    this.#tell();
  }

  /** Nobody knows what was missed: those that are shown are read again, and stand there until then. */
  #again(): void {
    for (const [id, kind] of this.#kinds) this.#want(id, kind);
  }

  /** All was emptied: whoever is still asked for is read again. */
  #forget(): void {
    this.#names.clear();
    this.#kinds.clear();
    this.#reading.clear();
    this.version++;
    this.#tell();
  }

  #tell(): void {
    for (const showing of this.#shown) {
      // One that comes back is drawn with the version of then, and asks again.
      if (showing instanceof Node && !showing.isConnected) this.#shown.delete(showing);
      else showing.requestUpdate();
    }
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
  readonly host?: Showing;
}

/** The name of a user, person or organization that a custom field of a row names; the id where nobody has it. */
function nameInRow({ store, t, host }: NamingRow, id: Id, kind: 'user' | Named): string {
  if (!store) return '';
  if (kind === 'user') {
    const user = store.directory.user(id);
    return user ? user.name || t.common.you : id;
  }
  return namesIn(store).of(id, kind, host);
}

/** What custom fields are written with in rows, cards, filters and files. */
export function rowWriting(
  row: NamingRow & { readonly format: Format; readonly t: { readonly common: FieldWriting['words'] } },
): FieldWriting {
  return { format: row.format, words: row.t.common, nameOf: (id, kind) => nameInRow(row, id, kind) };
}
